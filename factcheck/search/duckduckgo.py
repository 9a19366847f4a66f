"""DuckDuckGo's HTML results: form in, hits out, in the shapes that ``ddgs`` keeps up to date.

We use what is pure in ``ddgs`` (how to ask, how to read the answer) and leave the sending to ``fanout``, because
``ddgs`` itself drops HTTP statuses: a challenge, a refusal and an empty result would look the same. Two result pages
are read for a query, as in FAME. No key; its author calls ``ddgs`` a tool for occasional use, so the pace is slow.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from factcheck.errors import ProviderChanged, ProviderRefused
from factcheck.model import Hit
from factcheck.search.provider import Request

if TYPE_CHECKING:
    from factcheck.transport import Response

PAGES = 2  # FAME, section 3.3: the first two result pages
_PAGE_HITS = 10  # ddgs asks for the second page from result 10 on
_CHALLENGES = ("anomaly-modal", "challenge-form", "bots use duckduckgo")
_RESULT_PAGE_SIGNS = ('id="links"', "no-results", "result--no-result")


@functools.cache
def _engine() -> Any:  # noqa: ANN401 - ddgs is untyped to us
    """The request builder and parser of ``ddgs``, without the HTTP client that its constructor would make."""
    from ddgs.engines.duckduckgo import Duckduckgo  # noqa: PLC0415 - 0.2 s that offline checks don't pay

    return Duckduckgo.__new__(Duckduckgo)


class DuckDuckGo:
    """A ``WebProvider`` over DuckDuckGo; ``search_url`` points elsewhere in tests."""

    name = "duckduckgo"
    interval_s = 1.0

    def __init__(self, search_url: str | None = None, *, interval_s: float | None = None) -> None:
        self._search_url = search_url
        if interval_s is not None:
            self.interval_s = interval_s

    def build(self, query: str, limit: int) -> tuple[Request, ...]:
        """One form for each result page, two at most."""
        pages = range(1, 1 + min(PAGES, -(-limit // _PAGE_HITS)))
        return tuple(self._form(query, page) for page in pages)

    def _form(self, query: str, page: int) -> Request:
        engine = _engine()
        form = engine.build_payload(query=query, region="us-en", safesearch="moderate", timelimit=None, page=page)
        return Request(self._search_url or engine.search_url, form=form, client="ddgs")

    def parse(self, response: Response, first_rank: int) -> list[Hit]:
        """Hits of one result page; advertisements and links back to DuckDuckGo are left out."""
        html = response.body.decode("utf-8", "replace")
        folded = html.casefold()
        if response.status == 202 or any(sign in folded for sign in _CHALLENGES):  # noqa: PLR2004
            raise ProviderRefused("duckduckgo: asks for proof of being human")
        rows = self._rows(html)
        if not rows and not any(sign in folded for sign in _RESULT_PAGE_SIGNS):
            raise ProviderChanged("duckduckgo: the answer is no result page that we know")
        found = [(row.title, unwrapped(row.href), row.body) for row in rows]
        kept = [row for row in found if row[1].startswith(("http://", "https://"))]
        return [Hit(url, title, body, self.name, rank) for rank, (title, url, body) in enumerate(kept, first_rank)]

    def _rows(self, html: str) -> list[Any]:
        engine = _engine()
        try:
            return list(engine.post_extract_results(engine.extract_results(html)))
        except Exception as error:  # lxml raises its own tree of errors on what is no HTML
            raise ProviderChanged(f"duckduckgo: the answer can't be read ({type(error).__name__})") from error


def unwrapped(href: str) -> str:
    """The page behind a link through DuckDuckGo's redirector; its own and broken links as nothing, others as they are.

    >>> unwrapped("//duckduckgo.com/l/?uddg=https://example.org/a&rut=1")
    'https://example.org/a'
    """
    try:
        parts = urlsplit(href, scheme="https")
    except ValueError:
        return ""
    if (parts.hostname or "").removeprefix("html.").removeprefix("www.") != "duckduckgo.com":
        return href
    return parse_qs(parts.query).get("uddg", [""])[0]
