"""One suite over every speller: the same promises, whoever keeps them. pyenchant takes part where it is installed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.search.spelling import MAX_WORD, load_speller

HAS_ENCHANT = importlib.util.find_spec("enchant") is not None
ENGINES = ["pyspellchecker", *(["pyenchant"] if HAS_ENCHANT else [])]
RIGHT = (
    "freedom FREEDOM Freedoms unalienable don't Don’t dont youre people's self-evident vaccine covid colour "
    "organisation 1941 20th 3.5 naïve"
)


@pytest.fixture(params=ENGINES)
def speller(request):
    return load_speller(request.param)


@pytest.mark.parametrize("word", RIGHT.split())
def test_knows_a_word_as_people_write_it(speller, word):
    assert speller.known(word)


@pytest.mark.parametrize("word", ["freedqm", "tbe", "recieve", "zxqv", "", "-", "'", "x" * (MAX_WORD + 1), "1iberty"])
def test_does_not_know_a_misreading(speller, word):
    assert not speller.known(word)


@given(st.text(max_size=60))
def test_answers_about_any_text(word):
    assert load_speller().known(word) in {True, False}


def test_a_missing_dictionary_says_how_to_get_it():
    code = (
        "import sys; sys.modules['enchant'] = None\n"
        "from factcheck.errors import ModelMissing; from factcheck.search.spelling import load_speller\n"
        "try: load_speller('pyenchant')\n"
        "except ModelMissing as error: assert 'pip install pyenchant' in str(error); raise SystemExit(7)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7


def test_importing_loads_no_dictionary():
    code = "import sys, factcheck.search.spelling; assert 'spellchecker' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
