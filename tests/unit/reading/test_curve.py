"""An arc of text, drawn here, laid straight: its letters' middle ends up in the middle of the line."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest

from factcheck.reading.curve import straighten


def arc(bend):
    """A black band along an arc on white, and the outline of its middle third."""
    x = np.arange(60, 740)
    y = 200 + bend * ((x - 400) / 340.0) ** 2
    image = np.full((400, 800, 3), 255, dtype=np.uint8)
    for shift in range(-18, 19):
        image[(y + shift).astype(int), x] = 0
    island = np.concatenate([np.stack([x, y - 14], axis=1), np.stack([x, y + 14], axis=1)[::-1]])
    return image, island.astype(np.float32)


@pytest.mark.parametrize("bend", [-90, -40, 60, 110])
def test_an_arc_becomes_a_level_line(bend):
    image, island = arc(bend)
    line = straighten(image, island)
    assert line is not None
    assert line.shape[1] > 5 * line.shape[0]
    dark = line[:, 60:-60, 0] < 128
    assert dark[line.shape[0] // 2].mean() > 0.95  # the band runs through the middle, from end to end
    assert dark[0].mean() < 0.35
    assert dark[-1].mean() < 0.35


def test_a_scribble_is_no_arc():
    x = np.arange(100, 700)
    y = 200 + 90 * np.sin((x - 100) / 25.0)
    island = np.concatenate([np.stack([x, y - 4], axis=1), np.stack([x, y + 4], axis=1)[::-1]]).astype(np.float32)
    assert straighten(np.zeros((400, 800, 3), dtype=np.uint8), island) is None


def test_too_short_a_piece_is_no_arc():
    island = np.array([[0, 0], [5, 0], [5, 5], [0, 5]], dtype=np.float32)
    assert straighten(np.zeros((40, 40, 3), dtype=np.uint8), island) is None


def test_an_arc_at_the_edge_of_the_picture_is_no_error():
    image, island = arc(-40)
    moved = island - [70, 180]
    line = straighten(image, moved.astype(np.float32))
    assert line is None or (line.ndim == 3 and not math.isnan(float(line.mean())))
    assert cv2.countNonZero(image[:, :, 0]) > 0
