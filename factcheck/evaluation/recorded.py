"""Recorded web searches → quotes with evidence, as the check itself would have weighed them.

A row of the JSONL is ``id``, ``claimed_author``, ``label`` (real or fake), ``tier`` and ``results``: for each page its
``url``, ``date``, whether the ``name`` is there, and, *as judged by a reader*, the ``match`` of the quote, the
``stance`` and ``said_by``. Sources are classed here by the shipped lists. Of the match only its bucket was recorded,
so the ratio is the bucket's middle (verbatim 0.95, close 0.75, partial 0.45, none 0.15). No passage was recorded:
reposts can't be told apart. The quote's words come from ``labelled*.jsonl`` beside the file where there is one.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.errors import SettingsError
from factcheck.evidence.sources import SourceLists
from factcheck.model import Evidence
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

RATIO_OF_MATCH = {"verbatim": 0.95, "close": 0.75, "partial": 0.45, "none": 0.15}
CLAIMED = "claimed"
SAME_QUOTE_OVERLAP = 0.5
"""Two quotes that share half of their words are versions of one: they stay on one side of a fold."""


@dataclass(frozen=True, slots=True)
class RecordedQuote:
    """One quote with what a real search found. ``quote`` is None where its words are not at hand."""

    id: str
    claimed_author: str
    is_fake: bool
    tier: str
    evidence: tuple[Evidence, ...]
    quote: str | None = None


def read(path: Path) -> list[RecordedQuote]:
    """All quotes of a recorded-search JSONL.

    Raises:
        SettingsError: when the file is missing or a row is not of that form.
    """
    lists = SourceLists.load()
    quotes = _quotes_beside(path)
    try:
        return [_quote(row, quotes.get(str(row["id"])), lists) for row in _rows(path)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"{path} is no recorded-search JSONL: {type(error).__name__} {error}") from error


def sha256(path: Path) -> str:
    """The SHA-256 of a corpus file, which models and floors name."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def groups(quotes: Sequence[RecordedQuote]) -> list[int]:
    """A group number per quote: same person or nearly the same words, transitively, is one group."""
    parent = list(range(len(quotes)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    bags = [frozenset(words(quote.quote or "")) for quote in quotes]
    for one in range(len(quotes)):
        for other in range(one):
            if _belong_together(quotes[one], quotes[other], bags[one], bags[other]):
                parent[root(one)] = root(other)
    return [root(index) for index in range(len(quotes))]


def _belong_together(one: RecordedQuote, other: RecordedQuote, bag: frozenset[str], bag2: frozenset[str]) -> bool:
    if words(one.claimed_author) == words(other.claimed_author):
        return True
    return len(bag & bag2) >= SAME_QUOTE_OVERLAP * max(1, len(bag | bag2))


def _quote(row: dict[str, Any], quote: str | None, lists: SourceLists) -> RecordedQuote:
    if row["label"] not in {"real", "fake"}:
        raise ValueError(f"label {row['label']!r} is neither real nor fake")
    return RecordedQuote(
        id=str(row["id"]),
        claimed_author=row["claimed_author"],
        is_fake=row["label"] == "fake",
        tier=str(row.get("tier", "")),
        evidence=tuple(_evidence(result, row["claimed_author"], lists) for result in row["results"]),
        quote=row.get("quote") or quote,
    )


def _evidence(result: dict[str, Any], claimed_author: str, lists: SourceLists) -> Evidence:
    source = lists.classify(result["url"])
    said_by = claimed_author if result["said_by"] == CLAIMED else result["said_by"] or None
    return Evidence(
        url=result["url"],
        domain=source.domain,
        source_class=source.source_class,
        title="",
        passage="",
        quote_ratio=RATIO_OF_MATCH[result["match"]],
        name_found=bool(result["name"]),
        stance=result["stance"],
        said_by=said_by,
        published=result.get("date") or None,
        provider="recorded",
        source_reason=source.reason,
    )


def _quotes_beside(path: Path) -> dict[str, str]:
    return {
        str(row["id"]): row["quote"]
        for file in sorted(path.parent.glob("labelled*.jsonl"))
        for row in _rows(file)
        if row.get("quote")
    }


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
