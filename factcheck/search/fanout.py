"""All search I/O: queries to every provider at once, within limits; hits merged, failures named.

Providers run beside each other, the queries of one provider one after the other, paced by its ``interval_s``. Only
what may pass is retried (a server error, a refusal that says when to come back); a provider that fails is asked
nothing more in this search and is named in ``degraded``, while what it had found is kept. Hits of the same page are
merged (``merge``). It does not choose what to ask next.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network
from typing import TYPE_CHECKING

import stamina

from factcheck import log as logs
from factcheck import offload
from factcheck.errors import (
    FactcheckError,
    FetchForbidden,
    FetchTimeout,
    FetchTooLarge,
    ProviderChanged,
    ProviderRefused,
    ProviderTimeout,
    UpstreamError,
)  # fmt: skip
from factcheck.model import Degraded, Hit, Query, QueryRecord
from factcheck.search.merge import merged
from factcheck.search.provider import LocalProvider, Request, SearchProvider, WebProvider
from factcheck.search.registry import checked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from factcheck.transport import Response, Transport

log = logs.get(__name__)

_ATTEMPTS = 3
_LONGEST_WAIT_S = 3.0  # a provider that wants a longer pause is given up for this check
_SERVER_ERROR_WAIT_S = 0.5


@dataclass(frozen=True, slots=True)
class SearchOutcome:
    """What a search brought: merged hits (best ranks first), what was asked, and who failed."""

    hits: tuple[Hit, ...]
    queries: tuple[QueryRecord, ...]
    degraded: tuple[Degraded, ...]


@dataclass(slots=True)
class _Answers:
    """What one provider has brought so far."""

    hits: list[Hit] = field(default_factory=list)
    queries: list[QueryRecord] = field(default_factory=list)
    degraded: list[Degraded] = field(default_factory=list)


class Fanout:
    """Asks providers; keep one for the life of the process, since it remembers when each was last asked.

    Args:
        providers: whom to ask; duplicate names are a ``SettingsError``.
        transport: the guarded client; None when every provider is local.
        limit: most hits wanted of one provider for one query.
        timeout_s: for one request.
        budget_s: for all that one provider is asked in one search.
    """

    def __init__(
        self,
        providers: Sequence[SearchProvider],
        transport: Transport | None = None,
        *,
        limit: int = 20,
        timeout_s: float = 8.0,
        budget_s: float = 15.0,
    ) -> None:
        self._providers = checked(providers)
        self._transport = transport
        self._limit = limit
        self._timeout_s = timeout_s
        self._budget_s = budget_s
        self._pace_locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._next_at: dict[str, float] = {}

    async def search(self, queries: Sequence[Query]) -> SearchOutcome:
        """Ask every provider every query; never raises for what a provider does."""
        answers = await asyncio.gather(*(self._ask(provider, queries) for provider in self._providers))
        return SearchOutcome(
            merged([answer.hits for answer in answers]),
            tuple(record for answer in answers for record in answer.queries),
            tuple(reason for answer in answers for reason in answer.degraded),
        )

    async def _ask(self, provider: SearchProvider, queries: Sequence[Query]) -> _Answers:
        answers = _Answers()
        reason = ""
        ends_at = time.monotonic() + self._budget_s
        try:
            async with asyncio.timeout(self._budget_s):
                for query in queries:
                    await self._answer(provider, query, answers, ends_at)
        except TimeoutError:
            reason = f"{provider.name}: stopped after {self._budget_s:g} s"
        except FactcheckError as error:
            reason = str(error)
        except Exception as error:  # noqa: BLE001 - a defect in one provider must not cost the check the others
            log.warning("provider.broke", provider=provider.name, error=type(error).__name__)
            reason = f"{provider.name}: {type(error).__name__}"
        if reason:
            log.info("provider.failed", provider=provider.name, reason=reason)
            answers.degraded.append(Degraded("search", reason))
        return answers

    async def _answer(self, provider: SearchProvider, query: Query, answers: _Answers, ends_at: float) -> None:
        """Add the answer to one query, page by page, so that a late failure keeps the early pages."""
        before = len(answers.hits)
        try:
            async for hits in self._pages(provider, query.text, ends_at):
                answers.hits += hits
        finally:
            found = len(answers.hits) - before
            answers.queries.append(QueryRecord(provider.name, query.text, query.why, found))

    async def _pages(self, provider: SearchProvider, text: str, ends_at: float) -> AsyncIterator[list[Hit]]:
        if isinstance(provider, LocalProvider):
            yield await offload.run(provider.search, text, self._limit)
            return
        count = 0
        for request in await offload.run(provider.build, text, self._limit):
            response = await self._send(provider, request, ends_at)
            hits = (await offload.run(provider.parse, response, count + 1))[: self._limit - count]
            count += len(hits)
            yield hits
            if not hits or count >= self._limit:
                return

    async def _send(self, provider: WebProvider, request: Request, ends_at: float) -> Response:
        """One request, paced and retried.

        Raises:
            ProviderTimeout, ProviderRefused, ProviderChanged: what came back instead of an answer.
        """
        async for attempt in stamina.retry_context(on=_wait_before_retry, attempts=_ATTEMPTS, timeout=self._budget_s):
            with attempt:
                await self._pace(provider)
                return _accepted(provider.name, request, await self._send_once(provider, request, ends_at))
        raise AssertionError("stamina ends by returning or raising")  # pragma: no cover

    async def _send_once(self, provider: WebProvider, request: Request, ends_at: float) -> Response:
        timeout_s = max(0.001, min(self._timeout_s, ends_at - time.monotonic()))
        try:
            if request.client == "ddgs":  # it can't be cancelled, so it must not outlive the budget by itself
                return await asyncio.to_thread(_send_by_ddgs, request, timeout_s)
            async with asyncio.timeout(timeout_s):
                if request.client == "configured":
                    return await _send_to_configured(request)
                return await self._guarded.get(request.url, headers=request.headers)
        except (TimeoutError, FetchTimeout) as error:
            raise ProviderTimeout(f"{provider.name}: no answer in {self._timeout_s:g} s") from error
        except FetchTooLarge as error:
            raise ProviderChanged(f"{provider.name}: {error}") from error
        except FetchForbidden as error:
            raise ProviderRefused(f"{provider.name}: {error}") from error
        except UpstreamError as error:
            raise ProviderRefused(f"{provider.name}: {error}", _SERVER_ERROR_WAIT_S) from error

    @property
    def _guarded(self) -> Transport:
        if self._transport is None:
            raise FetchForbidden("this check was given no network")
        return self._transport

    async def _pace(self, provider: WebProvider) -> None:
        """Wait until this provider may be asked again."""
        async with self._pace_locks[provider.name]:
            wait_s = self._next_at.get(provider.name, 0.0) - time.monotonic()
            if wait_s > 0:
                await asyncio.sleep(wait_s)
            self._next_at[provider.name] = time.monotonic() + provider.interval_s


def _wait_before_retry(error: Exception) -> bool | float:
    """Seconds to wait before trying again, or False: only a refusal that may pass soon is worth it."""
    if isinstance(error, ProviderRefused) and error.retry_after_s is not None:
        return error.retry_after_s if error.retry_after_s <= _LONGEST_WAIT_S else False
    return False


def _accepted(name: str, request: Request, response: Response) -> Response:
    """The response, if its status says that it is an answer."""
    if response.status < 300:  # noqa: PLR2004 - HTTP
        return response
    if response.status < 400:  # noqa: PLR2004 - HTTP
        raise ProviderChanged(f"{name}: sent us elsewhere with status {response.status}")
    wait_s = _retry_after_s(response.headers.get("retry-after", ""))
    if wait_s is None and response.status >= 500:  # noqa: PLR2004 - HTTP
        wait_s = _SERVER_ERROR_WAIT_S
    reason = request.refusals.get(response.status, f"refused with status {response.status}")
    raise ProviderRefused(f"{name}: {reason}", wait_s)


def _retry_after_s(value: str) -> float | None:
    return float(value) if value.isascii() and value.isdigit() else None


async def _send_to_configured(request: Request) -> Response:
    """Send to a service that the operator named, wherever it stands, redirects not followed.

    By a client of its own, so that nothing that pages or results name can ever go through it.
    """
    from factcheck.transport import Transport  # noqa: PLC0415 - aiohttp, not needed offline

    anywhere = (IPv4Network("0.0.0.0/0"), IPv6Network("::/0"))
    async with Transport("factcheck", allowed_networks=anywhere, max_redirects=0) as transport:
        return await transport.get(request.url, headers=request.headers)


def _send_by_ddgs(request: Request, timeout_s: float) -> Response:
    """Send by the client of ``ddgs``: blocking, for the fixed search host of a provider, redirects not followed."""
    from ddgs.exceptions import DDGSException, TimeoutException  # noqa: PLC0415 - not needed offline
    from ddgs.http_client import HttpClient  # noqa: PLC0415 - as above

    client = HttpClient()  # a new one each time: kept cookies would tie one reader's searches to another's
    method = "GET" if request.form is None else "POST"
    try:
        answer = client.request(
            method,
            request.url,
            data=request.form,
            headers=dict(request.headers),
            timeout=timeout_s,
            follow_redirects=False,
        )
    except TimeoutException as error:
        raise FetchTimeout(request.url) from error
    except DDGSException as error:
        raise UpstreamError("can't be reached") from error
    from factcheck.transport import Response  # noqa: PLC0415 - aiohttp, not needed offline

    return Response(request.url, answer.status_code, {}, answer.content, "text/html")
