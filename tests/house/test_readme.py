"""README's claims that a machine can check: the licences it lists are those of the default lock."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
OTHER_PLATFORMS = {"colorama"}


def test_readme_lists_every_package_of_the_default_lock() -> None:
    readme = (ROOT / "README.md").read_text()
    lock = (ROOT / "requirements/default.lock").read_text()
    packages = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.MULTILINE)) - OTHER_PLATFORMS
    table = set(re.findall(r"[a-z0-9][a-z0-9._-]*", readme.partition("<details>")[2].casefold()))
    assert len(packages) > 50
    assert packages - table == set()


def test_readme_shows_the_two_commands_and_a_verdict() -> None:
    readme = (ROOT / "README.md").read_text()
    assert "make demo" in readme
    assert "make test" in readme
    assert (ROOT / "docs/images/verdict.svg").stat().st_size > 5_000
