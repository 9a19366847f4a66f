"""What a written name looks like, and what around it is cut off."""

from __future__ import annotations

import pytest

from factcheck.reading.name_form import read_name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("- Ada Lovelace -", "Ada Lovelace"),
        ("ADA LOVELACE", "ADA LOVELACE"),
        ("Ada Lovelace 9/22/1840", "Ada Lovelace"),
        ("Ada Lovelace (Apr 23, 1840)", "Ada Lovelace"),
        ("Ada Lovelace, March 18, 1840", "Ada Lovelace"),
        ("Ada Lovelace Feb. 23, 1840", "Ada Lovelace"),
        ("Ada Lovelace letter to Charles Babbage, October 1840", "Ada Lovelace"),
        ("Sen. Ada Lovelace", "Ada Lovelace"),
        ("PRESIDENT LOVELACE", "LOVELACE"),
        ("House Majority Whip Ada Lovelace", "Ada Lovelace"),
        ("Secretary of State Ada Lovelace", "Ada Lovelace"),
        ("Ada Lovelace, Prime Minister", "Ada Lovelace"),
        ("President, Ada Lovelace", "Ada Lovelace"),
        ("Martin Lovelace, Jr.", "Martin Lovelace Jr"),
        ("AdaLovelace", "Ada Lovelace"),
        ("J.K. Lovelace", "J.K. Lovelace"),
        ("Ludwig van Lovelace", "Ludwig van Lovelace"),
        ("Ada O'Lovelace", "Ada O'Lovelace"),
        ("Ada McLovelace", "Ada McLovelace"),
        ("Confucius", "Confucius"),
    ],
)
def test_the_name_is_cut_out(line, name):
    found = read_name(line)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "line",
    [
        "", "   ", "-", "1840", "March 1840", "No one", "Everybody", "Do you agree?", "First time?", "What a day!",
        "you and me", "because it rained", "www.example.com", "@adalovelace", "President",
        "From the Rain Network", "You Would Not Believe", "x" * 400,
    ],
)  # fmt: skip
def test_other_lines_are_no_names(line):
    assert read_name(line) is None


@pytest.mark.parametrize("line", ["ADA LOVELACE", "SHERIFF LOVELACE", "A. LOVELACE", "CONFUCIUS", "Maya Lovelace"])
def test_given_names_titles_initials_and_known_single_names_make_it_sure(line):
    found = read_name(line)
    assert found is not None
    assert found.is_sure


@pytest.mark.parametrize("line", ["RAIN WISDOM", "PLEADED GUILTY", "RAIN KING", "BUY A BOAT", "GOOD DOG"])
def test_captions_in_capitals_are_not_sure(line):
    found = read_name(line)
    assert found is None or not found.is_sure


def test_lower_case_counts_only_when_asked_for_and_known():
    assert read_name("ada lovelace") is None
    found = read_name("ada lovelace", is_marked=True)
    assert found is not None
    assert found.name == "Ada Lovelace"
    assert read_name("rainy weather", is_marked=True) is None


def test_glued_capitals_are_split_only_after_a_mark_and_a_given_name():
    found = read_name("MARGARETLOVELACE", is_marked=True)
    assert found is not None
    assert found.name == "MARGARET LOVELACE"
    whole = read_name("MICHELANGELO", is_marked=True)
    assert whole is not None
    assert whole.name == "MICHELANGELO"


@pytest.mark.parametrize(("line", "is_sure"), [("Mark Lovelace", True), ("MARK TWAIN", True), ("RICH PEOPLE", False)])
def test_given_names_that_are_everyday_words_need_title_case_or_a_known_family_name(line, is_sure):
    found = read_name(line)
    assert (found is not None and found.is_sure) == is_sure
