from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.evidence.match import NO_MATCH, find_name, match_quote
from factcheck.evidence.passage import PASSAGE_CHARS
from factcheck.text import words

TEXT = """He spoke in the House. In the future days, which we seek to make secure, we look forward to a world founded
upon four essential human freedoms. The first is freedom of speech and expression. The second is freedom of worship."""
QUOTE = "we look forward to a world founded upon four essential human freedoms"


def test_a_quote_that_stands_in_the_text_matches_whole():
    match = match_quote(QUOTE, TEXT)
    assert match.ratio == 1.0
    assert TEXT[match.start : match.end].startswith("we look forward")
    assert TEXT[match.start : match.end].endswith("human freedoms.")
    assert words(TEXT)[match.start_word : match.end_word] == words(QUOTE)


def test_the_passage_has_a_sentence_before_and_after():
    assert match_quote(QUOTE, TEXT).passage == (
        "He spoke in the House. In the future days, which we seek to make secure, we look forward to a world founded "
        "upon four essential human freedoms. The first is freedom of speech and expression."
    )


def test_initials_and_titles_end_no_sentence():
    text = "It rained all day. Then Mr. Franklin D. Roosevelt rose to speak of fear. People cheered. They left."
    passage = match_quote("rose to speak of fear", text).passage
    assert passage == "It rained all day. Then Mr. Franklin D. Roosevelt rose to speak of fear. People cheered."


def test_an_empty_line_ends_a_sentence():
    text = "A headline without a stop\n\nThe words that we look for\n\nAn advertisement\n\nMore"
    assert match_quote("the words that we look for", text).passage == (
        "A headline without a stop The words that we look for An advertisement"
    )


def test_case_accents_quotes_and_apostrophes_make_no_difference():
    assert match_quote("DONT STOP THE “CAFE” TODAY", "He said: don’t stop the café, today.").ratio == 1.0


def test_one_changed_word_costs_its_share():
    assert match_quote(QUOTE.replace("essential", "important"), TEXT).ratio == pytest.approx(11 / 12)


def test_words_scattered_over_more_than_a_window_do_not_add_up():
    text = "alpha " + "x " * 50 + "beta " + "x " * 50 + "gamma"
    assert match_quote("alpha beta gamma", text).common_words == 1


@pytest.mark.parametrize(("quote", "text"), [("", TEXT), (QUOTE, ""), ("—…", TEXT), ("zebra", TEXT), ("", "")])
def test_nothing_shared_is_no_match(quote, text):
    assert match_quote(quote, text) == NO_MATCH


def test_a_quote_of_two_hundred_words_is_found_on_a_long_page():
    quote = " ".join(f"word{i}" for i in range(200))
    page = "noise " * 10_000 + quote + " noise" * 10_000
    match = match_quote(quote, page)
    assert match.ratio == 1.0
    assert match.start_word == 10_000


def test_a_sentence_without_end_is_cut_between_words():
    passage = match_quote("the needle here", "lorem ipsum " * 500 + "the needle here " + "dolor sit " * 500).passage
    assert passage.startswith("… ")
    assert passage.endswith(" …")
    assert "the needle here" in passage
    assert len(passage) <= PASSAGE_CHARS + 20
    assert set(passage.split()) <= {"…", "lorem", "ipsum", "the", "needle", "here", "dolor", "sit"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(max_size=3000))
def test_any_text_gives_a_bounded_passage_of_its_own_words(quote, text):
    match = match_quote(quote, text)
    assert 0.0 <= match.ratio <= 1.0
    assert match.common_words <= len(words(quote))
    assert len(match.passage) <= PASSAGE_CHARS + 50 or len(match.passage.split()) == 1
    assert 0 <= match.start <= match.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=300), st.data())
def test_words_of_the_text_itself_always_match_whole(tokens, data):
    text = "\n".join(tokens)
    start = data.draw(st.integers(0, len(tokens) - 1))
    quote = "\n".join(tokens[start : start + data.draw(st.integers(1, 40))])
    if words(quote):
        match = match_quote(quote, text)
        assert match.ratio == 1.0
        assert words(text[match.start : match.end])  # the window points into the text at words


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Franklin D. Roosevelt", "as FRANKLIN DELANO ROOSEVELT said"),
        ("Franklin D. Roosevelt", "Franklin Roosevelt's speech"),
        ("Franklin Delano Roosevelt", "Franklin D. Roosevelt"),
        ("President Barack Obama", "Mr. Barack Obama"),
        ("Martin Luther King Jr.", "Dr. Martin Luther King said"),
        ("Hillary Clinton", "Hillary Rodham Clinton"),
        ("George Bush", "George H. W. Bush"),
        ("J. K. Rowling", "the author JK Rowling"),
        ("J. Edgar Hoover", "J Edgar Hoover"),
        ("Confucius", "— Confucius"),
        ("José Martí", "Jose\nMarti"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven"),
    ],
)
def test_a_name_is_found_however_its_middle_is_written(name, text):
    assert find_name(name, (), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("George W. Bush", "George H. W. Bush"),
        ("John Quincy Adams", "John Adams"),
        ("Bill Clinton", "Bill and Hillary Clinton"),
        ("Bill Clinton", "Bill and Clinton"),
        ("Franklin D. Roosevelt", "President Roosevelt"),
        ("Mark Twain", "Mark Twainly"),
        ("Abraham Lincoln", "Lincoln, Abraham"),
        ("W", "w w w"),
        ("", "anything"),
        ("…", "…"),
    ],
)
def test_another_name_is_not_taken_for_it(name, text):
    assert not find_name(name, (), text)


def test_an_alias_is_enough():
    assert find_name("Franklin D. Roosevelt", ("FDR",), "a speech by F.D.R. in 1941")
    assert find_name("Franklin D. Roosevelt", ("Roosevelt",), "President Roosevelt")
    assert not find_name("Franklin D. Roosevelt", ("FDR",), "fdrx")


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_name_in_any_text_is_answered(name, text):
    assert find_name(name, (), text) in {True, False}
