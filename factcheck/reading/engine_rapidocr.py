"""The default OCR engine: PP-OCRv6 small, whose ONNX files come inside the ``rapidocr`` wheel.

rapidocr finds the lines; ``recognise`` reads them, with the spaces that rapidocr would lose. Nothing is downloaded:
the files are looked for first, and missing ones are an error rather than a request to a model hub. rapidocr's
orientation classifier is off, because it turns single lines and so hides that the whole picture is turned; ``read``
decides that from all lines. Detection works at rapidocr's own 736 pixels for the shorter side: 960 took four times
as long and found no more of the political memes' words.
"""

from __future__ import annotations

import importlib.util
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ModelMissing
from factcheck.model import TextLine
from factcheck.reading.crop import cut_out, part_of_box
from factcheck.reading.recognise import Recognised, Recogniser
from factcheck.reading.scale import fit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "rapidocr"
_FILES = ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx")
_UNREAD = Recognised("", 0.0)
_MOST_LINES = 400  # a page of newsprint; pictures that claim more are noise, and every line costs 10 ms


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
    """Reads lines with PP-OCR; safe to share between threads, which then take turns at detection."""

    name = NAME
    scripts = frozenset({"Latin", "Han", "Kana"})

    def __init__(self, threads: int | None = None) -> None:
        folder, threads = models_folder(), threads or os.cpu_count() or 1
        self._lock = threading.Lock()
        self._detector = _detector(folder, threads)
        self._recogniser = Recogniser(folder / _FILES[1], threads)

    def read_lines(self, pixels: NDArray[np.uint8]) -> tuple[TextLine, ...]:
        """Every line that the models find, in the order they find them; boxes are in pixels of ``pixels``."""
        image, scale = fit(pixels)
        image = image[:, :, ::-1]  # the models were trained on BGR
        with self._lock:
            found = self._detector(image, use_det=True, use_cls=False, use_rec=False)
        quads = () if found.boxes is None else found.boxes[:_MOST_LINES]
        crops = [cut_out(image, quad) for quad in quads]
        return tuple(
            TextLine(line.text.strip(), line.score, part_of_box(quad / scale, line.start, line.end))
            for quad, lines in zip(quads, self._recogniser.read(crops), strict=True)
            for line in lines or (_UNREAD,)
        )


def _detector(folder: Path, threads: int) -> Any:  # noqa: ANN401 - rapidocr is untyped
    from rapidocr import RapidOCR  # noqa: PLC0415 - 0.8 s to import

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.model_root_dir": str(folder),
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
