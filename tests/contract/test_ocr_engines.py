"""One suite that every OCR engine passes, with real models on pictures drawn here.

paddleocr lives in an environment of its own (its OpenCV build can't stand beside the headless one): where it is not
importable, the last test runs this file there for it.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from factcheck.errors import ModelMissing, SettingsError
from factcheck.model import TextLine
from factcheck.reading.ocr import ENGINES, load_engine
from factcheck.reading.paddle_models import make_models
from factcheck.reading.read import read_picture
from factcheck.text import words

ROOT = Path(__file__).resolve().parents[2]
LINES = ("The only thing we have", "to fear is fear itself", "Franklin Roosevelt")
PADDLE_PYTHON = ROOT / ".venv-paddle" / "bin" / "python"


def drawn(lines=LINES, size=(720, 360), ink="black", paper="white"):
    image = Image.new("RGB", size, paper)
    draw = ImageDraw.Draw(image)
    for place, line in enumerate(lines):
        draw.text((40, 40 + 90 * place), line, fill=ink, font=ImageFont.load_default(48))
    return np.asarray(image)


INSTALLED = [entry.name for entry in ENGINES if importlib.util.find_spec(entry.name) is not None]
MISSING = [entry.name for entry in ENGINES if entry.name not in INSTALLED]


@pytest.fixture(params=INSTALLED)
def engine(request):
    return load_engine(request.param)


def test_it_says_its_name_and_scripts(engine):
    assert engine.name in {entry.name for entry in ENGINES}
    assert "Latin" in engine.scripts


def test_it_reads_a_drawn_text_word_for_word(engine):
    found = [word for line in engine.read_lines(drawn()) for word in words(line.text)]
    assert found == [word for line in LINES for word in words(line)]


def test_it_reads_light_on_dark(engine):
    found = [word for line in engine.read_lines(drawn(ink="white", paper="navy")) for word in words(line.text)]
    assert found == [word for line in LINES for word in words(line)]


def test_boxes_lie_on_the_lines_in_pixels_of_the_picture(engine):
    lines = [line for line in engine.read_lines(drawn()) if line.text]
    assert len(lines) == len(LINES)
    for place, line in enumerate(sorted(lines, key=lambda line: line.box[1])):
        left, top, right, bottom = line.box
        assert 20 <= left < right <= 720
        assert 40 + 90 * place - 25 <= top < bottom <= 40 + 90 * place + 90


def test_boxes_of_a_picture_larger_than_the_engine_works_on_are_scaled_back(engine):
    picture = np.ascontiguousarray(np.kron(drawn(), np.ones((4, 4, 1), dtype=np.uint8)))
    lines = [line for line in engine.read_lines(picture) if line.text]
    assert max(line.box[3] for line in lines) > 800
    assert max(line.box[2] for line in lines) <= 2900


def test_scores_are_between_nought_and_one_and_sure_of_clean_text(engine):
    lines = [line for line in engine.read_lines(drawn()) if line.text]
    assert all(0 <= line.score <= 1 for line in lines)
    assert np.mean([line.score for line in lines]) > 0.8


def test_an_empty_picture_has_no_text(engine):
    assert [line for line in engine.read_lines(drawn(lines=())) if line.text] == []


@pytest.mark.parametrize("shape", [(1, 1), (2, 900), (900, 2), (33, 31)])
def test_tiny_and_narrow_pictures_are_no_error(engine, shape):
    lines = engine.read_lines(np.full((*shape, 3), 200, dtype=np.uint8))
    assert all(isinstance(line, TextLine) for line in lines)


def test_the_same_picture_reads_the_same_from_two_threads(engine):
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(engine.read_lines, [drawn(), drawn()])
    assert first == second


def test_the_picture_is_left_as_it_was(engine):
    picture = drawn()
    before = picture.copy()
    engine.read_lines(picture)
    assert np.array_equal(picture, before)


def test_reading_with_it_gives_the_text_in_order(engine):
    reading = read_picture(drawn(), engine)
    assert words(reading.text) == [word for line in LINES for word in words(line)]
    assert reading.engine == engine.name
    assert reading.is_script_supported


def test_an_unknown_engine_is_refused_with_the_names_of_the_known():
    with pytest.raises(SettingsError, match="rapidocr, paddleocr, tesserocr"):
        load_engine("guesswork")


@pytest.mark.parametrize("name", MISSING)
def test_an_engine_that_is_not_installed_says_how_to_get_it(name):
    with pytest.raises(ModelMissing, match=f"pip install {name}"):
        load_engine(name)


if "paddleocr" in INSTALLED:

    def test_paddleocr_names_the_model_file_that_a_folder_lacks(tmp_path):
        with pytest.raises(ModelMissing, match=r"no det/inference\.onnx in"):
            load_engine("paddleocr", tmp_path)

    def test_paddleocr_reads_with_a_folder_of_models(tmp_path):
        make_models(tmp_path)
        found = [word for line in load_engine("paddleocr", tmp_path).read_lines(drawn()) for word in words(line.text)]
        assert found == [word for line in LINES for word in words(line)]

else:

    @pytest.mark.slow
    def test_paddleocr_passes_this_suite_in_its_own_environment():
        if not PADDLE_PYTHON.exists():
            pytest.skip("no .venv-paddle here: `make paddle` builds it")
        run = subprocess.run(
            [PADDLE_PYTHON, "-m", "pytest", __file__, "-q", "-k", "paddleocr", "-p", "no:cacheprovider"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=280,
        )
        assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-2000:]
        assert re.search(r"1[5-9] passed|[2-9]\d passed", run.stdout), run.stdout
