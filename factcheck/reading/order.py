"""Reading order: lines of text with boxes → blocks of lines, in the order a person reads them.

Recursive X–Y cuts (Nagy and Seth, 1984): a region is cut at its widest empty band, measured in line heights, so that
columns, whose gutter is wider than the space between their lines, are read one after the other, and panels, whose
space between is wider than their gutter, row by row. Where a title reaches into the columns below it no straight
cut exists; such a region is read by `flow`, which compares lines pair by pair. Its cost is bounded: engines hand on
a few hundred lines at most, and every cut is one sort.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading.flow import columns_in_order, has_columns, inner_span, rows_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Box

_MIN_GUTTER = 0.8  # line heights between two columns; words in a line stand nearer
_MIN_BAND = 0.9  # line heights between two paragraphs


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a region comes apart: the two groups and the empty band between them, in line heights."""

    width: float
    first: list[int]
    second: list[int]


def blocks_in_order(boxes: Sequence[Box]) -> list[list[int]]:
    """Indexes of ``boxes``, grouped by block, blocks and lines in reading order."""
    blocks: list[list[int]] = []
    regions = [list(range(len(boxes)))] if boxes else []
    while regions:
        region = regions.pop()
        cut = _best_cut(boxes, region)
        if cut:
            regions += [cut.second, cut.first]
        elif has_columns(boxes, region):
            blocks += columns_in_order(boxes, region)
        else:
            blocks.append(rows_in_order(boxes, region))
    return blocks


def _best_cut(boxes: Sequence[Box], region: list[int]) -> _Cut | None:
    gutter = max(_cuts(boxes, region, axis=0), key=lambda cut: cut.width, default=None)
    bands = _cuts(boxes, region, axis=1)
    band = max(bands, key=lambda cut: cut.width, default=None)
    gutter = gutter if gutter and gutter.width >= _MIN_GUTTER else None
    band = band if band and band.width >= _MIN_BAND else None
    if gutter and band:
        return band if band.width >= gutter.width else gutter
    return gutter or band or _band_that_frees_a_gutter(boxes, bands)


def _band_that_frees_a_gutter(boxes: Sequence[Box], bands: list[_Cut]) -> _Cut | None:
    """A title close above two columns hides their gutter: cut it off first."""
    for cut in sorted(bands, key=lambda cut: -cut.width):
        for part in (cut.first, cut.second):
            gutters = [gutter for gutter in _cuts(boxes, part, axis=0) if gutter.width >= _MIN_GUTTER]
            if any(min(len(gutter.first), len(gutter.second)) > 1 for gutter in gutters):
                return cut
    return None


def _cuts(boxes: Sequence[Box], region: list[int], axis: int) -> list[_Cut]:
    """Every empty band across ``region`` along one axis (0: between columns, 1: between rows)."""
    spans = sorted((*inner_span(boxes[index], axis), index) for index in region)
    height = max(1.0, statistics.median(_height(boxes[index]) for index in region))
    cuts = []
    end = spans[0][1]
    for place in range(1, len(spans)):
        start, stop, _ = spans[place]
        if start > end:
            first, second = [span[2] for span in spans[:place]], [span[2] for span in spans[place:]]
            cuts.append(_Cut((start - end) / height, first, second))
        end = max(end, stop)
    return cuts


def _height(box: Box) -> float:
    top, bottom = inner_span(box, 1)
    return bottom - top
