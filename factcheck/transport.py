"""The guarded HTTP client: URL in, bounded ``Response`` out, and never a request to the network it runs in.

Pages, search results and redirects are written by strangers, so what counts is the address that is really dialled:
it is checked when the name resolves (one bad answer condemns the name) and again when the socket is made, for every
redirect anew. Only http and https, ports 80 and 443, three redirects, a cap on *decoded* bytes, one deadline for
all of it; no proxy or netrc from the environment, no cookies kept. ``allowed_networks`` is the only way inward and
can be given by nobody but the caller of the constructor. It does not judge content and does not retry.
"""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Self, TypeAlias

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from factcheck.errors import FetchFailed, FetchForbidden, FetchTimeout, FetchTooLarge

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network

PORTS = (80, 443)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK_BYTES = 65_536

# The lists are ours and not ``ipaddress.is_global``, which changes between Python versions and calls multicast,
# 6to4 relays and the wire server of a large cloud global. Source: the IANA special-purpose address registries.
_V4_REFUSED = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # public in form, but a virtual machine's own host on Azure
    )
)  # fmt: skip
_V6_UNICAST = IPv6Network("2000::/3")  # all that is handed out; v4-mapped, site-local, multicast … lie outside
_V6_REFUSED = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32", "3fff::/20",  # documentation
        "2002::/16",  # 6to4: carries any IPv4 address
    )
)  # fmt: skip
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open Internet, tunnels to elsewhere unwrapped or refused."""
    if isinstance(address, IPv6Address):
        if address in _NAT64:  # an IPv6-only network reaches the whole IPv4 Internet through it
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        if address not in _V6_UNICAST or (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP:
            return False
        return not any(address in network for network in _V6_REFUSED)
    return not any(address in network for network in _V4_REFUSED)


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: the last URL, the status, headers with lower-case names, the decoded body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    content_type: str


class _AddressRefused(PermissionError):
    """Raised where aiohttp makes the socket; an OSError, because its connector only carries those through."""


class _GuardedResolver(AbstractResolver):
    """Refuses a name as soon as one of its addresses is refused: honest sites don't mix."""

    def __init__(self, inner: AbstractResolver, guard: Transport) -> None:
        self._inner = inner
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        for result in found:
            self._guard.check_address(result["host"], result["port"])
        return found

    async def close(self) -> None:
        await self._inner.close()


class Transport:
    """An async context manager around one guarded client session.

    Args:
        user_agent: who we say we are; it should carry a contact.
        allowed_networks: networks that may be dialled although not public, on any port.
        resolver: name resolution other than the system's.
        timeout_s: deadline for a whole ``get``, redirects and body included.
        max_bytes: most bytes of a body after decompression.
        max_redirects: most redirects followed.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        allowed_networks: tuple[Network, ...] = (),
        resolver: AbstractResolver | None = None,
        timeout_s: float = 10.0,
        max_bytes: int = 10_000_000,
        max_redirects: int = 3,
    ) -> None:
        self._user_agent = user_agent
        self._allowed_networks = allowed_networks
        self._resolver = resolver
        self._timeout_s = timeout_s
        self._max_bytes = max_bytes
        self._max_redirects = max_redirects
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        resolver = _GuardedResolver(self._resolver or aiohttp.DefaultResolver(), self)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=resolver, socket_factory=self._make_socket, use_dns_cache=False, limit=32, limit_per_host=4
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self._user_agent, "Accept-Language": "en,*;q=0.5"},
            timeout=aiohttp.ClientTimeout(total=self._timeout_s),
            trust_env=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        accept: tuple[str, ...] = (),
        max_bytes: int | None = None,
    ) -> Response:
        """Fetch one URL; any status is an answer, so look at ``status``.

        Args:
            url: absolute http or https URL.
            headers: sent to the first host only, never to where it redirects.
            accept: prefixes of content types to take; others fail before their body is read. Empty takes all.
            max_bytes: another cap on decoded bytes than the client's own.

        Raises:
            FetchForbidden: scheme, port, address, credentials or number of redirects.
            FetchTimeout: over the deadline.
            FetchTooLarge: over the cap on decoded bytes.
            FetchFailed: no connection, no such name, a broken answer, a type not in ``accept``.
        """
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._follow(_parse(url), headers or {}, accept, max_bytes or self._max_bytes)
        except TimeoutError as error:
            raise FetchTimeout(f"{_host(url)}: no complete answer in {self._timeout_s:g} s") from error
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, _AddressRefused):
                raise FetchForbidden(str(error.os_error)) from error
            raise FetchFailed(f"{_host(url)}: can't be reached") from error
        except aiohttp.InvalidURL as error:
            raise FetchForbidden(f"{_host(url)}: not an address that we fetch") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise FetchFailed(f"{_host(url)}: {type(error).__name__}") from error

    async def _follow(self, url: URL, headers: Mapping[str, str], accept: tuple[str, ...], max_bytes: int) -> Response:
        if self._session is None:
            raise RuntimeError("use Transport as an async context manager")
        first_host = url.host
        for _ in range(self._max_redirects + 1):
            own_headers = headers if url.host == first_host else {}
            async with self._session.get(url, headers=own_headers, allow_redirects=False) as answer:
                location = answer.headers.get("Location")
                if answer.status not in _REDIRECTS or location is None:
                    return await self._read(answer, accept, max_bytes)
                answer.close()  # the body of a redirect is nobody's business
            url = _parse(url.join(URL(location)))
        raise FetchForbidden(f"{first_host}: more than {self._max_redirects} redirects")

    async def _read(self, answer: aiohttp.ClientResponse, accept: tuple[str, ...], max_bytes: int) -> Response:
        content_type = answer.headers.get("Content-Type", "")
        if accept and answer.ok and not content_type.lower().startswith(accept):
            answer.close()
            raise FetchFailed(f"{answer.url.host}: {content_type.split(';')[0] or 'no content type'} is not a page")
        body = bytearray()
        _check_size(answer, answer.content_length or 0, max_bytes)  # compressed, so a lower bound
        async for chunk in answer.content.iter_chunked(_CHUNK_BYTES):
            body += chunk
            _check_size(answer, len(body), max_bytes)
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Response(str(answer.url), answer.status, headers, bytes(body), content_type)

    def check_address(self, host: str, port: int) -> None:
        """Raise ``FetchForbidden`` unless this address and port may be dialled."""
        address = ip_address(host.partition("%")[0])
        if any(address in network for network in self._allowed_networks):
            return
        if not is_public(address):
            raise FetchForbidden(f"{address} is not an address of the open Internet")
        if port not in PORTS:
            raise FetchForbidden(f"port {port} is not one that we fetch from")

    def _make_socket(self, info: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
        family, kind, protocol, _, address = info
        try:
            self.check_address(str(address[0]), int(str(address[1])))
        except FetchForbidden as error:
            raise _AddressRefused(str(error)) from error
        return socket.socket(family, kind, protocol)


def _parse(url: str | URL) -> URL:
    """A URL that may be tried: http or https, with a host, without credentials."""
    try:
        parsed = URL(url)
        host, user, password = parsed.host, parsed.user, parsed.password
    except ValueError as error:
        raise FetchForbidden("not a URL") from error
    if parsed.scheme not in {"http", "https"}:
        raise FetchForbidden(f"{parsed.scheme or 'no'} scheme: only http and https are fetched")
    if not host:
        raise FetchForbidden("not a URL: it names no host")
    if user is not None or password is not None:
        raise FetchForbidden(f"{host}: URLs with credentials are not fetched")
    return parsed


def _host(url: str) -> str:
    """The host of a URL for messages; never the path or query, which may carry what a reader typed."""
    try:
        return (URL(url).host or url[:60]).encode("ascii", "backslashreplace").decode()
    except ValueError:
        return "URL"


def _check_size(answer: aiohttp.ClientResponse, size: int, max_bytes: int) -> None:
    if size > max_bytes:
        answer.close()
        raise FetchTooLarge(f"{answer.url.host}: more than {max_bytes:,} bytes")
