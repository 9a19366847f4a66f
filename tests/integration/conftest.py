"""Integration tests run with a watch on the event loop: a blocking call in our code fails the test."""

from __future__ import annotations

import pytest
from blockbuster import blockbuster_ctx


@pytest.fixture(autouse=True)
def event_loop_watch():
    """Fails on blocking calls made from ``factcheck`` while a loop runs."""
    with blockbuster_ctx("factcheck") as watch:
        yield watch
