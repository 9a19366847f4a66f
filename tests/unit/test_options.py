"""What ``--budget`` understands, and what it says of the rest."""

from __future__ import annotations

import pytest

from factcheck.errors import SettingsError
from factcheck.options import Budget


def test_parts_may_come_in_any_order_and_be_left_out() -> None:
    assert Budget.parse("seconds=2.5, searches=3") == Budget(searches=3, pages=20, seconds=2.5)
    assert Budget.parse("pages=0").pages == 0


@pytest.mark.parametrize(
    "text",
    ["", "pages", "pages=", "pages=x", "pages=2.5", "pages=-1", "seconds=.", "seconds=1e9", "pages=²", "depth=1"],
)
def test_what_is_no_budget_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match="--budget"):
        Budget.parse(text)


@pytest.mark.parametrize("text", ["searches=0", "seconds=0"])
def test_a_check_that_may_not_search_is_none(text: str) -> None:
    with pytest.raises(SettingsError, match="at least"):
        Budget.parse(text)
