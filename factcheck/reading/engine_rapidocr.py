"""The default OCR engine: PP-OCRv6 small, whose ONNX files come inside the ``rapidocr`` wheel.

Nothing is downloaded: the three files are looked for first, and missing ones are an error rather than a request to a
model hub. The engine's own orientation classifier is off, because it turns single lines and so hides that the whole
picture is turned; ``read`` decides that from all lines. Large pictures are reduced first: detection works at about
the size at which people see memes, and its cost grows with the pixels.
"""

from __future__ import annotations

import importlib.util
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ModelMissing
from factcheck.model import TextLine
from factcheck.reading.scale import fit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "rapidocr"
_FILES = ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx")
_MIN_SCORE = 0.3  # what is kept as a line at all; `junk` decides with more than the score


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
    """Reads lines with PP-OCR; safe to share between threads, which then take turns."""

    name = NAME
    scripts = frozenset({"Latin", "Han", "Kana"})

    def __init__(self, threads: int | None = None) -> None:
        self._lock = threading.Lock()
        self._engine = _build(models_folder(), threads or os.cpu_count() or 1)

    def read_lines(self, pixels: NDArray[np.uint8]) -> tuple[TextLine, ...]:
        """Every line that the models find, in the order they find them; boxes are in pixels of ``pixels``."""
        image, scale = fit(pixels)
        with self._lock:
            found = self._engine(image[:, :, ::-1])  # the models were trained on BGR
        if found.txts is None:
            return ()
        return tuple(
            TextLine(text.strip(), float(score), _box(quad, scale))
            for text, score, quad in zip(found.txts, found.scores, found.boxes, strict=True)
            if text.strip()
        )


def _box(quad: NDArray[np.float32], scale: float) -> tuple[float, float, float, float]:
    left, top = quad.min(axis=0) / scale
    right, bottom = quad.max(axis=0) / scale
    return float(left), float(top), float(right), float(bottom)


def _build(folder: Path, threads: int) -> Any:  # noqa: ANN401 - rapidocr is untyped
    from rapidocr import RapidOCR  # noqa: PLC0415 - 0.8 s to import

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.text_score": _MIN_SCORE,
            "Global.model_root_dir": str(folder),
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
