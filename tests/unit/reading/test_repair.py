from __future__ import annotations

import pytest

from factcheck.reading.repair import close_quotations, repair_line


@pytest.mark.parametrize(
    ("read", "repaired"),
    [
        ("T have a dream", "I have a dream"),
        ("THAVE", "I HAVE"),
        ("l'm here", "I'm here"),
        ("| think so", "I think so"),
        ("WE'RE_MAKING IT", "WE'RE MAKING IT"),
        ("LOW,WHY DO", "LOW, WHY DO"),
        ("ELECTION 202O: 2O20", "ELECTION 2020: 2020"),
        ("DISTORT★YOU COMPLY", "DISTORT YOU COMPLY"),
        ('I said."-Winston Churchill', 'I said." -Winston Churchill'),
        ("PERPETRATORS~SOLZHENITSYN", "PERPETRATORS ~SOLZHENITSYN"),
        ("''Quoted''", '"Quoted"'),
    ],
)
def test_what_no_text_says_is_repaired(read, repaired):
    assert repair_line(read) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "THINK",
        "I think",
        "at 1 am",
        "Mr. T. was here",
        "A T shirt",
        "www.a_b.com/THAVE",
        "@T_have",
        "10:30",
        "U.S.A.",
        "•poverty",
        "well-known X-ray",
        "twill",
    ],
)
def test_sound_text_is_left_alone(text):
    assert repair_line(text) == text


def test_a_quotation_closed_by_half_a_mark_is_closed():
    assert close_quotations(['"I stand for', "the flag.'", "- Someone"]) == ['"I stand for', 'the flag."', "- Someone"]


def test_a_quotation_opened_by_half_a_mark_is_opened():
    assert close_quotations(["'The same reason", 'as always."']) == ['"The same reason', 'as always."']


@pytest.mark.parametrize(
    "lines",
    [['"Closed."'], ["it's the boys'"], ["no marks at all"], ['"open for ever'], ["'one.'", '"', "two.'"], []],
)
def test_others_are_left_alone(lines):
    assert close_quotations(lines) == lines
