"""Quality floors that can't slip silently: a figure must reach its floor on the very data the floor was set on.

``floors.json`` holds, for each figure, a ``floor`` (at least) or a ``ceiling`` (at most) and the SHA-256 of the corpus.
A floor for other data is no floor: when the corpus has changed, measure again and write both anew.
"""

from __future__ import annotations

import json
from pathlib import Path

FLOORS = Path(__file__).parents[2] / "tests" / "quality" / "floors.json"


def check_floor(name: str, measured: float | None, corpus_hash: str, floors: Path = FLOORS) -> None:
    """Compare one figure with its floor.

    Raises:
        AssertionError: when the figure misses its floor, has none, or was measured on other data.
    """
    known = json.loads(floors.read_text(encoding="utf-8"))
    if name not in known:
        raise AssertionError(f"{name} has no floor in {floors.name}")
    entry = known[name]
    if entry["corpus_sha256"] != corpus_hash:
        raise AssertionError(f"{name}: the floor was set on other data ({entry['corpus_sha256'][:12]}…): measure again")
    low, high = entry.get("floor", float("-inf")), entry.get("ceiling", float("inf"))
    if measured is None or not low <= measured <= high:
        raise AssertionError(f"{name} is {measured}, allowed is {low} to {high}")
