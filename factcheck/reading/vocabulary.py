"""Which strings are English words, and how common they are: what OCR repairs and junk rules ask.

The counts are those that ``pyspellchecker`` ships (160,000 words, from film subtitles), read once, straight from its
file in 0.1 s; its own class takes three times as long and can do what we don't need. Rare entries carry a floor
value of 50 and include much that is no word, so a word must pass a count that grows as it gets shorter.
"""

from __future__ import annotations

import functools
import gzip
import json
import math
import re
from importlib.resources import files

from factcheck.text import fold

# Words of the web and of the years that the list, made from film subtitles, has not seen.
_NEWER = frozenset(
    (
        "meme", "memes", "covid", "coronavirus", "pandemic", "lockdown", "vaccine", "vaccines", "facebook", "twitter",
        "instagram", "youtube", "google", "internet", "online", "website", "blog", "selfie", "hashtag", "smartphone",
        "app", "apps", "email", "emails", "wifi", "tweet", "tweets", "tweeted", "podcast", "netflix", "wikipedia",
        "microsoft", "obamacare", "brexit", "antifa", "isis", "gmo", "chemtrail", "chemtrails", "usa", "fbi", "cia",
        "gop", "nra", "nfl", "nba", "cnn", "tv", "dc", "ceo",
    )
)  # fmt: skip
_FLOOR = 50  # what the list gives to words it has not counted
_MIN_COUNT = {1: 40_000_000, 2: 20_000}  # one letter: a, i; two: those that stand alone in sentences
_SUFFIX = re.compile(r"'(?:s|re|ve|ll|d|m|t)$")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@functools.cache
def _counts() -> dict[str, int]:
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    return counts


@functools.cache
def _log_total() -> float:
    return math.log(sum(_counts().values()))


def count(word: str) -> int:
    """How often ``word`` occurs in the list, 0 if it does not."""
    return _counts().get(fold(word), 0)


def log_probability(word: str) -> float:
    """Natural logarithm of a word's share of all text; −∞ for what is not in the list."""
    seen = count(word)
    return math.log(seen) - _log_total() if seen else -math.inf


def is_word(word: str) -> bool:
    """Whether ``word`` is one: in the list often enough for its length, as it is or without ``'s``, ``'re``, …"""
    plain = fold(word)
    stem = _SUFFIX.sub("", plain)
    return _is_counted(plain) or _is_counted(stem)


def _is_counted(plain: str) -> bool:
    return plain in _NEWER or _counts().get(plain, 0) >= _MIN_COUNT.get(len(plain), _FLOOR + 1)


def letter_runs(text: str) -> list[str]:
    """The runs of letters in ``text``, inner apostrophes included."""
    return _LETTERS.findall(fold(text))


def known_share(text: str) -> float:
    """The share of a text's letters that stand in words of the list; 0 for a text without letters."""
    runs = letter_runs(text)
    total = sum(map(len, runs))
    return sum(len(run) for run in runs if is_word(run)) / total if total else 0.0
