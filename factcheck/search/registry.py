"""Which providers there are, in the order in which they are asked: one explicit tuple, no discovery.

To add a provider: one file beside this one, one line here, one row in the contract suite.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import SettingsError
from factcheck.search.archive import ArchiveProvider
from factcheck.search.duckduckgo import DuckDuckGo
from factcheck.search.factchecktools import FactCheckTools
from factcheck.search.gdelt import GDELT
from factcheck.search.provider import is_online
from factcheck.search.searxng import SearXNG
from factcheck.search.wikimedia import wikipedia, wikiquote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import SecretStr

    from factcheck.search.archive import Searchable
    from factcheck.search.provider import SearchProvider

NAMES = ("archive", "wikiquote", "wikipedia", "searxng", "factchecktools", "duckduckgo", "gdelt")


@dataclass(frozen=True, slots=True)
class Services:
    """Services that somebody has to set up or switch on."""

    searxng_url: str = ""
    google_factcheck_key: SecretStr | None = None
    is_gdelt_on: bool = False


NO_SERVICES = Services()


def default_providers(
    archive: Searchable | None, services: Services = NO_SERVICES, *, is_offline: bool
) -> tuple[SearchProvider, ...]:
    """The providers of a check: the archive where there is one, and unless offline the online ones that are set up."""
    everything: tuple[SearchProvider, ...] = (
        *((ArchiveProvider(archive),) if archive is not None else ()),
        wikiquote(),
        wikipedia(),
        *((SearXNG(services.searxng_url),) if services.searxng_url else ()),
        *((FactCheckTools(services.google_factcheck_key),) if services.google_factcheck_key else ()),
        DuckDuckGo(),
        *((GDELT(),) if services.is_gdelt_on else ()),
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
