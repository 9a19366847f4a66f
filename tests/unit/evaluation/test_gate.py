"""A figure passes only at or above its floor, on the corpus that the floor was set on."""

from __future__ import annotations

import json

import pytest

from factcheck.evaluation.gate import check_floor

FLOORS = {
    "a.accuracy": {"floor": 0.9, "corpus_sha256": "abc"},
    "a.error": {"ceiling": 0.02, "corpus_sha256": "abc"},
}


@pytest.fixture
def floors(tmp_path):
    file = tmp_path / "floors.json"
    file.write_text(json.dumps(FLOORS))
    return file


def test_at_the_floor_is_enough(floors) -> None:
    check_floor("a.accuracy", 0.9, "abc", floors)
    check_floor("a.error", 0.02, "abc", floors)


@pytest.mark.parametrize(
    ("name", "measured", "corpus", "message"),
    [
        ("a.accuracy", 0.89, "abc", "allowed is 0.9"),
        ("a.error", 0.03, "abc", "to 0.02"),
        ("a.accuracy", None, "abc", "is None"),
        ("a.accuracy", float("nan"), "abc", "is nan"),
        ("a.accuracy", 0.99, "abd", "other data"),
        ("b.accuracy", 0.99, "abc", "no floor"),
    ],
)
def test_anything_else_fails_and_says_why(floors, name, measured, corpus, message) -> None:
    with pytest.raises(AssertionError, match=message):
        check_floor(name, measured, corpus, floors)
