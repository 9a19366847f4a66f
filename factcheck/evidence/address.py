"""A web address as a browser would read it: its host, its path and its registrable domain.

In: any text that claims to be an address, with or without a scheme. Out: ``Address``, or None where a browser would
not open it over http(s). Read like a browser (WHATWG URL) because that is who follows the link: user names before an
``@``, back slashes, ports, trailing dots, capitals and look-alike letters must not change whose site a page counts
for. Registrable domains follow the Public Suffix List bundled with tldextract, private suffixes included, so that
``foo.github.io`` is a site of its own; nothing is fetched and nothing is written.
"""

from __future__ import annotations

import functools
import ipaddress
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    import tldextract

MAX_LENGTH = 8192  # longer than browsers and servers accept; keeps the time per address bounded
_IGNORED = dict.fromkeys(range(0x20)) | {0x7F: None}  # tabs and line breaks that browsers drop anywhere in an address
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PORT = re.compile(r":[0-9]{0,5}\Z")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\Z")


@dataclass(frozen=True, slots=True)
class Address:
    """``host`` is lower-case ASCII (punycode) without port and trailing dot; ``path`` starts with a slash."""

    host: str
    path: str


def parse_address(url: str) -> Address | None:
    """Read an address as a browser would; None when it names no host that can be reached over http(s)."""
    text = url.strip().translate(_IGNORED)
    if not text or len(text) > MAX_LENGTH:
        return None
    rest = _after_scheme(text)
    if rest is None:
        return None
    end = next((i for i, character in enumerate(rest) if character in "/\\?#"), len(rest))
    host = _host(rest[:end])
    return None if host is None else Address(host, _path(rest[end:]))


def registrable_domain(url: str) -> str:
    """The domain that somebody registered, ``bbc.co.uk`` for ``https://news.bbc.co.uk/x``; "" for no address.

    Addresses without one (IP addresses, ``localhost``, a bare public suffix) stand for themselves.
    """
    address = parse_address(url)
    return registrable_domain_of_host(address.host) if address else ""


@functools.lru_cache(maxsize=4096)
def registrable_domain_of_host(host: str) -> str:
    """As ``registrable_domain``, for a host as ``Address`` has it."""
    if host[-1].isdigit() or ":" in host:
        return host
    found = _extractor().extract_str(host)
    return f"{found.domain}.{found.suffix}" if found.domain and found.suffix else host


@functools.cache
def _extractor() -> tldextract.TLDExtract:
    import tldextract  # noqa: PLC0415 - imports requests: only when the first domain is asked for

    return tldextract.TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


def _after_scheme(text: str) -> str | None:
    """What follows the scheme and its slashes; None for schemes other than http and https."""
    scheme = _SCHEME.match(text)
    if scheme and scheme[1].lower() in {"http", "https"}:
        return text[scheme.end() :].lstrip("/\\")
    if scheme and text[scheme.end() : scheme.end() + 1] in {"/", "\\"}:
        return None
    if text.startswith("//"):
        return text.lstrip("/\\")
    authority = re.split(r"[/\\?#]", text, maxsplit=1)[0]
    # Without a scheme only "host" and "host:port" are addresses; "mailto:a@b.org" and "a@b.org" are not.
    return None if "@" in authority or ":" in _PORT.sub("", authority) else text


def _host(authority: str) -> str | None:
    host = _PORT.sub("", authority.rpartition("@")[2])
    if host.startswith("[") and host.endswith("]"):
        return _ip_v6(host[1:-1])
    host = unquote(host) if "%" in host else host
    host = host.lower() if host.isascii() else _to_ascii(host)
    host = host.removesuffix(".")
    if len(host) > 253 or not _HOST.match(host):  # noqa: PLR2004 - RFC 1035, without the last dot
        return None
    return _ip_v4(host) if host.rpartition(".")[2].isdigit() else host


def _to_ascii(host: str) -> str:
    import idna  # noqa: PLC0415 - 60 ms, and few hosts need it

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return ""


def _ip_v6(host: str) -> str | None:
    try:
        return str(ipaddress.IPv6Address(host))
    except ValueError:
        return None


def _ip_v4(host: str) -> str | None:
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        return None


def _path(rest: str) -> str:
    """The path alone, decoded, dots resolved as a browser does before it asks the server."""
    path = unquote(re.split(r"[?#]", rest, maxsplit=1)[0].replace("\\", "/"))
    normal = posixpath.normpath("/" + path.lstrip("/"))
    return normal if normal == "/" or not path.endswith("/") else normal + "/"
