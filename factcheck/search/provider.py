"""The two shapes of a search provider; neither does network I/O, so each is tested on saved answers alone.

A ``WebProvider`` builds requests and parses responses: ``fanout`` sends them, bounds and retries them. A
``LocalProvider`` answers from this machine in one blocking call, which ``fanout`` runs off the event loop. A provider
raises ``ProviderRefused`` or ``ProviderChanged`` when an answer is no list of results; finding nothing is ``[]``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Hit
    from factcheck.transport import Response


@dataclass(frozen=True, slots=True)
class Request:
    """One request to send. ``form`` makes it a POST. ``client``: the guarded transport; the browser-like client of
    ``ddgs`` for a fixed search host that turns plain clients away; or, for an address from the settings alone, one that
    may reach inward. ``headers`` may hold a key, so they are never shown. ``refusals``: what a status means here.
    """

    url: str
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    client: Literal["transport", "ddgs", "configured"] = "transport"
    refusals: Mapping[int, str] = field(default_factory=dict)


@runtime_checkable
class WebProvider(Protocol):
    """Searches over HTTP. ``interval_s`` is the least time between two of its requests."""

    @property
    def name(self) -> str:
        """Unique, lower case, as shown in results."""

    @property
    def interval_s(self) -> float:
        """Least seconds between two requests: politeness, not speed."""

    def build(self, query: str, limit: int) -> tuple[Request, ...]:
        """The requests that answer one query, one for each page of results."""

    def parse(self, response: Response, first_rank: int) -> list[Hit]:
        """The hits of one response, ranked from ``first_rank`` on.

        Raises:
            ProviderRefused: the answer is a challenge or a refusal in words.
            ProviderChanged: the answer has a form that we don't know.
        """


@runtime_checkable
class LocalProvider(Protocol):
    """Searches on this machine, without a network."""

    @property
    def name(self) -> str:
        """Unique, lower case, as shown in results."""

    def search(self, query: str, limit: int) -> list[Hit]:
        """The hits of one query, best first. Blocking."""


SearchProvider: TypeAlias = WebProvider | LocalProvider


def is_online(provider: SearchProvider) -> bool:
    """Whether asking this provider leaves the machine."""
    return isinstance(provider, WebProvider)
