"""The embedded archive as a search provider: always there, offline too, and asked first.

It wraps whatever holds the documents by its one method, so that searching does not depend on how they are stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from factcheck.model import Hit


class Searchable(Protocol):
    """What holds documents and finds them by their words."""

    def search(self, text: str, limit: int) -> list[Hit]:
        """The best ``limit`` documents, best first, with their bodies."""


class ArchiveProvider:
    """A ``LocalProvider`` over an archive of documents."""

    name = "archive"

    def __init__(self, archive: Searchable) -> None:
        self._archive = archive

    def search(self, query: str, limit: int) -> list[Hit]:
        """The best documents for a query, best first."""
        return self._archive.search(query, limit)
