"""``factcheck bench``: speed, a named peer against ours in one run, as ratios; absolute figures are shown beside."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.evaluation.bench import BenchRow

app = typer.Typer(no_args_is_help=True, help="Speed: a named peer against ours in one run, as ratios.")

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


@app.command("quote-match")
def quote_match(*, as_json: JsonOption = False) -> None:
    """Find a 30-word quote in 20,000-word pages: rapidfuzz against our kernel, with the same answers."""
    from factcheck.cli.entry import load_settings
    from factcheck.evaluation import bench_quote_match

    load_settings()
    _show(bench_quote_match.quote_match(), as_json=as_json)


@app.command("check")
def check(
    *,
    images: Annotated[list[str] | None, typer.Argument(metavar="IMAGE...", help="Pictures; by default drawn.")] = None,
    rounds: Annotated[int, typer.Option("--rounds", min=1, help="How often each input is checked.")] = 5,
    as_json: JsonOption = False,
) -> None:
    """Whole checks, warm and offline: pictures and bare quotes; memory; a cold start of the command."""
    from factcheck.cli.entry import load_settings
    from factcheck.evaluation import bench_check

    _show(bench_check.check(load_settings(), images or (), rounds), as_json=as_json)


def _show(rows: list[BenchRow], *, as_json: bool) -> None:
    from factcheck.cli import output

    if as_json:
        output.print_json({"rows": [dataclasses.asdict(row) for row in rows]})
        return
    from rich.table import Table

    table = Table("what", "metric", "ours", "unit", "peer", "peer's", "ratio", "threads", header_style="bold", box=None)
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:,.1f} ×"
        peer_value = "" if row.peer_value is None else f"{row.peer_value:,.3g}"
        value = f"{row.value:,.3g}"
        table.add_row(row.what, row.metric, value, row.unit, row.peer or "", peer_value, ratio, str(row.threads))
    output.console().print(table)
