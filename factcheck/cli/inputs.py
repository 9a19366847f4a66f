"""Pictures named on the command line → bytes: a path, a URL, or ``-`` for standard input.

One bad name never stops the others: it becomes an ``UnreadInput`` with its error, in its place.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, FetchFailed, ImageTooLarge, UnreadableImage

if TYPE_CHECKING:
    from factcheck.settings import Settings
    from factcheck.transport import Transport


@dataclass(frozen=True, slots=True)
class ReadInput:
    """A picture's bytes and the name to show for it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class UnreadInput:
    """An input that could not be read, and why."""

    name: str
    error: FactcheckError


async def read(name: str, settings: Settings, transport: Transport | None) -> ReadInput | UnreadInput:
    """The bytes behind one name; ``transport`` None means that no URL may be fetched."""
    try:
        if name.startswith(("http://", "https://")):
            return ReadInput(name, await _fetch(name, transport, settings.max_image_bytes))
        return ReadInput(name, await asyncio.to_thread(_load, name, settings.max_image_bytes))
    except FactcheckError as error:
        return UnreadInput(name, error)


async def _fetch(url: str, transport: Transport | None, limit_bytes: int) -> bytes:
    if transport is None:
        raise UnreadableImage(f"{url}: a URL needs the network, and --offline was given")
    response = await transport.get(url, max_bytes=limit_bytes)
    if response.status >= 400:  # noqa: PLR2004 - HTTP
        raise FetchFailed(f"{url}: answered with status {response.status}")
    return response.body


def _load(name: str, limit_bytes: int) -> bytes:
    """Read one byte more than allowed, so that an endless pipe is cut off as surely as a large file."""
    if name == "-":
        data = sys.stdin.buffer.read(limit_bytes + 1)
    else:
        path = Path(name)
        if path.is_dir():
            raise UnreadableImage(f"{name}: is a folder; name the pictures in it, for instance {name.rstrip('/')}/*")
        try:
            with path.open("rb") as file:
                data = file.read(limit_bytes + 1)
        except OSError as error:
            raise UnreadableImage(f"{name}: {error.strerror or error}") from error
    if len(data) > limit_bytes:
        raise ImageTooLarge(f"{name}: larger than {limit_bytes:,} bytes")
    return data
