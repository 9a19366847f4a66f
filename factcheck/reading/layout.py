"""Lines as an engine found them → the picture's text: ghosts removed, words unglued, ordered, each with its role."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.reading import junk, order
from factcheck.reading.repair import close_quotations, repair_line
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Box, TextLine

_MIN_SCORE = 0.3  # below, it is no text; above, `junk` decides with more than the score
_GHOST_OVERLAP = 0.6  # of the smaller box


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines in reading order with their roles, and their indexes by block."""

    lines: tuple[TextLine, ...]
    blocks: tuple[tuple[int, ...], ...]

    @property
    def text(self) -> str:
        """The meme's own words: a newline between lines, an empty line between blocks."""
        own = [[self.lines[index].text for index in block if self.lines[index].role == "meme"] for block in self.blocks]
        return "\n\n".join("\n".join(block) for block in own if block)


def arrange(lines: Sequence[TextLine], size: tuple[int, int]) -> Layout:
    """Put ``lines`` of a picture of ``size`` (width, height) in order and say whose words each is."""
    read = [line for line in lines if line.text and line.score >= _MIN_SCORE]
    kept = [replace(line, text=repair_line(line.text)) for line in without_ghosts(read)]
    found = order.blocks_in_order([line.box for line in kept])
    roles = junk.roles(kept, found, size)
    ordered = tuple(
        replace(kept[index], role=roles[index], text=text)
        for block in found
        for index, text in zip(block, close_quotations([kept[index].text for index in block]), strict=True)
    )
    starts = [sum(map(len, found[:place])) for place in range(len(found))]
    blocks = tuple(tuple(range(at, at + len(block))) for at, block in zip(starts, found, strict=True))
    return Layout(ordered, blocks)


def without_ghosts(lines: Sequence[TextLine]) -> list[TextLine]:
    """``lines`` without those that lie on a better one and say the same or a part of it."""
    kept: list[TextLine] = []
    for line in sorted(lines, key=lambda line: (-len(words(line.text)), -line.score)):
        if not any(_is_ghost(line, other) for other in kept):
            kept.append(line)
    return [line for line in lines if line in kept]


def _is_ghost(line: TextLine, other: TextLine) -> bool:
    is_on_it = _overlap(line.box, other.box) > _GHOST_OVERLAP
    return is_on_it and "".join(words(line.text)) in "".join(words(other.text))


def _overlap(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return max(0.0, width) * max(0.0, height) / smaller if smaller > 0 else 0.0
