"""An input → its recording, from a folder that may come from a stranger.

Files are bounded, validated field by field, and lead to no other file but by a hash that it is held against. Nothing
in them is run or fetched. What would come out today is the work of ``replay``.
"""

from __future__ import annotations

import functools
import hashlib
import json
import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import StoreError
from factcheck.options import CheckOptions
from factcheck.recording.document import RecordedPage, Recording, encoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import TypeAdapter

    from factcheck.model import CheckInput

MAX_BYTES = 32_000_000
"""Of one file. Hits come without their texts, so that a check of hundreds of them takes about one megabyte."""

NOT_ONE = "is no recording that this version reads"
_SHA256 = re.compile(r"[0-9a-f]{64}")


def find(folder: Path, given: CheckInput, options: CheckOptions, base_rate: float | None = None) -> Recording:
    """The latest recording of an input; an input without a hash (a URL) is found by its name.

    Args:
        folder: what ``record`` wrote.
        given: the input.
        options: what was asked for beyond the defaults must have been recorded so; the rest is as recorded.
        base_rate: the same, None: as recorded.

    Raises:
        StoreError: there is none, it was made otherwise, or it can't be used.
    """
    found = sorted(_of_input(folder, given), key=lambda one: one.result.checked_at, reverse=True)
    default = CheckOptions()
    for one in found:
        wanted = (
            (options.feature_set, default.feature_set, one.options.feature_set),
            (options.subject_order, default.subject_order, one.options.subject_order),
            (base_rate, None, one.result.verdict.base_rate),
        )
        if all(asked in (usual, recorded) for asked, usual, recorded in wanted):
            return one
    if found:
        raise StoreError(f"{given.name}: was recorded in {folder} with other features, subject order or base rate")
    raise StoreError(f"{given.name}: there is no recording of it in {folder}{_strangers(folder)}")


def load(path: Path) -> Recording:
    """One recording.

    Raises:
        StoreError: it can't be read, or is none.
    """
    return _parsed(path, _read(path))


def text_of(folder: Path, page: RecordedPage) -> str | None:
    """The text of a page; None where it was left out.

    Raises:
        StoreError: there is one, but not the one that was recorded.
    """
    path = folder / "pages" / f"{page.text_sha256}.txt"
    if not path.is_file():
        return None
    data = _read(path)
    if hashlib.sha256(data).hexdigest() != page.text_sha256:
        raise StoreError(f"{path}: is not the text that was recorded")
    return data.decode("utf-8")


def _of_input(folder: Path, given: CheckInput) -> Iterator[Recording]:
    """Only files that hold the hash or the name anywhere are parsed: a folder may hold thousands."""
    key = given.sha256 or json.dumps(given.name, ensure_ascii=False)[1:-1]
    for path in _files(folder):
        data = _read(path)
        if encoded(key) not in data:
            continue
        one = _parsed(path, data)
        known = one.result.input
        is_same = known.sha256 == given.sha256 if given.sha256 else known.name == given.name
        if known.kind == given.kind and is_same:
            yield one


def _strangers(folder: Path) -> str:
    """What else is there under the name of a recording, for the message: a damaged file should not be searched for."""
    strange = [_shown(path.name) for path in _files(folder) if not _read(path).startswith(b'{"format": ')]
    return f" ({strange[0]} is no recording)" if strange else ""


def _files(folder: Path) -> list[Path]:
    """What may be a recording; never a pipe or a device."""
    return [path for path in sorted(folder.glob("*.json")) if path.is_file()]


def _shown(what: object) -> str:
    """Names that strangers chose, safe on a terminal."""
    return "".join(c if c.isprintable() else "?" for c in str(what))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise StoreError(f"{_shown(path)}: can't be read ({error.strerror or type(error).__name__})") from error
    if len(data) > MAX_BYTES:
        raise StoreError(f"{_shown(path)}: is larger than {MAX_BYTES:,} bytes, so it is no recording")
    return data


def _parsed(path: Path, data: bytes) -> Recording:
    from pydantic import ValidationError  # noqa: PLC0415 - only replays pay for it

    try:
        recording = _adapter().validate_json(data, strict=True)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = _shown(".".join(str(part) for part in first["loc"])[:80]) or "the file"
        raise StoreError(f"{_shown(path)}: {NOT_ONE} ({where}: {first['msg']})") from error
    reason = _contradiction(recording)
    if reason:
        raise StoreError(f"{_shown(path)}: {NOT_ONE} ({reason})")
    return replace(recording, result=replace(recording.result, recording=str(path)))


@functools.cache
def _adapter() -> TypeAdapter[Recording]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - only replays pay for it

    return TypeAdapter(Recording)


def _contradiction(recording: Recording) -> str:
    """What types don't say: shares between 0 and 1, places that exist, hashes that are hashes."""
    result = recording.result
    verdict = result.verdict
    shares = [verdict.base_rate, verdict.probability_fake or 0.0, *(one.quote_ratio for one in result.evidence)]
    numbers = [*verdict.features.values(), *result.timing_ms.values()]
    if not all(0 <= share <= 1 for share in shares) or not 0 < verdict.base_rate < 1:
        return "a share is not between 0 and 1"
    if not all(math.isfinite(number) for number in numbers):
        return "a number is not finite"
    if any(not 0 <= place < len(result.evidence) for reason in verdict.reasons for place in reason.evidence):
        return "a reason rests on evidence that is not there"
    if any(not 0 <= page.hit < len(recording.hits) for page in recording.pages):
        return "a page belongs to no hit"
    if not all(_SHA256.fullmatch(page.text_sha256) for page in recording.pages):
        return "a page has no hash"
    return ""
