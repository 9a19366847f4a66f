"""The embedded archive: full text of speeches that ship with their URLs and of what users add, searched by BM25.

Lives in ``<data_dir>/archive``. Any word of a query may be missing in a document: exact-phrase search finds nothing
once a meme has changed one word. Long documents are indexed in overlapping pieces, so that a short quote ranks the
right one; a hit carries its piece with some words on each side. Built in a folder of its own and renamed into place,
so two processes may open it at once and a crash leaves nothing half-built; a new schema carries added documents over.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import StoreError
from factcheck.evidence import archive_index as index
from factcheck.model import Hit
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.evidence.document import Document

SCHEMA_VERSION = 1
"""Raise it with any change to ``archive_index``: the next start then rebuilds."""

MAX_QUERY_WORDS = 64
WRITER_BYTES = 64_000_000
LOCK_WAIT_S = 20.0
_PIECES_PER_HIT = 4


@dataclass(frozen=True, slots=True)
class AddReport:
    """What ``add`` did: documents that are new, and those that stood there already (same URL and text)."""

    added: int
    replaced: int


@dataclass(frozen=True, slots=True)
class ArchiveStats:
    """What the archive holds. ``shipped``: documents that came with factcheck; ``pieces``: what is ranked."""

    documents: int
    shipped: int
    pieces: int
    size_bytes: int
    folder: str
    schema_version: int


class Archive:
    """An open archive; safe to search from several threads. Make one with ``Archive.open``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = index.open_index(folder)

    @classmethod
    def open(cls, data_dir: Path) -> Archive:
        """Open the archive in ``data_dir``, building it first (some seconds) when it isn't there.

        Raises:
            StoreError: the folder can't be read or written, or the index in it is damaged.
        """
        home = Path(data_dir) / "archive"
        folder = home / f"index-{SCHEMA_VERSION}"
        with _store_errors(home):
            if not folder.is_dir():
                _build(home, folder)
            return cls(folder)

    def search(self, text: str, limit: int = 10, author: str | None = None) -> list[Hit]:
        """The best ``limit`` documents that hold any of the words, best first; only those by ``author`` when given."""
        asked = words(text)[:MAX_QUERY_WORDS]
        if not asked or limit <= 0:
            return []
        with _store_errors(self._folder):
            self._index.reload()
            found = index.search(self._index, asked, limit * _PIECES_PER_HIT, words(author or ""))
        best: dict[str, dict[str, Any]] = {}
        for piece in found:
            best.setdefault(piece["key"], piece)
        return [_hit(rank, piece) for rank, piece in enumerate(list(best.values())[:limit], start=1)]

    def add(self, documents: Iterable[Document]) -> AddReport:
        """Index documents, all or nothing; one with the URL and text of an earlier one takes its place.

        Raises:
            StoreError: the folder can't be written, or another process went on writing for too long.
        """
        with _store_errors(self._folder):
            before = self.stats().documents
            with _writer(self._index) as writer:
                given = 0
                for given, document in enumerate(documents, start=1):  # noqa: B007  counted
                    index.put(writer, document, index.ADDED)
            self._index.reload()
            added = self.stats().documents - before
            return AddReport(added, given - added)

    def stats(self) -> ArchiveStats:
        """Counts and size."""
        with _store_errors(self._folder):
            self._index.reload()
            shipped, own, pieces = index.counts(self._index)
            size = sum(file.stat().st_size for file in self._folder.iterdir() if file.is_file())
        return ArchiveStats(shipped + own, shipped, pieces, size, str(self._folder), SCHEMA_VERSION)


def _hit(rank: int, piece: dict[str, Any]) -> Hit:
    return Hit(
        url=piece["url"],
        title=piece["title"],
        snippet=" ".join(piece["body"][:300].split()),
        provider="archive",
        rank=rank,
        published=piece["published"],
        author=piece["author"],
        body=piece["body"],
    )


def _build(home: Path, folder: Path) -> None:
    """Make a whole index beside the final place, then rename; whoever comes second throws theirs away."""
    from factcheck.evidence.addresses import shipped_documents  # noqa: PLC0415  its package takes a second to load

    home.mkdir(parents=True, exist_ok=True)
    older = sorted(path for path in home.glob("index-*") if path != folder)
    building = Path(tempfile.mkdtemp(prefix="building-", dir=home))
    try:
        with _writer(index.create_index(building)) as writer:
            for document in shipped_documents():
                index.put(writer, document, index.SHIPPED)
            for path in older:
                for document in index.added_documents(index.open_index(path)):
                    index.put(writer, document, index.ADDED)
        _move(building, folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    for path in older:
        shutil.rmtree(path, ignore_errors=True)


def _move(building: Path, folder: Path) -> None:
    """Rename into place; a folder that stands there already was built by another process, and is as good."""
    try:
        building.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


@contextlib.contextmanager
def _writer(opened: Any) -> Iterator[Any]:  # noqa: ANN401  tantivy has no typed names for these
    """The index's one writer, waited for while another process has it; commits on success only."""
    writer = _wait_for_writer(opened)
    try:
        yield writer
        writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


def _wait_for_writer(opened: Any) -> Any:  # noqa: ANN401  as above
    end = time.monotonic() + LOCK_WAIT_S
    while True:
        try:
            return opened.writer(WRITER_BYTES, 1)
        except ValueError as error:
            if "Lock" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextlib.contextmanager
def _store_errors(folder: Path) -> Iterator[None]:
    """What tantivy and the file system raise, as one line that names the folder."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"the archive in {folder} can't be used: {error.strerror or error}") from error
    except ValueError as error:
        reason = " ".join(str(error).split())[:200]
        if "PermissionDenied" in reason:  # tantivy makes a lock file even to read
            raise StoreError(f"the archive in {folder} can't be used: this user may not write there") from error
        raise StoreError(
            f"the archive in {folder} can't be used (remove that folder to rebuild it): {reason}"
        ) from error
