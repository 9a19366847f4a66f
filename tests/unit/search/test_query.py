"""What is asked for a quotation, for a text without one, and with a dictionary's help."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import QuoteReading, Subject
from factcheck.search.query import MAX_QUERIES, MAX_WORDS, build_queries

FDR = Subject("Franklin D. Roosevelt", "attribution", 1.0, aliases=("FDR",))
QUOTE = "The only thing we have to fear is fear itself"


def quotation(text, found_by="quotation_marks"):
    return QuoteReading("checked", text, found_by)


def texts(queries):
    return [query.text for query in queries]


def test_subject_first_then_the_quote():
    assert texts(build_queries(quotation(QUOTE), FDR)) == [f"Franklin D Roosevelt {QUOTE}"]


def test_no_subject_asks_for_the_quote_alone_and_says_so():
    (query,) = build_queries(quotation(QUOTE), None)
    assert query.text == QUOTE
    assert "no speaker" in query.why


def test_twenty_words_of_the_quote_and_all_of_the_name():
    (query,) = build_queries(quotation(" ".join(f"word{n}" for n in range(50))), FDR)
    asked = query.text.split()
    assert asked[:3] == ["Franklin", "D", "Roosevelt"]
    assert len(asked) == 3 + MAX_WORDS


def test_without_a_quotation_the_whole_text_and_each_sentence():
    reading = QuoteReading(
        "checked", "We will build it. It will stand for ages.", "whole_text",
        segments=("We will build it", "It will stand for ages"),
    )  # fmt: skip
    queries = build_queries(reading, FDR)
    assert [query.why.split(",")[0] for query in queries] == ["the whole text", *["one sentence of the text"] * 2]
    assert texts(queries)[1:] == [
        "Franklin D Roosevelt We will build it",
        "Franklin D Roosevelt It will stand for ages",
    ]


def test_one_sentence_that_is_the_whole_text_is_asked_once():
    reading = QuoteReading("checked", "We will build it.", "whole_text", segments=("We will build it.",))
    assert len(build_queries(reading, None)) == 1


def test_a_page_of_text_is_no_flood():
    segments = tuple(f"This is sentence number {n}" for n in range(100))
    queries = build_queries(QuoteReading("checked", " ".join(segments), "whole_text", segments=segments), None)
    assert len(queries) == MAX_QUERIES


def known(*vocabulary):
    return set(vocabulary).__contains__


ENGLISH = known("the", "only", "thing", "we", "have", "to", "fear", "is", "itself", "said", "and", "don't")


def test_misspelled_words_are_left_out():
    (query,) = build_queries(quotation("the only thnig we have to fear"), None, is_known_word=ENGLISH)
    assert query.text == "the only we have to fear"


def test_the_subjects_name_is_never_left_out_of_the_quote():
    (query,) = build_queries(quotation("the only thing FDR have to fear is Roosevelt"), FDR, is_known_word=ENGLISH)
    assert query.text.endswith("the only thing FDR have to fear is Roosevelt")


def test_capitalised_words_are_names_where_capitals_tell():
    (query,) = build_queries(quotation("the only thing we have to fear is Xanthippe"), None, is_known_word=ENGLISH)
    assert query.text.endswith("Xanthippe")


def test_in_capitals_only_given_names_stay():
    shouted = quotation("THE ONLY THNIG WE HAVE TO FEAR IS XANTHIPPE")
    (without,) = build_queries(shouted, None, is_known_word=ENGLISH)
    (with_name,) = build_queries(shouted, None, is_known_word=ENGLISH, names=("Xanthippe",))
    assert without.text == "THE ONLY WE HAVE TO FEAR IS"
    assert with_name.text == "THE ONLY WE HAVE TO FEAR IS XANTHIPPE"


def test_typographic_apostrophes_and_numbers_are_no_mistakes():
    (query,) = build_queries(quotation("don’t fear the $48,000 thing, 1933"), None, is_known_word=ENGLISH)
    assert query.text == "don’t fear the 48,000 thing 1933"


def test_a_dictionary_of_another_language_has_no_say():
    (query,) = build_queries(quotation("nichts ist so mächtig wie eine Idee"), None, is_known_word=ENGLISH)
    assert query.text == "nichts ist so mächtig wie eine Idee"


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("fear -site:snopes.com itself", "fear site snopes.com itself"),
        ('"fear" +itself (we)', "fear itself we"),
        ("fear OR itself AND NOT we", "fear or itself and not we"),
        ("intitle:fear !bang itself", "intitle fear bang itself"),
        ("fear" + "x" * 100 + " itself", "itself"),
    ],
)
def test_a_picture_cannot_write_search_operators(written, asked):
    (query,) = build_queries(quotation(written), None)
    assert query.text == asked


@pytest.mark.parametrize("empty", ["", "   ", "“”", "— …"])
def test_nothing_to_say_is_nothing_to_ask(empty):
    assert build_queries(quotation(empty), FDR) == ()


@given(st.text(max_size=400), st.booleans())
def test_any_text_gives_plain_bounded_queries(text, is_quotation):
    found_by = "quotation_marks" if is_quotation else "whole_text"
    reading = QuoteReading("checked", text, found_by, segments=tuple(text.split(".")))
    for query in build_queries(reading, None, is_known_word=ENGLISH):
        assert 0 < len(query.text.split()) <= MAX_WORDS
        assert not set(query.text) & set('"“”:+()!/\\\n')
        assert query.why
