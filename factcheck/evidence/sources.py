"""What kind of source an address is, and which row of the published lists says so.

In: a URL. Out: a ``Classification`` with the class, the rule that decided and its reason and reference, so that every
colour in the interface can be traced and disputed. The lists are ``source_lists/<class>.csv``, one row each for a
domain, a host (``factcheck.afp.com``), a path (``apnews.com/ap-fact-check``) or every site under a suffix (``.gov``).
Specific beats general: host before parent domain, on one host the longest path first, listed rows before suffixes.
This module judges addresses only; what a page says about a quote is the work of ``match`` and ``stance``.
"""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from factcheck.errors import SettingsError
from factcheck.evidence.address import parse_address, registrable_domain, registrable_domain_of_host
from factcheck.model import SOURCE_CLASSES, SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Classification", "SourceLists", "SourceRow", "registrable_domain"]

NO_ADDRESS: Final = "not a web address"
NO_ROW: Final = "no row"
COLUMNS: Final = ("domain", "name", "reason", "reference", "reviewed")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a list. ``domain`` as written: ``a.org``, ``sub.a.org``, ``a.org/path``, ``a.org/path*``, ``.gov``."""

    source_class: SourceClass
    domain: str
    name: str
    reason: str
    reference: str
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Classification:
    """The class of one address. ``rule`` is the row that decided, such as ``domain reuters.com`` or ``suffix .gov``."""

    url: str
    domain: str
    source_class: SourceClass
    name: str
    rule: str
    reason: str
    reference: str

    @property
    def is_address(self) -> bool:
        """Whether the text could be read as a web address at all."""
        return self.rule != NO_ADDRESS


class SourceLists:
    """All lists, indexed by host, by host and path, and by suffix."""

    def __init__(self, rows: Iterable[SourceRow]) -> None:
        self.rows = tuple(rows)
        self._hosts: dict[str, SourceRow] = {}
        self._paths: dict[str, list[tuple[str, SourceRow]]] = {}
        self._suffixes: dict[str, SourceRow] = {}
        for row in self.rows:
            self._add(row)
        for paths in self._paths.values():
            paths.sort(key=lambda entry: len(entry[0]), reverse=True)

    @staticmethod
    @functools.cache
    def load() -> SourceLists:
        """The lists that ship with factcheck, read once per process."""
        return SourceLists.from_folder(lists_folder())

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """Read ``<class>.csv`` files from a folder; a file that is no class is refused."""
        return cls(row for file in sorted(folder.glob("*.csv")) for row in read_list(file))

    def classify(self, url: str) -> Classification:
        """The class of an address; ``unrated`` where no row applies. Never raises."""
        address = parse_address(url)
        if address is None:
            return Classification(url, "", "unrated", "", NO_ADDRESS, "it names no host that http(s) can reach", "")
        domain = registrable_domain_of_host(address.host)
        row = self._find(address.host, address.path)
        if row is None:
            return Classification(url, domain, "unrated", "", NO_ROW, "no list has this site", "")
        return Classification(url, domain, row.source_class, row.name, _rule(row), row.reason, row.reference)

    def _add(self, row: SourceRow) -> None:
        host, slash, path = row.domain.partition("/")
        if host.startswith("."):
            self._suffixes[host[1:]] = row
        elif slash:
            self._paths.setdefault(host, []).append((slash + path.lower(), row))
        else:
            self._hosts[host] = row

    def _find(self, host: str, path: str) -> SourceRow | None:
        for parent in _parents(host):
            if parent in self._paths:
                wanted = path.lower()
                for prefix, row in self._paths[parent]:
                    if _has_prefix(wanted, prefix):
                        return row
            if parent in self._hosts:
                return self._hosts[parent]
        return next((self._suffixes[parent] for parent in _parents(host) if parent in self._suffixes), None)


def read_list(file: Path) -> Iterator[SourceRow]:
    """The rows of one list.

    Raises:
        SettingsError: when the file's name is no class, or a column is missing.
    """
    source_class = next((known for known in SOURCE_CLASSES if known == file.stem), None)
    if source_class is None:
        raise SettingsError(f"source list {file.name}: there is no source class of that name")
    with file.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            try:
                yield SourceRow(source_class, *(row[column] for column in COLUMNS))
            except KeyError as error:
                raise SettingsError(f"source list {file.name}: column {error} is missing") from error


def lists_folder() -> Path:
    """Where the lists are: inside the installed package, else beside it in a checkout."""
    packaged = Path(str(resources.files("factcheck") / "source_lists"))
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "source_lists"


def _parents(host: str) -> Iterator[str]:
    """``a.b.org``, ``b.org``, ``org``."""
    while host:
        yield host
        host = host.partition(".")[2]


def _has_prefix(path: str, prefix: str) -> bool:
    """Whole path segments, unless the row ends in ``*``: then any continuation."""
    if prefix.endswith("*"):
        return path.startswith(prefix[:-1])
    whole = prefix.rstrip("/")
    return path == whole or path.startswith(whole + "/")


def _rule(row: SourceRow) -> str:
    if row.domain.startswith("."):
        return f"suffix {row.domain}"
    return f"path {row.domain}" if "/" in row.domain else f"domain {row.domain}"
