"""Words that OCR glued together, split again.

Two sources of evidence. The recogniser's own: at each place between two letters it gives the probability of a space,
and where it dropped one between the narrow letters of a meme font it still says 0.1–0.4 there (`by_probability`).
And the word list's, for engines and places without that: a run of letters that is no word, but divides into common
words (`by_vocabulary`). Both leave known words, addresses, handles and numbers alone, and neither can join words.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from factcheck.reading import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of 56 places in the dev half of the political memes with a probability of 0.02 or more inside a run that is no
# word, 53 were spaces; of 10 inside known words, none was (`factcheck evaluate ocr`).
_MIN_SPACE = 0.02
_SURE_SPACE = 0.1
_LONGEST_RUN = 60
_LONGEST_PIECE = 20
_SHORT_PIECE = 2
_LONG_PIECE = 5
_COMMON = 1_500
_MIN_COUNT = {1: 40_000_000, 2: 400_000, 3: 20_000, 4: 3_000}  # what a piece of each length must reach
_MIN_COUNT_LONG = 500
_FUNCTION_WORDS = frozenset(
    word
    for line in (
        "a i am an and are as at be been but by can did do for from get had has have he her his how if in is it its",
        "just like me my no not of on or our out she so that the their them then there they this to up us was we",
        "were what when who why will with would you your",
    )
    for word in line.split()
)
_ADDRESS = re.compile(r"[@#/\\]|\.\w{2,}|\w\.\w|\d", re.ASCII)
_RUN = re.compile(r"[^\W\d_]{4,}")
_BRANDS = frozenset(
    ("facebook", "youtube", "linkedin", "whatsapp", "tiktok", "paypal", "iphone", "godaddy", "gofundme", "breitbart")
)
_NAME_PREFIX = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "O'", "Fitz")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")


def by_probability(text: str, spaces: Sequence[float]) -> str:
    """``text`` with the spaces that the recogniser held likely; ``spaces[i]``: between characters i and i + 1."""
    start = 0
    out = []
    for token in re.split(r"(\s+)", text):
        is_token = bool(token) and not token.isspace()
        out.append(_split(token, list(spaces[start : start + len(token) - 1])) if is_token else token)
        start += len(token)
    return "".join(out)


def _split(token: str, spaces: list[float]) -> str:
    """Cut at the likeliest place first, then within each part: a part that is a word stays whole."""
    places = [place for place in range(len(spaces)) if _may_part(token[place], token[place + 1])]
    if not places or _is_whole(token):
        return token
    place = max(places, key=spaces.__getitem__)
    left, right = token[: place + 1], token[place + 1 :]
    needed = _MIN_SPACE if _is_whole(left) or _is_whole(right) else _SURE_SPACE
    if spaces[place] < needed:
        return token
    return f"{_split(left, spaces[:place])} {_split(right, spaces[place + 1 :])}"


def _may_part(left: str, right: str) -> bool:
    """No space inside numbers, before closing or after opening punctuation, or next to a hyphen or apostrophe."""
    if left.isdigit() and right.isdigit():
        return False
    return (left.isalnum() or left in ',.;:!?)"”—–') and (right.isalnum() or right in '("“')


def _is_whole(token: str) -> bool:
    runs = vocabulary.letter_runs(token)
    return len(runs) == 1 and vocabulary.is_word(runs[0]) and not any(char.isdigit() for char in token)


def by_vocabulary(text: str) -> str:
    """``text`` with runs of letters split that are no words but divide into common ones.

    >>> by_vocabulary("BURNING FOSSILFUELS byexamining it")
    'BURNING FOSSIL FUELS by examining it'
    """
    return " ".join(
        token if _ADDRESS.search(token) else _RUN.sub(lambda run: _divide(run.group()), token)
        for token in text.split(" ")
    )


def _divide(run: str) -> str:
    if len(run) > _LONGEST_RUN or vocabulary.count(run) or run.lower() in _BRANDS:
        return run
    if not (run.isupper() or run.islower() or run.istitle()):
        return _divide_at_capital(run)
    pieces = _best_division(run.lower())
    if not pieces or not _is_convincing(pieces, is_title=run.istitle()):
        return run
    ends = [sum(map(len, pieces[: place + 1])) for place in range(len(pieces))]
    return " ".join(run[end - len(piece) : end] for piece, end in zip(pieces, ends, strict=True))


def _divide_at_capital(run: str) -> str:
    """Two words in "WinstonChurchill"; one in "McDonald", and in coinages from common words as "FaceTime" is."""
    parts = _CAMEL.split(run)
    is_coinage = all(vocabulary.count(part) >= _COMMON for part in parts)
    return run if is_coinage or run.startswith(_NAME_PREFIX) else " ".join(parts)


def _is_convincing(pieces: tuple[str, ...], *, is_title: bool) -> bool:
    """Names divide by chance ("Goldwater", "Wordsworth"): ask for a function word, or two long common words."""
    short = sum(len(piece) <= _SHORT_PIECE for piece in pieces)
    is_dropped_g = pieces[-1] == "in" and vocabulary.is_word("".join(pieces) + "g")
    if is_title or is_dropped_g or 2 * short > len(pieces) or len(pieces[-1]) == 1:
        return False
    return any(piece in _FUNCTION_WORDS for piece in pieces) or all(len(piece) >= _LONG_PIECE for piece in pieces)


@functools.lru_cache(maxsize=4096)
def _best_division(run: str) -> tuple[str, ...]:
    """The likeliest division of ``run`` into two or more common words; empty if there is none."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(run) + 1):
        options = [
            (best[start][0] + vocabulary.log_probability(run[start:end]), (*best[start][1], run[start:end]))
            for start in range(max(0, end - _LONGEST_PIECE), end)
            if (start == 0 or best[start][1]) and _is_common(run[start:end])
        ]
        best.append(max(options, default=(float("-inf"), ())))
    pieces = best[-1][1]
    return pieces if len(pieces) > 1 else ()


def _is_common(piece: str) -> bool:
    return vocabulary.count(piece) >= _MIN_COUNT.get(len(piece), _MIN_COUNT_LONG)
