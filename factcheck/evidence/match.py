"""FAME's two conditions on one page: how much of the quote stands in it, and whether it names the person.

``match_quote`` gives the longest common subsequence of words in the best window as long as the quote, as a share of
the quote, and the sentences around that window as they stand in the text. ``find_name`` looks for the full name or a
known alias. Words are ``factcheck.text.words`` on both sides, so case, accents, typographic quotes and apostrophes
make no difference. Neither says what the page thinks of the quote: that is ``stance``.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.evidence.passage import passage
from factcheck.kernels.lcs import best_window
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_QUOTE_WORDS = 1_000
"""Words of the quote that are compared: no picture holds more, and it bounds the work on a hostile one."""

_PIECE_CHARS = 400
_SPACE = re.compile(r"\s")
_TOKEN = re.compile(r"\S+")
_TITLES = frozenset({
    "president", "senator", "sen", "governor", "gov", "representative", "rep", "congressman", "congresswoman",
    "secretary", "minister", "justice", "judge", "dr", "mr", "mrs", "ms", "miss", "sir", "lord", "lady", "rev",
    "reverend", "general", "gen", "prof", "professor",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "esq", "phd", "md"})
_BETWEEN_NAMES_NEVER = frozenset({
    "and", "or", "of", "the", "in", "to", "with", "for", "from", "vs", "versus", "at", "by", "on", "as", "is", "was",
    "are", "said", "says", "told", "than", "nor", "but", "not", "a", "an",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Where a quote stands best in a text. ``ratio`` = ``common_words`` of the quote's words, 0–1; ``start_word`` and
    ``end_word`` bound the window in ``text.words(text)``, ``start`` and ``end`` in the text's characters.
    """

    ratio: float
    passage: str
    common_words: int = 0
    start_word: int = 0
    end_word: int = 0
    start: int = 0
    end: int = 0


NO_MATCH = QuoteMatch(0.0, "")


def match_quote(quote: str, text: str) -> QuoteMatch:
    """The best window of ``text`` for ``quote``; ``NO_MATCH`` when they share no word."""
    quote_words = words(quote)[:MAX_QUOTE_WORDS]
    pieces = _pieces(text)
    counted = [words(text[start:end]) for start, end in pieces]
    number: dict[str, int] = {}
    numbered = [number.setdefault(word, len(number) + 1) for word in quote_words]
    page = [number.get(word, 0) for piece in counted for word in piece]
    common, first = best_window(numbered, page)
    if common == 0:
        return NO_MATCH
    last = min(first + len(quote_words), len(page)) - 1
    ends = list(accumulate(len(piece) for piece in counted))
    start, end = _token_of(text, pieces, ends, first)[0], _token_of(text, pieces, ends, last)[1]
    return QuoteMatch(common / len(quote_words), passage(text, start, end), common, first, last + 1, start, end)


def _pieces(text: str) -> list[tuple[int, int]]:
    """The text cut at white space, some 400 characters each, so that a word's place needs no offset per word."""
    pieces, start = [], 0
    while start < len(text):
        cut = _SPACE.search(text, start + _PIECE_CHARS)
        end = cut.start() if cut else len(text)
        pieces.append((start, end))
        start = end
    return pieces


def _token_of(text: str, pieces: list[tuple[int, int]], ends: list[int], index: int) -> tuple[int, int]:
    """First character, and the one after the last, of the token that holds word number ``index`` of the text."""
    piece = bisect.bisect_right(ends, index)
    before = ends[piece - 1] if piece else 0
    for token in _TOKEN.finditer(text, *pieces[piece]):
        before += len(words(token[0]))
        if before > index:
            return token.span()
    return pieces[piece]


def find_name(name: str, aliases: Iterable[str], text: str) -> bool:
    """Whether the text has the full name, or any alias.

    Titles and "Jr." are left out. Middle names may be initials or spelled out, initials may be missing, and one middle
    name may be added ("Hillary Rodham Clinton"), but they may not contradict: "George W. Bush" isn't found in
    "George H. W. Bush". A surname alone counts only when it is given as name or alias.
    """
    page = f" {' '.join(words(text))} "
    return any(_has(page, form) for form in (name, *aliases))


def _has(page: str, form: str) -> bool:
    parts = words(form)
    kept = [part for part in parts if part not in _TITLES and part not in _SUFFIXES]
    parts = kept if len(kept) > 1 else parts
    while len(parts) > 2 and len(parts[0]) == 1 and len(parts[-2]) > 1:  # noqa: PLR2004  "J. Edgar Hoover"
        parts = parts[1:]
    if len(parts) < 2 or len(parts[0]) == 1:  # noqa: PLR2004  "Confucius", "FDR", "J. K. Rowling"
        return any(f" {spelled} " in page or f" {spelled}s " in page for spelled in _spellings(parts))
    first, *middle, last = (re.escape(part) for part in parts)
    pattern = re.compile(rf"(?= {first}((?: [^ ]{{1,40}}){{0,{min(8, max(3, len(middle)))}}}?) {last}s? )")
    return any(_may_stand_between(found[1].split(), middle) for found in pattern.finditer(page))


def _spellings(parts: list[str]) -> set[str]:
    """The ways to write a short name: "J. K. Rowling" and "JK Rowling", "FDR" and "F.D.R."; none for one letter."""
    spellings = {" ".join(parts)}
    if len(parts) > 1:
        initials = "".join(parts[:-1])
        spellings.add(initials + parts[-1] if len(parts[-1]) == 1 else f"{initials} {parts[-1]}")
    elif parts and len(parts[0]) <= 4:  # noqa: PLR2004  letters of an abbreviation
        spellings.add(" ".join(parts[0]))
    return {spelling for spelling in spellings if len(spelling) > 1}


def _may_stand_between(between: list[str], middle: list[str]) -> bool:
    """Whether the words found between first and last name agree with the middle names asked for."""
    if not between:
        return all(len(name) == 1 for name in middle)
    if not middle:
        return all(len(word) == 1 for word in between) or (len(between) == 1 and between[0] not in _BETWEEN_NAMES_NEVER)
    return len(between) == len(middle) and all(
        name == word or (name[0] == word[0] and 1 in (len(name), len(word)))
        for name, word in zip(middle, between, strict=True)
    )
