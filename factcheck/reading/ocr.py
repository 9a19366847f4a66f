"""OCR engines behind one protocol: pixels in, lines of text out. ``load_engine`` builds one and keeps it.

An engine finds and recognises lines and nothing more: what is junk, whose words a line is, reading order and turned
pictures are the same work for every engine, and live in ``read``. To add one: a file ``engine_x.py``, a row in
``ENGINES``, and the contract suite passes.
"""

from __future__ import annotations

import functools
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, cast

from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from factcheck.model import TextLine


class OcrEngine(Protocol):
    """What every engine does. ``scripts``: those its loaded models can read, in Unicode's names."""

    name: str
    scripts: frozenset[str]

    def read_lines(self, pixels: NDArray[np.uint8]) -> tuple[TextLine, ...]:
        """Lines of text in an upright height × width × 3 uint8 RGB picture, boxes in its pixels, in any order."""
        ...


class EngineEntry(NamedTuple):
    """An engine's name, where its class is, and the option of ``load_engine`` that it takes, if any."""

    name: str
    module: str
    attribute: str
    option: Literal["model_dir", "threads"] | None = None


ENGINES = (
    EngineEntry("rapidocr", "factcheck.reading.engine_rapidocr", "RapidOcr", "threads"),
    EngineEntry("paddleocr", "factcheck.reading.engine_paddleocr", "PaddleOcr", "model_dir"),
    EngineEntry("tesserocr", "factcheck.reading.engine_tesserocr", "TesserOcr"),
)


@functools.cache
def load_engine(name: str = "rapidocr", model_dir: Path | None = None, threads: int | None = None) -> OcrEngine:
    """The engine of that name, built on first use and then kept.

    ``model_dir``: paddleocr's models instead of rapidocr's; ``threads``: for one picture, where the engine lets us
    choose (all cores by default).

    Raises:
        SettingsError: no such engine.
        ModelMissing: its package or its models are not here; the message says how to get them.
    """
    entry = _entry(name)
    build = cast("Callable[..., OcrEngine]", getattr(import_module(entry.module), entry.attribute))
    options = {"model_dir": model_dir, "threads": threads}
    return build(**{entry.option: options[entry.option]}) if entry.option else build()


def _entry(name: str) -> EngineEntry:
    by_name = {entry.name: entry for entry in ENGINES}
    if name not in by_name:
        raise SettingsError(f"no OCR engine is called {name!r}: choose one of {', '.join(by_name)}")
    return by_name[name]
