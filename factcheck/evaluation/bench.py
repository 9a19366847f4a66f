"""What every benchmark gives back: one row, with the peer's figure from the same run where there is a peer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BenchRow:
    """``ratio``: how many times better than the peer; ``threads``: how many both sides had."""

    what: str
    metric: str
    unit: str
    value: float
    peer: str | None = None
    peer_value: float | None = None
    ratio: float | None = None
    threads: int = 1
