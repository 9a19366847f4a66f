"""The reading table: what is found to check on real annotated memes and on drawn ones, beside FAME's figures.

(a) Real memes annotated by eye: the kind found (quote and unattributed quote → checked or no_subject, dialogue →
several_quotes, other → no_quote), the quotation's normalised Levenshtein similarity, the written name. A name counts
as found when it is the annotated one or holds all its words, one misread letter in seven forgiven. (b) Quotations
drawn in many layouts, in fonts that no rule was written against. The same code scores any JSONL in the same form.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError, SettingsError
from factcheck.evaluation.drawn import DrawnRow, read_drawn
from factcheck.evaluation.metrics import comparable
from factcheck.reading.decode import decode
from factcheck.reading.quote import find_quote
from factcheck.reading.read import read_picture
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.model import QuoteReading
    from factcheck.reading.ocr import OcrEngine

    NameFinder = Callable[[str, QuoteReading], str | None]

SIMILAR = 0.85
EXPECTED: dict[str, frozenset[str]] = {
    "quote": frozenset({"checked", "no_subject"}),
    "quote_unattributed": frozenset({"checked", "no_subject"}),
    "dialogue": frozenset({"several_quotes"}),
    "other": frozenset({"no_quote"}),
}
PUBLISHED = {"subject found by face": 0.69, "subject found by NER, of the rest": 0.57}  # FAME; other data


@dataclass(frozen=True, slots=True)
class MemeRow:
    """One annotated meme and what was found; ``similarity`` is None where the annotation has no quotation."""

    image: str
    kind: str
    outcome: str
    quote: str
    similarity: float | None
    name: str
    annotated_name: str
    is_name_right: bool

    @property
    def is_kind_right(self) -> bool:
        """Whether the outcome is one that the annotated kind allows."""
        return self.outcome in EXPECTED[self.kind]


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """Both parts of the table, row by row; the figures are computed from the rows."""

    rows: tuple[MemeRow, ...]
    drawn: tuple[DrawnRow, ...] = ()
    unread: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """The figures as one document; shares are of the rows that the name says."""
        quotes = [row for row in self.rows if row.similarity is not None]
        attributed = [row for row in self.rows if row.annotated_name]
        nameless = [row for row in self.rows if not row.annotated_name]
        return {
            "n": len(self.rows),
            "kind_accuracy": _share([row.is_kind_right for row in self.rows]),
            "quote_found": _share([_is_found(row) for row in quotes]),
            "quote_found_attributed": _share(
                [(row.similarity or 0) >= SIMILAR for row in quotes if row.annotated_name]
            ),
            "name_found": _share([row.is_name_right for row in attributed]),
            "name_invented": _share([bool(row.name) for row in nameless]),
            "counts": {
                "quotes": len(quotes),
                "attributed": len(attributed),
                "names_found": sum(row.is_name_right for row in attributed),
                "names_invented": sum(bool(row.name) for row in nameless),
            },
            "confusion": self.confusion(),
            "drawn": drawn_figures(self.drawn),
            "published_other_data": PUBLISHED,
            "rows": [asdict(row) | {"is_kind_right": row.is_kind_right} for row in self.rows],
            "unread": list(self.unread),
        }

    def confusion(self) -> dict[str, dict[str, int]]:
        """Annotated kind → outcome → how many."""
        counts: dict[str, Counter[str]] = {}
        for row in self.rows:
            counts.setdefault(row.kind, Counter())[row.outcome] += 1
        return {kind: dict(sorted(outcomes.items())) for kind, outcomes in sorted(counts.items())}


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
    """
    if on is None:
        if data_dir is None:
            raise SettingsError(
                "evaluate reading needs --data DIR, FACTCHECK_EVALUATION_DATA_DIR, or --on and --images"
            )
        annotations, folder = data_dir / "memes" / "quote_memes_dev.jsonl", data_dir / "images" / "propaganda_memes"
    else:
        annotations, folder = on, images or on.parent
    rows, unread = _memes(annotations, folder, engine, name_finder, limit)
    drawn = () if on is not None or data_dir is None else tuple(read_drawn(data_dir, engine, limit=limit))
    return ReadingReport(rows, drawn, unread)


def drawn_figures(drawn: Sequence[DrawnRow]) -> dict[str, Any]:
    """The figures on drawn memes, altogether and for each layout and font."""
    figures: dict[str, Any] = _drawn_shares(drawn)
    for key in ("layout", "font"):
        names = sorted({getattr(row, key) for row in drawn})
        figures[f"by_{key}"] = {name: _drawn_shares([r for r in drawn if getattr(r, key) == name]) for name in names}
    return figures


def render(report: ReadingReport) -> str:
    """The table as text for people."""
    figures = report.to_json()
    counts, drawn = figures["counts"], figures["drawn"]
    nameless = figures["n"] - counts["attributed"]
    lines = [f"Annotated memes: {figures['n']}, kind right {figures['kind_accuracy']:.3f}"]
    lines += [f"  {kind:<20} {_outcomes(outcomes)}" for kind, outcomes in figures["confusion"].items()]
    found = f"  quotation found (similarity ≥ {SIMILAR}) {figures['quote_found']:.3f} of {counts['quotes']}"
    lines.append(f"{found}, {figures['quote_found_attributed']:.3f} of the attributed")
    written = f"  written name found {counts['names_found']} of {counts['attributed']}"
    lines.append(f"{written}, invented {counts['names_invented']} of {nameless}")
    if report.drawn:
        lines.append(f"Drawn memes, fonts unseen by the rules: {_drawn_line(drawn)}")
        lines += [f"  {layout:<30} {_drawn_line(shares)}" for layout, shares in drawn["by_layout"].items()]
    lines += [f"Published by FAME, on other data: {name} {share:.2f}" for name, share in PUBLISHED.items()]
    return "\n".join(lines)


def _memes(
    annotations: Path, folder: Path, engine: OcrEngine, name_finder: NameFinder | None, limit: int | None
) -> tuple[tuple[MemeRow, ...], tuple[str, ...]]:
    rows, unread = [], []
    for annotation in list(_annotations(annotations))[:limit]:
        path = folder / annotation["image"]
        try:
            reading = read_picture(decode(path.read_bytes()), engine)
        except (InputError, OSError):
            unread.append(annotation["image"])
            continue
        found = find_quote(reading)
        name = found.attribution.name if found.attribution else ""
        if not name and name_finder and found.outcome == "checked":
            name = name_finder(reading.text, found) or ""
        rows.append(score(annotation, found, name))
    return tuple(rows), tuple(unread)


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


def _annotations(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _is_found(row: MemeRow) -> bool:
    return (row.similarity or 0) >= SIMILAR


def _share(values: list[bool]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def _drawn_shares(rows: Sequence[DrawnRow]) -> dict[str, float]:
    return {
        "n": len(rows),
        "speaker_exact": _share([row.is_speaker_right for row in rows]),
        "wrong_person": _share([row.is_speaker_wrong for row in rows]),
        "quote_token_f1": round(sum(row.token_f1 for row in rows) / len(rows), 4) if rows else 0.0,
    }


def _drawn_line(shares: dict[str, Any]) -> str:
    return (
        f"speaker exact {shares['speaker_exact']:.3f}, wrong {shares['wrong_person']:.3f},"
        f" quote token F1 {shares['quote_token_f1']:.3f} (n = {shares['n']:.0f})"
    )


def _outcomes(outcomes: dict[str, int]) -> str:
    return ", ".join(f"{outcome} {count}" for outcome, count in outcomes.items())
