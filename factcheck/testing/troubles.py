"""What pages do to a reader on bad days, one answer for each ``Trouble``: hang, refuse, lie, flood, hang up."""

from __future__ import annotations

import asyncio
import functools
import gzip
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

Trouble: TypeAlias = Literal[
    "slow", "refused", "rate_limited", "broken", "garbage", "challenge", "gzip_bomb", "huge", "endless",
    "wrong_charset", "picture", "dropped",
]  # fmt: skip

_HTML = {"Content-Type": "text/html; charset=utf-8"}


@functools.cache
def _bomb() -> bytes:
    """64 MB of nothing in 64 kB."""
    return gzip.compress(bytes(64_000_000))


async def _slow(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Type": "text/html"})
    await answer.prepare(request)
    for _ in range(600):
        await answer.write(b"<p>")
        await asyncio.sleep(0.1)
    return answer


async def _endless(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Type": "text/html"})
    await answer.prepare(request)
    while True:
        await answer.write(b"<p>and so on</p>" * 4096)


async def _gzip_bomb(request: web.Request) -> web.StreamResponse:
    del request
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    return web.Response(body=await asyncio.to_thread(_bomb), headers=headers)


async def _huge(request: web.Request) -> web.StreamResponse:
    del request
    return web.Response(body=b"<p>more and more</p>" * 1_000_000, headers=_HTML)


async def _dropped(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _fixed(**answer: Any) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:  # noqa: ANN401 - handed on
    async def respond(request: web.Request) -> web.StreamResponse:
        del request
        return web.Response(**answer)

    return respond


RESPONSES: Mapping[Trouble, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {
    "slow": _slow,
    "refused": _fixed(status=403, body=b"<h1>Access denied</h1>", headers=_HTML),
    "rate_limited": _fixed(status=429, body=b"<h1>Too many requests</h1>", headers=_HTML),
    "broken": _fixed(status=500, body=b"<h1>Internal error</h1>", headers=_HTML),
    "garbage": _fixed(body=bytes(range(256)) * 64, headers=_HTML),
    "challenge": _fixed(status=202, body=b'<div class="anomaly-modal__title">Robot?</div>', headers=_HTML),
    "gzip_bomb": _gzip_bomb,
    "huge": _huge,
    "endless": _endless,
    "wrong_charset": _fixed(body="<p>naïve café — “façade”</p>".encode("cp1252"), headers=_HTML),
    "picture": _fixed(body=b"\x89PNG\r\n\x1a\n" + bytes(64), headers={"Content-Type": "image/png"}),
    "dropped": _dropped,
}
