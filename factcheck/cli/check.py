"""``factcheck check`` and ``factcheck quote``: the pipeline on pictures, or on words alone.

Several inputs are checked one after the other; what can't be read is answered in its place with the outcome
``unreadable``, named on stderr, and turns the exit code to 3. The rest is still done.
"""

from __future__ import annotations

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from factcheck.model import CheckResult
    from factcheck.options import CheckOptions
    from factcheck.pipeline import Checker
    from factcheck.settings import Settings

UNREADABLE = 3
UNREACHABLE = 4


class FeatureSet(StrEnum):
    """Which evidence features the verdict uses."""

    FULL = "full"
    FAME = "fame"


class SubjectOrder(StrEnum):
    """What names the speaker first."""

    ATTRIBUTION = "attribution"
    FAME = "fame"


OfflineOption = Annotated[bool, typer.Option("--offline", help="Use the embedded archive alone; no network.")]
BudgetOption = Annotated[
    str | None,
    typer.Option("--budget", metavar="searches=6,pages=20,seconds=15", help="How much to search and read at most."),
]
FeaturesOption = Annotated[
    FeatureSet, typer.Option("--features", help="full, or FAME's five source counts as published.")
]
BaseRateOption = Annotated[
    float | None,
    typer.Option("--base-rate", help="Share of fakes to assume among quotes like these, between 0 and 1."),
]
OrderOption = Annotated[
    SubjectOrder, typer.Option("--subject-order", help="attribution first, or fame: the face first, as in the paper.")
]
RecordOption = Annotated[
    Path | None,
    typer.Option("--record", metavar="DIR", help="Keep what was searched, read and decided, to replay it later."),
]
ReplayOption = Annotated[
    Path | None,
    typer.Option("--replay", metavar="DIR", help="Show a recorded check, and what would differ today; no network."),
]
EngineOption = Annotated[
    str | None, typer.Option("--ocr", help="rapidocr (default), paddleocr or tesserocr.", metavar="ENGINE")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
EvidenceOption = Annotated[bool, typer.Option("--evidence/--no-evidence", help="Show the sources and their passages.")]


def check(
    images: Annotated[
        list[str], typer.Argument(metavar="IMAGE|URL|-...", help="Pictures: files, URLs, or - for standard input.")
    ],
    *,
    offline: OfflineOption = False,
    budget: BudgetOption = None,
    features: FeaturesOption = FeatureSet.FULL,
    subject_order: OrderOption = SubjectOrder.ATTRIBUTION,
    base_rate: BaseRateOption = None,
    record: RecordOption = None,
    replay: ReplayOption = None,
    ocr: EngineOption = None,
    show_evidence: EvidenceOption = True,
    as_json: JsonOption = False,
) -> None:
    """Check quote memes: read the picture, find the quote and the speaker, search, and weigh what is found.

    Examples:
        factcheck check meme.jpg
        factcheck check examples/*.png --offline
        curl -s https://example.org/meme.png | factcheck check - --json
    """
    from factcheck.cli import recorded
    from factcheck.cli.entry import load_settings

    settings = load_settings(base_rate=base_rate, ocr_engine=ocr)
    options = _options(budget, offline=offline or replay is not None, features=features, subject_order=subject_order)
    recorded.check_folders(record, replay)
    results = (
        recorded.pictures(replay, images, settings, options, base_rate)
        if replay
        else _check_pictures(images, settings, options, record)
    )
    _run_checks(results, len(images), as_json=as_json, show_evidence=show_evidence)


def quote(
    text: Annotated[str, typer.Argument(help="The words to check.")],
    *,
    by: Annotated[str | None, typer.Option("--by", help="Who is said to have said them.")] = None,
    offline: OfflineOption = False,
    budget: BudgetOption = None,
    features: FeaturesOption = FeatureSet.FULL,
    subject_order: OrderOption = SubjectOrder.ATTRIBUTION,
    base_rate: BaseRateOption = None,
    record: RecordOption = None,
    replay: ReplayOption = None,
    show_evidence: EvidenceOption = True,
    as_json: JsonOption = False,
) -> None:
    """Check a quote without a picture.

    Examples:
        factcheck quote "The only thing we have to fear is fear itself" --by "Franklin D. Roosevelt"
        factcheck quote "Be the change you wish to see in the world" --by "Mahatma Gandhi" --json
    """
    from factcheck.cli import recorded
    from factcheck.cli.entry import load_settings

    settings = load_settings(base_rate=base_rate)
    options = _options(budget, offline=offline or replay is not None, features=features, subject_order=subject_order)
    recorded.check_folders(record, replay)
    results = (
        recorded.quote(replay, text, by, options, base_rate)
        if replay
        else _check_quote(text, by, settings, options, record)
    )
    _run_checks(results, 1, as_json=as_json, show_evidence=show_evidence)


def _options(budget: str | None, *, offline: bool, features: FeatureSet, subject_order: SubjectOrder) -> CheckOptions:
    from factcheck.options import Budget, CheckOptions

    return CheckOptions(
        is_offline=offline,
        budget=Budget.parse(budget) if budget else Budget(),
        feature_set=features.value,
        subject_order=subject_order.value,
    )


async def _check_pictures(
    names: list[str], settings: Settings, options: CheckOptions, record: Path | None
) -> AsyncIterator[CheckResult]:
    from factcheck.cli import inputs
    from factcheck.pipeline import Checker

    async with Checker(settings, options, recordings=record) as checker:
        for name in names:
            yield await _check_picture(checker, await inputs.read(name, settings, checker.transport))


async def _check_picture(checker: Checker, read: object) -> CheckResult:
    from factcheck.cli.inputs import ReadInput, UnreadInput

    if isinstance(read, UnreadInput):
        return checker.unreadable(read.name, None, read.error)
    assert isinstance(read, ReadInput)  # noqa: S101 - the only other kind
    return await checker.check_picture(read.name, read.data)


async def _check_quote(
    text: str, by: str | None, settings: Settings, options: CheckOptions, record: Path | None
) -> AsyncIterator[CheckResult]:
    from factcheck.pipeline import Checker

    async with Checker(settings, options, recordings=record) as checker:
        yield await checker.check_quote(text, by)


def _run_checks(results: AsyncIterator[CheckResult], count: int, *, as_json: bool, show_evidence: bool) -> None:
    from factcheck.cli import output
    from factcheck.errors import StoreError

    done: list[CheckResult] = []

    async def consume() -> None:
        with output.progress("checking", count) as advance:
            async for result in results:
                done.append(result)
                if not as_json:
                    output.print_result(result, show_evidence=show_evidence)
                advance()

    try:
        _run(consume())
    except StoreError:  # of a replay: what was recorded is still shown
        if as_json and done:
            output.print_json_results(done, is_single=count == 1)
        raise
    if as_json:
        output.print_json_results(done, is_single=count == 1)
    raise typer.Exit(_report(done))


def _run(work: Coroutine[object, object, None]) -> None:
    asyncio.run(work)


def _report(results: list[CheckResult]) -> int:
    """Name what could not be read on stderr and choose the exit code."""
    from factcheck.errors import exit_code_of
    from factcheck.pipeline import NO_PROVIDER_ANSWERED

    failed = [result.error for result in results if result.error is not None]
    for _, message in failed:
        typer.echo(f"factcheck: {message}", err=True)
    if failed:
        is_all_upstream = len(failed) == len(results) and all(exit_code_of(c) == UNREACHABLE for c, _ in failed)
        return UNREACHABLE if is_all_upstream else UNREADABLE
    if results and all(NO_PROVIDER_ANSWERED in result.degraded for result in results):
        typer.echo(f"factcheck: {results[0].degraded[0].reason}", err=True)
        return UNREACHABLE
    return 0
