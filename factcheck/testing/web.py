"""A web that fits in a test: real sockets on loopback, real host names by its own resolver, articles made on the spot.

``FakeWeb`` serves a search page in DuckDuckGo's form, the APIs of ``services``, and whatever ``Article`` it is given,
under names such as ``www.reuters.com``, so the code under test runs unchanged, its real clients included; ``troubles``
makes single addresses misbehave. It ships, because whoever adds a provider needs it too. It speaks http only.
"""

from __future__ import annotations

import html
import socket
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from factcheck.testing.services import SERVICES, mediawiki, searxng
from factcheck.testing.troubles import RESPONSES
from factcheck.text import words
from factcheck.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import TracebackType

    from factcheck.testing.articles import Article
    from factcheck.testing.services import Service
    from factcheck.testing.troubles import Trouble

ADDRESS = "127.0.0.1"
PAGE_HITS = 10  # results on the first page of the real one


class FakeResolver(AbstractResolver):
    """Resolves the fake web's hosts to its port; ``answers`` gives a host other addresses, one set for each question,
    the last one for good. Every other name does not exist.
    """

    def __init__(self, hosts: Iterable[str], port: int, answers: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._hosts = frozenset(hosts)
        self._port = port
        self._answers = {host: list(sets) for host, sets in answers.items()}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Addresses of a host, in the form of aiohttp; ``family`` is left to the caller."""
        del family
        if answers := self._answers.get(host):
            addresses = answers.pop(0) if len(answers) > 1 else answers[0]
            return [self._result(host, address, self._port if address == ADDRESS else port) for address in addresses]
        if host in self._hosts:
            return [self._result(host, ADDRESS, self._port)]
        raise socket.gaierror(socket.EAI_NONAME, f"{host} is not on the fake web")

    @staticmethod
    def _result(host: str, address: str, port: int) -> ResolveResult:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return ResolveResult(
            hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST
        )

    async def close(self) -> None:
        """Nothing is held."""


@dataclass
class FakeWeb:
    """An async context manager around one server; ``troubles`` and ``redirects`` are by URL.

    ``search_trouble`` is that of the search page, ``service_troubles`` are those of the search services, by host.
    ``requests`` lists the URLs asked for, in order; ``searches`` the queries; ``service_requests`` hosts and queries.
    """

    articles: Sequence[Article] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    troubles: Mapping[str, Trouble] = field(default_factory=dict)
    search_trouble: Trouble | None = None
    service_troubles: Mapping[str, Trouble] = field(default_factory=dict)
    dns_answers: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    searches: list[str] = field(default_factory=list)
    service_requests: list[tuple[str, str]] = field(default_factory=list)
    port: int = 0

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, ADDRESS, 0).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    @property
    def search_url(self) -> str:
        """Where the search form is to be sent: by address, since the client of ``ddgs`` resolves by itself."""
        return f"http://{ADDRESS}:{self.port}/html/"

    @property
    def searxng_url(self) -> str:
        """Where its SearXNG stands: by address, since a configured service has a client of its own."""
        return f"http://{ADDRESS}:{self.port}/searxng"

    @property
    def _services(self) -> dict[tuple[str, str], tuple[str, Service]]:
        return {**SERVICES, (f"{ADDRESS}:{self.port}", "/searxng/search"): ("q", searxng)}

    def transport(self, **options: Any) -> Transport:  # noqa: ANN401 - handed on
        """The real guarded client, allowed to reach this server and nothing else inward."""
        urls = (*(article.url for article in self.articles), *self.redirects, *self.troubles)
        hosts = {urlsplit(url).hostname or "" for url in urls} | {host for host, _ in SERVICES}
        resolver = FakeResolver(hosts, self.port, self.dns_answers)
        return Transport(
            "factcheck-test", allowed_networks=(ip_network(f"{ADDRESS}/32"),), resolver=resolver, **options
        )

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.path == "/html/":
            return await self._search(request)
        if (service := self._services.get((request.host, request.path))) is not None:
            return await self._answer(request.host, *service, request)
        url = f"http://{request.host}{request.path_qs}"
        self.requests.append(url)
        if url in self.redirects:
            return web.Response(status=302, headers={"Location": self.redirects[url]})
        if url in self.troubles:
            return await RESPONSES[self.troubles[url]](request)
        article = next((article for article in self.articles if article.url == url), None)
        if article is None:
            return web.Response(status=404, text="<h1>Not found</h1>", content_type="text/html")
        return web.Response(text=article.render(), content_type="text/html")

    async def _answer(self, host: str, parameter: str, service: Service, request: web.Request) -> web.StreamResponse:
        """What a search service answers; a wiki finds its own articles only, the others all."""
        query = request.query[parameter]
        self.service_requests.append((host.partition(":")[0], query))
        if (trouble := self.service_troubles.get(host.partition(":")[0])) is not None:
            return await RESPONSES[trouble](request)
        is_wiki = service is mediawiki
        known = [one for one in self.articles if not is_wiki or urlsplit(one.url).hostname == host]
        return web.json_response(service(request.query, ranked(known, query.removesuffix(" sourcelang:english"))))

    async def _search(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        query, start = str(form.get("q", "")), int(str(form.get("s", "0")))
        self.searches.append(query)
        if self.search_trouble is not None:
            return await RESPONSES[self.search_trouble](request)
        found = ranked(self.articles, query)[start : start + PAGE_HITS]
        return web.Response(text=result_page(query, found), content_type="text/html")


def ranked(articles: Iterable[Article], query: str) -> list[Article]:
    """Articles by how many of the query's words they have; those with less than a third are not found."""
    asked = set(words(query))
    scored = [(len(asked.intersection(words(article.text))), article) for article in articles]
    found = [(score, article) for score, article in scored if score and 3 * score >= len(asked)]
    return [article for _, article in sorted(found, key=lambda pair: -pair[0])]


def result_page(query: str, articles: Sequence[Article]) -> str:
    """A page of results in the structure that DuckDuckGo's HTML version has, written from scratch."""
    rows = "\n".join(_row(article) for article in articles)
    nothing = '<div class="no-results">No results.</div>'
    return f"""<!doctype html><html><head><title>{html.escape(query)}</title></head><body>
<form action="/html/" method="post"><input name="q" value="{html.escape(query)}"></form>
<div id="links" class="results">{rows or nothing}</div></body></html>"""


def _row(article: Article) -> str:
    href, title = html.escape(article.url), html.escape(article.title)
    snippet = html.escape(" ".join(article.paragraphs)[:240])
    return f"""<div class="result results_links web-result"><div class="links_main links_deep result__body">
<h2 class="result__title"><a rel="nofollow" class="result__a" href="{href}">{title}</a></h2>
<div class="result__extras"><a class="result__url" href="{href}">{href}</a></div>
<a class="result__snippet" href="{href}">{snippet}</a></div></div>"""
