"""What pages can do to a quote, one situation each, through real search and real fetching on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.options import Budget, CheckOptions
from factcheck.pipeline import Checker
from factcheck.search.duckduckgo import DuckDuckGo
from factcheck.settings import Settings
from factcheck.testing import FakeWeb
from factcheck.testing.articles import Article, blog, fact_check, news, satire

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import CheckResult

QUOTE = "The sea does not forgive a captain who counts his gold before his ropes"
SPEAKER = "Nadia Okonkwo"
OTHER = "Pierre Vasseur"
REPORTS = (news("http://www.reuters.com/a", QUOTE, SPEAKER), news("http://www.bbc.com/b", QUOTE, SPEAKER, wording=1))
DEBUNK = fact_check("http://www.snopes.com/a", QUOTE, SPEAKER, is_true=False)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


async def check(settings: Settings, *articles: Article) -> CheckResult:
    async with FakeWeb(articles) as web:
        providers = (DuckDuckGo(web.search_url, interval_s=0.0),)
        options = CheckOptions(budget=Budget(searches=4, pages=10, seconds=20))
        async with Checker(settings, options, transport=web.transport(), providers=providers) as checker:
            return await checker.check_quote(QUOTE, SPEAKER)


def page(url: str, title: str, *paragraphs: str) -> Article:
    return Article(f"http://{url}", title, paragraphs)


async def test_reports_against_a_published_fact_check_are_a_conflict(settings: Settings) -> None:
    assert (await check(settings, *REPORTS)).verdict.verdict == "likely_real"
    verdict = (await check(settings, *REPORTS, DEBUNK)).verdict
    assert verdict.verdict == "not_enough_evidence"
    assert verdict.headline == "Not enough evidence: sources disagree"
    assert (verdict.probability_fake or 0) > 0.15


async def test_posts_alone_make_nothing_real(settings: Settings) -> None:
    hosts = ("twitter.com/1", "www.facebook.com/2", "www.reddit.com/3")
    verdict = (await check(settings, *[blog(f"http://{host}", QUOTE, SPEAKER) for host in hosts])).verdict
    assert verdict.verdict == "not_enough_evidence"
    assert (verdict.probability_fake or 0) > 0.15


async def test_the_same_reports_without_its_not_are_another_wording(settings: Settings) -> None:
    positive = QUOTE.replace("does not forgive", "forgives")
    articles = [news(f"http://{host}/a", positive, SPEAKER) for host in ("www.reuters.com", "www.bbc.com")]
    verdict = (await check(settings, *articles)).verdict
    assert verdict.verdict == "not_enough_evidence"
    assert verdict.headline == "Not enough evidence: the wording found differs"
    assert any("lacks “does not”" in reason.text for reason in verdict.reasons)


async def test_satire_is_named_as_the_site_that_it_is(settings: Settings) -> None:
    result = await check(settings, satire("http://www.theonion.com/a", QUOTE, SPEAKER), DEBUNK)
    assert result.verdict.misattributed_to == "theonion.com (satire)"


NOT_AGAINST = {
    "another quote is debunked": page(
        "www.snopes.com/q",
        f"Did {SPEAKER} Say 'Fish Are Free'?",
        f"A meme claims that {SPEAKER} said “Fish are free and so are nets.” We found no record that she ever said "
        "this. The quote is fabricated.",
        f"She did, however, say in 1998: “{QUOTE}.” The harbour board has it on record.",
    ),
    "the heading below is of others": page(
        "en.wikiquote.org/wiki/Nadia_Okonkwo",
        f"{SPEAKER} - Wikiquote",
        "Quotes",
        QUOTE,
        "Speech at the harbour (4 May 1998)",
        "Misattributed",
        "Fish are free.",
        "Attributed to her since 2012, though it is from a novel.",
    ),
    "the content is rated false": page(
        "www.politifact.com/1",
        f"{SPEAKER} wrong about captains",
        f"{SPEAKER} said in a speech: “{QUOTE}.”",
        "We found no evidence that captains who count gold fare worse. We rate this claim False.",
    ),
    "not denied": page(
        "www.reuters.com/d", f"{SPEAKER} stands by it", f"“{QUOTE},” {SPEAKER} said. She did not deny saying it later."
    ),
}


@pytest.mark.parametrize("article", NOT_AGAINST.values(), ids=NOT_AGAINST.keys())
async def test_a_denial_of_something_else_is_no_denial(settings: Settings, article: Article) -> None:
    result = await check(settings, article)
    assert result.evidence[0].stance != "debunks"
    assert result.verdict.verdict != "likely_fake"


NOT_FOR = {
    "hedged": f"{SPEAKER} is said to have told her crew, “{QUOTE}.”",
    "attributed": f"“{QUOTE}” is often attributed to {SPEAKER}, a captain of the old school.",
    "quoting another": f"“As {OTHER} wrote, ‘{QUOTE},’” {SPEAKER} told the crowd.",
    "going round": f"A meme that quotes {SPEAKER} as saying “{QUOTE}” is shared widely.",
}


@pytest.mark.parametrize("paragraph", NOT_FOR.values(), ids=NOT_FOR.keys())
async def test_handing_the_words_on_is_no_assertion(settings: Settings, paragraph: str) -> None:
    result = await check(settings, page("www.reuters.com/n", f"{SPEAKER} at the harbour", paragraph))
    assert result.evidence[0].stance == "discusses"
    assert result.verdict.verdict != "likely_real"


AGAINST = {
    "no evidence": page(
        "www.politifact.com/2", "Fake quote", f"A post quotes {SPEAKER}: “{QUOTE}.” We found no evidence she said that."
    ),
    "misattributed section": page(
        "en.wikiquote.org/wiki/Nadia_Okonkwo", f"{SPEAKER} - Wikiquote", "Quotes", "Tides turn.", "Misattributed", QUOTE
    ),
    "correction": page(
        "www.bbc.com/c", "Correction", f"We gave the words “{QUOTE}” to {SPEAKER}. They were in fact said by {OTHER}."
    ),
}


@pytest.mark.parametrize("article", AGAINST.values(), ids=AGAINST.keys())
async def test_a_denial_is_seen(settings: Settings, article: Article) -> None:
    result = await check(settings, article)
    assert result.evidence[0].stance != "asserts"
    assert result.verdict.verdict != "likely_real"


async def test_a_readers_comment_is_not_the_newspapers_word(settings: Settings) -> None:
    text = ("The works at the harbour are delayed until the spring, the council said.", "Comments (3)")
    article = page("www.bbc.com/5", "Harbour works delayed", *text, f"sailor77: {QUOTE} - {SPEAKER}")
    result = await check(settings, article)
    assert result.evidence[0].source_class == "user_generated"
    assert result.verdict.verdict == "not_enough_evidence"
