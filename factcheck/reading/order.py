"""Reading order: lines of text with boxes → blocks of lines, in the order a person reads them.

A recursive X–Y cut (Nagy and Seth, 1984): a region is cut at its widest empty band, measured in line heights, so that
columns, whose gutter is wider than the space between their lines, are read one after the other, and panels, whose
space between is wider than their gutter, row by row. A title over two columns hides the gutter: then the widest
horizontal band that frees one is cut first. What can't be cut is one block, read by rows.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Box

_INSET = 0.15  # detectors draw boxes larger than the letters by about this share of the height
_MIN_GUTTER = 0.8  # line heights between two columns; words in a line stand nearer
_MIN_BAND = 0.9  # line heights between two paragraphs
_SAME_ROW = 0.5  # of the lower height, by which boxes of one row overlap


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a region comes apart: the two groups and the empty band between them, in line heights."""

    width: float
    first: list[int]
    second: list[int]


def blocks_in_order(boxes: Sequence[Box]) -> list[list[int]]:
    """Indexes of ``boxes``, grouped by block, blocks and lines in reading order."""
    return _cut(boxes, list(range(len(boxes)))) if boxes else []


def _cut(boxes: Sequence[Box], region: list[int]) -> list[list[int]]:
    cut = _best_cut(boxes, region)
    if cut is None:
        return [_by_rows(boxes, region)]
    return _cut(boxes, cut.first) + _cut(boxes, cut.second)


def _best_cut(boxes: Sequence[Box], region: list[int]) -> _Cut | None:
    columns = _widest(boxes, region, axis=0)
    bands = _bands(boxes, region)
    band = max(bands, key=lambda cut: cut.width, default=None)
    is_gutter = columns is not None and columns.width >= _MIN_GUTTER
    is_band = band is not None and band.width >= _MIN_BAND
    if columns and is_gutter and not (band and is_band and band.width >= columns.width):
        return columns
    if is_band:
        return band
    return _band_that_frees_a_gutter(boxes, bands)


def _band_that_frees_a_gutter(boxes: Sequence[Box], bands: list[_Cut]) -> _Cut | None:
    for cut in sorted(bands, key=lambda cut: -cut.width):
        for part in (cut.first, cut.second):
            columns = _widest(boxes, part, axis=0)
            if columns and columns.width >= _MIN_GUTTER and min(len(columns.first), len(columns.second)) > 1:
                return cut
    return None


def _widest(boxes: Sequence[Box], region: list[int], *, axis: int) -> _Cut | None:
    return max(_cuts(boxes, region, axis), key=lambda cut: cut.width, default=None)


def _bands(boxes: Sequence[Box], region: list[int]) -> list[_Cut]:
    return _cuts(boxes, region, 1)


def _cuts(boxes: Sequence[Box], region: list[int], axis: int) -> list[_Cut]:
    """Every empty band across ``region`` along one axis (0: between columns, 1: between rows)."""
    spans = sorted((*_span(boxes[index], axis), index) for index in region)
    cuts = []
    end = spans[0][1]
    for place in range(1, len(spans)):
        start, stop, _ = spans[place]
        if start > end:
            first, second = [s[2] for s in spans[:place]], [s[2] for s in spans[place:]]
            cuts.append(_Cut((start - end) / _line_height(boxes, region), first, second))
        end = max(end, stop)
    return cuts


def _line_height(boxes: Sequence[Box], region: list[int]) -> float:
    return max(1.0, statistics.median(_height(boxes[index]) for index in region))


def _height(box: Box) -> float:
    return (box[3] - box[1]) * (1 - 2 * _INSET)


def _span(box: Box, axis: int) -> tuple[float, float]:
    if axis == 0:
        return box[0], box[2]
    inset = _INSET * (box[3] - box[1])
    return box[1] + inset, box[3] - inset


def _by_rows(boxes: Sequence[Box], region: list[int]) -> list[int]:
    """Lines from top to bottom; those that stand side by side from left to right."""
    rows: list[list[int]] = []
    for index in sorted(region, key=lambda index: boxes[index][1] + boxes[index][3]):
        if rows and any(_beside(boxes[index], boxes[other]) for other in rows[-1]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda index: boxes[index][0])]


def _beside(one: Box, other: Box) -> bool:
    (top, bottom), (other_top, other_bottom) = _span(one, 1), _span(other, 1)
    overlap = min(bottom, other_bottom) - max(top, other_top)
    return overlap > _SAME_ROW * min(bottom - top, other_bottom - other_top)
