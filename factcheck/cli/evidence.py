"""``factcheck evidence``: the embedded archive, what a user adds to it and what it holds.

What can't be read is named on stderr, one line each, and turns the exit code to 3; the rest is added.
"""

from __future__ import annotations

import contextlib
import dataclasses
import sys
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.evidence.archive import Archive
    from factcheck.evidence.document import Document
    from factcheck.evidence.documents import Given, Unreadable

UNREADABLE = 3
SHOWN_PROBLEMS = 20

app = typer.Typer(no_args_is_help=True, help="The embedded archive that every check searches, offline too.")

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


@app.command("add")
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|DIR...", help="JSONL, HTML or TXT files, or folders.")],
    *,
    url: Annotated[str | None, typer.Option(help="Where the text stands on the web.")] = None,
    author: Annotated[str | None, typer.Option(help="Whose words the text holds.")] = None,
    date: Annotated[str | None, typer.Option(help="When: 1941, 1941-01 or 1941-01-06.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Add documents to the archive; one with the same URL and text as an earlier one takes its place.

    A line of JSONL has "text", and if known "url", "author" (whose words they are), "date" and "title".
    The options win over what the files say.

    Examples:
        factcheck evidence add speeches.jsonl
        factcheck evidence add speech.txt --author "Maya Angelou" --date 1993-01-20 --url https://example.org/speech
    """
    from factcheck.cli import output

    given = _given(url, author, date)
    problems: list[Unreadable] = []
    archive = _archive()
    with _progress() as advance:
        report = archive.add(_readable(paths, given, problems, advance))
    for problem in problems[:SHOWN_PROBLEMS]:
        typer.echo(f"factcheck: {output.plain(str(problem))}", err=True)
    if len(problems) > SHOWN_PROBLEMS:
        typer.echo(
            f"factcheck: and {len(problems) - SHOWN_PROBLEMS} more that can't be read: --json lists all", err=True
        )
    if as_json:
        output.print_json({**dataclasses.asdict(report), "documents": archive.stats().documents,
                           "unreadable": [dataclasses.asdict(problem) for problem in problems]})  # fmt: skip
    else:
        typer.echo(f"{report.added} added, {report.replaced} already there, {archive.stats().documents} in the archive")
    raise typer.Exit(UNREADABLE if problems else 0)


@app.command("stats")
def stats(*, as_json: JsonOption = False) -> None:
    """Show what the archive holds, and where it is.

    Examples:
        factcheck evidence stats
    """
    from factcheck.cli import output

    found = _archive().stats()
    if as_json:
        output.print_json(dataclasses.asdict(found))
        return
    typer.echo(f"{found.documents} documents: {found.shipped} shipped, {found.documents - found.shipped} added")
    typer.echo(f"{found.pieces} searchable pieces, {found.size_bytes / 1e6:.1f} MB in {found.folder}")


def _archive() -> Archive:
    from factcheck.cli.entry import load_settings
    from factcheck.evidence.archive import Archive

    return Archive.open(load_settings().data_dir)


def _given(url: str | None, author: str | None, date: str | None) -> Given:
    from factcheck.evidence.documents import Given, iso_date

    published = iso_date(date) if date else None
    if date and published != date.strip():
        raise typer.BadParameter("write it as 1941, 1941-01 or 1941-01-06", param_hint="--date")
    if url and not url.casefold().startswith(("http://", "https://")):
        raise typer.BadParameter("it must start with http:// or https://", param_hint="--url")
    return Given(url, author, published)


def _readable(
    paths: list[Path], given: Given, problems: list[Unreadable], advance: Callable[[], None]
) -> Iterator[Document]:
    """The documents in the files; what is none goes to ``problems``."""
    from factcheck.evidence.document import Document
    from factcheck.evidence.documents import read_documents

    for found in read_documents(paths, given):
        advance()
        if isinstance(found, Document):
            yield found
        else:
            problems.append(found)


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[], None]]:
    """A running count on a terminal's stderr; yields what to call per document."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from factcheck.cli import output

    columns = (SpinnerColumn(), TextColumn("adding"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=output.console(to_stderr=True), transient=True) as bar:
        task = bar.add_task("adding", total=None)
        yield lambda: bar.advance(task)
