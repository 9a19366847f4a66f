"""Fixtures that every tier shares: the evaluation data, and a data folder that is made once and thrown away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of real evaluation data; tests that need it skip, with the reason, on machines without it."""
    folder = os.environ.get("FACTCHECK_EVALUATION_DATA_DIR")
    if not folder or not Path(folder).is_dir():
        pytest.skip("real evaluation data is not on this machine: set FACTCHECK_EVALUATION_DATA_DIR")
    return Path(folder)
