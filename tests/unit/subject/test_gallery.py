"""The gallery file: nothing is loaded without one, damaged ones are refused, and nothing but numbers is kept."""

from __future__ import annotations

import json
import stat
import subprocess
import sys

import numpy as np
import pytest

from factcheck.errors import InputError, StoreError
from factcheck.subject.gallery import Gallery, GalleryPerson

BLANK = np.full((400, 400, 3), 200, dtype=np.uint8)


def write(folder, people, version=1):
    (folder / "people").mkdir()
    path = folder / "people" / "gallery.json"
    path.write_text(json.dumps({"version": version, "people": people}))
    return path


def test_without_a_gallery_no_model_is_loaded(tmp_path):
    code = (
        "import sys, numpy; from pathlib import Path; from factcheck.subject.gallery import Gallery\n"
        "gallery = Gallery(Path(sys.argv[1]))\n"
        "assert gallery.recognise(numpy.zeros((400, 400, 3), numpy.uint8)) is None\n"
        "assert gallery.list() == () and 'dlib' not in sys.modules and 'cv2' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True)


def test_people_are_listed_without_their_encodings(tmp_path):
    write(tmp_path, {"Mary Roe": [[0.5] * 128, [0.25] * 128], "Jane Doe": [[0.0] * 128]})
    assert Gallery(tmp_path).list() == (GalleryPerson("Jane Doe", 1), GalleryPerson("Mary Roe", 2))


def test_a_picture_without_a_face_is_refused_and_a_blank_one_is_nobody(tmp_path):
    write(tmp_path, {"Jane Doe": [[0.0] * 128]})
    gallery = Gallery(tmp_path)
    with pytest.raises(InputError, match="no face found in the picture of Mary Roe"):
        gallery.add("Mary Roe", BLANK)
    assert gallery.recognise(BLANK) is None
    assert gallery.recognise(BLANK[:8, :8]) is None


def test_a_person_is_removed_by_any_of_their_names(tmp_path):
    path = write(tmp_path, {"Franklin D. Roosevelt": [[0.0] * 128], "Theodore Roosevelt": [[1.0] * 128]})
    gallery = Gallery(tmp_path)
    assert gallery.remove("FDR")
    assert not gallery.remove("Roosevelt")
    assert [one.name for one in gallery.list()] == ["Theodore Roosevelt"]
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", "null", '{"version": 2, "people": {}}', '{"version": 1, "people": {"Jane Doe": [[1, 2]]}}',
        '{"version": 1, "people": {"Jane Doe": [["x"]]}}', '{"version": 1}',
    ],
)  # fmt: skip
def test_a_damaged_gallery_is_one_clear_error(tmp_path, content):
    write(tmp_path, {}).write_text(content)
    with pytest.raises(StoreError, match=r"gallery\.json"):
        Gallery(tmp_path).list()


def test_a_name_without_letters_is_refused(tmp_path):
    with pytest.raises(InputError, match="is not a name"):
        Gallery(tmp_path).add("…", BLANK)
