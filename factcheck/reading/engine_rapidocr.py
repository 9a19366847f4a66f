"""The default OCR engine: PP-OCRv6 small, whose ONNX files come inside the ``rapidocr`` wheel.

Its models, run by ``detect`` and ``recognise`` rather than by rapidocr's own classes: those lose the model's opinion
on spaces, drop text set along an arc, take a second to import and ask a model hub when a file is missing. Here a
missing file is an error. The orientation classifier is not used, because it turns single lines and so hides that the
whole picture is turned; ``read`` decides that from all lines.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ModelMissing
from factcheck.model import TextLine
from factcheck.reading.crop import cut_out, part_of_box
from factcheck.reading.curve import straighten
from factcheck.reading.detect import Detector
from factcheck.reading.recognise import Recognised, Recogniser
from factcheck.reading.scale import fit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.reading.detect import Region

_FILES = ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx")
_UNREAD = Recognised("", 0.0)
_MOST_LINES = 400  # a page of newsprint; pictures that claim more are noise, and every line costs 10 ms
_READ_BENT = 0.9  # a line laid straight from an arc reads at 0.99, a scribble at far less


def models_folder() -> Path:
    """Where the wheel keeps its models.

    Raises:
        ModelMissing: rapidocr is not installed, or this version of it carries other models.
    """
    spec = importlib.util.find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise ModelMissing("the OCR engine rapidocr is not installed: pip install rapidocr onnxruntime")
    folder = Path(spec.origin).parent / "models"
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise ModelMissing(f"rapidocr lacks {missing[0]}: pip install --force-reinstall 'rapidocr>=3.10'")
    return folder


class RapidOcr:
    """Reads lines with PP-OCR; safe to share between threads. ``threads``: for one picture, all cores by default."""

    name = "rapidocr"
    scripts = frozenset({"Latin", "Han", "Kana"})

    def __init__(self, threads: int | None = None) -> None:
        folder, threads = models_folder(), threads or os.cpu_count() or 1
        self._detector = Detector(folder / _FILES[0], threads)
        self._recogniser = Recogniser(folder / _FILES[1], threads)

    def read_lines(self, pixels: NDArray[np.uint8]) -> tuple[TextLine, ...]:
        """Every line that the models find, from top to bottom; boxes are in pixels of ``pixels``."""
        fitted, scale = fit(pixels)
        image = fitted[:, :, ::-1].copy()  # the models were trained on BGR
        regions = self._detector.regions(image)[:_MOST_LINES]
        return tuple(
            TextLine(line.text.strip(), line.score, part_of_box(region.quad / scale, line.start, line.end))
            for region, lines in zip(regions, self._read(image, regions), strict=True)
            for line in lines
        )

    def _read(self, image: NDArray[np.uint8], regions: list[Region]) -> list[tuple[Recognised, ...]]:
        straight = self._recogniser.read([cut_out(image, region.quad) for region in regions])
        bent = {
            index: line
            for index, region in enumerate(regions)
            if region.island is not None and (line := straighten(image, region.island)) is not None
        }
        laid = dict(zip(bent, self._recogniser.read(list(bent.values())), strict=True))
        return [
            _better(straight[index] if region.fills_quad else (), laid.get(index, ()))
            for index, region in enumerate(regions)
        ]


def _better(straight: tuple[Recognised, ...], laid: tuple[Recognised, ...]) -> tuple[Recognised, ...]:
    """The reading to keep of a line cut out by its rectangle and one laid straight along its arc."""
    if len(laid) == 1 and laid[0].score >= max(_READ_BENT, *(line.score for line in straight), 0.0):
        return (Recognised(laid[0].text, laid[0].score),)  # its box is the whole region
    return straight or (_UNREAD,)
