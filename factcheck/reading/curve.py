"""Text set along an arc, laid straight: an island of the detector's map → a level line.

The middle of the island and its thickness are followed along its length and smoothed by a low polynomial; the
picture is then sampled at right angles to that curve, as much wider and longer as the detector shrinks its lines.
Works for arcs that never turn back on themselves, as mottos over and under a picture are set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DEGREE = 4  # an arc of a circle, seen up to its steep ends
_HALF = 1.3  # half the line's height, in thicknesses of its shrunk island (growth 1.6 on both sides)
_LONGER = 0.8  # thicknesses added at each end, likewise
_FEWEST = 12  # columns that make a curve


def straighten(image: NDArray[np.uint8], island: NDArray[np.float32]) -> NDArray[np.uint8] | None:
    """The line along ``island`` (outline, n × 2, in pixels of ``image``), level; None where it follows no arc."""
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    middle = _middle(island)
    if middle is None:
        return None
    x, y, thickness = middle
    curve = np.polynomial.Polynomial.fit(x, y, _DEGREE)
    if float(np.abs(curve(x) - y).mean()) > thickness / 2:
        return None
    points, normals = _along(curve, x[0], x[-1], thickness)
    across = np.arange(-_HALF * thickness, _HALF * thickness)
    grid = points[None] + across[:, None, None] * normals[None]
    grid = grid.astype(np.float32)
    line = cv2.remap(image, grid[..., 0], grid[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(line, dtype=np.uint8)


def _middle(island: NDArray[np.float32]) -> tuple[NDArray[np.float64], NDArray[np.float64], float] | None:
    """For each column of the island its middle, and the island's usual thickness at right angles to its run."""
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    corner = np.floor(island.min(axis=0))
    width, height = (np.ceil(island.max(axis=0)) - corner + 1).astype(int)
    mask = np.zeros((height, width), dtype=np.uint8)
    cv2.fillPoly(mask, [(island - corner).astype(np.int32)], 1)
    filled = np.flatnonzero(mask.any(axis=0))
    if len(filled) < _FEWEST:
        return None
    top = mask[:, filled].argmax(axis=0)
    bottom = height - 1 - mask[::-1, filled].argmax(axis=0)
    area, length = float(mask.sum()), float(cv2.arcLength(island.astype(np.float32), closed=True)) / 2
    thickness = area / max(1.0, length - area / max(1.0, length))
    x = filled.astype(np.float64) + float(corner[0])
    y = (top + bottom).astype(np.float64) / 2 + float(corner[1])
    return x, y, max(2.0, thickness)


def _along(
    curve: np.polynomial.Polynomial, start: float, end: float, thickness: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points a pixel apart along the curve, and the unit vectors at right angles to it, pointing down."""
    import numpy as np  # noqa: PLC0415

    x = np.linspace(start, end, max(2, int(4 * (end - start))))
    path = np.stack([x, curve(x)], axis=1)
    path = np.concatenate([_beyond(path[0], path[1], thickness)[::-1], path, _beyond(path[-1], path[-2], thickness)])
    steps = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    even = np.arange(0.0, steps[-1])
    points = np.stack([np.interp(even, steps, path[:, axis]) for axis in (0, 1)], axis=1)
    tangents = np.gradient(points, axis=0)
    tangents /= np.maximum(np.linalg.norm(tangents, axis=1, keepdims=True), 1e-6)
    return points, np.stack([-tangents[:, 1], tangents[:, 0]], axis=1)


def _beyond(last: NDArray[np.float64], before: NDArray[np.float64], thickness: float) -> NDArray[np.float64]:
    """The curve drawn on, straight, past one of its ends."""
    import numpy as np  # noqa: PLC0415

    way = (last - before) / max(1e-6, float(np.linalg.norm(last - before)))
    return last + way * np.arange(1.0, 1 + max(1.0, _LONGER * thickness))[:, None]
