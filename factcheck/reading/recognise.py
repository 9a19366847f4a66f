"""Crops of single lines → text, with the PP-OCR recognition model on onnxruntime.

rapidocr's own recogniser throws away what the model says about spaces; this one keeps it, because in the narrow
fonts of memes the model drops a space and still gives it 0.1–0.4. It also squeezes lines to 0.85 of their width,
which reads wide-set capitals better and costs a third less (word recall 0.942 → 0.946 on the 318 political memes).
A line whose letters stand far apart in one place is two: detectors join captions of neighbouring panels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.reading import spacing
from factcheck.reading.session import open_session

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

_HEIGHT = 48  # the model's
_NARROWEST, _WIDEST = 320, 3200
_SQUEEZE = 0.85
_BATCH = 6
_BLANK = 0
_QUOTES = "\"“”'’"
_CLOSING_QUOTE = 0.03  # right wherever the dev half of the political memes reached it; below 0.01 mostly wrong
_APART_STEPS = 10  # of 8 pixels, two line heights: no font sets its words so far apart
_HYPHEN_SPACE = 0.015  # a hyphen with this much space on both sides is a mark in the background


@dataclass(frozen=True, slots=True)
class Recognised:
    """One line's text and mean confidence; ``start`` and ``end``: which part of the crop's width it is on, 0–1."""

    text: str
    score: float
    start: float = 0.0
    end: float = 1.0


class Recogniser:
    """The model and its alphabet."""

    def __init__(self, path: Path, threads: int) -> None:
        self._session = open_session(path, threads)
        characters = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._alphabet = ["", *characters, " "]
        self._quotes = [place for place, character in enumerate(self._alphabet) if character and character in _QUOTES]

    def read(self, crops: Sequence[NDArray[np.uint8]]) -> list[tuple[Recognised, ...]]:
        """What each crop (height × width × 3, BGR) says: one line, none, or several that stand apart."""
        widths = [_width(crop) for crop in crops]
        found: list[tuple[Recognised, ...]] = [()] * len(crops)
        order = sorted(range(len(crops)), key=widths.__getitem__)
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            scores = self._run([crops[index] for index in batch], [widths[index] for index in batch])
            for row, index in enumerate(batch):
                used = widths[index] / max(_NARROWEST, widths[batch[-1]])
                found[index] = self._decode(scores[row], used)
        return found

    def _run(self, crops: list[NDArray[np.uint8]], widths: list[int]) -> NDArray[np.float32]:
        import cv2  # noqa: PLC0415
        import numpy as np  # noqa: PLC0415

        batch = np.zeros((len(crops), 3, _HEIGHT, max(_NARROWEST, *widths)), dtype=np.float32)
        for row, (crop, width) in enumerate(zip(crops, widths, strict=True)):
            resized = cv2.resize(crop, (width, _HEIGHT)).transpose(2, 0, 1)
            batch[row, :, :, :width] = resized.astype(np.float32) / 127.5 - 1
        output: NDArray[np.float32] = self._session.run(None, {self._session.get_inputs()[0].name: batch})[0]
        return output

    def _decode(self, scores: NDArray[np.float32], used: float) -> tuple[Recognised, ...]:
        """Greedy CTC: the likeliest symbol at each step, repeats and blanks dropped."""
        best = scores.argmax(axis=1)
        steps = [t for t in range(len(best)) if best[t] != _BLANK and (t == 0 or best[t] != best[t - 1])]
        lines = []
        for part in _apart(steps, [self._alphabet[best[t]] for t in steps]):
            after = part[-1] + 1
            text = self._text(scores, best, part)
            if part[-1] == steps[-1] and text[-1] not in _QUOTES:
                text += self._closing_quote(scores[after:])
            score = float(scores[part, best[part]].mean())
            ends = (part[0] / (len(best) * used), (part[-1] + 1) / (len(best) * used))
            lines.append(Recognised(text, score, ends[0], min(1.0, ends[1])))
        return tuple(lines)

    def _closing_quote(self, rest: NDArray[np.float32]) -> str:
        """The quotation mark that the model half saw past the last letter."""
        is_seen = bool((rest[:, self._quotes] >= _CLOSING_QUOTE).any())
        return '"' if is_seen else ""

    def _text(self, scores: NDArray[np.float32], best: NDArray[np.intp], steps: list[int]) -> str:
        import numpy as np  # noqa: PLC0415

        characters = [self._alphabet[best[t]] for t in steps]
        space = len(self._alphabet) - 1
        spaces = [float(np.max(scores[a : b + 1, space])) for a, b in pairwise(steps)]
        characters = [
            " " if _is_background_mark(characters, spaces, place) else character
            for place, character in enumerate(characters)
        ]
        return spacing.by_probability("".join(characters), spaces)


def _is_background_mark(characters: list[str], spaces: list[float], place: int) -> bool:
    """A hyphen between two letters where the model also held a space likely on both sides."""
    if characters[place] not in "-_·" or not 0 < place < len(characters) - 1:
        return False
    between_letters = characters[place - 1].isalpha() and characters[place + 1].isalpha()
    return between_letters and min(spaces[place - 1], spaces[place]) > _HYPHEN_SPACE


def _apart(steps: list[int], characters: list[str]) -> Iterator[list[int]]:
    """``steps`` divided where nothing is read for long, between two parts that are both words."""
    start = 0
    for place in range(1, len(steps)):
        parts = characters[start:place], characters[place:]
        if steps[place] - steps[place - 1] >= _APART_STEPS and all(map(_has_word, parts)):
            yield steps[start:place]
            start = place
    if steps:
        yield steps[start:]


def _has_word(characters: list[str]) -> bool:
    return sum(character.isalnum() for character in characters) > 1


def _width(crop: NDArray[np.uint8]) -> int:
    height, width = crop.shape[:2]
    return max(8, min(_WIDEST, math.ceil(_SQUEEZE * _HEIGHT * int(width) / int(height))))
