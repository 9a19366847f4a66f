"""Doctor names every search provider, what it lacks, and never a key."""

from __future__ import annotations

import pytest

from factcheck.cli.search_parts import search_part
from factcheck.settings import load

KEY = "AIza-not-a-real-key"


@pytest.mark.parametrize("name", ["wikiquote", "wikipedia", "duckduckgo"])
def test_what_needs_no_setting_is_not_tried_offline(name):
    part = search_part(name, load(), is_online=False)
    assert (part.name, part.state, part.remedy) == (f"search: {name}", "not tried", "factcheck doctor --online")


@pytest.mark.parametrize("is_online", [True, False])
@pytest.mark.parametrize(
    ("name", "state", "variable"),
    [
        ("searxng", "missing", "FACTCHECK_SEARXNG_URL"),
        ("factchecktools", "missing", "FACTCHECK_GOOGLE_FACTCHECK_KEY"),
        ("gdelt", "not tried", "FACTCHECK_GDELT"),
    ],
)
def test_what_is_not_set_up_says_how(name, state, variable, is_online):
    part = search_part(name, load(), is_online=is_online)
    assert part.state == state
    assert part.remedy.startswith(f"export {variable}=")


def test_what_is_set_up_is_not_tried_offline():
    settings = load(searxng_url="http://localhost:8888", google_factcheck_key=KEY, gdelt=True)
    parts = [search_part(name, settings, is_online=False) for name in ("searxng", "factchecktools", "gdelt")]
    assert {part.state for part in parts} == {"not tried"}
    assert KEY not in f"{parts!r}"
