"""From a text to the quotation, its attribution and the outcome."""

from __future__ import annotations

import pytest

from factcheck.model import Reading, TextLine
from factcheck.reading.passage import of_text
from factcheck.reading.quote import find_quote, given_quote, segments

RAIN = "The river remembers every drop of rain."


def reading(text: str) -> Reading:
    """A reading whose blocks are the paragraphs of ``text``."""
    passage = of_text(text)
    lines = tuple(TextLine(line, 1.0, (0, 0, 1, 1)) for line in passage.lines)
    blocks = tuple(
        tuple(number for number, place in enumerate(passage.blocks) if place == block) for block in set(passage.blocks)
    )
    return Reading(text, lines, "test", blocks)


def found(text: str) -> tuple[str, str, str | None]:
    result = find_quote(reading(text))
    return result.outcome, result.quote, result.attribution.name if result.attribution else None


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        (f"“{RAIN}”\n— Ada Lovelace", "dash"),
        (f"“{RAIN}”\n-AdaLovelace", "dash"),
        (f"“{RAIN}” - Ada Lovelace", "dash"),
        (f'"{RAIN}\n- Ada Lovelace, March 4, 1840', "dash"),
        (f'"{RAIN}"\n- Dr. Ada Lovelace, Analyst', "dash"),
        (f'"{RAIN}"\n— Ada\nLovelace', "dash"),
        (f'"{RAIN}"\n— Prime Minister\nAda Lovelace', "dash"),
        (f'"{RAIN}"\n\nphoto by the sea\n\n- Ada Lovelace', "dash"),
        (f"{RAIN}\n- Ada Lovelace", "dash"),
        (f"{RAIN} -Ada Lovelace", "dash"),
        (f"Some people never learn\n\n{RAIN}\n- Ada Lovelace", "dash"),
        (f'"{RAIN}"\n~ Ada Lovelace', "tilde"),
        (f"{RAIN}~Ada Lovelace", "tilde"),
        (f"{RAIN}\n∼ Ada Lovelace", "tilde"),
        (f'"{RAIN}"\nby Ada Lovelace', "by"),
        (f"{RAIN}\nby Ada Lovelace", "by"),
        (f'Ada Lovelace said: "{RAIN}"', "said"),
        (f'Ada Lovelace: "{RAIN}"', "said"),
        (f"Ada Lovelace said:\n{RAIN}", "said"),
        (f'"{RAIN}" said Ada Lovelace', "said"),
        (f'"{RAIN}"\nAda Lovelace', "title_line"),
        (f'"{RAIN}"\nSheriff Ada Lovelace', "title_line"),
        (f'Ada Lovelace\n"{RAIN}"', "title_line"),
        (f"{RAIN}\nAda Lovelace", "title_line"),
    ],
)
def test_an_attributed_quotation(text, found_by):
    result = find_quote(reading(text))
    assert result.outcome == "checked"
    assert result.quote == RAIN
    assert result.attribution is not None
    assert result.attribution.name == "Ada Lovelace"
    assert result.attribution.found_by == found_by


def test_capitals_without_quotation_marks():
    assert found("THE RIVER REMEMBERS\nEVERY DROP\n- ADA LOVELACE") == (
        "checked", "THE RIVER REMEMBERS EVERY DROP", "ADA LOVELACE",
    )  # fmt: skip


def test_a_closing_mark_lost_before_said():
    assert found('"The river remembers,\nsaid Ada Lovelace.') == ("checked", "The river remembers,", "Ada Lovelace")


def test_one_quotation_interrupted_by_its_speaker():
    text = '"The river remembers," said Ada Lovelace, "every drop of rain."'
    assert found(text) == ("checked", "The river remembers, every drop of rain.", "Ada Lovelace")


def test_paragraphs_in_a_row_above_one_attribution_are_one_quotation():
    text = '"The river remembers."\n"The rain forgets."\nSHERIFF ADA LOVELACE'
    assert found(text) == ("checked", "The river remembers. The rain forgets.", "ADA LOVELACE")


def test_a_quotation_of_nobody():
    assert found(f'"{RAIN}"') == ("checked", RAIN, None)
    assert found(f'"{RAIN}"\n- No one') == ("checked", RAIN, None)
    assert found(f'RIVER WISDOM\n"{RAIN}"') == ("checked", RAIN, None)
    assert found('WHEN THE FERRYMAN SAYS "YOU ARE ON YOUR OWN" AND MEANS IT')[:2] == ("checked", "YOU ARE ON YOUR OWN")
    assert found(f"The ferryman says:\n\n{RAIN}") == ("checked", RAIN, None)


@pytest.mark.parametrize(
    "text",
    [
        '"Who goes there?"\n\n"Only the rain."',
        '"I can stop the rain."\n- Ada Lovelace, 1840\n\n"It is not my rain."\n- Ada Lovelace, 1842',
        'ME: "Who goes there?"\n\nTHE RAIN:',
        "me: who goes there?\n\nthe rain: only me",
        'Ferrymen: "We hate the rain!"\nFarmers:\n-Really?',
    ],
)
def test_conversations(text):
    result = find_quote(reading(text))
    assert result.outcome == "several_quotes"
    assert result.quote == ""
    assert result.attribution is None


@pytest.mark.parametrize(
    "text",
    [
        "WHEN YOU FORGET\n\nYOUR UMBRELLA AGAIN",
        'The mayor stayed at her cottage for twenty days"',
        'They call it "fresh air" and charge for it.',
        'The "strict but fair" teacher is back from the "holiday".',
        "Welcome to another episode of “Things I Would Rather Do Than Go Outside”",
        'We should name it "Rivers Against Rain"',
        '"RAIN AND WIND"\n\nCANCELLED\n\nCANCELLED',
        "ADA LOVELACE SAID THE RAIN WOULD STOP\n\nIT DID NOT",
        "BREAKING: THE RAIN HAS STOPPED",
        "I WAS TAUGHT TO SWIM\nBY ADA LOVELACE",
        "River Company Opens New Bridge\nBy Ada Lovelace",
        "THANKS TO CHARLES BABBAGE,\nMARY SHELLEY AND ADA LOVELACE",
        "YOU COULD HAVE VOTED FOR\nADA LOVELACE",
        "Shopping list\n- Salt\n- Bread\n- White wine",
        "Ada Lovelace opened the bridge in the rain today.\nAda Lovelace",
    ],
)
def test_plain_macros_lists_and_scare_quotes_are_no_quotations(text):
    result = find_quote(reading(text))
    assert result.outcome == "no_quote"
    assert result.quote == ""
    assert result.attribution is None
    assert result.segments


@pytest.mark.parametrize("text", ["", "  \n ", "123 456", "a!", "…"])
def test_hardly_any_letters_are_no_text(text):
    assert found(text) == ("no_text", "", None)


def test_watermarks_and_chrome_are_not_read():
    lines = (
        TextLine(f"“{RAIN}”", 1.0, (0, 0, 1, 1)),
        TextLine("rainmemes.example", 1.0, (0, 0, 1, 1), "watermark"),
        TextLine("- Ada Lovelace", 1.0, (0, 0, 1, 1)),
        TextLine("Charles Babbage said this", 1.0, (0, 0, 1, 1), "scene"),
    )
    result = find_quote(Reading("", lines, "test", ((0, 1, 2), (3,))))
    assert result.quote == RAIN
    assert result.attribution is not None
    assert result.attribution.name == "Ada Lovelace"


def test_a_script_that_the_models_cannot_read():
    result = find_quote(Reading("abc def", (), "test", is_script_supported=False))
    assert result.outcome == "unsupported_language"


def test_segments_are_sentences_of_three_words_and_the_whole():
    text = "Stop now. The river remembers. It never forgets!"
    assert segments(text) == ("The river remembers.", "It never forgets!", text)
    assert segments("The river remembers.") == ("The river remembers.",)
    assert segments("") == ()


def test_a_given_quote_loses_its_marks_and_attribution():
    result = given_quote(f"“{RAIN}” — Ada Lovelace, 1840")
    assert (result.outcome, result.quote, result.found_by) == ("checked", RAIN, "given")
    assert result.attribution is not None
    assert result.attribution.name == "Ada Lovelace"


def test_by_overrides_the_written_attribution():
    result = given_quote(f"“{RAIN}” — Ada Lovelace", by="charles babbage")
    assert result.attribution is not None
    assert (result.attribution.name, result.attribution.found_by) == ("Charles Babbage", "given")


def test_a_given_quote_without_marks_is_taken_whole():
    text = 'The river "remembers" every drop\nof rain.'
    result = given_quote(text)
    assert result.quote == 'The river "remembers" every drop of rain.'
    assert result.attribution is None
    assert given_quote("…").outcome == "no_text"
