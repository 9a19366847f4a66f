"""The ``factcheck`` command: registers the command groups; each lives in its own file and imports late."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def root() -> None:
    """Check whether the person on a quote meme said it."""


def main() -> None:
    """Entry point of the ``factcheck`` script."""
    app()
