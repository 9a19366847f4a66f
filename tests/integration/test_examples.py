"""The example pictures have known answers; the whole path runs on them as `make demo` runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.options import CheckOptions
from factcheck.pipeline import Checker
from factcheck.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED = {
    "four-freedoms": ("checked", "likely_real", "Franklin D. Roosevelt", None),
    "four-freedoms-wrong-name": ("checked", "likely_fake", "Theodore Roosevelt", "Franklin D. Roosevelt"),
    "invented": ("checked", "not_enough_evidence", "Calvin Coolidge", None),
    "long": ("checked", "likely_real", "Abraham Lincoln", None),
    "capitals": ("checked", "likely_real", "George Washington", None),
    "no-quote": ("no_quote", "not_enough_evidence", None, None),
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data_dir=tmp_path_factory.mktemp("data"))


def test_every_example_has_an_expected_answer() -> None:
    assert {file.stem for file in EXAMPLES.glob("*.png")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
async def test_example(name: str, settings: Settings) -> None:
    async with Checker(settings, CheckOptions(is_offline=True)) as checker:
        result = await checker.check_picture(name, (EXAMPLES / f"{name}.png").read_bytes())
    subject = result.subject.name if result.subject else None
    assert (result.outcome, result.verdict.verdict, subject, result.verdict.misattributed_to) == EXPECTED[name]
    assert result.degraded == ()
    if result.verdict.verdict != "not_enough_evidence":
        assert result.verdict.reasons
        assert all(result.evidence[index].passage for reason in result.verdict.reasons for index in reason.evidence)
        assert result.verdict.probability_fake is not None
        assert 0 < result.verdict.probability_fake < 1


async def test_a_quote_without_a_name_says_under_whom_it_is_found(settings: Settings) -> None:
    words = "we look forward to a world founded upon four essential human freedoms"
    async with Checker(settings, CheckOptions(is_offline=True)) as checker:
        result = await checker.check_quote(words)
    assert result.outcome == "no_subject"
    assert result.verdict.verdict == "not_enough_evidence"
    assert result.evidence[0].said_by == "Franklin D. Roosevelt"
