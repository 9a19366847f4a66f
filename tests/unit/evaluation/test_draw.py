"""Drawn memes: every layout draws, the same way each time, in fonts that no set shares."""

from __future__ import annotations

import json
from importlib.util import find_spec

import numpy as np
import pytest

from factcheck.errors import ModelMissing
from factcheck.evaluation.draw import HEIGHT, LAYOUTS, WIDTH, Card, draw
from factcheck.evaluation.drawn import cards, compare
from factcheck.evaluation.fonts import FONTS, load_font
from factcheck.model import Attribution, QuoteReading

needs_fonts = pytest.mark.skipif(find_spec("fontpkg_anton") is None, reason="the evaluation fonts are not installed")


def test_rules_are_not_judged_in_fonts_they_were_written_against():
    assert not set(FONTS["dev"]) & set(FONTS["test"])


@needs_fonts
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_draws_and_repeats_itself(layout):
    card = Card("The river remembers every drop of rain.", "Ada Lovelace", FONTS["dev"][0], None, 3)
    first, second = (np.asarray(draw(card, layout)) for _ in range(2))
    assert first.shape == (HEIGHT, WIDTH, 3)
    assert np.array_equal(first, second)
    assert len(np.unique(first.reshape(-1, 3), axis=0)) > 2


def test_a_missing_font_package_says_how_to_get_it():
    with pytest.raises(ModelMissing, match=r"factcheck\[evaluation\]"):
        load_font("fontpkg_no_such_font", "No.ttf", 20)


def test_the_sample_is_the_same_on_every_run(tmp_path):
    (tmp_path / "quotes").mkdir()
    rows = [
        {"id": f"{n:03}", "quote": f"“The river number {n} remembers.”", "claimed_author": "Ada"} for n in range(40)
    ]
    text = "\n".join(json.dumps(row) for row in [*rows, {"id": "x", "quote": "Too short", "claimed_author": "Ada"}])
    (tmp_path / "quotes" / "labelled_dev.jsonl").write_text(text, encoding="utf-8")
    drawn = cards(tmp_path, "test")
    assert drawn == cards(tmp_path, "test")
    assert len(drawn) == 20
    assert {layout for _, layout in drawn} == set(LAYOUTS)
    assert not {card.quote for card, _ in drawn} & {card.quote for card, _ in cards(tmp_path, "dev")}
    assert not drawn[0][0].quote.startswith("“")


def test_speakers_are_compared_in_canonical_form():
    card = Card("The river remembers.", "Alexandria Ocasio-Cortez", FONTS["test"][0], None, 0)

    def found(name: str) -> QuoteReading:
        return QuoteReading("checked", "The river remembers.", "quotation_marks", Attribution(name, name, "dash"))

    assert compare(card, "dash", found("AOC")).is_speaker_right
    assert compare(card, "dash", found("Charles Babbage")).is_speaker_wrong
    nobody = compare(card, "dash", QuoteReading("no_quote", "", "whole_text"))
    assert not nobody.is_speaker_right
    assert not nobody.is_speaker_wrong
