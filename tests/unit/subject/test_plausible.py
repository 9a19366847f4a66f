"""Which written names can be a speaker, and which a person."""

from __future__ import annotations

import pytest

from factcheck.subject.plausible import can_be_person, can_speak


@pytest.mark.parametrize("name", ["Jane Doe", "- TRUMP", "the Dalai Lama", "Stephon Tuitt", "Jean-Luc Picard"])
def test_a_name_is_a_person(name):
    assert can_be_person(name)
    assert can_speak(name)


@pytest.mark.parametrize("name", ["Common Dreams", "Associated Press", "Good Liberals"])
def test_a_group_speaks_but_is_no_person(name):
    assert can_speak(name)
    assert not can_be_person(name)


@pytest.mark.parametrize(
    "name", ["COWBOY WISDOM", "No one", "The Sheep", "Anonymous", "Author Unknown", "She", "NYT", "A", "", "1984",
             "This Is Not A Name At All"]
)  # fmt: skip
def test_nobody_in_particular_is_neither(name):
    assert not can_speak(name)
    assert not can_be_person(name)
