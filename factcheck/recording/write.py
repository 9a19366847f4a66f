"""A check → ``DIR/<check id>.json``, and the texts it read beside it, one file each: ``DIR/pages/<sha256>.txt``.

That folder can be left out of an export. A folder that can't be written degrades the check and costs it nothing else.
"""

from __future__ import annotations

import dataclasses
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import CheckResult, Degraded, Hit, Page, QuoteReading
from factcheck.recording.document import FORMAT, RecordedPage, Recording, encoded, made_with, sha256

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.options import CheckOptions


def record(
    folder: Path,
    result: CheckResult,
    options: CheckOptions,
    reading: QuoteReading | None = None,
    hits: Sequence[Hit] = (),
    pages: Sequence[tuple[Hit, Page]] = (),
) -> CheckResult:
    """Write a check down; the result names the file, or says in ``degraded`` why there is none."""
    if result.input.sha256 is None:  # nothing was read, so there is nothing to find the recording by
        return result
    found = tuple(dict.fromkeys((*hits, *(hit for hit, _ in pages))))
    made = Recording(
        FORMAT, result, made_with(options.feature_set), options, reading,
        tuple(replace(hit, body=None) for hit in found), _without_text(found, pages),
    )  # fmt: skip
    path = folder / f"{result.id}.json"
    try:
        (folder / "pages").mkdir(parents=True, exist_ok=True)
        for _, page in pages:
            _write(folder / "pages" / f"{sha256(page.text)}.txt", encoded(page.text))
        _write(path, encoded(json.dumps(dataclasses.asdict(made), ensure_ascii=False)))
    except OSError as error:
        reason = f"{folder}: can't be written ({error.strerror or type(error).__name__})"
        return replace(result, degraded=(*result.degraded, Degraded("recording", reason)))
    return replace(result, recording=str(path))


def _without_text(hits: Sequence[Hit], pages: Sequence[tuple[Hit, Page]]) -> tuple[RecordedPage, ...]:
    places = {hit: place for place, hit in enumerate(hits)}
    return tuple(
        RecordedPage(
            places[hit], hit.body is not None, page.url, page.title, page.published, page.author, sha256(page.text)
        )
        for hit, page in pages
    )


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, also where two checks write at once."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
