"""What counts as another wording, and what a misread, abridged or inflected quote may differ in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.match import match_quote
from factcheck.evidence.wording import MAX_DIFFERENCES, differences

TEXT = (
    "It rained all week. In the years to come, which we hope to spend in peace, we look for a valley with four good "
    "harbours. The first is for ships that carry grain -- everywhere in the world. We do not want a wall. A careful "
    "people ought not only to be fed, but taught; to which end two hundred thousand books are wanted."
)


def found(quote: str, text: str = TEXT) -> list[tuple[str, str]]:
    return [(one.quote, one.source) for one in differences(quote, text, match_quote(quote, text))]


@pytest.mark.parametrize(
    "quote",
    [
        "we look for a valley with four good harbours",
        "We look for the valley, with 4 good harbor",  # article, number as digit, spelling and inflection
        "we look for a valley with four goodharbours",
        "we look for a vailey with four good harbours",  # misread
        "In the years to come … we look for a valley with four harbours",  # abridged
        "We [all] look for a valley with four good harbours (by the sea)",  # put in by whoever quotes
        "A careful people ought not only to be fed but taught",
        "we don't want a wall",
    ],
)
def test_the_same_words_misread_abridged_or_inflected_are_the_same_words(quote: str) -> None:
    assert found(quote) == []


@pytest.mark.parametrize(
    ("quote", "changed"),
    [
        ("we look for a valley with five good harbours", ("five", "four")),
        ("we look for a valley with four bad harbours", ("bad", "good")),
        ("we look for a valley with never four good harbours", ("never", "")),
        ("we want a wall", ("", "do not")),
        ("A careful people ought only to be fed, but taught", ("", "not")),
        ("two thousand books are wanted", ("", "hundred")),
    ],
)
def test_a_changed_negated_or_recounted_word_is_another_wording(quote: str, changed: tuple[str, str]) -> None:
    assert found(quote) == [changed]


@pytest.mark.parametrize(
    ("quote", "added"),
    [
        ("they look for a valley with four good harbours", "they"),
        ("we do not look for a valley with four good harbours", "we do not"),
        ("we look for a valley with four good harbours. Vote for the mayor", "vote for the mayor"),
        ("we don't look for a valley with four good harbours", "we dont"),
    ],
)
def test_another_person_a_denial_and_a_made_up_ending_are_another_wording(quote: str, added: str) -> None:
    assert [said for said, _ in found(quote)] == [added]


def test_words_put_together_across_a_denial_are_another_wording() -> None:
    text = "Last year I told you that the harvest was not good. It rained for weeks. Today the harvest is good."
    assert found("Last year I told you that the harvest was good", text)


def test_a_text_cut_off_inside_the_quote_speaks_for_the_part_it_has() -> None:
    quote = "we look for a valley with four good harbours and a lighthouse on every cliff"
    assert found(quote, "The mayor said: we look for a valley with four good harbours") == []
    assert found(quote, "valley with four good harbours and a lighthouse on every cliff, he said.") == []


def test_nothing_in_common_is_no_difference_but_none_at_all() -> None:
    assert found("", TEXT) == []
    assert len(found("x " * 50 + "zebra " * 50, TEXT)) <= MAX_DIFFERENCES


@given(text=st.text(max_size=300), quote=st.text(max_size=120))
def test_any_text_gives_few_short_differences(text: str, quote: str) -> None:
    for said, stands in found(quote, text):
        assert said or stands
        assert len(said.split()) <= 9
        assert len(stands.split()) <= 9


@given(start=st.integers(0, 40), length=st.integers(5, 25))
def test_words_as_they_stand_never_differ(start: int, length: int) -> None:
    text = "A word. " + TEXT
    spoken = text.replace("--", "").split()
    quote = " ".join(spoken[start : start + length])
    assert not [said for said, _ in found(quote, text) if said]
