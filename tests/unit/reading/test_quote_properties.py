"""What holds for every text: no crash, no invented word, bounded work."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Reading
from factcheck.reading.passage import MAX_CHARACTERS, MAX_LINES, of_text
from factcheck.reading.quote import find_quote, given_quote
from factcheck.text import words

PIECES = st.sampled_from(
    [
        *('"', "“", "”", "‘", "’", "'", "''", "«", "»", "-", "— ", "~", ".", ", ", ": ", "? ", "…", " ", "\n", "\n\n"),
        *("by ", "said ", "Said: ", ", said ", "Ada ", "Lovelace", "ADA LOVELACE", "the rain", "THE RAIN"),
        *("Dr. ", "1840", "ME: ", "don't "),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_every_word_of_the_quote_is_in_the_text(text):
    result = find_quote(Reading(text, (), "test"))
    assert not Counter(words(result.quote)) - Counter(words(of_text(text).text))
    assert (result.outcome == "checked") == bool(result.quote)
    assert result.outcome == "checked" or result.attribution is None


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_every_letter_of_the_name_is_in_the_text(text):
    attribution = find_quote(Reading(text, (), "test")).attribution
    if attribution:
        name = "".join(words(attribution.name))
        assert name
        assert name in "".join(words(text))


@given(TEXTS, st.one_of(st.none(), st.text(max_size=60)))
@settings(max_examples=200, deadline=None)
def test_a_given_quote_is_always_answered(text, by):
    result = given_quote(text, by)
    assert result.outcome in {"checked", "no_text"}
    assert (result.outcome == "checked") == bool(words(result.quote))


@given(st.lists(PIECES, min_size=1, max_size=4).map("".join), st.integers(1, 40_000))
@settings(max_examples=25, deadline=None)
def test_work_is_bounded(unit, repeats):
    passage = of_text(unit * repeats)
    assert len(passage.text) <= MAX_CHARACTERS + 2 * MAX_LINES
    assert len(passage.starts) <= MAX_LINES
    find_quote(Reading(unit * min(repeats, 2_000), (), "test"))
