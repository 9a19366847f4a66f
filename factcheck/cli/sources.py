"""``factcheck sources``: what kind of source an address is, by which row of the published lists."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli.output import CLASS_STYLES, console, plain, print_json

if TYPE_CHECKING:
    from factcheck.evidence.sources import Classification

UNREADABLE = 3

app = typer.Typer(no_args_is_help=True, help="What kind of source a web page is, and the rule that says so.")


@app.callback()
def sources() -> None:
    """What kind of source a web page is, and the rule that says so."""


@app.command()
def classify(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Addresses, with or without https://.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object, or results for several.")] = False,
) -> None:
    """Show the class of each URL, and the row of the source lists that decided.

    Examples:
        factcheck sources classify reuters.com
        factcheck sources classify https://apnews.com/ap-fact-check https://foo.github.io --json
    """
    from factcheck.evidence.sources import SourceLists

    lists = SourceLists.load()
    found = [lists.classify(url) for url in urls]
    if as_json:
        documents = [_document(one) for one in found]
        print_json(documents[0] if len(documents) == 1 else {"results": documents})
    else:
        _print_table([one for one in found if one.is_address])
    bad = [one for one in found if not one.is_address]
    for one in bad:
        typer.echo(f"factcheck: {plain(one.url)!r} is not a web address: {one.reason}", err=True)
    if bad:
        raise typer.Exit(UNREADABLE)


def _document(one: Classification) -> dict[str, Any]:
    error = None if one.is_address else {"code": "input_error", "message": f"not a web address: {one.reason}"}
    return {**dataclasses.asdict(one), "error": error}


def _print_table(found: list[Classification]) -> None:
    from rich.table import Table
    from rich.text import Text

    if not found:
        return
    table = Table("class", "domain", "why", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for one in found:
        kind = Text(one.source_class.replace("_", " "), CLASS_STYLES.get(one.source_class, "dim"))
        why = Text.assemble(plain(one.rule), (f"\n{plain(one.name)}: " if one.name else "\n", "dim"))
        why.append(plain(one.reason), "dim")
        table.add_row(kind, Text(plain(one.domain), overflow="fold"), why)
    console().print(table)
