"""``factcheck evaluate``: the papers' tables, recomputed on real data, beside the papers' figures.

Data sets are found under ``--data DIR`` or ``FACTCHECK_EVALUATION_DATA_DIR``; ``--on PATH`` scores what is shipped on
other data in the same form. Published figures are always marked as such: they are on the authors' own data.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from factcheck.cli.check import FeatureSet

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.settings import Settings

app = typer.Typer(no_args_is_help=True, help="The papers' tables, recomputed beside the papers' figures.")

DataOption = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Folder of evaluation data sets.")]
LimitOption = Annotated[int | None, typer.Option("--limit", help="Only the first so many: a quick look.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


class Report(Protocol):
    """What every table gives."""

    def to_json(self) -> dict[str, Any]:
        """The figures for scripts."""
        ...

    def render(self, console: Console) -> None:
        """The table for people."""
        ...


@app.command()
def ocr(
    *,
    data: DataOption = None,
    on: Annotated[Path | None, typer.Option("--on", metavar="DIR", help="Pictures with labels.csv.")] = None,
    engine: Annotated[str | None, typer.Option("--ocr", metavar="ENGINE", help="Another engine.")] = None,
    limit: LimitOption = None,
    as_json: JsonOption = False,
) -> None:
    """How well pictures are read: recall and Jaccard of character 4-grams, word recall, latency.

    Example:
        factcheck evaluate ocr --on my-memes/     (pictures and labels.csv with the columns image,text)
    """
    from factcheck.cli.entry import load_settings
    from factcheck.evaluation import ocr as table

    settings = load_settings(ocr_engine=engine)
    _show(table.evaluate(_data(data, settings, on), _engine(settings), limit=limit, on=on), as_json=as_json)


@app.command()
def reading(
    *,
    data: DataOption = None,
    on: Annotated[Path | None, typer.Option("--on", metavar="FILE", help="Annotated memes as JSONL.")] = None,
    images: Annotated[Path | None, typer.Option("--images", metavar="DIR", help="The pictures of --on.")] = None,
    engine: Annotated[str | None, typer.Option("--ocr", metavar="ENGINE", help="Another engine.")] = None,
    limit: LimitOption = None,
    as_json: JsonOption = False,
) -> None:
    """Whether the right words and the right person are read off memes, real and drawn."""
    from factcheck.cli.entry import load_settings
    from factcheck.evaluation import reading as table

    settings = load_settings(ocr_engine=engine)
    folder = _data(data, settings, on)
    _show(table.evaluate(folder, _engine(settings), on=on, images=images, limit=limit), as_json=as_json)


@app.command()
def quotes(
    *,
    data: DataOption = None,
    on: Annotated[Path | None, typer.Option("--on", metavar="FILE", help="Recorded searches as JSONL.")] = None,
    features: Annotated[FeatureSet, typer.Option("--features", help="full, or FAME's five.")] = FeatureSet.FULL,
    as_json: JsonOption = False,
) -> None:
    """How often the verdict is right on recorded search results, and how often it says that it doesn't know."""
    from factcheck.cli.entry import load_settings
    from factcheck.evaluation import quotes as table

    settings = load_settings()
    _show(table.evaluate(_data(data, settings, on), on=on, feature_set=features.value), as_json=as_json)


def _engine(settings: Settings) -> Any:  # noqa: ANN401 - an OcrEngine, imported late
    from factcheck.reading.ocr import load_engine

    return load_engine(settings.ocr_engine, settings.paddle_model_dir)


def _data(data: Path | None, settings: Settings, on: Path | None) -> Path:
    """The folder of data sets; none is needed when other data is scored."""
    from factcheck.errors import SettingsError

    if on is not None:
        if not on.exists():
            raise SettingsError(f"--on {on}: there is nothing there")
        return on
    folder = data or settings.evaluation_data_dir
    if folder is None:
        raise SettingsError("no evaluation data: give --data DIR or set FACTCHECK_EVALUATION_DATA_DIR")
    if not folder.is_dir():
        raise SettingsError(f"{folder}: is no folder of evaluation data")
    return folder


def _show(report: Report, *, as_json: bool) -> None:
    from factcheck.cli import output

    if as_json:
        output.print_json(report.to_json())
    else:
        report.render(output.console())
