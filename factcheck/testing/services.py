"""Search services of the fake web: what MediaWiki, SearXNG, Fact Check Tools and GDELT answer, in their real shapes.

Each function takes the parameters of a request and the articles found, best first, and returns the JSON object of
such a service, with the fields that we read and some that we don't. Written by us; no answer is copied.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.testing.articles import Article

Service: TypeAlias = "Callable[[Mapping[str, str], Sequence[Article]], dict[str, Any]]"
SNIPPET_CHARS = 240
PAGE_HITS = 10


def mediawiki(asked: Mapping[str, str], found: Sequence[Article]) -> dict[str, Any]:
    """``action=query``, ``list=search``; an article's title is that in its address, as in a wiki."""
    rows = [
        {
            "ns": 0,
            "title": title_of(one),
            "pageid": 1_000 + n,
            "snippet": _highlighted(asked["srsearch"], _snippet(one)),
        }
        for n, one in enumerate(found[: int(asked["srlimit"])])
    ]
    return {"batchcomplete": True, "query": {"search": rows}}


def searxng(asked: Mapping[str, str], found: Sequence[Article]) -> dict[str, Any]:
    """``/search`` with ``format=json``, ten results for a page."""
    start = PAGE_HITS * (int(asked["pageno"]) - 1)
    rows = [
        {
            "url": one.url,
            "title": one.title,
            "content": _snippet(one),
            "publishedDate": f"{one.published}T08:00:00",
            "engine": "example",
            "engines": ["example"],
            "positions": [n],
            "score": 1 / n,
            "category": "general",
        }
        for n, one in enumerate(found[start : start + PAGE_HITS], 1)
    ]
    return {
        "query": asked["q"], "number_of_results": 0, "results": rows, "answers": [], "corrections": [],
        "infoboxes": [], "suggestions": [], "unresponsive_engines": [],
    }  # fmt: skip


def fact_check_tools(asked: Mapping[str, str], found: Sequence[Article]) -> dict[str, Any]:
    """``claims:search``: one claim with one review for each article, its rating that of the article."""
    claims = [
        {
            "text": one.title,
            "claimant": "Social media users",
            "claimDate": f"{one.published}T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": one.author, "site": urlsplit(one.url).hostname},
                    "url": one.url,
                    "title": one.title,
                    "reviewDate": f"{one.published}T00:00:00Z",
                    "textualRating": rating_of(one),
                    "languageCode": "en",
                }
            ],
        }
        for one in found[: int(asked["pageSize"])]
    ]
    return {"claims": claims, "nextPageToken": "CAo"} if claims else {}


def gdelt(asked: Mapping[str, str], found: Sequence[Article]) -> dict[str, Any]:
    """``mode=artlist`` with ``format=json``."""
    rows = [
        {
            "url": one.url,
            "url_mobile": "",
            "title": one.title,
            "seendate": f"{one.published.replace('-', '')}T101500Z",
            "socialimage": "",
            "domain": urlsplit(one.url).hostname,
            "language": "English",
            "sourcecountry": "United States",
        }
        for one in found[: int(asked["maxrecords"])]
    ]
    return {"articles": rows} if rows else {}


SERVICES: Mapping[tuple[str, str], tuple[str, Service]] = {
    ("en.wikiquote.org", "/w/api.php"): ("srsearch", mediawiki),
    ("en.wikipedia.org", "/w/api.php"): ("srsearch", mediawiki),
    ("factchecktools.googleapis.com", "/v1alpha1/claims:search"): ("query", fact_check_tools),
    ("api.gdeltproject.org", "/api/v2/doc/doc"): ("query", gdelt),
}
"""By host and path: the parameter that holds the query, and who answers. SearXNG has no host of its own."""


def title_of(article: Article) -> str:
    """The title that a wiki's address holds."""
    return unquote(urlsplit(article.url).path.removeprefix("/wiki/")).replace("_", " ")


def rating_of(article: Article) -> str:
    """What the article states as its rating."""
    ratings = [line.removeprefix("Rating: ") for line in article.paragraphs if line.startswith("Rating: ")]
    return ratings[0] if ratings else "Unproven"


def _snippet(article: Article) -> str:
    return " ".join(article.paragraphs)[:SNIPPET_CHARS]


def _highlighted(query: str, snippet: str) -> str:
    asked = set(query.casefold().split())
    return " ".join(
        f'<span class="searchmatch">{html.escape(word)}</span>' if word.casefold() in asked else html.escape(word)
        for word in snippet.split()
    )
