"""The open web's whole path on loopback: queries → real ddgs → hits → guarded fetch → pages; and its bad days."""

from __future__ import annotations

import pytest

from factcheck.evidence.fetch import fetch_pages
from factcheck.model import Hit, QuoteReading, Subject
from factcheck.search.archive import ArchiveProvider
from factcheck.search.duckduckgo import DuckDuckGo
from factcheck.search.fanout import Fanout
from factcheck.search.query import build_queries
from factcheck.testing import FakeWeb
from factcheck.testing.articles import blog, fact_check, mention, news, origin, quotation_page, satire, transcript

QUOTE = "A bridge is only a promise until the river has tried to take it away from us"
SPEAKER = "Harriet Lindqvist"
READING = QuoteReading("checked", QUOTE, "quotation_marks")
QUERIES = build_queries(READING, Subject(SPEAKER, "attribution", 1.0))
ARTICLES = [
    news("http://www.reuters.com/world/lindqvist", QUOTE, SPEAKER),
    fact_check("http://www.snopes.com/fact-check/bridge", QUOTE, SPEAKER, is_true=True),
    quotation_page("http://www.brainyquote.com/authors/harriet-lindqvist", QUOTE, SPEAKER),
    transcript("http://www.congress.gov/record/12", QUOTE, SPEAKER),
    blog("http://mel.example.org/monday", QUOTE, SPEAKER),
    satire("http://www.theonion.com/cat", QUOTE, SPEAKER),
    origin("http://quoteinvestigator.com/bridge", QUOTE, SPEAKER, "Tomas Reyle"),
    mention("http://www.bbc.com/news/library", SPEAKER),
]


class Speeches:
    """One document, always found."""

    def search(self, text, limit):
        return [Hit("https://archive.example/1", "Speech", "", "archive", 1, body=f"It is said: {QUOTE}.")]


def duckduckgo(web):
    return DuckDuckGo(web.search_url, interval_s=0.0)


async def test_from_a_quote_to_the_pages_that_carry_it():
    async with FakeWeb(ARTICLES) as web, web.transport() as transport:
        outcome = await Fanout([ArchiveProvider(Speeches()), duckduckgo(web)], transport).search(QUERIES)
        pages, degraded = await fetch_pages(outcome.hits, transport)
    assert (outcome.degraded, degraded) == ((), ())
    assert web.searches[0] == QUERIES[0].text
    assert [(record.provider, record.results) for record in outcome.queries] == [("archive", 1), ("duckduckgo", 7)]
    assert [hit for hit, _ in pages] == list(outcome.hits)
    assert {page.url for _, page in pages} == {"https://archive.example/1", *(one.url for one in ARTICLES[:7])}
    assert all(QUOTE in page.text for _, page in pages)
    assert {page.title for _, page in pages} >= {article.title for article in ARTICLES[:7]}
    assert {page.published for _, page in pages if page.url.startswith("http://")} == {ARTICLES[0].published}


async def test_two_result_pages_are_read():
    many = [news(f"http://news{n}.example/a", QUOTE, SPEAKER, wording=n) for n in range(27)]
    async with FakeWeb(many) as web, web.transport() as transport:
        outcome = await Fanout([duckduckgo(web)], transport, limit=20).search(QUERIES)
    assert len(web.searches) == 2
    assert [hit.rank for hit in outcome.hits] == list(range(1, 21))


async def test_nothing_found_is_no_failure():
    async with FakeWeb() as web, web.transport() as transport:
        outcome = await Fanout([duckduckgo(web)], transport).search(QUERIES)
    assert (outcome.hits, outcome.degraded) == ((), ())
    assert [record.results for record in outcome.queries] == [0]


@pytest.mark.parametrize(
    ("trouble", "reason", "attempts"),
    [
        ("rate_limited", "duckduckgo: refused with status 429", 1),
        ("refused", "duckduckgo: refused with status 403", 1),
        ("broken", "duckduckgo: refused with status 500", 3),
        ("garbage", "duckduckgo: the answer is no result page that we know", 1),
        ("challenge", "duckduckgo: asks for proof of being human", 1),
        ("slow", "duckduckgo: no answer in 1 s", 1),
        ("dropped", "duckduckgo: can't be reached", 3),
    ],
)
async def test_a_failing_search_is_named_and_the_archive_goes_on(trouble, reason, attempts):
    web = FakeWeb(ARTICLES, search_trouble=trouble)
    async with web, web.transport() as transport:
        fanout = Fanout([ArchiveProvider(Speeches()), duckduckgo(web)], transport, timeout_s=1.0)
        outcome = await fanout.search(QUERIES)
    assert [one.reason for one in outcome.degraded] == [reason]
    assert [hit.provider for hit in outcome.hits] == ["archive"]
    assert len(web.searches) == attempts


async def test_an_unreachable_search_engine_is_named():
    async with FakeWeb() as web:
        gone = duckduckgo(web)
    outcome = await Fanout([gone]).search(QUERIES)
    assert [one.reason for one in outcome.degraded] == ["duckduckgo: can't be reached"]


async def test_a_search_engine_that_redirects_is_not_followed():
    class Moved(FakeWeb):
        async def _search(self, request):
            answer = await super()._search(request)
            answer.set_status(302)
            answer.headers["Location"] = "http://127.0.0.1:9/"
            return answer

    async with Moved(ARTICLES) as web:
        outcome = await Fanout([duckduckgo(web)]).search(QUERIES)
    assert [one.reason for one in outcome.degraded] == ["duckduckgo: sent us elsewhere with status 302"]


def hits_for(*urls, **fields):
    return [Hit(url, f"Title {n}", f"snippet of {n}", "duckduckgo", n, **fields) for n, url in enumerate(urls, 1)]


TROUBLES = {
    "http://slow.example/": ("slow", "slow.example: no complete answer in 3 s"),
    "http://refused.example/": ("refused", "refused.example: answered with status 403"),
    "http://limited.example/": ("rate_limited", "limited.example: answered with status 429"),
    "http://broken.example/": ("broken", "broken.example: answered with status 500"),
    "http://bomb.example/": ("gzip_bomb", "bomb.example: more than 1,000,000 bytes"),
    "http://huge.example/": ("huge", "huge.example: more than 1,000,000 bytes"),
    "http://endless.example/": ("endless", "endless.example: more than 1,000,000 bytes"),
    "http://picture.example/": ("picture", "picture.example: image/png is not a page"),
    "http://dropped.example/": ("dropped", "dropped.example: ServerDisconnectedError"),
}


async def test_pages_that_fail_are_named_and_stand_by_their_snippet():
    story = ARTICLES[0]
    inward = "http://moved.example/"
    web = FakeWeb(
        [story],
        redirects={inward: "http://169.254.169.254/latest/"},
        troubles={url: trouble for url, (trouble, _) in TROUBLES.items()},
    )
    urls = (*TROUBLES, inward, story.url, "http://nowhere.example/")
    async with web, web.transport(timeout_s=3.0, max_bytes=1_000_000) as transport:
        pages, degraded = await fetch_pages(hits_for(*urls), transport)
    assert [one.reason for one in degraded] == [
        *(reason for _, reason in TROUBLES.values()),
        "169.254.169.254 is not an address of the open Internet",
        "nowhere.example: can't be reached",
    ]
    assert {one.stage for one in degraded} == {"fetch"}
    assert [hit.url for hit, _ in pages] == list(urls)
    texts = {hit.url: page.text for hit, page in pages}
    assert QUOTE in texts.pop(story.url)
    assert all("snippet of" in text for text in texts.values())


@pytest.mark.parametrize("trouble", ["garbage", "wrong_charset"])
async def test_strange_bytes_are_read_as_well_as_can_be(trouble):
    url = "http://strange.example/"
    async with FakeWeb(troubles={url: trouble}) as web, web.transport() as transport:
        ((_, page),), degraded = await fetch_pages(hits_for(url), transport)
    assert degraded == ()
    assert page.url == url
    assert trouble == "garbage" or "caf" in page.text


async def test_what_is_late_is_left_to_its_snippet():
    urls = ["http://slow.example/", ARTICLES[0].url]
    web = FakeWeb(ARTICLES, troubles={urls[0]: "slow"})
    async with web, web.transport() as transport:
        pages, degraded = await fetch_pages(hits_for(*urls), transport, budget_s=1.0)
    assert [one.reason for one in degraded] == ["slow.example: not read within the 1 s for all pages"]
    assert QUOTE in pages[1][1].text


async def test_only_the_best_pages_are_fetched_and_documents_at_hand_never():
    own = Hit("http://www.reuters.com/world/lindqvist", "Own", "", "archive", 1, body="at hand")
    async with FakeWeb(ARTICLES) as web, web.transport() as transport:
        pages, _ = await fetch_pages([own, *hits_for(*(one.url for one in ARTICLES[1:]))], transport, max_pages=3)
    assert len(web.requests) == 3
    assert [hit.title for hit, _ in pages] == ["Own", "Title 1", "Title 2", "Title 3"]
    assert pages[0][1].text == "at hand"


async def test_without_a_transport_nothing_is_fetched():
    pages, degraded = await fetch_pages(hits_for(ARTICLES[0].url), None)
    assert [one.reason for one in degraded] == ["www.reuters.com: this check was given no network"]
    assert "snippet of 1" in pages[0][1].text


async def test_one_host_is_not_flooded():
    class Counting(FakeWeb):
        at_once = most = 0

        async def _serve(self, request):
            self.at_once += 1
            self.most = max(self.most, self.at_once)
            try:
                return await super()._serve(request)
            finally:
                self.at_once -= 1

    same_host = [news(f"http://www.reuters.com/{n}", QUOTE, SPEAKER) for n in range(9)]
    async with Counting(same_host) as web, web.transport() as transport:
        pages, degraded = await fetch_pages(hits_for(*(one.url for one in same_host)), transport, per_host=1)
    assert (len(pages), degraded, web.most) == (9, (), 1)
