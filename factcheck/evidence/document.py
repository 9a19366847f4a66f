"""A document for the archive: who said or wrote it, when, where it stands, and its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """``author`` is whose words the text holds, not who published it; ``published`` is an ISO date."""

    text: str
    url: str
    title: str = ""
    author: str | None = None
    published: str | None = None
