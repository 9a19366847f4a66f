"""PP-OCR model folders as paddleocr wants them, made from the ONNX files inside rapidocr: nothing is downloaded.

A folder holds ``det/`` and ``rec/``, each with ``inference.onnx`` (a link to rapidocr's file) and an ``inference.yml``
that names the model and its pre- and post-processing. The alphabet comes from the recognition model's own metadata.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.reading.engine_rapidocr import models_folder

if TYPE_CHECKING:
    from pathlib import Path

DETECTION, RECOGNITION = "PP-OCRv6_small_det", "PP-OCRv6_small_rec"
_FILES = {"det": "PP-OCRv6_det_small.onnx", "rec": "PP-OCRv6_rec_small.onnx"}


def make_models(folder: Path) -> None:
    """Fill ``folder`` with ``det/`` and ``rec/``; what is there already is kept.

    Raises:
        ModelMissing: rapidocr, whose files these are, is not installed.
    """
    source = models_folder()
    for part, name in _FILES.items():
        target = folder / part
        target.mkdir(parents=True, exist_ok=True)
        if not (target / "inference.onnx").exists():
            (target / "inference.onnx").symlink_to(source / name)
        if not (target / "inference.yml").exists():
            settings = _detection() if part == "det" else _recognition(_alphabet(source / name))
            (target / "inference.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")


def _alphabet(model: Path) -> list[str]:
    import onnxruntime  # noqa: PLC0415

    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    characters: str = session.get_modelmeta().custom_metadata_map["character"]
    return characters.splitlines()


def _detection() -> dict[str, Any]:
    """JSON is YAML: no YAML library is needed to write these."""
    normalise = {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5], "scale": "1./255.", "order": "hwc"}
    return {
        "Global": {"model_name": DETECTION},
        "PreProcess": {
            "transform_ops": [
                {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
                {"DetLabelEncode": None},
                {"DetResizeForTest": {"limit_side_len": 736, "limit_type": "min"}},
                {"NormalizeImage": normalise},
                {"ToCHWImage": None},
                {"KeepKeys": {"keep_keys": ["image", "shape", "polys", "ignore_tags"]}},
            ]
        },
        "PostProcess": {
            "name": "DBPostProcess", "thresh": 0.3, "box_thresh": 0.5, "max_candidates": 1000, "unclip_ratio": 1.6,
        },
    }  # fmt: skip


def _recognition(alphabet: list[str]) -> dict[str, Any]:
    return {
        "Global": {"model_name": RECOGNITION},
        "PreProcess": {
            "transform_ops": [
                {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
                {"MultiLabelEncode": {"gtc_encode": "NRTRLabelEncode"}},
                {"RecResizeImg": {"image_shape": [3, 48, 320]}},
                {"KeepKeys": {"keep_keys": ["image", "label_ctc", "label_gtc", "length", "valid_ratio"]}},
            ]
        },
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": alphabet},
    }
