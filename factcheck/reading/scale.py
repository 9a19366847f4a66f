"""A picture brought to a size that OCR can work on, and the factor to bring boxes back.

Large pictures are reduced to ``LONGEST_SIDE``; very narrow ones are padded with their own border, because detectors
round their input to multiples of 32 pixels and fail on less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST_SIDE = 2000
SHORTEST_SIDE = 32


def fit(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], float]:
    """The picture within bounds, padded at its right and bottom where needed, and new pixels per old pixel."""
    import cv2  # noqa: PLC0415 - loaded with the first picture
    import numpy as np  # noqa: PLC0415

    height, width = pixels.shape[:2]
    scale = min(1.0, LONGEST_SIDE / max(height, width))
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    pad = [(0, max(0, SHORTEST_SIDE - side)) for side in pixels.shape[:2]]
    if any(after for _, after in pad):
        pixels = np.pad(pixels, (*pad, (0, 0)), mode="edge")
    return np.ascontiguousarray(pixels), scale
