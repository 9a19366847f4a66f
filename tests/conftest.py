"""Fixtures that every tier shares: the evaluation data, and the rule that CI skips nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of real evaluation data; tests that need it skip, with the reason, on machines without it."""
    folder = os.environ.get("FACTCHECK_EVALUATION_DATA_DIR")
    if not folder or not Path(folder).is_dir():
        pytest.skip("real evaluation data is not on this machine: set FACTCHECK_EVALUATION_DATA_DIR")
    return Path(folder)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, object, None]:
    """In CI a skip is a failure: what is not tried there is tried nowhere."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: skipped in CI: {report.longrepr}"
