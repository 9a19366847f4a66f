"""Search services on the fake web: the real fan-out and clients, from a query to hits; and their bad days."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from aiohttp import web as server
from pydantic import SecretStr

from factcheck.cli.search_parts import search_part
from factcheck.evidence.fetch import fetch_pages
from factcheck.model import QuoteReading, Subject
from factcheck.search.factchecktools import FactCheckTools
from factcheck.search.fanout import Fanout
from factcheck.search.gdelt import GDELT
from factcheck.search.query import build_queries
from factcheck.search.searxng import SearXNG
from factcheck.search.wikimedia import wikipedia, wikiquote
from factcheck.settings import load
from factcheck.testing import FakeWeb
from factcheck.testing.articles import fact_check, news, quotation_page

QUOTE = "A bridge is only a promise until the river has tried to take it away from us"
SPEAKER = "Harriet Lindqvist"
KEY = "AIza-not-a-real-key"
QUERIES = build_queries(QuoteReading("checked", QUOTE, "quotation_marks"), Subject(SPEAKER, "attribution", 1.0))
QUOTATIONS = quotation_page("http://en.wikiquote.org/wiki/Harriet_Lindqvist", QUOTE, SPEAKER)
BIOGRAPHY = replace(QUOTATIONS, url="http://en.wikipedia.org/wiki/Harriet_Lindqvist")
CHECK = fact_check("http://www.snopes.com/fact-check/bridge", QUOTE, SPEAKER, is_true=False)
REPORT = news("http://www.reuters.com/world/lindqvist", QUOTE, SPEAKER)
ARTICLES = [QUOTATIONS, BIOGRAPHY, CHECK, REPORT]
HOSTS = {
    "wikiquote": "en.wikiquote.org",
    "wikipedia": "en.wikipedia.org",
    "searxng": "127.0.0.1",
    "factchecktools": "factchecktools.googleapis.com",
    "gdelt": "api.gdeltproject.org",
}


def providers(web):
    """All of them, at their own hosts, but over http."""
    return {
        "wikiquote": wikiquote("http://en.wikiquote.org/w/api.php", interval_s=0.0),
        "wikipedia": wikipedia("http://en.wikipedia.org/w/api.php", interval_s=0.0),
        "searxng": SearXNG(web.searxng_url, interval_s=0.0),
        "factchecktools": FactCheckTools(
            SecretStr(KEY), "http://factchecktools.googleapis.com/v1alpha1/claims:search", interval_s=0.0
        ),
        "gdelt": GDELT("http://api.gdeltproject.org/api/v2/doc/doc", interval_s=0.0),
    }


async def search(web, *names, **options):
    async with web, web.transport() as transport:
        chosen = providers(web)
        return await Fanout([chosen[name] for name in names or chosen], transport, **options).search(QUERIES)


async def test_from_a_quote_to_the_pages_that_carry_it():
    async with FakeWeb(ARTICLES) as web, web.transport() as transport:
        outcome = await Fanout(list(providers(web).values()), transport).search(QUERIES)
        pages, unread = await fetch_pages(outcome.hits, transport)
    assert (outcome.degraded, unread) == ((), ())
    assert [(record.provider, record.results) for record in outcome.queries] == [
        ("wikiquote", 1),
        ("wikipedia", 1),
        ("searxng", 4),
        ("factchecktools", 4),
        ("gdelt", 4),
    ]
    assert {hit.url for hit in outcome.hits} == {article.url for article in ARTICLES}
    assert all(QUOTE in page.text for _, page in pages)


async def test_several_sources_that_name_one_page_name_it_once():
    outcome = await search(FakeWeb([REPORT]), "searxng", "gdelt")
    assert [(hit.url, hit.provider) for hit in outcome.hits] == [(REPORT.url, "searxng")]


async def test_nothing_found_is_no_failure():
    outcome = await search(FakeWeb())
    assert (outcome.hits, outcome.degraded) == ((), ())
    assert [record.results for record in outcome.queries] == [0] * len(HOSTS)


OWN_WORDS = {
    ("searxng", "refused"): "allow it JSON",
    ("factchecktools", "refused"): "the key may not use the Fact Check Tools API",
    ("factchecktools", "rate_limited"): "the key's quota is used up",
}


@pytest.mark.parametrize("name", HOSTS)
@pytest.mark.parametrize(
    ("trouble", "reason", "attempts"),
    [
        ("rate_limited", "refused with status 429", {1}),
        ("refused", "refused with status 403", {1}),
        ("broken", "refused with status 500", {3}),
        ("garbage", "the answer is not JSON", {1}),
        ("slow", "no answer in 0.5 s", {1}),
        ("dropped", "", {3, 6}),  # aiohttp itself tries a dropped question once more
    ],
)
async def test_a_failing_service_is_named_and_the_others_go_on(name, trouble, reason, attempts):
    other = "gdelt" if name != "gdelt" else "searxng"
    web = FakeWeb(ARTICLES, service_troubles={HOSTS[name]: trouble})
    outcome = await search(web, name, other, timeout_s=0.5)
    (failed,) = [one.reason for one in outcome.degraded]
    assert failed.startswith(f"{name}: ")
    assert reason in failed
    assert OWN_WORDS.get((name, trouble), "") in failed
    assert {hit.provider for hit in outcome.hits} == {other}
    assert len([host for host, _ in web.service_requests if host == HOSTS[name]]) in attempts
    assert KEY not in f"{outcome!r}"
    assert SPEAKER.split(maxsplit=1)[0] not in failed, "no query belongs in what is shown of a failure"


class Answering(FakeWeb):
    """Its services give these answers one after the other, the last one for good."""

    def __init__(self, *answers):
        super().__init__(ARTICLES)
        self.given = list(answers)
        self.keys = []

    async def _answer(self, host, parameter, service, request):
        self.keys.append(request.headers.get("X-Goog-Api-Key"))
        status, headers = self.given.pop(0) if len(self.given) > 1 else self.given[0]
        answer = await super()._answer(host, parameter, service, request)
        answer.set_status(status)
        answer.headers.update(headers)
        return answer


@pytest.mark.parametrize("name", HOSTS)
async def test_a_service_that_says_when_to_come_back_is_asked_again(name):
    web = Answering((429, {"Retry-After": "0"}), (200, {}))
    outcome = await search(web, name)
    assert outcome.degraded == ()
    assert len(outcome.hits) > 0
    assert len(web.service_requests) == (3 if name == "searxng" else 2), "SearXNG has a second page"


async def test_the_key_is_sent_to_its_own_host_alone():
    web = Answering((200, {}))
    await search(web)
    assert web.keys.count(KEY) == 1
    assert [HOSTS["factchecktools"]] == [
        host for (host, _), key in zip(web.service_requests, web.keys, strict=True) if key
    ]
    web = Answering((302, {"Location": "http://en.wikipedia.org/w/api.php?srsearch=x&srlimit=1"}), (200, {}))
    await search(web, "factchecktools")
    assert web.keys == [KEY, None]


async def test_a_configured_service_cannot_lead_elsewhere():
    web = Answering((302, {"Location": "/html/"}))
    outcome = await search(web, "searxng")
    assert [one.reason for one in outcome.degraded] == ["searxng: 127.0.0.1: more than 0 redirects"]
    assert web.searches == []


async def test_what_a_configured_service_finds_is_fetched_through_the_guard():
    class Poisoned(FakeWeb):
        async def _answer(self, host, parameter, service, request):
            rows = [{"url": f"http://127.0.0.2:{self.port}/", "title": "inward", "content": "x"}]
            return server.json_response({"results": rows})

    async with Poisoned() as web, web.transport() as transport:
        outcome = await Fanout([SearXNG(web.searxng_url)], transport).search(QUERIES)
        _, unread = await fetch_pages(outcome.hits, transport)
    assert [one.reason for one in unread] == ["127.0.0.2 is not an address of the open Internet"]


async def test_doctor_asks_a_real_question(tmp_path):
    async with FakeWeb([news("http://a.example/1", "The speech on the four freedoms", SPEAKER)]) as web:
        settings = await asyncio.to_thread(load, searxng_url=web.searxng_url, data_dir=tmp_path)
        part = await asyncio.to_thread(search_part, "searxng", settings, is_online=True)
        web.service_troubles = {"127.0.0.1": "refused"}
        refused = await asyncio.to_thread(search_part, "searxng", settings, is_online=True)
    assert (part.state, part.detail) == ("works", "1 results for one question")
    assert refused.state == "broken"
    assert "allow it JSON" in refused.detail
