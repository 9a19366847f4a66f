"""Which model files faces open: the detector's own, the 5-point landmarks and the encoder; never the 68-point file."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import ModelMismatch, ModelMissing
from factcheck.subject import faces

USED = ("shape_predictor_5_face_landmarks.dat", "dlib_face_recognition_resnet_model_v1.dat")


def test_faces_work_where_only_the_five_point_file_exists(tmp_path):
    spec = importlib.util.find_spec("face_recognition_models")
    models = Path(spec.origin).parent / "models"
    package = tmp_path / "face_recognition_models"
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").touch()
    for file in USED:
        (package / "models" / file).symlink_to(models / file)
    code = (
        "import numpy; from factcheck.subject import faces\n"
        "models = faces._models(); import dlib\n"
        "box = dlib.rectangle(50, 50, 250, 250)\n"
        "assert models.landmarks(numpy.zeros((300, 300, 3), numpy.uint8), box).num_parts == 5\n"
        "assert faces.model_path(*faces._LANDMARKS).is_symlink()"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def test_no_code_names_the_other_landmark_file():
    sources = Path(factcheck.__file__).parent.rglob("*.py")
    assert [str(path) for path in sources if "shape_predictor_68" in path.read_text(encoding="utf-8")] == []


def test_a_changed_or_missing_model_is_refused():
    file, _ = faces._LANDMARKS
    with pytest.raises(ModelMismatch, match="not the expected one"):
        faces.model_path(file, "0" * 64)
    with pytest.raises(ModelMissing, match="reinstall"):
        faces.model_path("models/none.dat", "0" * 64)
