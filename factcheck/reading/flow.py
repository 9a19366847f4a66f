"""Lines that no straight cut takes apart, put in order by comparing them pair by pair.

Breuel's two rules (High Performance Document Layout Analysis, 2003): a line comes before another that it overlaps
sideways and stands above; and before one wholly to its right, unless a line between them in height spans both. The
order is then a topological sort. A block ends where the next line is not the one right below. Also the plain order
by rows, for regions without columns, and the question which of the two a region needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Box

_INSET = 0.15  # detectors draw boxes larger than the letters by about this share of the height
_SAME_ROW = 0.5  # of the lower height, by which boxes of one row overlap
_STAGGERED = 0.2  # the same for lines of two columns, whose rows need not agree
_APART = 0.8  # line heights between boxes of one row that are no words of one line
_MOST_LINES = 120  # pair by pair is cubic; pictures with more lines are read by rows


def inner_span(box: Box, axis: int) -> tuple[float, float]:
    """From where to where a box reaches (0: left to right, 1: top to bottom), without the detector's margin."""
    if axis == 0:
        return box[0], box[2]
    inset = _INSET * (box[3] - box[1])
    return box[1] + inset, box[3] - inset


def rows_in_order(boxes: Sequence[Box], region: Sequence[int]) -> list[int]:
    """Lines from top to bottom; those that stand side by side from left to right."""
    rows: list[list[int]] = []
    for index in sorted(region, key=lambda index: boxes[index][1] + boxes[index][3]):
        if rows and any(_is_beside(boxes[index], boxes[other]) for other in rows[-1]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda index: boxes[index][0])]


def has_columns(boxes: Sequence[Box], region: Sequence[int]) -> bool:
    """Whether two rows or more hold lines that stand apart side by side."""
    if len(region) > _MOST_LINES:
        return False
    apart = {
        index
        for index in region
        for other in region
        if _is_beside(boxes[index], boxes[other], _STAGGERED) and _gap(boxes[index], boxes[other]) > _APART
    }
    return len(apart) > 3  # noqa: PLR2004 - two rows of two


def columns_in_order(boxes: Sequence[Box], region: Sequence[int]) -> list[list[int]]:
    """Breuel's order of ``region``, divided into blocks of lines that stand one below the other."""
    waiting = sorted(region, key=lambda index: (boxes[index][1], boxes[index][0]))
    before = {index: {other for other in waiting if _comes_before(boxes, other, index, waiting)} for index in waiting}
    blocks: list[list[int]] = []
    last: int | None = None
    while waiting:
        ready = [index for index in waiting if not before[index] & set(waiting)] or waiting[:1]
        below = [index for index in ready if last is not None and _is_next(boxes[last], boxes[index])]
        index = (below or ready)[0]
        if last is not None and _is_next(boxes[last], boxes[index]):
            blocks[-1].append(index)
        else:
            blocks.append([index])
        waiting.remove(index)
        last = index
    return blocks


def _comes_before(boxes: Sequence[Box], one: int, other: int, lines: Sequence[int]) -> bool:
    if one == other:
        return False
    if _overlap(boxes[one], boxes[other], 0) > 0:
        return _middle(boxes[one]) < _middle(boxes[other])
    if boxes[one][0] > boxes[other][0]:
        return False
    return not any(_spans(boxes[line], boxes[one], boxes[other]) for line in lines if line not in (one, other))


def _spans(line: Box, one: Box, other: Box) -> bool:
    """Whether ``line`` lies between the two in height and reaches over both sideways."""
    low, high = sorted((_middle(one), _middle(other)))
    return low < _middle(line) < high and _overlap(line, one, 0) > 0 and _overlap(line, other, 0) > 0


def _is_next(one: Box, other: Box) -> bool:
    height = min(one[3] - one[1], other[3] - other[1])
    is_near = inner_span(other, 1)[0] - inner_span(one, 1)[1] < height
    return is_near and _overlap(one, other, 0) > 0.5 * min(one[2] - one[0], other[2] - other[0])


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _overlap(one: Box, other: Box, axis: int) -> float:
    (start, end), (other_start, other_end) = inner_span(one, axis), inner_span(other, axis)
    return min(end, other_end) - max(start, other_start)


def _is_beside(one: Box, other: Box, share: float = _SAME_ROW) -> bool:
    (top, bottom), (other_top, other_bottom) = inner_span(one, 1), inner_span(other, 1)
    return _overlap(one, other, 1) > share * min(bottom - top, other_bottom - other_top)


def _gap(one: Box, other: Box) -> float:
    height = max(1.0, min(one[3] - one[1], other[3] - other[1]))
    return -_overlap(one, other, 0) / height
