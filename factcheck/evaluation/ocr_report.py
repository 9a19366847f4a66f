"""The OCR table's rows, its summary for scripts and its form for people, beside the papers' figures."""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.evaluation.metrics import pearson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

PUBLISHED = (
    ("PIXELMOD, commercial engine, 4-gram Jaccard", "mean 0.95, median 1.0"),
    ("PIXELMOD, OCR time against text area", "Pearson r 0.401"),
    ("FAME, OCR.space, text good enough", "90 % of real memes; 5 % bad text; 5 % no sentence of three words"),
)
_BINS = (0.0, 0.05, 0.1, 0.2, 0.3, 1.01)
_MEANS = ("jaccard4", "recall4", "precision4", "word_recall")


@dataclass(frozen=True, slots=True)
class OcrRow:
    """One picture, in shares 0–1. ``order``: of the words found, those in order; ``text_area``: of the picture."""

    corpus: str
    image: str
    half: str
    jaccard4: float = 0.0
    recall4: float = 0.0
    precision4: float = 0.0
    word_recall: float = 0.0
    word_accuracy: float = 0.0
    order: float = 0.0
    has_columns: bool = False
    seconds: float = 0.0
    text_area: float = 0.0
    lines: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class OcrReport:
    """All rows. ``drawn_orders``: share of words in order on drawn two-column pictures."""

    engine: str
    rows: tuple[OcrRow, ...]
    drawn_orders: tuple[float, ...]
    corpus_sha256: str

    def to_json(self) -> dict[str, Any]:
        """The figures for scripts; the first keys are those of the first data set."""
        corpora = list(dict.fromkeys(row.corpus for row in self.rows))
        first = [row for row in self.rows if row.corpus == corpora[0]] if corpora else []
        columns = [row.order for row in first if row.has_columns]
        return {
            **summary(first),
            "engine": self.engine,
            "corpus_sha256": self.corpus_sha256,
            "sets": {name: summary([row for row in self.rows if row.corpus == name]) for name in corpora},
            "all": summary(self.rows),
            "halves": {half: summary([row for row in first if row.half == half]) for half in ("dev", "test")},
            "two_columns": {"n": len(columns), "order_mean": _mean(columns)},
            "two_columns_drawn": {"n": len(self.drawn_orders), "order_mean": _mean(self.drawn_orders)},
            "latency": latency(first),
            "unreadable": [{"image": row.image, "error": row.error} for row in self.rows if row.error],
            "published_other_data": dict(PUBLISHED),
            "rows": [asdict(row) for row in self.rows],
        }

    def render(self, console: Console) -> None:
        """Two tables: what is read, and how long it takes."""
        from rich.table import Table

        found = self.to_json()
        table = Table(
            "pictures", "n", "4-gram recall", "Jaccard", "word recall", "word accuracy (median)", "s", title="OCR"
        )
        for name, part in {**found["sets"], **{f"first set, {k} half": v for k, v in found["halves"].items()}}.items():
            table.add_row(name, str(part["n"]), *(f"{part[key]:.3f}" for key in _SHOWN))
        for name, value in PUBLISHED:
            table.add_row(f"{name} (published, other data)", "", value)
        console.print(table)
        for what in ("two_columns", "two_columns_drawn"):
            part = found[what]
            console.print(
                f"{what.replace('_', ' ')}: {part['n']} pictures, {part['order_mean']:.3f} of the words in order"
            )
        times = Table("text area", "n", "median s", title=f"latency, Pearson r {found['latency']['pearson_r']:.3f}")
        for row in found["latency"]["bins"]:
            times.add_row(f"{row['from']:.2f}–{min(1, row['to']):.2f}", str(row["n"]), f"{row['median_s']:.3f}")
        console.print(times)


_SHOWN = ("recall4_mean", "jaccard4_mean", "word_recall_mean", "word_accuracy_median", "seconds_per_image")


def summary(rows: Sequence[OcrRow]) -> dict[str, Any]:
    """Means and medians over ``rows``; a picture that can't be decoded counts as one where nothing was read."""
    means = {f"{name}_mean": _mean([getattr(row, name) for row in rows]) for name in _MEANS}
    return {
        "n": len(rows),
        **means,
        "jaccard4_median": _median([row.jaccard4 for row in rows]),
        "word_accuracy_mean": _mean([row.word_accuracy for row in rows]),
        "word_accuracy_median": _median([row.word_accuracy for row in rows]),
        "order_mean": _mean([row.order for row in rows]),
        "seconds_per_image": _mean([row.seconds for row in rows if not row.error]),
    }


def latency(rows: Sequence[OcrRow]) -> dict[str, Any]:
    """Seconds against the share of the picture that text covers: Pearson's r, and medians in bins."""
    read = [row for row in rows if not row.error]
    bins = []
    for low, high in pairwise(_BINS):
        seconds = [row.seconds for row in read if low <= row.text_area < high]
        bins.append({"from": low, "to": high, "n": len(seconds), "median_s": _median(seconds)})
    return {
        "pearson_r": pearson([row.text_area for row in read], [row.seconds for row in read]),
        "pearson_r_published_other_data": 0.401,
        "bins": bins,
    }


def _mean(values: Sequence[float]) -> float:
    return statistics.fmean(values) if values else 0.0


def _median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0.0
