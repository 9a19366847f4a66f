"""Wikiquote and Wikipedia by the search of the MediaWiki API: a query in, their pages out.

The API names pages by title; their addresses follow from it (``/wiki/Title_of_it``), so one request answers a query.
Hits lead to the page, which ``fetch`` reads as any other; what a heading such as *Misattributed* says of a quote is
the business of ``evidence``. No key; Wikimedia asks for a User-Agent with a contact, which the transport carries.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from factcheck.errors import ProviderRefused
from factcheck.model import Hit
from factcheck.search.answer import read_object, read_rows, read_text
from factcheck.search.provider import Request

if TYPE_CHECKING:
    from factcheck.transport import Response

MAX_QUERY_CHARS = 300  # CirrusSearch, the search behind both, refuses longer ones
MAX_TITLE_BYTES = 255  # MediaWiki's own bound
_MARKUP = re.compile(r"<[^<>]{0,200}>")  # <span class="searchmatch"> around each word found
_CODE = re.compile(r"[a-z-]{1,40}")


class Wikimedia:
    """A ``WebProvider`` over one wiki; ``api_url`` points elsewhere in tests."""

    interval_s = 0.5

    def __init__(self, name: str, api_url: str, *, interval_s: float | None = None) -> None:
        self.name = name
        self._api_url = api_url
        parts = urlsplit(api_url)
        self._page_url = f"{parts.scheme}://{parts.netloc}/wiki/"
        if interval_s is not None:
            self.interval_s = interval_s

    def build(self, query: str, limit: int) -> tuple[Request, ...]:
        """One search of articles, for pages that have all words."""
        asked = {
            "action": "query", "list": "search", "srsearch": _shortened(query), "srlimit": limit,
            "srprop": "snippet", "srinfo": "", "srnamespace": 0, "format": "json", "formatversion": 2,
        }  # fmt: skip
        return (Request(f"{self._api_url}?{urlencode(asked)}"),)

    def parse(self, response: Response, first_rank: int) -> list[Hit]:
        """Pages found, with the words around what was found."""
        answer = read_object(self.name, response)
        if isinstance(error := answer.get("error"), dict):  # MediaWiki refuses with status 200
            code = error.get("code")
            reason = code if isinstance(code, str) and _CODE.fullmatch(code) else "an error"
            raise ProviderRefused(f"{self.name}: refused with {reason}")
        rows = read_rows(self.name, answer.get("query"), "search")
        found = [(title, plain(row.get("snippet"))) for row in rows if (title := _title(row.get("title")))]
        return [
            Hit(self._page_url + quote(title.replace(" ", "_"), safe="/:,()!'*"), title, snippet, self.name, rank)
            for rank, (title, snippet) in enumerate(found, first_rank)
        ]


def wikiquote(api_url: str = "https://en.wikiquote.org/w/api.php", *, interval_s: float | None = None) -> Wikimedia:
    """English Wikiquote."""
    return Wikimedia("wikiquote", api_url, interval_s=interval_s)


def wikipedia(api_url: str = "https://en.wikipedia.org/w/api.php", *, interval_s: float | None = None) -> Wikimedia:
    """English Wikipedia."""
    return Wikimedia("wikipedia", api_url, interval_s=interval_s)


def plain(snippet: object) -> str:
    """A snippet without highlighting and with its entities read.

    >>> plain('the <span class="searchmatch">only</span> thing &amp; more')
    'the only thing & more'
    """
    return read_text(html.unescape(_MARKUP.sub("", snippet[:10_000]))) if isinstance(snippet, str) else ""


def _title(value: object) -> str:
    title = read_text(value)
    return title if len(title.encode()) <= MAX_TITLE_BYTES else ""


def _shortened(query: str) -> str:
    """As many whole words as the search takes."""
    if len(query) <= MAX_QUERY_CHARS:
        return query
    return query[: MAX_QUERY_CHARS + 1].rpartition(" ")[0] or query[:MAX_QUERY_CHARS]
