"""What doctor tells a stranger to type must be a command that works."""

from __future__ import annotations

import sys

from factcheck.cli.parts import install_command


def test_an_extra_is_spelled_out_as_its_packages() -> None:
    command = install_command("evaluation")
    assert command.startswith(f"{sys.executable} -m pip install ")
    assert '"scikit-learn>=1.6"' in command
    assert "factcheck" not in command.partition("install ")[2]


def test_extras_do_not_leak_into_each_other() -> None:
    assert "tesserocr" not in install_command("evaluation")
    assert "tesserocr" in install_command("tesseract")


def test_packages_may_be_named() -> None:
    assert install_command(None, "stanza").endswith(" install stanza")
