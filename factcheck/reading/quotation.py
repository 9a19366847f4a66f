"""Text between quotation marks: a passage in, the quotations in it out, closed or not, across lines, nested.

OCR gives one mark for all styles, drops the closing one and reads it as an apostrophe, so a mark opens or closes by
what stands beside it, and its shape decides only where that says nothing. A quotation without its closing mark ends
at an attribution line or with its block. Single marks count only where there are no double ones, and never as
apostrophes. What is a quotation and what mere scare quotes is judged in ``statement``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from factcheck.reading.passage import flat

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.reading.passage import Passage

MAX_MARKS = 400
MAX_COLUMNS = 4

_OPENING = "“„‟«‹「『"
_CLOSING = "”»›」』"
_DOUBLE = re.compile(r'["“”„‟«»‹›「」『』]')
_SINGLE = re.compile(r"['‘’‚‛]")
_MISREAD_OPENING = re.compile(r"(?:^|(?<=\n\n))['‘](?=[A-Z])(?!(?:Em|Til|Till|Cause|Bout|Tis|Twas)\b)", re.IGNORECASE)
_ELISION = re.compile(
    r"['’‘](?:em|til|till|cause|bout|round|tis|twas|twere|n|nuff|cuz|coz|cos|\d0s|\d\d)\b", re.IGNORECASE
)
_LOST_MARK = re.compile(
    r"[.!?,…]['’](?=$|\s(?:said|says|asked|replied|wrote)\s)|,(?=\s(?:said|says)\s[A-Z])", re.MULTILINE
)
_INNER_SINGLE = re.compile(r"[\s,:(]['‘](?=\w)")
_STRIP = ' \t\n"“”„‟«»‹›「」『』'

Role = Literal["opens", "closes", "either"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: ``start`` and ``end`` are offsets in the passage, with the marks."""

    text: str
    start: int
    end: int
    is_closed: bool = True
    is_opened: bool = True


def find_quotations(passage: Passage, is_attribution: Callable[[str, str], bool]) -> list[Quotation]:
    """All quotations of the outermost level, in order.

    ``is_attribution(above, line)`` tells whether a line ends an unclosed one.
    """
    marks = [m.start() for m in _DOUBLE.finditer(passage.text)][:MAX_MARKS]
    if marks:  # a single mark that opens a block of such a text is a double one, misread
        marks = sorted({*marks, *(m.start() for m in _MISREAD_OPENING.finditer(passage.text))})[:MAX_MARKS]
    found = _Scan(passage, is_attribution).run(marks) if marks else _single_quotations(passage)
    return [quotation for quotation in found if any(c.isalnum() for c in quotation.text)]


class _Scan:
    """One pass over the double marks; at most one quotation is open, inner ones are counted by depth."""

    def __init__(self, passage: Passage, is_attribution: Callable[[str, str], bool]) -> None:
        self._passage = passage
        self._text = passage.text
        self._is_attribution = functools.cache(is_attribution)  # every mark asks again about the same lines
        self._found: list[Quotation] = []
        self._start: int | None = None
        self._depth = 0

    def run(self, marks: list[int]) -> list[Quotation]:
        for mark in marks:
            role = _role(self._text, mark)
            if self._start is not None:
                self._stop_before(mark)
            if self._start is None:
                self._begin(mark, role)
            else:
                self._go_on(mark, role)
        if self._start is not None:
            self._close(self._natural_end(len(self._text)), is_closed=False)
        return self._found

    def _begin(self, mark: int, role: Role) -> None:
        if _is_inch(self._text, mark):
            return
        if role == "closes":  # the opening mark was lost: the words since the block began
            self._add_unopened(mark)
        else:
            self._start, self._depth = mark, 0

    def _go_on(self, mark: int, role: Role) -> None:
        is_line_start = mark == 0 or self._text[mark - 1] == "\n"
        if role == "opens" and is_line_start:
            self._close(self._natural_end(mark), is_closed=False)
            self._start, self._depth = mark, 0
        elif role == "opens":  # a mark read twice opens once
            self._depth += bool(self._text[self._open + 1 : mark].strip(_STRIP))
        elif self._depth:
            self._depth -= 1
        else:
            self._close(mark + 1, is_closed=True)

    def _stop_before(self, mark: int) -> None:
        """Close the open quotation where an apostrophe stood for its mark or an attribution line ended it."""
        is_closer = _role(self._text, mark) != "opens"
        end = self._natural_end(mark, has_closer=is_closer)
        if end < mark and not self._reaches(end, mark):
            self._close(end, is_closed=False)

    def _reaches(self, end: int, mark: int) -> bool:
        """Whether the quotation may go on past its block's end: the next mark closes it, nothing in between ends it."""
        is_block_end = end == self._paragraph_end()
        return is_block_end and _role(self._text, mark) == "closes" and not self._interrupted(end, mark)

    def _interrupted(self, end: int, mark: int) -> bool:
        between = [line for line in self._text[end:mark].split("\n") if line]
        ended = any(self._is_attribution(above, line) for above, line in pairwise([self._text[end - 1], *between]))
        return ended or len(between) > 8  # noqa: PLR2004

    @property
    def _open(self) -> int:
        return self._start if self._start is not None else 0

    def _natural_end(self, limit: int, *, has_closer: bool = False) -> int:
        """The first place before ``limit`` where an unclosed quotation ends.

        An apostrophe may be its closing mark, unless ``has_closer`` and single marks within explain it.
        """
        block_end = min(self._paragraph_end(), limit)
        lost = _LOST_MARK.search(self._text, self._open + 2, block_end)
        if lost and not (has_closer and _INNER_SINGLE.search(self._text, self._open + 1, lost.start())):
            block_end = lost.end()
        line_start = self._open
        above = ""
        while line_start < block_end:
            line_end = min(self._passage.line_end(line_start), block_end)
            line = self._text[line_start:line_end]
            if line_start > self._open and self._is_attribution(above, line):
                return line_start - 1
            above = line
            line_start = line_end + 1
        return block_end

    def _paragraph_end(self) -> int:
        """Where the open quotation's block ends, or the block into which its sentence goes on in lower case."""
        end = self._passage.block_end(self._open)
        for _ in range(MAX_COLUMNS):
            following = self._text[end : end + 3].lstrip("\n")
            is_cut = self._text[end - 1 : end].isalnum() or self._text[end - 1 : end] == ","
            if not (is_cut and following[:1].islower()):
                break
            end = self._passage.block_end(end + 2)
        return end

    def _close(self, end: int, *, is_closed: bool) -> None:
        self._found.append(_quotation(self._text, self._open, end, is_closed=is_closed))
        self._start = None

    def _add_unopened(self, mark: int) -> None:
        start = self._passage.block_start(mark)
        if self._found and self._found[-1].end > start:
            return
        self._found.append(_quotation(self._text, start, mark + 1, is_closed=True, is_opened=False))


def _role(text: str, at: int) -> Role:
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    is_opening = not after.isspace() and (before.isspace() or before in "([:—–-=")
    is_closing = not before.isspace() and (after.isspace() or after in ".,;:!?)]—–-…~'’\"”")
    if is_opening != is_closing:
        return "opens" if is_opening else "closes"
    if text[at] in _OPENING:
        return "opens"
    return "closes" if text[at] in _CLOSING else "either"


def _is_inch(text: str, at: int) -> bool:
    return text[at] == '"' and bool(re.search(r"(?<!\d)\d{1,2}$", text[max(0, at - 3) : at]))


def _quotation(text: str, start: int, end: int, *, is_closed: bool, is_opened: bool = True) -> Quotation:
    inner = flat(text[start:end].strip(_STRIP))
    if not is_closed and inner.endswith(("'", "’")):  # how a closing double mark may be read
        inner = inner[:-1]
    return Quotation(inner.strip(_STRIP), start, end, is_closed, is_opened)


def _single_quotations(passage: Passage) -> list[Quotation]:
    """Spans between single marks: the first must stand before a word, the last after one, three words or more."""
    text, found, start = passage.text, [], -1
    for mark in [m.start() for m in _SINGLE.finditer(text)][:MAX_MARKS]:
        before = text[mark - 1] if mark else "\n"
        after = text[mark + 1] if mark + 1 < len(text) else "\n"
        can_open = before in " \n:(-—–" and after.isalnum() and not _ELISION.match(text, mark)
        can_close = not before.isspace() and (after.isspace() or after in ".,;:!?)—–-~")
        if start < 0 and can_open:
            start = mark
        elif start >= 0 and can_close and len(text[start:mark].split()) > 2:  # noqa: PLR2004
            is_sure = before in ".!?,…" or after == "\n" or text[start] == "‘"
            if is_sure and passage.block_at(start) == passage.block_at(mark):
                inner = flat(text[start + 1 : mark])
                found.append(Quotation(inner, start, mark + 1))
                start = -1
    return found
