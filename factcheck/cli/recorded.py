"""``--record`` and ``--replay`` of ``check`` and ``quote``: the folders, and inputs answered from recordings alone.

An input without a recording is one line on stderr and the exit code 1, never a search; the others are still shown.
"""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING

import typer

from factcheck.errors import SettingsError, StoreError
from factcheck.model import CheckInput

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from factcheck.model import CheckResult
    from factcheck.options import CheckOptions
    from factcheck.settings import Settings


def check_folders(record: Path | None, replay: Path | None) -> None:
    """Refuse folders that can't serve before anything is searched.

    Raises:
        SettingsError: both were given, the one to replay is not there, or the one to record in can't be written.
    """
    if record is not None and replay is not None:
        raise SettingsError("--record and --replay exclude each other")
    if replay is not None and not replay.is_dir():
        raise SettingsError(f"--replay {replay}: there is no such folder")
    if record is not None:
        try:
            record.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(f"--record {record}: {error.strerror or type(error).__name__}") from error


async def pictures(
    folder: Path, names: list[str], settings: Settings, options: CheckOptions, base_rate: float | None
) -> AsyncIterator[CheckResult]:
    """The recorded checks of pictures.

    Raises:
        StoreError: in the end, if a recording was missing or can't be used.
    """
    missing: list[StoreError] = []
    for name in names:
        try:
            yield await _picture(folder, name, settings, options, base_rate)
        except StoreError as error:
            missing.append(error)
    for other in missing[1:]:
        typer.echo(f"factcheck: {other}", err=True)
    if missing:
        raise missing[0]


async def quote(
    folder: Path, text: str, by: str | None, options: CheckOptions, base_rate: float | None
) -> AsyncIterator[CheckResult]:
    """The recorded check of a quote.

    Raises:
        StoreError: there is none, or it can't be used.
    """
    from factcheck.recording.document import quote_input
    from factcheck.replay import replay

    yield await asyncio.to_thread(replay, folder, quote_input(text, by), options, base_rate)


async def _picture(
    folder: Path, name: str, settings: Settings, options: CheckOptions, base_rate: float | None
) -> CheckResult:
    """A picture is found by its bytes, a URL by its name: nothing is fetched."""
    from factcheck.cli import inputs
    from factcheck.pipeline import Checker
    from factcheck.replay import replay

    sha256 = None
    if not name.startswith(("http://", "https://")):
        read = await inputs.read(name, settings, None)
        if isinstance(read, inputs.UnreadInput):
            return Checker(settings, options).unreadable(name, None, read.error)
        sha256 = hashlib.sha256(read.data).hexdigest()
    return await asyncio.to_thread(replay, folder, CheckInput("image", name, sha256), options, base_rate)
