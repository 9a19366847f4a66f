"""The words of a picture or of a typed text as lines and blocks in one string, so that offsets mean one thing.

Lines of one block are joined by a newline, blocks by an empty line. Only the meme's own lines enter, not watermarks,
site chrome or scene text. Doubled single marks ('' and ``) and rare dashes become plain ones here, once, for all rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Box, Reading

MAX_CHARACTERS = 20_000  # a meme has hundreds; a page pasted by mistake must not cost seconds
MAX_LINES = 400
MAX_SPACING = 0.75  # of a line's height, between lines of a paragraph: typefaces of capitals have wide spacing
SAME_HEIGHT = 0.7

_DOUBLED = re.compile(r"''|‘‘|’’|``|´´|‹‹|››|<<|>>|″|＂|❝|❞|〝|〞")
_DASHES = str.maketrans("∼〜～˜－﹣⸺\x00", "~~~~--— ")
_MISREAD_DASH = re.compile(r"^一 ?(?=[A-Z])")  # how OCR models with Chinese in them may read a dash before a name
_BULLET = re.compile(r"^[»›•·*▪►] +")
_LOW_DOUBLED = re.compile(r",,(?=\w)|‚‚(?=\w)")


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` with the offset at which each line starts and the block that each line belongs to."""

    text: str
    starts: tuple[int, ...]
    blocks: tuple[int, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line as written, without its line break."""
        return tuple(self.text[start : self.line_end(start)] for start in self.starts)

    def line_at(self, offset: int) -> int:
        """The number of the line that holds ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def block_at(self, offset: int) -> int:
        """The number of the block that holds ``offset``."""
        return self.blocks[self.line_at(offset)] if self.blocks else 0

    def line_end(self, offset: int) -> int:
        """Where the line that holds ``offset`` ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def block_start(self, offset: int) -> int:
        """Where the block that holds ``offset`` starts."""
        number = self.line_at(offset)
        while number > 0 and self.blocks[number - 1] == self.blocks[number]:
            number -= 1
        return self.starts[number] if self.starts else 0

    def block_end(self, offset: int) -> int:
        """Where the block that holds ``offset`` ends."""
        number = self.line_at(offset)
        while number + 1 < len(self.blocks) and self.blocks[number + 1] == self.blocks[number]:
            number += 1
        return self.line_end(self.starts[number]) if self.starts else 0


def of_reading(reading: Reading) -> Passage:
    """The meme's own lines of a reading, block by block; lines in no block follow at their place."""
    own = [number for number, line in enumerate(reading.lines) if line.role == "meme"]
    if not own:
        return of_text(reading.text)
    block_of = {number: place for place, block in enumerate(reading.blocks) for number in block}
    rows: list[tuple[int, str]] = []
    for number, above in zip(own, [None, *own], strict=False):
        line = reading.lines[number]
        goes_on = above is not None and _goes_on(reading.lines[above].box, line.box)
        rows.append((rows[-1][0] if goes_on else block_of.get(number, -1), line.text))
    return _join(rows)


def of_text(text: str) -> Passage:
    """A typed or transcribed text: empty lines part its blocks."""
    block, rows = 0, []
    for line in text[:MAX_CHARACTERS].splitlines():
        block += not line.strip()
        rows.append((block, line))
    return _join(rows)


def flat(text: str) -> str:
    """Text on one line: every run of white space is one space."""
    return " ".join(text.split())


def _goes_on(above: Box, below: Box) -> bool:
    """Whether a line looks like the next one of a paragraph with wide spacing: same height, over one another, near."""
    heights = sorted((above[3] - above[1], below[3] - below[1]))
    overlap = min(above[2], below[2]) - max(above[0], below[0])
    is_over = overlap > 0.5 * min(above[2] - above[0], below[2] - below[0])
    is_near = -0.5 * heights[0] < below[1] - above[3] < MAX_SPACING * heights[0]
    return is_over and is_near and heights[0] > SAME_HEIGHT * heights[1]


def _join(rows: Iterable[tuple[int, str]]) -> Passage:
    pieces: list[str] = []
    starts: list[int] = []
    blocks: list[int] = []
    offset = 0
    previous: int | None = None
    for block, raw in rows:
        line = _plain(raw)
        if not line or offset + len(line) > MAX_CHARACTERS or len(starts) == MAX_LINES:
            continue
        separator = "" if previous is None else "\n" if block == previous else "\n\n"
        pieces += [separator, line]
        starts.append(offset + len(separator))
        blocks.append((blocks[-1] if blocks else -1) + (separator != "\n"))
        offset += len(separator) + len(line)
        previous = block
    return Passage("".join(pieces), tuple(starts), tuple(blocks))


def _plain(line: str) -> str:
    plain = _LOW_DOUBLED.sub("„", _DOUBLED.sub('"', line.translate(_DASHES)))
    return _MISREAD_DASH.sub("— ", _BULLET.sub("", " ".join(plain.split())))
