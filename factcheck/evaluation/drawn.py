"""Quotations of a data set drawn as memes and read back: speaker and words compared, row by row.

In: the folder of evaluation data and an engine. The sample, the layouts, the fonts and the photos behind are fixed by
one seed, so that two runs draw the same pictures. Speakers are compared in canonical form, words as a multiset.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.evaluation.draw import LAYOUTS, Card, draw
from factcheck.evaluation.fonts import FONTS, FontSet
from factcheck.reading.quote import find_quote
from factcheck.reading.read import read_picture
from factcheck.subject.names import canonical_name
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.model import QuoteReading
    from factcheck.reading.ocr import OcrEngine

SAMPLE = 300
SEED = 20
MIN_WORDS = 4  # shorter rows of the data set are fragments that nobody would put on a picture


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One drawn quotation and what was read from its picture."""

    layout: str
    font: str
    quote: str
    speaker: str
    found_quote: str
    found_speaker: str
    outcome: str
    token_f1: float

    @property
    def is_speaker_right(self) -> bool:
        """Whether the canonical names agree, word by word."""
        return _same(self.speaker, self.found_speaker)

    @property
    def is_speaker_wrong(self) -> bool:
        """Whether somebody else was named; nobody is not wrong."""
        return bool(self.found_speaker) and not self.is_speaker_right


def read_drawn(
    data_dir: Path, engine: OcrEngine, *, fonts: FontSet = "test", limit: int | None = None
) -> Iterator[DrawnRow]:
    """Draw and read the sample of ``labelled_dev.jsonl`` in the fonts of one set."""
    import numpy as np

    for card, layout in cards(data_dir, fonts)[:limit]:
        reading = read_picture(np.asarray(draw(card, layout)), engine)
        yield compare(card, layout, find_quote(reading))


def cards(data_dir: Path, fonts: FontSet) -> list[tuple[Card, str]]:
    """The sample with its layouts, fonts and photos, the same on every run."""
    with (data_dir / "quotes" / "labelled_dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    long = sorted((row for row in rows if len(words(row["quote"])) >= MIN_WORDS), key=lambda row: str(row["id"]))
    half = long[0::2] if fonts == "dev" else long[1::2]  # rules may be written against the first half only
    chosen = random.Random(SEED).sample(half, min(SAMPLE, len(half)))
    photos: list[Path | None] = [*sorted((data_dir / "images" / "face_recognition").glob("*.*"))] or [None]
    layouts = list(LAYOUTS)
    return [
        (
            Card(_clean(row["quote"]), row["claimed_author"], FONTS[fonts][number % len(FONTS[fonts])], photo, number),
            layouts[number % len(layouts)],
        )
        for number, row in enumerate(chosen)
        for photo in [photos[number % len(photos)]]
    ]


def compare(card: Card, layout: str, found: QuoteReading) -> DrawnRow:
    """A card beside what was read from its picture."""
    return DrawnRow(
        layout=layout,
        font=card.font[0].removeprefix("fontpkg_"),
        quote=card.quote,
        speaker=card.speaker,
        found_quote=found.quote,
        found_speaker=found.attribution.name if found.attribution else "",
        outcome=found.outcome,
        token_f1=token_f1(card.quote, found.quote),
    )


def token_f1(truth: str, found: str) -> float:
    """Harmonic mean of precision and recall over words with repeats, 0–1."""
    expected, got = Counter(words(truth)), Counter(words(found))
    shared = sum((expected & got).values())
    return 2 * shared / (sum(expected.values()) + sum(got.values())) if shared else 0.0


def _same(left: str, right: str) -> bool:
    return bool(right) and "".join(words(canonical_name(left))) == "".join(words(canonical_name(right)))


def _clean(quote: str) -> str:
    return " ".join(quote.split()).strip('"“”')
