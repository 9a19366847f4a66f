"""One suite over every name finder: the same promises, whoever keeps them, with real inference.

stanza takes part where FACTCHECK_STANZA_MODEL_DIR names a folder with its models; no package brings them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import ModelMissing
from factcheck.subject import ner
from factcheck.subject.ner import MAX_TEXT, SpacyNames, StanzaNames, name_finder

STANZA = os.environ.get("FACTCHECK_STANZA_MODEL_DIR")
FINDERS = [SpacyNames(), *([StanzaNames(Path(STANZA))] if STANZA else [])]
WORDS = "The only thing we have to fear is fear itself."
DRAWN = {
    f"{WORDS}\n- Jennifer Rubin": "Jennifer Rubin",
    f"{WORDS.upper()}\n~ SIDNEY POWELL": "Sidney Powell",
    f"{WORDS} —James Randi": "James Randi",
    f"Bob Corker said: “{WORDS}”": "Bob Corker",
    f"{WORDS}\nby Rhonda Patrick, 2017": "Rhonda Patrick",
    f"Sen. Enrique Peña Nieto\n{WORDS}": "Enrique Peña Nieto",
    f"“{WORDS}”\nMaya Angelou": "Maya Angelou",
    f"{WORDS.upper()}\nBY KATHLEEN O'MEARA": "Kathleen O'Meara",
}


@pytest.fixture(params=FINDERS, ids=lambda finder: finder.name)
def finder(request):
    return request.param


@pytest.mark.parametrize(("text", "name"), DRAWN.items(), ids=DRAWN.values())
def test_finds_the_name_in_an_attribution(finder, text, name):
    assert name in [found.name for found in finder.find_people(text)]


@pytest.mark.parametrize("text", ["", "\n", "…", WORDS, WORDS.upper(), "🦅" * 50, "\x00\ud800 \u202e"])
def test_finds_nobody_where_nobody_is_named(finder, text):
    assert finder.find_people(text) == ()


def test_places_and_scores_hold(finder):
    text = f"{WORDS.upper()}\n  — FRANKLIN ROOSEVELT\nJANE Q. DOESON said so"
    found = finder.find_people(text)
    assert [text[one.start : one.end].casefold() for one in found] == [one.name.casefold() for one in found]
    assert all(0 < one.score <= 1 for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert max(found, key=lambda one: one.score).name == "Franklin Roosevelt"


def test_a_long_text_is_read_up_to_its_limit(finder):
    text = f"{WORDS} " * 1_000 + "Jennifer Rubin said so."
    assert len(text) > MAX_TEXT
    assert finder.find_people(text) == ()


def test_the_name_finder_is_chosen_by_name():
    assert name_finder().name == "spacy"
    assert name_finder("stanza").name == "stanza"


def test_stanza_without_its_models_says_how_to_get_them(tmp_path):
    with pytest.raises(ModelMissing, match="stanza"):
        StanzaNames(tmp_path).find_people("Jane Doe")


def test_another_model_is_refused():
    code = (
        "from factcheck.subject import ner; ner.MODEL_SHA256 = '0' * 64\n"
        "from factcheck.errors import ModelMismatch\n"
        "try: ner.SpacyNames().find_people('Jane Doe')\n"
        "except ModelMismatch: raise SystemExit(7)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7
    assert ner.digest(ner.spacy_model_dir(), ner.MODEL_FILES) == ner.MODEL_SHA256


def test_importing_the_finders_loads_no_model():
    code = "import sys, factcheck.subject.resolve; assert not {'spacy', 'stanza', 'dlib', 'cv2'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
