"""Lines and blocks in one string."""

from __future__ import annotations

from factcheck.model import Reading, TextLine
from factcheck.reading.passage import MAX_LINES, of_reading, of_text


def test_blocks_are_parted_by_empty_lines():
    passage = of_text("one\ntwo\n\n\nthree")
    assert passage.text == "one\ntwo\n\nthree"
    assert passage.lines == ("one", "two", "three")
    assert passage.blocks == (0, 0, 1)
    assert [passage.block_at(passage.text.index(word)) for word in ("one", "two", "three")] == [0, 0, 1]
    assert passage.text[passage.block_start(5) : passage.block_end(5)] == "one\ntwo"


def test_a_reading_keeps_its_blocks_and_only_its_own_lines():
    def line(text: str, role: str = "meme") -> TextLine:
        return TextLine(text, 1.0, (0, 0, 1, 1), role)  # type: ignore[arg-type]

    lines = (line("one"), line("credit", "watermark"), line("two"), line("three"))
    passage = of_reading(Reading("", lines, "test", ((0, 1, 2), (3,))))
    assert passage.text == "one\ntwo\n\nthree"


def test_rare_marks_and_bullets_become_plain():
    assert of_text("» item").text == "item"
    assert of_text("∼ Ada").text == "~ Ada"
    assert of_text("一Ada").text == "— Ada"
    assert of_text("``it''").text == '"it"'


def test_an_empty_text_has_no_lines():
    passage = of_text(" \n\n ")
    assert (passage.text, passage.lines, passage.line_at(0), passage.block_at(0)) == ("", (), 0, 0)
    assert (passage.block_start(0), passage.block_end(0)) == (0, 0)


def test_lines_are_capped():
    assert len(of_text("a\n" * 5_000).lines) == MAX_LINES
