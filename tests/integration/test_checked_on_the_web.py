"""The whole path online, on a web that fits in a test: the real search client, real pages, real sockets on loopback."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.inputs import UnreadInput, read
from factcheck.evidence.archive import Archive
from factcheck.options import Budget, CheckOptions
from factcheck.pipeline import NO_PROVIDER_ANSWERED, Checker
from factcheck.search.archive import ArchiveProvider
from factcheck.search.duckduckgo import DuckDuckGo
from factcheck.settings import Settings
from factcheck.testing import FakeWeb
from factcheck.testing.articles import blog, fact_check, mention, news, origin, quotation_page, satire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import CheckResult
    from factcheck.testing.articles import Article

Check = Callable[..., Awaitable["CheckResult"]]
QUOTE = "A bridge is only a promise until the river has tried to take it away from us"
SPEAKER = "Harriet Lindqvist"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data_dir=tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def archive(settings: Settings) -> Archive:
    return Archive.open(settings.data_dir)


@pytest.fixture
def check(settings: Settings, archive: Archive) -> Check:
    """Checks the quote on a web of articles, with the archive beside it as in real life."""

    async def run(articles: Sequence[Article], web: FakeWeb | None = None) -> CheckResult:
        async with web or FakeWeb(articles) as running:
            providers = (ArchiveProvider(archive), DuckDuckGo(running.search_url, interval_s=0.0))
            options = CheckOptions(budget=Budget(searches=4, pages=10, seconds=20))
            async with Checker(settings, options, transport=running.transport(), providers=providers) as checker:
                return await checker.check_quote(QUOTE, SPEAKER)

    return run


async def test_what_several_newsrooms_report_is_likely_real(check: Check) -> None:
    articles = [
        news("http://www.reuters.com/world/lindqvist", QUOTE, SPEAKER),
        news("http://apnews.com/article/1", QUOTE, SPEAKER, wording=1),
        news("http://www.bbc.com/news/2", QUOTE, SPEAKER, wording=2),
        quotation_page("http://www.brainyquote.com/authors/harriet-lindqvist", QUOTE, SPEAKER),
    ]
    result = await check(articles)
    assert result.verdict.verdict == "likely_real"
    assert {one.domain for one in result.evidence} >= {"reuters.com", "apnews.com", "bbc.com", "brainyquote.com"}
    assert all(one.stance == "asserts" for one in result.evidence if one.provider == "duckduckgo")
    assert result.degraded == ()


async def test_what_fact_checkers_debunk_is_likely_fake(check: Check) -> None:
    articles = [
        fact_check("http://www.snopes.com/fact-check/bridge", QUOTE, SPEAKER, is_true=False),
        fact_check("http://www.politifact.com/bridge", QUOTE, SPEAKER, is_true=False, wording=1),
        blog("http://mel.example.org/monday", QUOTE, SPEAKER),
    ]
    result = await check(articles)
    assert result.verdict.verdict == "likely_fake"
    assert {one.domain for one in result.fact_checks} == {"snopes.com", "politifact.com"}
    assert SPEAKER in result.verdict.headline


async def test_words_of_somebody_else_are_given_to_them(check: Check) -> None:
    articles = [
        origin("http://quoteinvestigator.com/bridge", QUOTE, SPEAKER, "Tomas Reyle"),
        news("http://www.reuters.com/reyle", QUOTE, "Tomas Reyle"),
        mention("http://www.bbc.com/news/library", SPEAKER),
    ]
    result = await check(articles)
    assert result.verdict.verdict != "likely_real"
    assert "Tomas Reyle" in {one.said_by for one in result.evidence}


@pytest.mark.parametrize("articles", [[], [mention("http://www.bbc.com/news/library", SPEAKER)]], ids=["none", "name"])
async def test_absence_is_never_fake(check: Check, articles: list[Article]) -> None:
    result = await check(articles)
    assert result.verdict.verdict == "not_enough_evidence"
    assert result.verdict.probability_fake is None


async def test_satire_alone_settles_nothing(check: Check) -> None:
    result = await check([satire("http://www.theonion.com/cat", QUOTE, SPEAKER)])
    assert result.verdict.verdict != "likely_real"


async def test_a_failing_provider_is_named_and_the_check_goes_on(check: Check) -> None:
    result = await check((), FakeWeb((), search_trouble="refused"))
    (degraded,) = result.degraded
    assert degraded.stage == "search"
    assert "duckduckgo" in degraded.reason
    assert {record.provider for record in result.queries} == {"archive", "duckduckgo"}


async def test_when_every_provider_fails_it_says_so(settings: Settings) -> None:
    async with FakeWeb((), search_trouble="refused") as web:
        providers = (DuckDuckGo(web.search_url, interval_s=0.0),)
        async with Checker(settings, transport=web.transport(), providers=providers) as checker:
            result = await checker.check_quote(QUOTE, SPEAKER)
    assert NO_PROVIDER_ANSWERED in result.degraded
    assert result.verdict.verdict == "not_enough_evidence"


async def test_a_picture_on_the_web_is_fetched_by_the_guarded_client(settings: Settings) -> None:
    url = "http://memes.example/1.png"
    async with FakeWeb(redirects={url: "http://169.254.169.254/latest"}) as web, web.transport() as transport:
        found = await read(url, settings, transport)
    assert isinstance(found, UnreadInput)
    assert found.error.code == "fetch_forbidden"
