import pytest

from dateline.documents.languages import language_of

TEXTS = {
    "en": "Two ferries were turned back at the strait on Monday after a patrol boat fired warning shots, the port authority said.",
    "de": "Zwei Fähren mussten am Montag an der Meerenge umkehren, nachdem ein Patrouillenboot Warnschüsse abgegeben hatte.",
    "fr": "Deux ferries ont dû faire demi-tour lundi dans le détroit après les tirs de sommation d'une vedette, selon le port.",
    "es": "Dos transbordadores tuvieron que dar la vuelta el lunes en el estrecho tras los disparos de una patrullera.",
    "ru": "Два парома были вынуждены повернуть назад в понедельник после предупредительных выстрелов патрульного катера.",
    "uk": "Два пороми були змушені повернути назад у понеділок після попереджувальних пострілів патрульного катера.",
    "ar": "اضطرت عبّارتان إلى العودة من المضيق يوم الاثنين بعد أن أطلق زورق دورية طلقات تحذيرية، بحسب سلطة الميناء.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages_are_told_whatever_is_stated(language: str) -> None:
    assert language_of(TEXTS[language], None) == language
    assert language_of(TEXTS[language], "sv") == language


def test_short_texts_are_what_is_stated_or_undetermined() -> None:
    assert language_of("Oslo.", "nb-NO") == "nb"
    assert language_of("Oslo.", None) == "und"
    assert language_of("", "") == "und"
