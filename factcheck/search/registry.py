"""Which providers there are, in the order in which they are asked: one explicit tuple, no discovery.

To add a provider: one file beside this one, one line here, one row in the contract suite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import SettingsError
from factcheck.search.archive import ArchiveProvider
from factcheck.search.duckduckgo import DuckDuckGo
from factcheck.search.provider import is_online

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.search.archive import Searchable
    from factcheck.search.provider import SearchProvider

NAMES = ("archive", "duckduckgo")


def default_providers(archive: Searchable | None, *, is_offline: bool) -> tuple[SearchProvider, ...]:
    """The providers of a check: the archive where there is one, and the online ones unless offline."""
    everything: tuple[SearchProvider, ...] = (
        *((ArchiveProvider(archive),) if archive is not None else ()),
        DuckDuckGo(),
    )
    return checked(provider for provider in everything if not (is_offline and is_online(provider)))


def checked(providers: Iterable[SearchProvider]) -> tuple[SearchProvider, ...]:
    """The providers as a tuple.

    Raises:
        SettingsError: two of them have the same name.
    """
    chosen = tuple(providers)
    names = [provider.name for provider in chosen]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SettingsError(f"search provider {twice[0]!r} is registered twice")
    return chosen
