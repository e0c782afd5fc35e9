"""Coarse part-of-speech tags from closed word lists, endings and neighbours.

No statistical tagger that may be shipped comes without a download or a doubtful licence, and patterns need little: which words
are verbs, which are nouns, and where a noun phrase ends.
"""

from functools import cache

from dateline.language.lemmas import lemma
from dateline.language.tokens import Tag, Token
from dateline.language.words import ordinary_words, words

_ADJECTIVE_ENDINGS = ("ful", "ous", "ive", "able", "ible", "ish", "ical", "ian", "less", "ern")
_BEFORE_NOUN = {Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.NUMBER}
_BEFORE_VERB = {Tag.PRONOUN, Tag.MODAL, Tag.TO, Tag.NEGATION}
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "age")
_SAME_PAST = frozenset("hit cut put shut set let beat quit hurt bid burst cast cost split spread upset".split())
_BOUNDS = frozenset(
    "at least|at most|more than|fewer than|less than|up to|as many as|no fewer than|close to|not less than".split("|")
)
_ABOUT = frozenset("some about around roughly nearly almost over approximately only another".split())
_CALLS = frozenset({"call", "appeal", "plead"})
_AFTER_VERB = {Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.NUMBER, Tag.ADJECTIVE, Tag.SUBORDINATOR, Tag.ADVERB, Tag.TO}
_NOMINAL = {Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.NUMBER, Tag.NOUN, Tag.ADJECTIVE}


@cache
def _word_tags() -> dict[str, Tag]:
    """The tag of every word of a closed class; where a word is in two classes the later one wins."""
    order = (
        ("adverbs", Tag.ADVERB),
        ("determiners", Tag.DETERMINER),
        ("pronouns", Tag.PRONOUN),
        ("subordinators", Tag.SUBORDINATOR),
        ("prepositions", Tag.PREPOSITION),
        ("conjunctions", Tag.CONJUNCTION),
        ("modals", Tag.MODAL),
        ("negations", Tag.NEGATION),
    )
    return {word: tag for name, tag in order for word in words(name)} | {"to": Tag.TO, "that": Tag.SUBORDINATOR}


def tag(tokens: list[Token], extra_verbs: frozenset[str] = frozenset()) -> None:
    """Fills `lemma` and `tag` of the tokens of one sentence; `extra_verbs` are further lemmas that can be verbs."""
    known_verbs = words("verbs") | extra_verbs
    for token in tokens:
        token.lemma = lemma(token.lower)
    for i, token in enumerate(tokens):
        token.tag = _first_guess(token, i, tokens, known_verbs)
    for i, token in enumerate(tokens):
        _settle(token, i, tokens)
    _join_bounds(tokens)


def _join_bounds(tokens: list[Token]) -> None:
    """Makes "at least", "more than", "up to", "some" part of the number phrase that follows."""
    for i, token in enumerate(tokens):
        if token.tag is not Tag.NUMBER:
            continue
        words = [t.lower for t in tokens[max(0, i - 3) : i]]
        pair = " ".join(words[-2:])
        if pair in _BOUNDS:
            tokens[i - 1].tag = tokens[i - 2].tag = Tag.DETERMINER
        elif " ".join(words) in _BOUNDS:
            for k in range(i - 3, i):
                tokens[k].tag = Tag.DETERMINER
        elif words and words[-1] in _ABOUT:
            tokens[i - 1].tag = Tag.DETERMINER


def _first_guess(token: Token, i: int, tokens: list[Token], known_verbs: frozenset[str]) -> Tag:
    word = token.lower
    if not token.text[0].isalnum():
        return _mark(word)
    if (
        word in ("a", "an")
        and i + 1 < len(tokens)
        and tokens[i + 1].lower in ("hundred", "dozen", "thousand", "million", "score", "couple")
    ):
        return Tag.NUMBER
    if word[0].isdigit() or (word.partition("-")[0] in words("numbers") and not word.endswith(("old", "day", "year", "week"))):
        return Tag.NUMBER
    if token.lemma in ("be", "have", "do") and not (token.capital and i):
        return Tag.AUXILIARY
    closed = _word_tags().get(word)
    if closed and not (token.capital and i and word != "i"):
        return closed
    if token.capital and (i > 0 or not _common_opening(token, known_verbs)):
        return Tag.NAME
    if word.endswith("ly") and len(word) > 4:
        return Tag.ADVERB
    if token.lemma in known_verbs and not word.endswith(_NOUN_ENDINGS):
        return Tag.VERB
    if word.endswith("ed") and len(word) > 4:
        return Tag.VERB
    return Tag.ADJECTIVE if word.endswith(_ADJECTIVE_ENDINGS) else Tag.NOUN


def _mark(word: str) -> Tag:
    if word in ("'s", "'"):
        return Tag.POSSESSIVE
    if word == "n't":
        return Tag.NEGATION
    if word in ("'ll", "'d"):
        return Tag.MODAL
    if word in ("'re", "'ve", "'m"):
        return Tag.AUXILIARY
    return Tag.CONJUNCTION if word == "&" else Tag.MARK


def _common_opening(token: Token, known_verbs: frozenset[str]) -> bool:
    """Whether a capitalised first word is an ordinary word: all capitals and unknown words count as names."""
    word = token.lower
    known = word in _word_tags() or token.lemma in known_verbs or token.lemma in ordinary_words() or word in ordinary_words()
    return known or word.endswith(("ly", "ing", "tions", "ists", "ers"))


def _settle(token: Token, i: int, tokens: list[Token]) -> None:
    """Second look at words that can be verb or noun, by what stands before and after."""
    before = tokens[i - 1].tag if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.tag is Tag.POSSESSIVE and token.lower == "'s" and i and tokens[i - 1].tag is Tag.PRONOUN:
        token.tag = Tag.AUXILIARY
    elif token.lower == "that" and after is not None and after.tag in (Tag.NOUN, Tag.ADJECTIVE) and before is not Tag.VERB:
        token.tag = Tag.DETERMINER
    elif token.tag is Tag.VERB:
        token.tag = _verb_or_noun(token, tokens[i - 1] if i else None, after, tokens[i - 2].tag if i > 1 else None)
    elif token.tag is Tag.TO and after is not None and after.tag is Tag.NOUN and _takes_object(tokens, i + 2):
        after.tag = Tag.VERB  # "to solidify a plan": an unknown verb
    elif (
        token.tag is Tag.ADVERB
        and token.lower == "overnight"
        and before in _BEFORE_NOUN
        and after is not None
        and after.tag is Tag.NOUN
    ):
        token.tag = Tag.ADJECTIVE
    elif token.tag is Tag.TO and not (after and after.tag in (Tag.VERB, Tag.AUXILIARY, Tag.ADVERB)):
        token.tag = Tag.PREPOSITION


def _takes_object(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].tag in (Tag.DETERMINER, Tag.PRONOUN)


def _verb_or_noun(token: Token, previous: Token | None, after: Token | None, before_that: Tag | None) -> Tag:
    before = previous.tag if previous is not None else None
    word = token.lower
    participle = word.endswith(("ed", "en", "ing")) or (word != token.lemma and not word.endswith("s"))
    if before in _BEFORE_VERB or (before is Tag.ADVERB and before_that in _BEFORE_VERB | {Tag.AUXILIARY}):
        return Tag.VERB
    if before is Tag.AUXILIARY:
        return Tag.VERB if participle or word == token.lemma else Tag.NOUN
    if before is Tag.DETERMINER and participle and previous is not None and previous.lower in ("those", "these", "all"):
        return Tag.VERB  # "those killed"
    if before in _BEFORE_NOUN:
        if participle and after is not None and after.tag in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE) and not word.endswith("ing"):
            return Tag.ADJECTIVE
        if participle and not word.endswith("ing") and before is not Tag.NUMBER and before is not Tag.POSSESSIVE:
            return Tag.NOUN
        return Tag.VERB if participle and before is Tag.NUMBER else Tag.NOUN
    if before is Tag.PREPOSITION:
        return Tag.VERB if word.endswith("ing") else Tag.NOUN
    if token.lemma not in words("verbs_and_nouns") and (word == token.lemma or word.endswith("s")) and before is not Tag.ADJECTIVE:
        return Tag.VERB
    if word == token.lemma:
        return _bare_form(token, before, after)
    if word.endswith("s") and not participle:
        return _s_form(token, before, after)
    if (
        participle
        and not word.endswith("ing")
        and after is not None
        and after.tag is Tag.NOUN
        and before in (None, Tag.CONJUNCTION)
    ):
        return Tag.ADJECTIVE
    return Tag.VERB


def _bare_form(token: Token, before: Tag | None, after: Token | None) -> Tag:
    """Whether "attack", "urge" is a verb: "troops attack the town", but "a drone attack"."""
    if after is None or before not in (Tag.NOUN, Tag.NAME, Tag.ADVERB, None, Tag.CONJUNCTION):
        return Tag.NOUN
    if before is Tag.ADVERB:
        return Tag.VERB
    follows = _NOMINAL if token.lower in _SAME_PAST else (Tag.DETERMINER, Tag.PRONOUN, Tag.NAME)
    return Tag.VERB if after.tag in follows else Tag.NOUN


def _s_form(token: Token, before: Tag | None, after: Token | None) -> Tag:
    """Whether "attacks" is a verb: "Russia attacks the grid", but "air strikes killed"."""
    if after is None or before not in (Tag.NAME, Tag.NOUN, Tag.CONJUNCTION):
        return Tag.NOUN
    if token.lemma in _CALLS and after.lower in ("on", "for", "upon"):
        return Tag.VERB
    if before is Tag.NAME and after.tag is Tag.NOUN:
        return Tag.VERB  # "Russia attacks hospitals"
    return Tag.VERB if before is not Tag.CONJUNCTION and after.tag in _AFTER_VERB else Tag.NOUN
