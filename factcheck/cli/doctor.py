"""``factcheck doctor``: what works on this machine, what is missing, and the exact command that adds it.

Each part is tried for real where it can be (an engine reads a drawn line, the archive answers a query); what can't be
tried here (a model folder that nobody named, the open web) is said to be so rather than called working.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.cli.parts import Part

STYLES = {"works": "green", "missing": "yellow", "broken": "red", "not tried": "bright_black"}


def doctor(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    online: Annotated[bool, typer.Option("--online", help="Also ask each online provider one question.")] = False,
) -> None:
    """Say which engines, models, providers and optional parts work here, and how to get the rest.

    Examples:
        factcheck doctor
        factcheck doctor --online --json
    """
    from factcheck.cli import output
    from factcheck.cli.entry import load_settings
    from factcheck.cli.parts import examine

    parts = examine(load_settings(), is_online=online)
    if as_json:
        output.print_json({"parts": [part.to_json() for part in parts]})
    else:
        _print(parts)
    if any(part.is_required and part.state != "works" for part in parts):
        raise typer.Exit(1)


def _print(parts: list[Part]) -> None:
    from rich.markup import escape
    from rich.table import Table

    from factcheck.cli.output import console

    table = Table("part", "state", "what it is", header_style="bold", box=None, pad_edge=False)
    for part in parts:
        table.add_row(escape(part.name), f"[{STYLES[part.state]}]{part.state}[/]", escape(part.detail))
    console().print(table)
    for part in parts:
        if part.remedy:  # a line of its own, never wrapped or cut, so that it can be copied
            typer.echo(f"\n{part.name}:\n  {part.remedy}")
