"""Real words of presidents through the whole offline check: under the right name, a wrong one, altered, shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.options import CheckOptions
from factcheck.pipeline import Checker
from factcheck.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

FREEDOMS = "we look forward to a world founded upon four essential human freedoms"
AXIS = "States like these, and their terrorist allies, constitute an axis of evil, arming to threaten the peace"
PREPARED = "To be prepared for war is one of the most effectual means of preserving peace"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data_dir=tmp_path_factory.mktemp("data"))


@pytest.fixture
async def checker(settings: Settings) -> AsyncIterator[Checker]:
    async with Checker(settings, CheckOptions(is_offline=True)) as running:
        yield running


@pytest.mark.parametrize(
    ("quote", "by"),
    [
        (FREEDOMS, "FDR"),
        (FREEDOMS, "Franklin Delano Roosevelt"),
        (AXIS, "George W. Bush"),
        (PREPARED, "George Washington"),
        ("The dogmas of the quiet past are inadequate to the stormy present", "Abraham Lincoln"),
        ("I must say to you that the state of the Union is not good", "Gerald Ford"),
    ],
)
async def test_their_own_words_are_found(checker: Checker, quote: str, by: str) -> None:
    result = await checker.check_quote(quote, by)
    assert result.verdict.verdict == "likely_real"
    assert result.verdict.headline.endswith("own recorded words")


@pytest.mark.parametrize(
    ("quote", "by", "changed"),
    [
        (FREEDOMS.replace("we look", "we do not look"), "FDR", "do not"),
        (FREEDOMS.replace("four", "five"), "FDR", "five"),
        (PREPARED.replace("is one", "is never one"), "George Washington", "never"),
        (PREPARED.replace("preserving", "destroying"), "George Washington", "destroying"),
        ("This administration here and now declares unconditional war on drugs in America", "LBJ", "drugs"),
        (f"{FREEDOMS}. The first is freedom of speech. Vote for us in every election", "FDR", "vote for us"),
    ],
)
async def test_altered_words_are_not_called_theirs(checker: Checker, quote: str, by: str, changed: str) -> None:
    verdict = (await checker.check_quote(quote, by)).verdict
    assert verdict.verdict == "not_enough_evidence"
    assert verdict.headline == "Not enough evidence: the wording found differs"
    assert any("differs" in reason.text and changed in reason.text for reason in verdict.reasons)


@pytest.mark.parametrize("by", ["George H. W. Bush", "George Bush", "Bush"])
async def test_a_name_that_several_bear_is_given_to_none_of_them(checker: Checker, by: str) -> None:
    assert (await checker.check_quote(AXIS, by)).verdict.verdict == "not_enough_evidence"


@pytest.mark.parametrize("by", ["Theodore Roosevelt", "Ronald Reagan"])
async def test_words_of_another_are_given_to_him(checker: Checker, by: str) -> None:
    verdict = (await checker.check_quote(FREEDOMS, by)).verdict
    assert (verdict.verdict, verdict.misattributed_to) == ("likely_fake", "Franklin D. Roosevelt")


@pytest.mark.parametrize(
    ("quote", "by"),
    [
        ("God bless you and God bless the United States of America", "Abraham Lincoln"),
        ("my fellow citizens", "Abraham Lincoln"),
        ("government of the people, by the people, for the people, shall not perish from the earth", "Abraham Lincoln"),
        ("the preservation of the sacred fire of liberty and the destiny of the republican model of government",
         "George Washington"),
        ("Mr. Gorbachev, tear down this wall", "Ronald Reagan"),
        ("I will faithfully execute the office of President of the United States", "Donald Trump"),
    ],
)  # fmt: skip
async def test_words_that_others_only_repeat_make_nobody_a_liar(checker: Checker, quote: str, by: str) -> None:
    assert (await checker.check_quote(quote, by)).verdict.verdict != "likely_fake"
