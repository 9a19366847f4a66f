"""The ``factcheck`` command: registers the command groups and turns errors into one line and an exit code.

0 done · 2 wrong usage · 3 some input was unreadable (the rest is done) · 4 something it depends on is unreachable and
nothing could be done · 1 anything else · 130 interrupted. Each group lives in its own file and imports what it needs
only when it runs, so that ``--help`` stays instant.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import bench, check, doctor, evaluate, evidence, people, sources
from factcheck.errors import FactcheckError

INTERRUPTED = 130

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode="rich", name="factcheck")
app.command("check")(check.check)
app.command("quote")(check.quote)
app.add_typer(sources.app, name="sources")
app.add_typer(evidence.app, name="evidence")
app.add_typer(people.app, name="people")
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(bench.app, name="bench")
app.command("doctor")(doctor.doctor)


def _show_version(*, is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=lambda value: _show_version(is_wanted=value), is_eager=True)
    ] = False,
) -> None:
    """Did the person on this meme say it? A verdict about the record, with its reasons and sources.

    Examples:
        factcheck check meme.jpg
        factcheck quote "The only thing we have to fear is fear itself" --by "Franklin D. Roosevelt"
        factcheck check examples/*.png --offline --json
    """
    del version


def main() -> None:
    """Run the command line; never show a traceback."""
    try:
        app()
    except FactcheckError as error:
        _end(f"{error}", error.exit_code)
    except (KeyboardInterrupt, EOFError):
        _end("interrupted", INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("FACTCHECK_LOG_LEVEL") == "debug":
            raise
        reason = " ".join(str(error).split()) or "no message"
        _end(f"unexpected {type(error).__name__}: {reason} (FACTCHECK_LOG_LEVEL=debug shows where)", 1)


def _end(reason: str, exit_code: int) -> None:
    typer.echo(f"factcheck: {reason}", err=True)
    sys.exit(exit_code)
