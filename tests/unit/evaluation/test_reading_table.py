"""The reading table's arithmetic, on rows made here."""

from __future__ import annotations

import io
import json

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from factcheck.errors import SettingsError
from factcheck.evaluation.drawn import token_f1
from factcheck.evaluation.reading import evaluate, is_same_written_name, score, similarity
from factcheck.evaluation.reading_report import ReadingReport
from factcheck.model import Attribution, QuoteReading, TextLine


class OneLine:
    """An engine that reads the same line in every picture."""

    name = "one-line"
    scripts = frozenset({"LATIN"})

    def __init__(self, text: str) -> None:
        self._text = text

    def read_lines(self, pixels: np.ndarray) -> tuple[TextLine, ...]:
        height, width, _ = pixels.shape
        return (TextLine(self._text, 0.99, (0, 0, width, height)),)


def row(kind: str, outcome: str, quote: str = "", found: str = "", name: str = "", found_name: str = ""):
    annotation = {"image": "a.png", "kind": kind, "quote": quote, "attributed_to": name}
    attribution = Attribution(found_name, found_name, "dash") if found_name else None
    return score(annotation, QuoteReading(outcome, found, "quotation_marks", attribution), found_name)


def test_shares_and_confusion():
    report = ReadingReport(
        (
            row("quote", "checked", "It rains today.", "It rains today.", "Ada Lovelace", "ADA LOVELACE"),
            row("quote", "no_quote", "It rains today.", "", "Ada Lovelace"),
            row("quote_unattributed", "checked", "It rains.", "It rains.", found_name="Charles Babbage"),
            row("dialogue", "several_quotes"),
            row("other", "checked", found="Rain"),
        )
    )
    figures = report.to_json()
    assert figures["n"] == 5
    assert figures["kind_accuracy"] == 0.6
    assert figures["quote_found"] == pytest.approx(2 / 3, abs=1e-3)
    assert figures["quote_found_attributed"] == 0.5
    assert figures["name_found"] == 0.5
    assert figures["name_invented"] == pytest.approx(1 / 3, abs=1e-3)
    assert figures["confusion"]["quote"] == {"checked": 1, "no_quote": 1}
    assert figures["counts"] == {"quotes": 3, "attributed": 2, "nameless": 3, "names_found": 1, "names_invented": 1}
    console = Console(file=io.StringIO(), width=120)
    report.render(console)
    shown = console.file.getvalue()
    assert "Written name found: 1 of 2" in shown
    assert "FAME, on other data" in shown


def test_an_empty_report_has_no_division_by_zero():
    assert ReadingReport(()).to_json()["kind_accuracy"] == 0


def test_similarity_ignores_case_marks_and_line_breaks():
    assert similarity("It’s  rain", "IT'S\nRAIN") == 1.0
    assert similarity("rain", "") == 0.0


@pytest.mark.parametrize(
    ("written", "found", "same"),
    [
        ("Lovelace", "Ada Lovelace", True),
        ("Ada Lovelace", "ADA LOVELACE", True),
        ("Ada Lovelace", "Ada Loveiace", True),
        ("Ada Lovelace", "Lovelace", False),
        ("Ada Lovelace", "Charles Babbage", False),
        ("Ada Lovelace", "", False),
    ],
)
def test_the_same_written_name(written, found, same):
    assert is_same_written_name(written, found) is same


def test_token_f1_counts_repeats():
    assert token_f1("rain rain go away", "rain go away") == pytest.approx(6 / 7)
    assert token_f1("rain", "sun") == 0


def test_other_annotations_are_scored_and_unreadable_pictures_listed(tmp_path):
    Image.new("RGB", (200, 60), "white").save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes(b"not a picture")
    rows = [
        {"image": "a.png", "kind": "quote", "quote": "The river remembers.", "attributed_to": "Ada Lovelace"},
        {"image": "b.png", "kind": "other", "quote": "", "attributed_to": ""},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    report = evaluate(
        None, OneLine("“The river remembers.” - Ada Lovelace"), on=tmp_path / "rows.jsonl", images=tmp_path
    )
    assert report.unread == ("b.png",)
    assert report.to_json()["name_found"] == 1.0
    assert report.drawn == ()


def test_a_name_finder_is_asked_where_no_name_is_written(tmp_path):
    Image.new("RGB", (200, 60), "white").save(tmp_path / "a.png")
    annotation = {"image": "a.png", "kind": "quote", "quote": "The river remembers.", "attributed_to": "Ada Lovelace"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(annotation), encoding="utf-8")
    report = evaluate(
        None, OneLine("“The river remembers.”"), lambda _text, _found: "Ada Lovelace", on=tmp_path / "rows.jsonl"
    )
    assert report.rows[0].name == "Ada Lovelace"


def test_without_data_a_clear_line():
    with pytest.raises(SettingsError, match="--data"):
        evaluate(None, OneLine("rain"))


@pytest.mark.parametrize("line", ["not json", "[]", '{"image": "a.png"}', '{"image": "a.png", "kind": "poem"}'])
def test_annotations_of_another_form_are_one_clear_line(tmp_path, line):
    (tmp_path / "rows.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"rows\.jsonl, line 1"):
        evaluate(None, OneLine("rain"), on=tmp_path / "rows.jsonl")


def test_annotations_that_are_not_there(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        evaluate(None, OneLine("rain"), on=tmp_path / "none.jsonl")
