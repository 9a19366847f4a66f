"""Whether a word is spelled right, behind a protocol: ``known("freedom")``, so that queries can drop OCR's misreadings.

pyspellchecker's English dictionary is the default (160,000 words, about 0.14 s to load); pyenchant can be chosen where
the system has libenchant. Both see the word as people write it: a possessive, a hyphen or a lost apostrophe ("dont") is
no misspelling, nor is a number or British English. It corrects nothing and knows no names: the query keeps those.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, Protocol

from factcheck.errors import ModelMissing
from factcheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_WORD = 40  # characters; what is longer is no word, and the dictionary is not asked
_CONTRACTIONS = ("n't", "'s", "'re", "'ll", "'ve", "'d", "'m")
_NEWER_WORDS = """
antifa bitcoin blockchain blog bloggers brexit cisgender clickbait coronavirus covid crypto cryptocurrency deepfake
deepfakes facebook fracking hashtag hashtags healthcare hillbilly influencer influencers instagram iphone jihadist
jihadists livestream lockdown lockdowns meme memes obamacare online pandemic podcast podcasts reddit selfie selfies
smartphone smartphones snopes superspreader taliban tiktok transgender tweet tweeted tweeting tweets twitter unfriend
vape vaping vlog website websites wikipedia wifi woke wokeness youtube
"""
_NUMBER = re.compile(r"\d[\d.,]*(?:st|nd|rd|th|s)?")
_BRITISH = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("ogue", "og"), ("ll", "l"), ("tre", "ter"), ("nce", "nse"))
_NEWER = frozenset(_NEWER_WORDS.split())


class Speller(Protocol):
    """Knows the words of a language."""

    name: str

    def known(self, word: str) -> bool:
        """Whether the word is spelled right, in any case."""
        ...


class PySpellChecker:
    """pyspellchecker's English word list."""

    name = "pyspellchecker"

    def known(self, word: str) -> bool:
        """Whether the list has the word."""
        return _is_known(word, lambda plain: plain in _pyspellchecker())


class PyEnchant:
    """libenchant's American English dictionary, by way of pyenchant."""

    name = "pyenchant"

    def known(self, word: str) -> bool:
        """Whether the dictionary accepts the word, as it is or capitalised."""
        return _is_known(word, lambda plain: bool(_pyenchant().check(plain) or _pyenchant().check(plain.capitalize())))


def load_speller(engine: str = "pyspellchecker") -> Speller:
    """The speller of that name, its dictionary loaded (once a process).

    Raises:
        ModelMissing: the dictionary is not installed; the message says how to get it.
    """
    if engine == "pyenchant":
        _pyenchant()
        return PyEnchant()
    _pyspellchecker()
    return PySpellChecker()


def _is_known(word: str, has: Callable[[str], bool]) -> bool:
    if len(word) > MAX_WORD:
        return False
    plain = fold(word).strip("'.-")
    if plain in _NEWER or _NUMBER.fullmatch(plain):
        return True
    if "-" in plain:
        return all(_is_known(part, has) for part in plain.split("-") if part)
    forms = [plain, plain.removesuffix("'s"), *_with_apostrophe(plain), *_american(plain)]
    return any(has(form) for form in dict.fromkeys(forms) if form)


def _with_apostrophe(word: str) -> list[str]:
    """The contractions that a word may be without its apostrophe: "dont" → "don't"."""
    ends = [(ending.replace("'", ""), ending) for ending in _CONTRACTIONS]
    return [word.removesuffix(bare) + ending for bare, ending in ends if word.endswith(bare) and word != bare]


def _american(word: str) -> list[str]:
    """British spellings as American dictionaries have them: "colour" → "color", "organisation" → "organization"."""
    return [word.replace(british, american, 1) for british, american in _BRITISH if british in word]


@functools.cache
def _pyspellchecker() -> Any:  # noqa: ANN401 - untyped
    try:
        from spellchecker import SpellChecker  # noqa: PLC0415 - loaded at the first question
    except ImportError as error:
        raise ModelMissing("spelling needs its word list: pip install pyspellchecker") from error
    return SpellChecker(language="en").word_frequency.dictionary


@functools.cache
def _pyenchant() -> Any:  # noqa: ANN401 - untyped
    try:
        import enchant  # noqa: PLC0415 - an optional part
    except ImportError as error:
        raise ModelMissing(
            "spelling by pyenchant needs the package and the system's libenchant with an English dictionary: "
            "pip install pyenchant; apt-get install libenchant-2-2 hunspell-en-us"
        ) from error
    try:
        return enchant.Dict("en_US")
    except enchant.errors.Error as error:
        raise ModelMissing(f"libenchant has no English dictionary: {error}; apt-get install hunspell-en-us") from error
