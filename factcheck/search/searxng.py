"""A SearXNG of the operator's own by its JSON API: many engines behind one address, no key.

Its address is a setting, mostly on this machine or network, so requests to it go by a client that may reach inward
but follows no redirect; the pages that it finds are fetched through the guard like all others. JSON is off in a new
SearXNG, which then answers 403. Two result pages are read, as in FAME.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from factcheck.errors import ProviderRefused
from factcheck.model import Hit
from factcheck.search.answer import read_date, read_object, read_rows, read_text, read_url
from factcheck.search.provider import Request

if TYPE_CHECKING:
    from factcheck.transport import Response

PAGES = 2  # FAME, section 3.3: the first two result pages
_PAGE_HITS = 10  # what most engines give for a page
_REFUSALS = {403: "refused with status 403: allow it JSON (search: formats: [html, json] in its settings.yml)"}


class SearXNG:
    """A ``WebProvider`` over the SearXNG at ``url``."""

    name = "searxng"
    interval_s = 0.5

    def __init__(self, url: str, *, interval_s: float | None = None) -> None:
        self._search_url = f"{url.rstrip('/')}/search"
        if interval_s is not None:
            self.interval_s = interval_s

    def build(self, query: str, limit: int) -> tuple[Request, ...]:
        """One request for each result page, two at most."""
        pages = range(1, 1 + min(PAGES, -(-limit // _PAGE_HITS)))
        return tuple(self._page(query, page) for page in pages)

    def _page(self, query: str, page: int) -> Request:
        asked = {"q": query, "format": "json", "language": "en", "categories": "general", "pageno": page}
        return Request(f"{self._search_url}?{urlencode(asked)}", client="configured", refusals=_REFUSALS)

    def parse(self, response: Response, first_rank: int) -> list[Hit]:
        """Hits of one page of results, in SearXNG's order."""
        answer = read_object(self.name, response)
        rows = read_rows(self.name, answer, "results")
        silent = answer.get("unresponsive_engines")
        if not rows and silent and isinstance(silent, list) and first_rank == 1:
            raise ProviderRefused(f"searxng: nothing found, and {len(silent)} of its engines did not answer")
        kept = [(url, row) for row in rows if (url := read_url(row.get("url")))]
        return [
            Hit(
                url,
                read_text(row.get("title")),
                read_text(row.get("content")),
                self.name,
                rank,
                published=read_date(row.get("publishedDate")),
            )
            for rank, (url, row) in enumerate(kept, first_rank)
        ]
