"""What a recording holds, field by field: the result, and what it was made of and with.

Written as JSON in this order. Hits and pages come without their texts: a verdict follows from its evidence, so it is
replayed without them, and an export can leave them out. Pictures have no place in it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from typing import Literal

from factcheck import __version__
from factcheck.evidence.sources import SourceLists
from factcheck.model import CheckInput, CheckResult, Hit, QuoteReading
from factcheck.options import CheckOptions, FeatureSet  # noqa: TC001 - read by pydantic when a file is validated

FORMAT: Literal[1] = 1


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What a verdict depends on besides its evidence: the code, the source lists and the verdict model (SHA-256)."""

    factcheck: str
    source_lists: str
    model: str


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """A page as it was read, without its text. ``hit`` is its place among the hits; ``has_speaker``: the hit carried
    the whole document, whose author is the speaker.
    """

    hit: int
    has_speaker: bool
    url: str
    title: str
    published: str | None
    author: str | None
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Recording:
    """One check. ``hits`` come without ``body``: where they had one it is the text of their page."""

    format: Literal[1]
    result: CheckResult
    made_with: MadeWith
    options: CheckOptions
    reading: QuoteReading | None = None
    hits: tuple[Hit, ...] = ()
    pages: tuple[RecordedPage, ...] = ()


def quote_input(text: str, by: str | None) -> CheckInput:
    """A quote as an input, found again by its words and the name given with them."""
    return CheckInput("quote", "quote", hashlib.sha256(f"{text}\n{by or ''}".encode()).hexdigest())


def made_with(feature_set: FeatureSet, sources: SourceLists | None = None) -> MadeWith:
    """What a check made now depends on; ``sources``: the lists, by default those shipped."""
    rows = [dataclasses.astuple(row) for row in (sources or SourceLists.load()).rows]
    model = resources.files("factcheck.verdict") / "models" / f"{feature_set}.json"
    return MadeWith(__version__, sha256(json.dumps(sorted(rows))), hashlib.sha256(model.read_bytes()).hexdigest())


def encoded(text: str) -> bytes:
    """UTF-8; half a surrogate pair from a hostile page is no text."""
    return text.encode("utf-8", "replace")


def sha256(text: str) -> str:
    """Of a page's text, as its file is named."""
    return hashlib.sha256(encoded(text)).hexdigest()
