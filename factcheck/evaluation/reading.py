"""The reading table: what is found to check on real annotated memes and on drawn ones, beside FAME's figures.

(a) Real memes annotated by eye: the kind found (quote and unattributed quote → checked or no_subject, dialogue →
several_quotes, other → no_quote), the quotation's normalised Levenshtein similarity, the written name. A name counts
as found when it is the annotated one, one misread letter in seven forgiven, or holds all its words. (b) Quotations
drawn in many layouts, in words and fonts that no rule was written against. The same code scores any JSONL in the
same form.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError, SettingsError
from factcheck.evaluation.drawn import read_drawn
from factcheck.evaluation.metrics import comparable
from factcheck.evaluation.reading_report import EXPECTED, SIMILAR, MemeRow, ReadingReport
from factcheck.reading.decode import decode
from factcheck.reading.quote import find_quote
from factcheck.reading.read import read_picture
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.model import QuoteReading
    from factcheck.reading.ocr import OcrEngine

    NameFinder = Callable[[str, QuoteReading], str | None]


def evaluate(
    data_dir: Path | None,
    engine: OcrEngine,
    name_finder: NameFinder | None = None,
    *,
    on: Path | None = None,
    images: Path | None = None,
    limit: int | None = None,
) -> ReadingReport:
    """Score reading. ``name_finder`` gives a name where the text has no attribution; None counts only written ones.

    With ``on`` (a JSONL as ``quote_memes_dev.jsonl``) and ``images`` only part (a) runs, on those.

    Raises:
        SettingsError: no data is named, or it is not of its form.
        ModelMissing: the fonts for drawn memes are not installed.
    """
    if on is not None:
        return ReadingReport(*_memes(on, images or on.parent, engine, name_finder, limit=limit))
    if data_dir is None:
        raise SettingsError("no data: give --data DIR or --on PATH, or set FACTCHECK_EVALUATION_DATA_DIR")
    annotations, folder = data_dir / "memes" / "quote_memes_dev.jsonl", data_dir / "images" / "propaganda_memes"
    rows, unread = _memes(annotations, folder, engine, name_finder, limit=limit)
    return ReadingReport(rows, unread, tuple(read_drawn(data_dir, engine, limit=limit)))


def score(annotation: dict[str, Any], found: QuoteReading, name: str) -> MemeRow:
    """One annotated meme beside what was found in it."""
    truth, written = annotation.get("quote") or "", annotation.get("attributed_to") or ""
    return MemeRow(
        image=annotation["image"],
        kind=annotation["kind"],
        outcome=found.outcome,
        quote=found.quote,
        similarity=round(similarity(truth, found.quote), 3) if truth else None,
        name=name,
        annotated_name=written,
        is_name_right=bool(written) and is_same_written_name(written, name),
    )


def similarity(truth: str, found: str) -> float:
    """Normalised Levenshtein similarity of folded text in one line, 0–1."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(comparable(truth), comparable(found)))


def is_same_written_name(written: str, found: str) -> bool:
    """The same letters but for one in seven, or all the annotated words among the found ones."""
    if not found:
        return False
    return set(words(written)) <= set(words(found)) or similarity(written, found) >= SIMILAR


def _memes(
    annotations: Path, folder: Path, engine: OcrEngine, name_finder: NameFinder | None, *, limit: int | None
) -> tuple[tuple[MemeRow, ...], tuple[str, ...]]:
    rows, unread = [], []
    for annotation in list(_annotations(annotations))[:limit]:
        try:
            picture = decode((folder / annotation["image"]).read_bytes())
        except (InputError, OSError):
            unread.append(annotation["image"])
            continue
        reading = read_picture(picture, engine)
        found = find_quote(reading)
        name = found.attribution.name if found.attribution else ""
        if not name and name_finder and found.outcome == "checked":
            name = name_finder(reading.text, found) or ""
        rows.append(score(annotation, found, name))
    return tuple(rows), tuple(unread)


def _annotations(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as annotated memes") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _annotation(f"{path.name}, line {number}", line)


def _annotation(where: str, line: str) -> dict[str, Any]:
    try:
        annotation = json.loads(line)
    except ValueError as error:
        raise SettingsError(f"{where}: is no JSON") from error
    if not isinstance(annotation, dict) or not annotation.get("image") or annotation.get("kind") not in EXPECTED:
        raise SettingsError(f"{where}: needs image and a kind of {', '.join(EXPECTED)}")
    return annotation
