from __future__ import annotations

import pytest

from factcheck.model import TextLine
from factcheck.reading.script import is_supported


def line(text, score=0.97, width=600, height=40):
    return TextLine(text, score, (0, 0, width, height))


@pytest.mark.parametrize(
    "lines",
    [
        [line("The only thing we have to fear")],
        [line("Die Würde des Menschen ist unantastbar")],
        [line("Jeszcze Polska nie zginęła, kiedy my")],
        [line("September 16, 2020 was a long day ago")],
        [line("200,770", width=160)],
        [],
        [line("口", width=30), line("", 0.0)],
        [line("GGOARE", 0.3)],
        [line("The only thing we have to fear"), line("自由", width=160)],
    ],
)
def test_latin_text_numbers_and_stray_marks_are_supported(lines):
    assert is_supported(lines)


@pytest.mark.parametrize(
    "lines",
    [
        [line(", .", 0.95)],
        [line("", 0.6, width=90)],
        [line("0000 00 000 0000 00", 0.92)],
        [line("atax i ix ixnn ox", 0.71)],
        [line("不自由，毋宁死，这是一句名言")],
        [line("Σωκράτης ο φιλόσοφος")],
        [line("", 0.0, width=150), line("HETHT πie", 0.3, width=110)],
        [line("不自由，毋宁死，这是一句名言"), line("OK", width=80)],
    ],
)
def test_text_that_is_mostly_not_latin_is_not(lines):
    assert not is_supported(lines)
