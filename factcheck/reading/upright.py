"""Pictures turned by 90, 180 or 270°: noticed from how their lines were read, turned back, read again.

A turned picture gives itself away. By 90 or 270° its lines are taller than wide; engines lay such lines flat in one
direction, so a good reading says which way it was turned. Upside down, lines are level but read badly: over 27 memes
the mean score was at least 0.92 upright and at most 0.83 upside down. Only then is the picture read again, and the
turned reading must be clearly better. An upright picture costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from factcheck.model import TextLine
    from factcheck.reading.ocr import OcrEngine

_TALL = 1.5  # height over width of a line that runs up or down
_SHORTEST = 3  # letters of a line whose shape means anything
_READ_WELL = 0.88
_ENOUGH_LETTERS = 8
_BETTER = 1.3  # times as good must the turned reading be


def read_upright(pixels: NDArray[np.uint8], engine: OcrEngine) -> tuple[tuple[TextLine, ...], int, tuple[int, int]]:
    """The upright picture's lines, by how many degrees clockwise it was turned, and its upright (width, height)."""
    import numpy as np  # noqa: PLC0415

    lines = engine.read_lines(pixels)
    best, degrees, size = lines, 0, (pixels.shape[1], pixels.shape[0])
    for turn in suspected_turns(lines):
        upright = np.ascontiguousarray(np.rot90(pixels, turn // 90))  # counter-clockwise, back to where it was
        again = engine.read_lines(upright)
        if _score(again) > _READ_WELL and _worth(again) > _BETTER * _worth(best):
            best, degrees, size = again, turn, (upright.shape[1], upright.shape[0])
            break
    return best, degrees, size


def suspected_turns(lines: Sequence[TextLine]) -> tuple[int, ...]:
    """The turns (degrees clockwise) that the lines speak for, likeliest first."""
    longer = [line for line in lines if len(line.text) >= _SHORTEST]
    letters = sum(len(line.text) for line in longer)
    if letters < _ENOUGH_LETTERS:
        return ()
    score = _score(lines)
    if 2 * sum(len(line.text) for line in longer if _is_tall(line)) > letters:
        return (90, 270) if score > _READ_WELL else (270, 90)
    known = sum(len(line.text) * vocabulary.known_share(line.text) for line in longer) / letters
    return (180,) if score < _READ_WELL and known < _READ_WELL else ()


def _score(lines: Sequence[TextLine]) -> float:
    """Mean score by letter of lines long enough to mean anything."""
    longer = [line for line in lines if len(line.text) >= _SHORTEST]
    letters = sum(len(line.text) for line in longer)
    return sum(len(line.text) * line.score for line in longer) / max(1, letters)


def _is_tall(line: TextLine) -> bool:
    left, top, right, bottom = line.box
    return bottom - top > _TALL * (right - left)


def _worth(lines: Sequence[TextLine]) -> float:
    """How much was read, and how surely, of lines that lie level."""
    return sum(
        len(line.text) * line.score * (0.2 + vocabulary.known_share(line.text))
        for line in lines
        if not (_is_tall(line) and len(line.text) >= _SHORTEST)
    )
