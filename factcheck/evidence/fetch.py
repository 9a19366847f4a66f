"""Search hits in, each with its page out: fetched side by side within a budget, and what could not be read named.

Hits that carry their document are not fetched. For a page that can't be had the search result's own title and snippet
stand in: many sites turn programs away, and the snippet is a piece of that page. The order is that of the hits
whatever arrives first. Addresses are guarded by ``transport``; parsing runs off the event loop.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck import offload
from factcheck.errors import FetchFailed, UpstreamError
from factcheck.evidence.page import read_page
from factcheck.model import Degraded, Hit, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.transport import Transport

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
MAX_DATED_BYTES = 500_000  # the search for a date takes up to 1.2 s on a hostile page of this size
_OK = 200


async def fetch_pages(
    hits: Sequence[Hit],
    transport: Transport | None,
    *,
    max_pages: int = 20,
    budget_s: float = 10.0,
    concurrency: int = 8,
    per_host: int = 2,
) -> tuple[tuple[tuple[Hit, Page], ...], tuple[Degraded, ...]]:
    """Read the best hits: each with its page, and why some are known by their snippet alone.

    Args:
        hits: best first.
        transport: the guarded client; None reads nothing but what the hits carry.
        max_pages: most pages fetched; hits with a body don't count.
        budget_s: for all of it; what is not read by then is left to its snippet.
        concurrency: most requests at once.
        per_host: most of them to one host.
    """
    wanted = [hit for hit in hits if hit.body is None][:max_pages]
    chosen = [hit for hit in hits if hit.body is not None or hit in wanted]
    reader = _Reader(transport, concurrency, per_host)
    tasks = {hit: asyncio.create_task(reader.read(hit)) for hit in wanted}
    if tasks:
        await asyncio.wait(tasks.values(), timeout=budget_s)
    late = [task for task in tasks.values() if task.cancel()]
    await asyncio.gather(*late, return_exceptions=True)
    fetched: list[tuple[Hit, Page]] = []
    degraded: list[Degraded] = []
    for hit in chosen:
        page = _carried(hit) if hit.body is not None else _result(tasks[hit], hit, budget_s)
        if isinstance(page, Degraded):
            degraded.append(page)
            fetched.append((hit, _snippet(hit)))
        else:
            fetched.append((hit, page))
    return tuple(fetched), tuple(degraded)


class _Reader:
    """Fetches and parses one hit at a time, under limits shared by all."""

    def __init__(self, transport: Transport | None, concurrency: int, per_host: int) -> None:
        self._transport = transport
        self._slots = asyncio.Semaphore(concurrency)
        self._host_slots: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def read(self, hit: Hit) -> Page:
        """The page behind a hit, or an ``UpstreamError``."""
        if self._transport is None:
            raise FetchFailed(f"{host(hit.url)}: this check was given no network")
        async with self._host_slots[host(hit.url)], self._slots:
            answer = await self._transport.get(hit.url, accept=PAGE_TYPES)
        if answer.status != _OK:
            raise FetchFailed(f"{host(hit.url)}: answered with status {answer.status}")
        is_dated = len(answer.body) <= MAX_DATED_BYTES
        return await offload.run(read_page, answer.body, answer.url, answer.content_type, with_metadata=is_dated)


def _result(task: asyncio.Task[Page], hit: Hit, budget_s: float) -> Page | Degraded:
    if task.cancelled():
        return Degraded("fetch", f"{host(hit.url)}: not read within the {budget_s:g} s for all pages")
    error = task.exception()
    if isinstance(error, UpstreamError):
        return Degraded("fetch", str(error))
    if error is not None:  # what a parser makes of a hostile page must not cost the check the other pages
        return Degraded("fetch", f"{host(hit.url)}: can't be read ({type(error).__name__})")
    return task.result()


def _carried(hit: Hit) -> Page:
    return Page(hit.url, hit.title, hit.body or "", hit.published, hit.author)


def _snippet(hit: Hit) -> Page:
    return Page(hit.url, hit.title, f"{hit.title}\n{hit.snippet}", hit.published, hit.author)


def host(url: str) -> str:
    """The host of a URL, for limits and messages."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
