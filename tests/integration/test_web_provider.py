"""A web provider through the guarded client: sent, paced, retried and refused by ``Fanout``, which alone does I/O."""

from __future__ import annotations

import json
from urllib.parse import quote_plus

import pytest
from aiohttp import web as server

from factcheck.errors import ProviderChanged
from factcheck.model import Hit, Query
from factcheck.search.fanout import Fanout
from factcheck.search.provider import Request
from factcheck.testing import FakeWeb

QUERIES = (Query("fear itself", "the quote"), Query("the only thing", "one sentence"))
HOST = "search.example"


class JsonProvider:
    """Asks a JSON service, one page of results a query."""

    name = "json"

    def __init__(self, interval_s=0.0):
        self.interval_s = interval_s

    def build(self, query, limit):
        return (Request(f"http://{HOST}/api?q={quote_plus(query)}", headers={"X-Key": "secret"}),)

    def parse(self, response, first_rank):
        try:
            rows = json.loads(response.body)["results"]
        except (ValueError, KeyError) as error:
            raise ProviderChanged("json: no list of results") from error
        return [Hit(row["url"], row["title"], "", self.name, rank) for rank, row in enumerate(rows, first_rank)]


class Service(FakeWeb):
    """The other end: gives its ``answers`` one after the other, the last one for good."""

    def __init__(self, *answers):
        super().__init__(troubles={f"http://{HOST}/api": "broken"})
        self.answers = list(answers)
        self.seen = []

    async def _serve(self, request):
        self.seen.append((request.query.get("q"), request.headers.get("X-Key")))
        status, headers, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return server.Response(status=status, headers=headers, body=body)


GOOD = (200, {"Content-Type": "application/json"}, b'{"results": [{"url": "http://a.example/", "title": "A"}]}')


async def search(service, **options):
    async with service, service.transport(max_bytes=100_000) as transport:
        return await Fanout([JsonProvider()], transport, timeout_s=2.0, **options).search(QUERIES)


async def test_each_query_is_sent_with_its_headers():
    service = Service(GOOD)
    outcome = await search(service)
    assert service.seen == [("fear itself", "secret"), ("the only thing", "secret")]
    assert [hit.url for hit in outcome.hits] == ["http://a.example/"]
    assert [record.results for record in outcome.queries] == [1, 1]
    assert outcome.degraded == ()


@pytest.mark.parametrize(
    "passing",
    [(429, {"Retry-After": "0"}, b""), (503, {}, b""), (500, {"Retry-After": "1"}, b"")],
)
async def test_what_may_pass_is_tried_again(passing):
    service = Service(passing, GOOD)
    outcome = await search(service)
    assert outcome.degraded == ()
    assert [query for query, _ in service.seen] == ["fear itself", "fear itself", "the only thing"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((429, {"Retry-After": "3600"}, b""), "json: refused with status 429"),
        ((429, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, b""), "json: refused with status 429"),
        ((401, {}, b""), "json: refused with status 401"),
        ((200, {}, b"<html>"), "json: no list of results"),
        ((200, {}, b"x" * 200_000), f"json: {HOST}: more than 100,000 bytes"),
        ((302, {"Location": "http://10.0.0.1/"}, b""), "json: 10.0.0.1 is not an address of the open Internet"),
        ((304, {}, b""), "json: sent us elsewhere with status 304"),
    ],
)
async def test_what_will_not_pass_is_asked_once_and_named(answer, reason):
    service = Service(answer)
    outcome = await search(service)
    assert [one.reason for one in outcome.degraded] == [reason]
    assert len(service.seen) == 1
    assert [(record.query, record.results) for record in outcome.queries] == [("fear itself", 0)]


async def test_what_was_found_before_a_failure_is_kept():
    service = Service(GOOD, (403, {}, b""))
    outcome = await search(service)
    assert [hit.url for hit in outcome.hits] == ["http://a.example/"]
    assert [record.results for record in outcome.queries] == [1, 0]
    assert [one.reason for one in outcome.degraded] == ["json: refused with status 403"]


async def test_a_provider_is_asked_no_faster_than_it_wants():
    service = Service(GOOD)
    async with service, service.transport() as transport:
        fanout = Fanout([JsonProvider(interval_s=60.0)], transport, budget_s=0.5)
        outcome = await fanout.search(QUERIES)
    assert len(service.seen) == 1, "the second query would have come too soon"
    assert [one.reason for one in outcome.degraded] == ["json: stopped after 0.5 s"]


async def test_without_a_transport_an_online_provider_is_named():
    outcome = await Fanout([JsonProvider()]).search(QUERIES)
    assert [one.reason for one in outcome.degraded] == ["json: this check was given no network"]
