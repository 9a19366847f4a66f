"""Lines cut out of a picture along their own slant: four corners → a level rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.model import Box

_UPRIGHT_RATIO = 1.5  # height over width from which a line is taken to run upwards, as PP-OCR's training had it


def cut_out(image: NDArray[np.uint8], quad: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The line with corners ``quad`` (4 × 2: from top left, clockwise), level; one that runs upwards laid flat."""
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    corners = quad.astype(np.float32)
    width = max(1, int(max(_distance(corners[0], corners[1]), _distance(corners[2], corners[3]))))
    height = max(1, int(max(_distance(corners[0], corners[3]), _distance(corners[1], corners[2]))))
    level = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    turn = cv2.getPerspectiveTransform(corners, level)
    line = cv2.warpPerspective(image, turn, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC)
    return np.asarray(np.rot90(line) if height >= _UPRIGHT_RATIO * width else line, dtype=np.uint8)


def part_of_box(quad: NDArray[np.float32], start: float, end: float) -> Box:
    """The upright box around the part of a line from ``start`` to ``end`` of its length, 0–1."""
    corners = quad.astype(float)
    along, below = corners[1] - corners[0], corners[2] - corners[3]
    if start > 0 or end < 1:
        corners = corners[[0, 0, 3, 3]] + [along * start, along * end, below * end, below * start]
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _distance(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    import numpy as np  # noqa: PLC0415

    return float(np.linalg.norm(one - other))
