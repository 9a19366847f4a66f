"""One suite over every search provider: the same promises, whoever keeps them."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from pydantic import SecretStr

from factcheck.errors import ProviderChanged, ProviderRefused
from factcheck.model import Hit
from factcheck.search.archive import ArchiveProvider
from factcheck.search.duckduckgo import DuckDuckGo, unwrapped
from factcheck.search.factchecktools import FactCheckTools
from factcheck.search.gdelt import GDELT
from factcheck.search.provider import LocalProvider, Request, WebProvider, is_online
from factcheck.search.registry import NAMES
from factcheck.search.searxng import SearXNG
from factcheck.search.wikimedia import wikipedia, wikiquote
from factcheck.testing import services
from factcheck.testing.articles import news
from factcheck.testing.web import ranked, result_page
from factcheck.text import words
from factcheck.transport import Response

ARTICLES = [
    news(f"https://www.example{n}.org/story?id={n}", f"We shall not fear the {n} & “<b>storm</b>”", "Jane Doe")
    for n in range(30)
]
QUERY = "Jane Doe we shall not fear the storm"


def wiki(host):
    """The articles as those of a wiki, whose addresses hold their titles."""
    return [
        replace(
            article, url=f"https://{host}/wiki/Jane_Doe%2C_her_{n}th_%C3%A9loge", title=f"Jane Doe, her {n}th éloge"
        )
        for n, article in enumerate(ARTICLES)
    ]


class Documents:
    """Documents found by shared words."""

    def search(self, text, limit):
        found = [article for article in ARTICLES if set(words(text)) & set(words(article.text))][:limit]
        return [
            Hit(article.url, article.title, article.text[:80], "archive", rank, body=article.text, author="Jane Doe")
            for rank, article in enumerate(found, 1)
        ]


def answer(body, status=200):
    return Response("https://search.example/", status, {}, body, "text/html")


def serve_duckduckgo(request):
    assert request.form is not None
    start = int(request.form.get("s", 0))
    return answer(result_page(request.form["q"], ranked(ARTICLES, request.form["q"])[start : start + 10]).encode())


def serve_json(service, parameter, articles):
    """A search service that answers in JSON."""

    def serve(request):
        assert request.form is None
        asked = dict(parse_qsl(urlsplit(request.url).query))
        found = ranked(articles, asked[parameter].removesuffix(" sourcelang:english"))
        return answer(json.dumps(service(asked, found)).encode())

    return serve


WIKIQUOTE, WIKIPEDIA = wiki("en.wikiquote.org"), wiki("en.wikipedia.org")
PROVIDERS = {
    "archive": (ArchiveProvider(Documents()), None, ARTICLES),
    "wikiquote": (wikiquote(), serve_json(services.mediawiki, "srsearch", WIKIQUOTE), WIKIQUOTE),
    "wikipedia": (wikipedia(), serve_json(services.mediawiki, "srsearch", WIKIPEDIA), WIKIPEDIA),
    "searxng": (SearXNG("https://search.example.org/"), serve_json(services.searxng, "q", ARTICLES), ARTICLES),
    "factchecktools": (
        FactCheckTools(SecretStr("a key")),
        serve_json(services.fact_check_tools, "query", ARTICLES),
        ARTICLES,
    ),
    "duckduckgo": (DuckDuckGo(), serve_duckduckgo, ARTICLES),
    "gdelt": (GDELT(), serve_json(services.gdelt, "query", ARTICLES), ARTICLES),
}
NOTHING_FOUND_IS_AN_EMPTY_OBJECT = {"factchecktools", "gdelt"}
ADDS_WORDS_OF_ITS_OWN = {"factchecktools"}  # publisher, rating and claimant, beside the claim


def ask(provider, serve, query, limit):
    """All hits of one query, the network replaced by saved shapes."""
    if isinstance(provider, LocalProvider):
        return provider.search(query, limit)
    hits = []
    for request in provider.build(query, limit):
        hits += provider.parse(serve(request), len(hits) + 1)
    return hits


@pytest.fixture(params=PROVIDERS)
def served(request):
    return PROVIDERS[request.param]


def test_every_registered_provider_is_in_this_suite():
    assert set(PROVIDERS) == set(NAMES)
    assert all(provider.name == name for name, (provider, _, _) in PROVIDERS.items())


def test_a_provider_has_exactly_one_of_the_two_shapes(served):
    provider, _, _ = served
    assert isinstance(provider, WebProvider) != isinstance(provider, LocalProvider)
    assert is_online(provider) == isinstance(provider, WebProvider)


def test_hits_are_ranked_from_one_and_carry_the_providers_name(served):
    provider, serve, _ = served
    hits = ask(provider, serve, QUERY, 20)
    assert [hit.rank for hit in hits] == list(range(1, 21))
    assert {hit.provider for hit in hits} == {provider.name}


def test_hits_point_to_the_page_with_its_title_and_words(served):
    provider, serve, articles = served
    first = ask(provider, serve, QUERY, 10)[0]
    article = next(article for article in articles if unquote(article.url) == unquote(first.url))
    if provider.name in ADDS_WORDS_OF_ITS_OWN:
        assert first.title.endswith(article.title)
        assert article.title in first.snippet
    else:
        assert first.title == article.title
        assert set(words(first.snippet)[:-1]) <= set(words(article.text)), "the last word may be cut"
    assert "<" not in first.title


def test_nothing_found_is_an_empty_list(served):
    provider, serve, _ = served
    assert ask(provider, serve, "zyzzyva quokka numbat", 10) == []


def test_the_same_question_has_the_same_answer(served):
    provider, serve, _ = served
    assert ask(provider, serve, QUERY, 10) == ask(provider, serve, QUERY, 10)


WEB = [(provider, serve) for provider, serve, _ in PROVIDERS.values() if serve is not None]


UNKNOWN = [
    b"",
    b"\x00\xff" * 500,
    b"<html><body>Welcome</body></html>",
    b"{}",
    b"[]",
    b"null",
    b"[" * 100_000,
    b'{"results": 1, "articles": {}, "claims": "", "query": {"search": null}}',
    b'{"n": ' + b"9" * 100_000 + b"}",
]


@pytest.mark.parametrize(("provider", "serve"), WEB, ids=lambda value: getattr(value, "name", ""))
class TestWebProviders:
    def test_requests_are_https_to_one_fixed_host(self, provider, serve):
        requests = provider.build(QUERY, 20)
        assert all(isinstance(request, Request) for request in requests)
        (host,) = {request.url.split("/")[2] for request in requests}
        assert all(request.url.startswith(f"https://{host}/") for request in requests)

    def test_a_query_cannot_change_where_it_is_sent(self, provider, serve):
        (hostile,) = {request.url for request in provider.build("http://127.0.0.1/?x=\r\nHost: evil", 10)}
        (plain,) = {request.url for request in provider.build("fear", 10)}
        assert hostile.split("?")[0] == plain.split("?")[0]

    @pytest.mark.parametrize("body", UNKNOWN, ids=range(len(UNKNOWN)))
    def test_an_unknown_answer_says_that_the_provider_changed(self, provider, serve, body):
        if body == b"{}" and provider.name in NOTHING_FOUND_IS_AN_EMPTY_OBJECT:
            assert provider.parse(answer(body), 1) == []
            return
        with pytest.raises(ProviderChanged, match=provider.name):
            provider.parse(answer(body), 1)

    def test_pacing_is_polite(self, provider, serve):
        assert provider.interval_s >= 0.5


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"<div class='anomaly-modal__title'>", 200), (b"<form id='challenge-form'>", 200), (b"<html></html>", 202)],
)
def test_duckduckgo_asking_for_a_human_is_a_refusal(body, status):
    with pytest.raises(ProviderRefused, match="human"):
        DuckDuckGo().parse(answer(body, status), 1)


def test_duckduckgo_reads_two_pages_at_most():
    assert len(DuckDuckGo().build("fear", 10)) == 1
    assert len(DuckDuckGo().build("fear", 20)) == 2
    assert len(DuckDuckGo().build("fear", 500)) == 2


def test_duckduckgo_advertisements_and_its_own_links_are_left_out():
    links = (
        "https://duckduckgo.com/y.js?ad_domain=shop.example",
        "//duckduckgo.com/l/?uddg=https%3A%2F%2Fwww.snopes.com%2Ffact%2F&rut=9",
        "https://duckduckgo.com/settings",
        "javascript:alert(1)",
        "http://[broken",
        "https://www.reuters.com/a",
    )
    rows = "".join(f'<div class="result__body"><h2><a>T</a></h2><a href="{link}">S</a></div>' for link in links)
    hits = DuckDuckGo().parse(answer(f'<div id="links">{rows}</div>'.encode()), 11)
    assert [(hit.rank, hit.url) for hit in hits] == [
        (11, "https://www.snopes.com/fact/"),
        (12, "https://www.reuters.com/a"),
    ]


def test_unwrapping_leaves_other_sites_alone():
    assert unwrapped("https://example.org/l/?uddg=https://evil.example") == (
        "https://example.org/l/?uddg=https://evil.example"
    )
