"""A check on a web that fits in a test is recorded, and replayed when that web is gone."""

from __future__ import annotations

import asyncio
import hashlib
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import output
from factcheck.errors import StoreError
from factcheck.evidence.archive import Archive
from factcheck.evidence.sources import SourceLists, SourceRow
from factcheck.model import CheckInput
from factcheck.options import Budget, CheckOptions
from factcheck.pipeline import Checker
from factcheck.recording.document import quote_input
from factcheck.replay import replay
from factcheck.search.archive import ArchiveProvider
from factcheck.search.duckduckgo import DuckDuckGo
from factcheck.settings import Settings
from factcheck.testing import FakeWeb
from factcheck.testing.articles import blog, fact_check, news, quotation_page

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import CheckResult

QUOTE = "A bridge is only a promise until the river has tried to take it away from us"
SPEAKER = "Harriet Lindqvist"
ASKED = quote_input(QUOTE, SPEAKER)
OPTIONS = CheckOptions(budget=Budget(searches=4, pages=10, seconds=20))
NEWSROOMS = ("http://www.reuters.com/world/lindqvist", "http://apnews.com/article/1", "http://www.bbc.com/news/2")
REPORTED = [
    *(news(url, QUOTE, SPEAKER, wording=number) for number, url in enumerate(NEWSROOMS)),
    quotation_page("http://www.brainyquote.com/authors/harriet-lindqvist", QUOTE, SPEAKER),
]
DEBUNKED = [
    fact_check("http://www.snopes.com/fact-check/bridge", QUOTE, SPEAKER, is_true=False),
    fact_check("http://www.politifact.com/bridge", QUOTE, SPEAKER, is_true=False, wording=1),
    blog("http://mel.example.org/monday", QUOTE, SPEAKER),
]
SITES = ("reuters.com", "apnews.com", "bbc.com", "brainyquote.com")
OTHER_LISTS = SourceLists(SourceRow("social", site, site, "strangers write there", "") for site in SITES)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data_dir=tmp_path_factory.mktemp("data"), base_rate=0.137)


def recorded(articles: list, folder: Path, settings: Settings, options: CheckOptions = OPTIONS) -> CheckResult:
    """The check of the quote on a web of articles, written down in a folder."""
    archive = Archive.open(settings.data_dir)

    async def check() -> CheckResult:
        async with FakeWeb(articles) as web:
            providers = (ArchiveProvider(archive), DuckDuckGo(web.search_url, interval_s=0.0))
            checker = Checker(settings, options, transport=web.transport(), providers=providers, recordings=folder)
            async with checker:
                return await checker.check_quote(QUOTE, SPEAKER)

    return asyncio.run(check())


def plain(result: CheckResult) -> dict:
    """What scripts see, without the note of a replay."""
    return {**output.document(result), "replayed": None}


@pytest.mark.parametrize("articles", [REPORTED, DEBUNKED, []], ids=["real", "fake", "nothing"])
def test_it_is_the_same_to_the_digit(articles: list, tmp_path: Path, settings: Settings) -> None:
    result = recorded(articles, tmp_path, settings)
    again = replay(tmp_path, ASKED, OPTIONS)
    assert plain(again) == plain(result)
    assert again.verdict == result.verdict
    assert again.verdict.features == result.verdict.features
    assert again.evidence == result.evidence
    assert again.replayed.is_same
    assert again.replayed.is_reread
    assert again.replayed.probability_fake == result.verdict.probability_fake
    assert again.replayed.changed == ()
    assert again.replayed.summary.endswith("the same")


def test_it_says_what_was_asked_found_and_read(tmp_path: Path, settings: Settings) -> None:
    result = recorded(REPORTED, tmp_path, settings)
    path = tmp_path / f"{result.id}.json"
    assert result.recording == str(path)
    written = json.loads(path.read_text())
    assert written["result"]["input"]["sha256"] == ASKED.sha256
    assert {one["provider"] for one in written["result"]["queries"]} == {"archive", "duckduckgo"}
    assert written["options"]["feature_set"] == "full"
    assert {len(value) for name, value in written["made_with"].items() if name != "factcheck"} == {64}
    assert {page["url"] for page in written["pages"]} >= set(NEWSROOMS)
    for page in written["pages"]:
        text = (tmp_path / "pages" / f"{page['text_sha256']}.txt").read_bytes()
        assert hashlib.sha256(text).hexdigest() == page["text_sha256"]
    assert all(hit["body"] is None for hit in written["hits"])


def test_without_the_texts_of_pages_it_is_replayed_all_the_same(tmp_path: Path, settings: Settings) -> None:
    result = recorded(DEBUNKED, tmp_path, settings)
    shutil.rmtree(tmp_path / "pages")
    again = replay(tmp_path, ASKED, OPTIONS)
    assert plain(again) == plain(result)
    assert again.replayed.is_same
    assert not again.replayed.is_reread


@pytest.mark.parametrize("left_out", ["nothing", "pages"])
def test_other_source_lists_are_named_with_what_they_change(left_out: str, tmp_path: Path, settings: Settings) -> None:
    result = recorded(REPORTED, tmp_path, settings)
    shutil.rmtree(tmp_path / left_out, ignore_errors=True)
    again = replay(tmp_path, ASKED, OPTIONS, sources=OTHER_LISTS)
    assert again.verdict == result.verdict
    note = again.replayed
    assert not note.is_same
    assert note.is_reread == (left_out != "pages")
    assert note.changed == ("source_lists",)
    assert {one.url for one in note.sources} == {article.url for article in REPORTED}
    assert {one.today for one in note.sources} == {"social"}
    assert "4 sources have another class" in note.summary
    assert (result.verdict.verdict, note.verdict) == ("likely_real", "not_enough_evidence")
    assert "the verdict would be not enough evidence" in note.summary
    assert note.summary.endswith("instead of likely real (3.0% likely to be fake) (changed since: source lists)")


def test_a_verdict_of_another_model_is_shown_as_recorded_and_named(tmp_path: Path, settings: Settings) -> None:
    result = recorded(REPORTED, tmp_path, settings)
    path = tmp_path / f"{result.id}.json"
    written = json.loads(path.read_text())
    written["made_with"]["model"] = "0" * 64
    written["result"]["verdict"]["probability_fake"] = 0.4321
    path.write_text(json.dumps(written))
    again = replay(tmp_path, ASKED, OPTIONS)
    assert again.verdict.probability_fake == 0.4321
    assert again.replayed.changed == ("model",)
    assert again.replayed.probability_fake == result.verdict.probability_fake
    assert again.replayed.summary.endswith(
        "the verdict would be likely real (3.0% likely to be fake) instead of "
        "likely real (43.2% likely to be fake) (changed since: model)"
    )


def test_the_latest_of_several_that_fits_the_options_is_taken(tmp_path: Path, settings: Settings) -> None:
    full = recorded(REPORTED, tmp_path, settings)
    fame = recorded(REPORTED, tmp_path, settings, replace(OPTIONS, feature_set="fame"))
    assert replay(tmp_path, ASKED, replace(OPTIONS, feature_set="fame")).id == fame.id
    assert replay(tmp_path, ASKED, OPTIONS, base_rate=0.137).id in {full.id, fame.id}
    with pytest.raises(StoreError, match="other features, subject order or base rate"):
        replay(tmp_path, ASKED, OPTIONS, base_rate=0.9)


def test_a_text_that_was_changed_is_refused(tmp_path: Path, settings: Settings) -> None:
    recorded(REPORTED, tmp_path, settings)
    for file in (tmp_path / "pages").iterdir():
        file.write_text("The record was always so.")
    with pytest.raises(StoreError, match="is not the text that was recorded"):
        replay(tmp_path, ASKED, OPTIONS)


def test_what_was_not_recorded_is_not_searched_for(tmp_path: Path, settings: Settings) -> None:
    recorded(REPORTED, tmp_path, settings)
    for asked in (
        quote_input(QUOTE, None),
        quote_input("Other words", SPEAKER),
        CheckInput("image", "x", ASKED.sha256),
    ):
        with pytest.raises(StoreError, match="there is no recording"):
            replay(tmp_path, asked, OPTIONS)
