"""SearXNG: the operator's own address, two pages, and engines that are silent told from nothing found."""

from __future__ import annotations

import json

import pytest

from factcheck.errors import ProviderRefused, SettingsError
from factcheck.search.searxng import SearXNG
from factcheck.settings import load
from factcheck.transport import Response

ROW = {"url": "https://a.example/1", "title": "A", "content": "words", "publishedDate": "2024-05-03T00:00:00"}


def parse(first_rank=1, **found):
    body = json.dumps(found).encode()
    return SearXNG("http://localhost:8888").parse(Response("", 200, {}, body, "application/json"), first_rank)


@pytest.mark.parametrize("url", ["http://localhost:8888/searx", "http://localhost:8888/searx/"])
def test_requests_go_to_the_configured_address_by_a_client_of_its_own(url):
    requests = SearXNG(url).build("fear itself", 20)
    assert [request.url.partition("?")[0] for request in requests] == ["http://localhost:8888/searx/search"] * 2
    assert {request.client for request in requests} == {"configured"}
    assert [request.url[-8:] for request in requests] == ["pageno=1", "pageno=2"]


def test_two_pages_at_most():
    assert [len(SearXNG("http://localhost").build("fear", limit)) for limit in (5, 10, 11, 500)] == [1, 1, 2, 2]


def test_a_hit_has_its_day_and_words():
    (hit,) = parse(results=[ROW])
    assert (hit.url, hit.title, hit.snippet, hit.published) == (ROW["url"], "A", "words", "2024-05-03")


def test_missing_fields_cost_what_is_missing_alone():
    hits = parse(
        first_rank=11,
        results=[
            {"title": "no address"},
            {"url": "javascript:alert(1)", "title": "no web address"},
            {"url": ["https://a.example/"]},
            {"url": "https://b.example/", "title": None, "content": 7, "publishedDate": None},
            "no row",
        ],
    )
    assert [(hit.rank, hit.url, hit.title, hit.snippet, hit.published) for hit in hits] == [
        (11, "https://b.example/", "", "", None)
    ]


SILENT = [["example", "timeout"], ["other", "CAPTCHA"]]


def test_nothing_found_by_silent_engines_is_a_refusal():
    with pytest.raises(ProviderRefused, match="2 of its engines did not answer"):
        parse(results=[], unresponsive_engines=SILENT)


def test_silent_engines_cost_nothing_that_others_found():
    assert len(parse(results=[ROW], unresponsive_engines=SILENT)) == 1
    assert parse(first_rank=11, results=[], unresponsive_engines=SILENT) == []
    assert parse(results=[], unresponsive_engines=[]) == []


@pytest.mark.parametrize(
    "url", ["localhost:8888", "ftp://search.example", "http://me:secret@search.example", "http://"]
)
def test_an_address_that_is_none_is_one_clear_line(url):
    with pytest.raises(SettingsError, match="searxng_url: must be an address such as"):
        load(searxng_url=url)
