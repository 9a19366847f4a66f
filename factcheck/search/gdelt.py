"""GDELT DOC 2.0: news of the world since 2017, found by words in the article; off unless switched on.

It gives address, title and day but no snippet. Words of one or two letters, which it refuses, are left out of a query.
It complains in plain text with status 200, told here from an answer. One request in five seconds is what it asks for,
so a check of many queries ends before it has asked them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from factcheck.errors import ProviderChanged, ProviderRefused
from factcheck.model import Hit
from factcheck.search.answer import read_date, read_object, read_rows, read_text, read_url
from factcheck.search.provider import Request

if TYPE_CHECKING:
    from factcheck.transport import Response

_LEAST_LETTERS = 3
_MAX_HITS = 250
_FIRST_DAY = "20170101000000"  # what it holds; without it the last three months are searched
# What it says instead of an answer, and our words for it: its own may repeat the query, which belongs in no log.
_COMPLAINTS = {
    "limit requests": "asks for fewer requests",
    "too short": "can't search for these words",
    "too long": "can't search for these words",
    "too common": "can't search for these words",
    "query was": "can't search for these words",
}


class GDELT:
    """A ``WebProvider`` over the list of articles; ``search_url`` points elsewhere in tests."""

    name = "gdelt"
    interval_s = 5.0

    def __init__(
        self, search_url: str = "https://api.gdeltproject.org/api/v2/doc/doc", *, interval_s: float | None = None
    ) -> None:
        self._search_url = search_url
        if interval_s is not None:
            self.interval_s = interval_s

    def build(self, query: str, limit: int) -> tuple[Request, ...]:
        """One request for articles in English, the most relevant first."""
        telling = " ".join(word for word in query.split() if len(word) >= _LEAST_LETTERS) or query
        asked = {
            "query": f"{telling} sourcelang:english", "mode": "artlist", "format": "json", "sort": "hybridrel",
            "maxrecords": min(limit, _MAX_HITS), "startdatetime": _FIRST_DAY,
        }  # fmt: skip
        return (Request(f"{self._search_url}?{urlencode(asked)}"),)

    def parse(self, response: Response, first_rank: int) -> list[Hit]:
        """Articles in English, without snippets; an empty object is how GDELT says that it found nothing."""
        try:
            answer = read_object(self.name, response)
        except ProviderChanged as error:
            if (complaint := _complaint(response.body)) is not None:
                raise complaint from error
            raise
        rows = read_rows(self.name, answer, "articles") if answer else []
        kept = [(url, row) for row in rows if (url := read_url(row.get("url"))) and _is_english(row)]
        return [
            Hit(url, read_text(row.get("title")), "", self.name, rank, published=read_date(row.get("seendate")))
            for rank, (url, row) in enumerate(kept, first_rank)
        ]


def _is_english(row: dict[str, object]) -> bool:
    return read_text(row.get("language", "English")).casefold() == "english"


def _complaint(body: bytes) -> ProviderRefused | None:
    """What GDELT says in plain text, in our words; None for what is no complaint that we know."""
    said = body[:500].decode("utf-8", "replace").casefold()
    if "<" in said:
        return None
    return next((ProviderRefused(f"gdelt: {ours}") for theirs, ours in _COMPLAINTS.items() if theirs in said), None)
