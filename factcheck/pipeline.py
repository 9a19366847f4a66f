"""The order of the stages, and nothing else: picture or words in, ``CheckResult`` out.

    picture → reading → quote and subject → search ⇄ evidence → verdict

``Checker`` holds what a process loads once (engines, archive, models, the guarded client); every stage is a plain
function of the rooms below. Stages that compute run off the event loop. A stage that fails degrades the check; only
an unreadable input ends it, as an outcome.
"""

from __future__ import annotations

import functools
import hashlib
import secrets
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from factcheck import __version__, offload
from factcheck.errors import FactcheckError, InputError, ModelError, StoreError
from factcheck.evidence.archive import Archive
from factcheck.evidence.fetch import fetch_pages
from factcheck.evidence.sources import SourceLists
from factcheck.evidence.weigh import weigh
from factcheck.kernels.compiler import configure_cache
from factcheck.model import CheckInput, CheckResult, Degraded, QuoteReading, Reading, Subject, Verdict
from factcheck.options import CheckOptions
from factcheck.reading.decode import DecodeLimits, decode
from factcheck.reading.ocr import load_engine
from factcheck.reading.quote import find_quote, given_quote
from factcheck.reading.read import read_picture
from factcheck.recording.document import quote_input
from factcheck.recording.write import record
from factcheck.search.fanout import Fanout, SearchOutcome
from factcheck.search.query import build_queries
from factcheck.search.registry import Services, default_providers
from factcheck.search.spelling import load_speller
from factcheck.subject.gallery import Gallery
from factcheck.subject.names import canonical_name, same_person
from factcheck.subject.ner import name_finder
from factcheck.subject.resolve import resolve
from factcheck.verdict.decide import decide
from factcheck.verdict.outcomes import without_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    import numpy as np
    from numpy.typing import NDArray

    from factcheck.model import Evidence, Hit, Outcome, Page, SourceClass
    from factcheck.search.provider import SearchProvider
    from factcheck.settings import Settings
    from factcheck.subject.faces import FaceMatch
    from factcheck.transport import Transport

DEFAULT_OPTIONS = CheckOptions()
NO_PROVIDER_ANSWERED = Degraded("search", "no search provider answered")
_FACT_CHECKERS: tuple[SourceClass, ...] = ("fact_checker",)


class Checker:
    """Checks one input after another, or several at once; an async context manager.

    Args:
        settings: built once at the entry.
        options: for all checks of this checker.
        transport: the guarded client; by default one that reaches public addresses only, none when offline.
        providers: whom to ask; by default the registry's.
        recordings: the folder that each check is recorded in; by default none is.
    """

    def __init__(
        self,
        settings: Settings,
        options: CheckOptions = DEFAULT_OPTIONS,
        *,
        transport: Transport | None = None,
        providers: Sequence[SearchProvider] | None = None,
        recordings: Path | None = None,
    ) -> None:
        self.settings = settings
        self.options = options
        self.transport = transport or (None if options.is_offline else _public_transport(settings))
        self._providers = providers
        self._recordings = recordings
        configure_cache(settings.data_dir / "kernels")

    async def __aenter__(self) -> Self:
        if self.transport is not None:
            await self.transport.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.transport is not None:
            await self.transport.__aexit__(kind, error, trace)

    async def check_picture(self, name: str, data: bytes) -> CheckResult:
        """Check one picture; an unreadable one is an outcome, not an exception."""
        clock = Clock()
        try:
            with clock.time("decode"):
                picture = await offload.run(decode, data, _limits(self.settings))
            with clock.time("read"):
                engine = await offload.run(load_engine, self.settings.ocr_engine, self.settings.paddle_model_dir)
                reading = await offload.run(read_picture, picture, engine)
        except InputError as error:
            return await self._finish(self.unreadable(name, data, error), clock)
        with clock.time("quote"):
            quote = await offload.run(find_quote, reading)
        draft = _draft(CheckInput("image", name, picture.sha256), self.settings.base_rate, quote, reading)
        if draft.outcome != "checked":
            return await self._finish(draft, clock, quote)
        with clock.time("subject"):
            face, faceless = await offload.run(self._recognise, picture.pixels)
            subject, nameless = await offload.run(self._resolve, quote, reading.text, face)
        return await self._search_and_decide(replace(draft, degraded=faceless + nameless), quote, subject, clock)

    async def check_quote(self, text: str, by: str | None = None) -> CheckResult:
        """Check words without a picture."""
        clock = Clock()
        with clock.time("quote"):
            quote = await offload.run(given_quote, text, by)
        draft = _draft(quote_input(text, by), self.settings.base_rate, quote, Reading(text, (), "given"))
        if quote.outcome != "checked":
            return await self._finish(draft, clock, quote)
        with clock.time("subject"):
            subject, degraded = await offload.run(self._resolve, quote, text, None)
        return await self._search_and_decide(replace(draft, degraded=degraded), quote, subject, clock)

    def unreadable(self, name: str, data: bytes | None, error: FactcheckError) -> CheckResult:
        """The answer to an input that can't be read; ``data`` None: not a byte of it could be had."""
        message = str(error) if str(error).startswith(name) else f"{name}: {error}"
        given = CheckInput("image", name, None if data is None else hashlib.sha256(data).hexdigest())
        draft = _draft(given, self.settings.base_rate, QuoteReading("unreadable", "", ""), Reading("", (), ""))
        return replace(draft, error=(error.code, message))

    # ── the stages behind a quote ──────────────────────────────────────────────────────────────────────────────────
    async def _search_and_decide(
        self, draft: CheckResult, quote: QuoteReading, subject: Subject | None, clock: Clock
    ) -> CheckResult:
        with clock.time("search"):
            found = await self._search(quote, subject)
        with clock.time("fetch"):
            budget = self.options.budget
            pages, unread = await fetch_pages(
                found.hits, self.transport, max_pages=budget.pages, budget_s=max(1.0, budget.seconds - clock.seconds)
            )
        with clock.time("evidence"):
            sources = await offload.run(SourceLists.load)
            evidence = await offload.run(weigh, pages, quote.quote, subject, sources, same_person, canonical_name)
        with clock.time("verdict"):
            verdict = await offload.run(self._decide, evidence, quote, subject)
        done = replace(
            draft,
            outcome="checked" if subject else "no_subject",
            subject=subject,
            verdict=verdict,
            evidence=evidence,
            fact_checks=tuple(one for one in evidence if one.source_class in _FACT_CHECKERS),
            queries=found.queries,
            degraded=(*draft.degraded, *found.degraded, *unread),
        )
        return await self._finish(done, clock, quote, found.hits, pages)

    async def _finish(
        self, result: CheckResult, clock: Clock, quote: QuoteReading | None = None,
        hits: Sequence[Hit] = (), pages: Sequence[tuple[Hit, Page]] = (),
    ) -> CheckResult:  # fmt: skip
        """The result with its times, and recorded where that was asked for."""
        timed = replace(result, timing_ms=clock.timing_ms)
        if self._recordings is None:
            return timed
        return await offload.run(record, self._recordings, timed, self.options, quote, hits, pages)

    async def _search(self, quote: QuoteReading, subject: Subject | None) -> SearchOutcome:
        speller = await offload.run(load_speller, self.settings.spelling_engine)
        queries = await offload.run(build_queries, quote, subject, is_known_word=speller.known)
        fanout = await offload.run(self._load_fanout)
        found = await fanout.search(queries[: self.options.budget.searches])
        asked = {record.provider for record in found.queries}
        silent = (NO_PROVIDER_ANSWERED,) if len(found.degraded) >= len(asked) else ()
        return replace(found, degraded=(*self._archive[1], *found.degraded, *silent))

    @functools.cached_property
    def _fanout(self) -> Fanout:
        providers = self._providers
        if providers is None:
            own = self.settings
            services = Services(own.searxng_url, own.google_factcheck_key, is_gdelt_on=own.gdelt)
            providers = default_providers(self._archive[0], services, is_offline=self.options.is_offline)
        return Fanout(providers, self.transport, budget_s=self.options.budget.seconds)

    @functools.cached_property
    def _archive(self) -> tuple[Archive | None, tuple[Degraded, ...]]:
        """The archive, or why there is none: a folder that can't be used must not cost the check the web."""
        if self._providers is not None:
            return None, ()
        try:
            return Archive.open(self.settings.data_dir), ()
        except StoreError as error:
            return None, (Degraded("search", str(error)),)

    def _load_fanout(self) -> Fanout:
        return self._fanout

    @functools.cached_property
    def _gallery(self) -> Gallery:
        return Gallery(self.settings.data_dir)

    def _recognise(self, pixels: NDArray[np.uint8]) -> tuple[FaceMatch | None, tuple[Degraded, ...]]:
        """Whose face it is, where there is a gallery; a face model that fails costs the check nothing else."""
        try:
            return self._gallery.recognise(pixels), ()
        except FactcheckError as error:
            return None, (Degraded("subject", str(error)),)

    def _resolve(
        self, quote: QuoteReading, text: str, face: FaceMatch | None
    ) -> tuple[Subject | None, tuple[Degraded, ...]]:
        """Who is said to have said it; without the name model where that can't be loaded."""
        names = name_finder(self.settings.ner_engine, stanza_model_dir=self.settings.stanza_model_dir)
        order = self.options.subject_order
        try:
            return resolve(quote, text, face=face, names=names, order=order), ()
        except ModelError as error:
            found = resolve(quote, text, face=face, names=None, order=order)
            return found, (Degraded("subject", str(error)),)

    def _decide(self, evidence: tuple[Evidence, ...], quote: QuoteReading, subject: Subject | None) -> Verdict:
        return decide(
            evidence,
            quote=quote.quote,
            subject_name=subject.name if subject else None,
            base_rate=self.settings.base_rate,
            feature_set=self.options.feature_set,
        )


class Clock:
    """Milliseconds a stage, and seconds since the start."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self.timing_ms: dict[str, float] = {}

    @property
    def seconds(self) -> float:
        """Since this clock was made."""
        return time.perf_counter() - self._start

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Add the time of a block to its stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            elapsed_ms = (time.perf_counter() - start) * 1000
            self.timing_ms[stage] = self.timing_ms.get(stage, 0.0) + elapsed_ms


def _draft(given: CheckInput, base_rate: float, quote: QuoteReading, reading: Reading) -> CheckResult:
    """The result as it stands once the picture is read: no evidence yet."""
    outcome: Outcome = quote.outcome
    if not reading.is_script_supported:
        outcome, quote = "unsupported_language", QuoteReading("unsupported_language", "", "")
    return CheckResult(
        id=secrets.token_urlsafe(12),
        checked_at=datetime.now(UTC).isoformat(timespec="seconds"),
        input=given,
        outcome=outcome,
        text=reading.text,
        quote=quote.quote,
        quote_found_by=quote.found_by,
        subject=None,
        verdict=without_evidence(outcome, base_rate),
        quotes=quote.quotes,
        lines=reading.lines,
    )


def _limits(settings: Settings) -> DecodeLimits:
    return DecodeLimits(
        settings.max_image_bytes, settings.max_image_pixels, settings.max_image_side, settings.max_image_frames
    )


def _public_transport(settings: Settings) -> Transport:
    from factcheck.transport import Transport  # noqa: PLC0415 - aiohttp, not needed offline

    contact = f" (+{settings.contact})" if settings.contact else ""
    return Transport(f"factcheck/{__version__}{contact}")
