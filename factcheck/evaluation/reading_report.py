"""The rows of the reading table and the figures computed from them, as one document and as tables for people.

A report holds rows only; every share is computed here, of the rows that its name says, so that the two forms agree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from factcheck.evaluation.drawn import DrawnRow

SIMILAR = 0.85  # normalised Levenshtein similarity from which a quotation counts as found
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

    @property
    def is_quote_found(self) -> bool:
        """Whether the quotation is similar enough to the annotated one."""
        return (self.similarity or 0.0) >= SIMILAR


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """Both parts of the table, row by row; ``unread`` names pictures that could not be decoded."""

    rows: tuple[MemeRow, ...]
    unread: tuple[str, ...] = ()
    drawn: tuple[DrawnRow, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The figures as one document, with every row."""
        quotes = [row for row in self.rows if row.similarity is not None]
        attributed = [row for row in self.rows if row.annotated_name]
        nameless = [row for row in self.rows if not row.annotated_name]
        return {
            "n": len(self.rows),
            "kind_accuracy": _share([row.is_kind_right for row in self.rows]),
            "quote_found": _share([row.is_quote_found for row in quotes]),
            "quote_found_attributed": _share([row.is_quote_found for row in quotes if row.annotated_name]),
            "name_found": _share([row.is_name_right for row in attributed]),
            "name_invented": _share([bool(row.name) for row in nameless]),
            "counts": {
                "quotes": len(quotes),
                "attributed": len(attributed),
                "nameless": len(nameless),
                "names_found": sum(row.is_name_right for row in attributed),
                "names_invented": sum(bool(row.name) for row in nameless),
            },
            "confusion": confusion(self.rows),
            "drawn": drawn_figures(self.drawn),
            "published_other_data": PUBLISHED,
            "rows": [asdict(row) | {"is_kind_right": row.is_kind_right} for row in self.rows],
            "unread": list(self.unread),
        }

    def render(self, console: Console) -> None:
        """The tables for people."""
        figures = self.to_json()
        console.print(_kinds_table(figures))
        counts = figures["counts"]
        console.print(f"Quotation found: {figures['quote_found']:.3f} of {counts['quotes']} (similarity ≥ {SIMILAR})")
        console.print(f"Written name found: {counts['names_found']} of {counts['attributed']}")
        console.print(f"Name invented: {counts['names_invented']} of {counts['nameless']}")
        if self.unread:
            console.print(f"Could not be read: {', '.join(self.unread)}")
        if self.drawn:
            console.print(_drawn_table(figures["drawn"]))
        published = "; ".join(f"{name} {share:.2f}" for name, share in PUBLISHED.items())
        console.print(f"Published by FAME, on other data: {published}")


def confusion(rows: Sequence[MemeRow]) -> dict[str, dict[str, int]]:
    """Annotated kind → outcome → how many."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        counts.setdefault(row.kind, Counter())[row.outcome] += 1
    return {kind: dict(sorted(outcomes.items())) for kind, outcomes in sorted(counts.items())}


def drawn_figures(drawn: Sequence[DrawnRow]) -> dict[str, Any]:
    """The figures on drawn memes, altogether and for each layout and font."""
    layouts, fonts = sorted({row.layout for row in drawn}), sorted({row.font for row in drawn})
    return {
        **_drawn_shares(drawn),
        "by_layout": {name: _drawn_shares([row for row in drawn if row.layout == name]) for name in layouts},
        "by_font": {name: _drawn_shares([row for row in drawn if row.font == name]) for name in fonts},
    }


def _drawn_shares(rows: Sequence[DrawnRow]) -> dict[str, float]:
    return {
        "n": len(rows),
        "speaker_exact": _share([row.is_speaker_right for row in rows]),
        "wrong_person": _share([row.is_speaker_wrong for row in rows]),
        "quote_token_f1": round(sum(row.token_f1 for row in rows) / len(rows), 4) if rows else 0.0,
    }


def _share(values: list[bool]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def _kinds_table(figures: dict[str, Any]) -> Any:  # noqa: ANN401 - rich is imported late
    from rich.table import Table

    outcomes = sorted({outcome for found in figures["confusion"].values() for outcome in found})
    title = f"{figures['n']} annotated memes, kind right {figures['kind_accuracy']:.3f}"
    table = Table("annotated as", *outcomes, title=title)
    for kind, found in figures["confusion"].items():
        table.add_row(kind, *(str(found.get(outcome, 0)) for outcome in outcomes))
    return table


def _drawn_table(drawn: dict[str, Any]) -> Any:  # noqa: ANN401 - rich is imported late
    from rich.table import Table

    columns = ("n", "speaker_exact", "wrong_person", "quote_token_f1")
    table = Table("drawn memes, unseen quotes and fonts", *(name.replace("_", " ") for name in columns))
    for name, shares in ({"all": drawn} | drawn["by_layout"] | drawn["by_font"]).items():
        table.add_row(name, str(shares["n"]), *(f"{shares[column]:.3f}" for column in columns[1:]))
    return table
