from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.spacing import by_probability, by_vocabulary


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("BURNING FOSSILFUELS byexamining it", "BURNING FOSSIL FUELS by examining it"),
        ("REMEMBERWHEN", "REMEMBER WHEN"),
        ("TOBEGFORFEDERAL", "TO BEG FOR FEDERAL"),
        ("AMORON", "A MORON"),
        ("-WinstonChurchill", "-Winston Churchill"),
    ],
)
def test_glued_words_are_split(glued, apart):
    assert by_vocabulary(glued) == apart


@pytest.mark.parametrize(
    "text",
    [
        "Pelosi Newsom Manchin Goldwater Trudeau Wordsworth Antifa ANTIFA",
        "McDonald DeSantis MacArthur FaceTime YouTube",
        "imgflip.com @gooddoctor #lockherup Facebook.com/goodnews",
        "don't isn't you're DONT ISNT",
        "fuckin ridin outta",
        "C02 covid19 2020",
        "Überall naïve façade",
    ],
)
def test_words_names_and_addresses_stay_whole(text):
    assert by_vocabulary(text) == text


@given(st.text(max_size=80))
def test_only_spaces_are_ever_added(text):
    assert by_vocabulary(text).replace(" ", "") == text.replace(" ", "")


def spaces(text, **at):
    found = [0.0] * max(0, len(text) - 1)
    for place, probability in at.items():
        found[int(place[1:])] = probability
    return found


def test_a_likely_space_inside_no_word_parts_it():
    assert by_probability("CANIGETA", spaces("CANIGETA", p2=0.13, p3=0.1, p6=0.16)) == "CAN I GET A"


def test_a_known_word_is_never_parted():
    assert by_probability("FLAG", spaces("FLAG", p0=0.08)) == "FLAG"
    assert by_probability("ALLFLAG", spaces("ALLFLAG", p2=0.3, p3=0.06)) == "ALL FLAG"


def test_an_unknown_name_is_not_parted_at_a_weak_sign():
    assert by_probability("MCCONNELL", spaces("MCCONNELL", p1=0.05)) == "MCCONNELL"


def test_numbers_and_closing_punctuation_are_not_parted():
    assert by_probability("11!", spaces("11!", p0=0.4, p1=0.4)) == "11!"


@given(st.text(max_size=40), st.data())
def test_probabilities_only_add_spaces(text, data):
    found = data.draw(st.lists(st.floats(0, 1), min_size=max(0, len(text) - 1), max_size=max(0, len(text) - 1)))
    assert "".join(by_probability(text, found).split()) == "".join(text.split())
