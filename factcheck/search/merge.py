"""Hits of several providers made one list: copies of a page dropped, best ranks first. Pure; no order is random."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Hit

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid")


def merged(answers: Iterable[list[Hit]]) -> tuple[Hit, ...]:
    """Hits of several providers as one list, best ranks first; of copies the one that has the document is kept."""
    ranked = sorted((hit for hits in answers for hit in hits), key=lambda hit: hit.rank)  # stable: provider order
    kept: dict[str, Hit] = {}
    for hit in ranked:
        key = normalized(hit.url) or f"{hit.provider} {hit.title}"
        if key not in kept or (kept[key].body is None and hit.body is not None):
            kept[key] = hit
    return tuple(kept.values())


def normalized(url: str) -> str:
    """A URL reduced to what tells pages apart: no scheme, ``www.``, default port, fragment, tracking or last slash."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.")
    if port not in {None, 80, 443}:
        host = f"{host}:{port}"
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_TRACKING)]
    query = f"?{urlencode(pairs)}" if pairs else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
