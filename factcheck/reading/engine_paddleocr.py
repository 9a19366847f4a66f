"""The paddleocr engine, without the Paddle framework: its own pipeline over onnxruntime and local model folders.

Without a folder it reads with the PP-OCR files that rapidocr carries; with one (``det/`` and ``rec/``, each
``inference.onnx`` and ``inference.yml``), with larger or other models. By default paddleocr asks a model hub; this
never does. It wants OpenCV's GUI build, so it lives in an environment of its own: ``make paddle``.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ModelMissing
from factcheck.model import TextLine
from factcheck.reading import paddle_models
from factcheck.reading.scale import fit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.model import Box

_PARTS = ("det/inference.onnx", "det/inference.yml", "rec/inference.onnx", "rec/inference.yml")


class PaddleOcr:
    """Reads lines with paddleocr's pipeline; safe to share between threads, which then take turns.

    Raises:
        ModelMissing: paddleocr is not installed, or ``model_dir`` lacks a file.
    """

    name = "paddleocr"
    scripts = frozenset({"Latin", "Han", "Kana"})

    def __init__(self, model_dir: Path | None = None) -> None:
        if importlib.util.find_spec("paddleocr") is None:
            raise ModelMissing(
                "the OCR engine paddleocr is not installed: pip install paddleocr onnxruntime"
                " (in an environment of its own; `make paddle` builds one in .venv-paddle)"
            )
        self._lock = threading.Lock()
        if model_dir is not None:
            self._engine = _build(_checked(model_dir))
            return
        with tempfile.TemporaryDirectory(prefix="factcheck-paddle-") as folder:  # the models are read once, here
            paddle_models.make_models(Path(folder))
            self._engine = _build(Path(folder))

    def read_lines(self, pixels: NDArray[np.uint8]) -> tuple[TextLine, ...]:
        """Every line that the models find; boxes are in pixels of ``pixels``."""
        image, scale = fit(pixels)
        with self._lock:
            found = self._engine.predict(image[:, :, ::-1])[0]
        rows = zip(found["rec_texts"], found["rec_scores"], found["rec_boxes"], strict=True)
        return tuple(TextLine(text.strip(), float(score), _scaled(box, scale)) for text, score, box in rows)


def _scaled(box: NDArray[np.int32], scale: float) -> Box:
    left, top, right, bottom = (float(side) / scale for side in box)
    return left, top, right, bottom


def _checked(folder: Path) -> Path:
    missing = [part for part in _PARTS if not (folder / part).is_file()]
    if missing:
        raise ModelMissing(
            f"no {missing[0]} in {folder}: put paddleocr's ONNX models there, or unset FACTCHECK_PADDLE_MODEL_DIR"
        )
    return folder


def _build(folder: Path) -> Any:  # noqa: ANN401 - paddleocr is untyped
    os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")  # read on import: else it asks model hubs
    from paddleocr import PaddleOCR  # noqa: PLC0415 - 4 s to import

    logging.getLogger("paddlex").setLevel(logging.ERROR)  # one line for each model that it opens, otherwise
    return PaddleOCR(
        engine="onnxruntime",
        device="cpu",
        text_detection_model_name=paddle_models.DETECTION,
        text_detection_model_dir=str(folder / "det"),
        text_recognition_model_name=paddle_models.RECOGNITION,
        text_recognition_model_dir=str(folder / "rec"),
        text_rec_score_thresh=0.0,
        use_doc_orientation_classify=False,
        use_doc_unwarping=False,
        use_textline_orientation=False,
    )
