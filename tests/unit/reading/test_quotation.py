"""Quotation marks: every style, unclosed, across lines and blocks, nested, misread."""

from __future__ import annotations

import pytest

from factcheck.reading.name_line import ends_quotation
from factcheck.reading.passage import of_text
from factcheck.reading.quotation import find_quotations


def quotations(text: str) -> list[str]:
    return [quotation.text for quotation in find_quotations(of_text(text), ends_quotation)]


@pytest.mark.parametrize(
    "text",
    [
        '"The river remembers the rain."',
        "“The river remembers the rain.”",
        "„The river remembers the rain.“",
        "«The river remembers the rain.»",
        "‹‹The river remembers the rain.››",
        "「The river remembers the rain.」",
        "``The river remembers the rain.''",
        "''The river remembers the rain.''",
        "‘The river remembers the rain.’",
        "'The river remembers the rain.'",
        "”The river remembers the rain.”",
    ],
)
def test_marks_of_every_style(text):
    assert quotations(text) == ["The river remembers the rain."]


def test_lines_are_joined_by_a_space():
    assert quotations('"The river\nremembers\nthe rain."') == ["The river remembers the rain."]


def test_an_unclosed_quotation_ends_with_its_block():
    assert quotations('"The river remembers\nthe rain.\n\nShare this today') == ["The river remembers the rain."]


def test_an_unclosed_quotation_ends_at_the_attribution_line():
    assert quotations('"The river remembers\nthe rain.\n- Ada Lovelace') == ["The river remembers the rain."]
    assert quotations('"The river remembers\nthe rain.\nADA LOVELACE') == ["The river remembers the rain."]


def test_a_quotation_goes_on_in_the_next_block_when_the_next_mark_closes_it():
    assert quotations('"The river remembers\n\nthe rain."') == ["The river remembers the rain."]


def test_a_lost_opening_mark_takes_the_words_since_the_block_began():
    assert quotations('Old saying\n\nThe river remembers the rain."') == ["The river remembers the rain."]


def test_an_apostrophe_at_a_line_end_may_be_the_closing_mark():
    assert quotations("\"The river remembers the rain.'\nShare this today") == ["The river remembers the rain."]


def test_inner_quotations_do_not_end_the_outer_one():
    assert quotations('"He called it "old rain" and left."') == ['He called it "old rain" and left.']
    assert quotations("“He called it ‘old rain.’ And he left.”") == ["He called it ‘old rain.’ And he left."]


def test_inner_single_marks_at_a_line_end_do_not_end_the_outer_one():
    assert quotations("\"He said 'stop.'\nThen he left.\"") == ["He said 'stop.' Then he left."]


def test_apostrophes_are_not_quotation_marks():
    assert quotations("Don't tell 'em it's the dogs' rain, 'cause they won't listen.") == []


def test_inches_are_not_quotation_marks():
    assert quotations('A 6" pipe and a 5\'10" plumber') == []


def test_bullets_are_not_quotation_marks():
    assert quotations("» rain\n» snow\n» wind") == []


def test_two_quotations_stay_two():
    assert quotations('"Who goes there?"\n\n"Only the rain."') == ["Who goes there?", "Only the rain."]


def test_a_new_opening_mark_on_a_new_line_ends_an_unclosed_quotation():
    assert quotations('"Who goes there?\n"Only the rain."') == ["Who goes there?", "Only the rain."]
