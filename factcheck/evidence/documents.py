"""Files and folders → documents for the archive; what can't be read comes out as such, and the rest goes on.

JSONL: one object a line with ``url``, ``author``, ``date``, ``title``, ``text`` (or the names that other data sets give
these); HTML and TXT: one document a file. Values given by the user win. A page's byline is who published it, not whose
words it holds, so it is never taken for the author. Links are not followed; hidden files are left alone.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from factcheck.evidence.document import Document
from factcheck.evidence.page import MAX_PAGE_BYTES, read_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Any

JSONL = frozenset({".jsonl", ".ndjson"})
HTML = frozenset({".html", ".htm", ".xhtml"})
TEXT = frozenset({".txt"})
MAX_LINE_BYTES = 20_000_000

_KEYS = {
    "text": ("text", "body", "content"),
    "url": ("url", "link", "source_url"),
    "title": ("title", "headline"),
    "author": ("author", "speaker", "by"),
    "published": ("date", "published"),
}
_DATE = re.compile(r"([12][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?(?!-?[0-9])")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about all documents of one call; it wins over what the files say."""

    url: str | None = None
    author: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a line of one, that is no document, and why."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def read_documents(paths: Iterable[Path], given: Given | None = None) -> Iterator[Document | Unreadable]:
    """All documents in files and, however deep, in folders, in the order of their names."""
    for path in paths:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if _is_wanted(file, path))
            if not files:
                yield Unreadable(_plain(path), "no JSONL, HTML or TXT file in this folder")
        else:
            files = [path]
        for file in files:
            yield from _read_file(file, given or Given())


def iso_date(text: str) -> str | None:
    """The year, month or day at the start of a text as an ISO date ("1941", "1941-01", "1941-01-06"), else None."""
    match = _DATE.match(text.strip())
    return match[0] if match else None


def _is_wanted(file: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not is_hidden and not file.is_symlink() and file.is_file() and file.suffix.casefold() in JSONL | HTML | TEXT


def _read_file(file: Path, given: Given) -> Iterator[Document | Unreadable]:
    kind = file.suffix.casefold()
    try:
        if kind in JSONL:
            yield from _read_jsonl(file, given)
        elif kind in HTML | TEXT:
            yield _read_page(file, "text/html" if kind in HTML else "text/plain", given)
        else:
            yield Unreadable(_plain(file), "not a JSONL, HTML or TXT file")
    except OSError as error:
        yield Unreadable(_plain(file), error.strerror or "can't be read")


def _read_jsonl(file: Path, given: Given) -> Iterator[Document | Unreadable]:
    with file.open("rb") as lines:
        number = 0
        while line := lines.readline(MAX_LINE_BYTES):
            number += 1
            where = f"{_plain(file)}, line {number}"
            if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
                yield Unreadable(where, f"longer than {MAX_LINE_BYTES:,} bytes; the rest of the file is left out")
                return
            line = line.removeprefix(b"\xef\xbb\xbf").strip()
            if line:
                yield _read_line(line, where, given)


def _read_line(line: bytes, where: str, given: Given) -> Document | Unreadable:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return Unreadable(where, f"not JSON: {error.msg}")
    if not isinstance(row, dict):
        return Unreadable(where, "not a JSON object")
    said = {field: _string(row, names) for field, names in _KEYS.items()}
    return _document(where, given, said)


def _string(row: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of these fields that has something in it."""
    return next((str(row[name]).strip() for name in names if isinstance(row.get(name), str | int) and row[name]), "")


def _read_page(file: Path, content_type: str, given: Given) -> Document | Unreadable:
    if file.stat().st_size > MAX_PAGE_BYTES:
        return Unreadable(_plain(file), f"larger than {MAX_PAGE_BYTES:,} bytes")
    page = read_page(file.read_bytes(), "", content_type)
    said = {
        "text": page.text,
        "url": page.url,
        "title": page.title or _plain(file.stem),
        "published": page.published or "",
    }
    return _document(_plain(file), given, said)


def _document(where: str, given: Given, said: dict[str, str]) -> Document | Unreadable:
    url = _plain(given.url or said["url"])
    if not said["text"]:
        return Unreadable(where, "has no text")
    if url and not url.casefold().startswith(("http://", "https://")):
        return Unreadable(where, "its url does not start with http:// or https://")
    return Document(
        text=said["text"],
        url=url or _own_name(said["text"]),
        title=said["title"],
        author=_plain(given.author or said.get("author") or "") or None,
        published=given.published or iso_date(said["published"]),
    )


def _plain(name: object) -> str:
    """A name from the file system or the command line, with bytes that are no text replaced."""
    return str(name).encode("utf-8", "replace").decode()


def _own_name(text: str) -> str:
    """A stable name for a document that stands nowhere on the web."""
    return f"urn:sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"
