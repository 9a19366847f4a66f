"""Kinds, quotations and names read off real annotated memes and off drawn ones stay as right as they were."""

from __future__ import annotations

import hashlib

import pytest

from factcheck.evaluation.drawn import read_drawn
from factcheck.evaluation.gate import check_floor
from factcheck.evaluation.reading import evaluate
from factcheck.evaluation.reading_report import drawn_figures
from factcheck.reading.ocr import load_engine

pytestmark = [pytest.mark.quality, pytest.mark.slow]

DRAWN = 104  # eight a layout: the whole 300 are `factcheck evaluate reading`


@pytest.fixture(scope="module")
def real(data_dir):
    annotations = data_dir / "memes" / "quote_memes_dev.jsonl"
    report = evaluate(None, load_engine(), on=annotations, images=data_dir / "images" / "propaganda_memes")
    return report.to_json(), hashlib.sha256(annotations.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def drawn(data_dir):
    quotes = data_dir / "quotes" / "labelled_dev.jsonl"
    figures = drawn_figures(list(read_drawn(data_dir, load_engine(), limit=DRAWN)))
    return figures, hashlib.sha256(quotes.read_bytes()).hexdigest()


@pytest.mark.parametrize("figure", ["kind_accuracy", "quote_found", "name_found", "name_invented"])
def test_real_memes_keep_their_floors(real, figure) -> None:
    figures, corpus = real
    assert figures["n"] == 96
    assert not figures["unread"]
    check_floor(f"reading.{figure}", figures[figure], corpus)


@pytest.mark.parametrize("figure", ["speaker_exact", "quote_token_f1", "wrong_person"])
def test_drawn_memes_keep_their_floors(drawn, figure) -> None:
    figures, corpus = drawn
    assert figures["n"] == DRAWN
    check_floor(f"reading.drawn_{figure}", figures[figure], corpus)
