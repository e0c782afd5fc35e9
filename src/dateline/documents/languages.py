"""The language of a text, by py3langid; unknown ("und") rather than guessed where there is too little of it."""

from functools import cache
from typing import Any

NEWS_LANGUAGES = (
    "af am ar az be bg bn ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is it ja ka kk km kn ko ku "
    "ky lo lt lv mk ml mn mr ms mt nb ne nl no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th tl tr ug uk ur uz vi "
    "xh zh zu"
).split()
LEAST_LETTERS = 60
SAMPLE = 2000
SURE = 0.5
"""Least probability by py3langid (which keeps it calibrated across lengths) at which its answer is taken."""


@cache
def identifier() -> Any:
    """The model, loaded once (0.8 s), restricted to languages that news is written in.

    None where there is no room for the temporary file through which it is unpacked.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError:
        return None
    model.set_languages(set(NEWS_LANGUAGES) & set(model.labels))
    return model


def language_of(text: str, stated: str | None) -> str:
    """An ISO 639-1 code.

    What the source or the page states counts where the text is short or the model unsure; "und" where neither tells.
    """
    said = (stated or "").strip().lower().replace("_", "-").partition("-")[0]
    letters = sum(1 for c in text[:SAMPLE] if c.isalpha())
    if letters < LEAST_LETTERS:
        return said or "und"
    model = identifier()
    if model is None:
        return said or "und"
    code, probability = model.classify(text[:SAMPLE])
    return str(code) if probability >= SURE else (said or "und")
