"""The OCR table: how much of the words that people see on memes is read, in which order and how fast.

Measured on the meme's own words (``Reading.text``) against human transcriptions. As in PIXELMOD, character 4-grams
are compared as sets over code points, lower-cased, newlines to spaces; besides, both sides have typographic quotes
and dashes made plain and accents dropped, since people type what engines don't. Word recall ignores order, word
accuracy (1 − word error rate) does not. Halves are by a hash of the file name: thresholds were set on the dev half,
the test half was looked at for kinds of loss. Latency against text area repeats PIXELMOD's Figure 5.
"""

from __future__ import annotations

import time
import zlib
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.evaluation import metrics, ocr_corpora
from factcheck.evaluation.ocr_report import OcrReport, OcrRow
from factcheck.reading.decode import decode
from factcheck.reading.read import read_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.evaluation.ocr_corpora import Labelled
    from factcheck.model import Box, Reading
    from factcheck.reading.ocr import OcrEngine


def evaluate(
    data_dir: Path | None, engine: OcrEngine, *, limit: int | None = None, on: Path | None = None
) -> OcrReport:
    """Read every labelled picture and score it; ``on``: a folder with ``labels.csv`` instead of our data sets.

    Raises:
        SettingsError: ``on`` is not such a folder.
    """
    if on is not None or data_dir is None:
        sets = {"on": ocr_corpora.labelled_folder(on or data_dir)}  # type: ignore[arg-type]
    else:
        sets = {
            "propaganda_memes": ocr_corpora.propaganda_memes(data_dir),
            "memegen_rendered": ocr_corpora.memegen_rendered(data_dir),
        }
    sets = {name: rows[:limit] for name, rows in sets.items()}
    first = next(iter(sets.values()))
    if first:
        read_picture(decode(first[0].path.read_bytes()), engine)  # warm, as a service is
    rows = tuple(row for name, labelled in sets.items() for row in _rows(name, labelled, engine))
    drawn = () if on else tuple(_drawn_orders(first, engine, limit))
    return OcrReport(engine.name, rows, drawn, ocr_corpora.corpus_sha256([row for s in sets.values() for row in s]))


def _rows(name: str, labelled: Iterable[Labelled], engine: OcrEngine) -> Iterable[OcrRow]:
    for row in labelled:
        try:
            picture = decode(row.path.read_bytes())
        except (InputError, OSError) as error:
            yield OcrRow(name, row.name, "", error=str(error))
            continue
        start = time.perf_counter()
        reading = read_picture(picture, engine)
        seconds = time.perf_counter() - start
        yield score(name, row, reading, seconds, picture.width * picture.height)


def score(name: str, row: Labelled, reading: Reading, seconds: float, area: int) -> OcrRow:
    """One picture's figures."""
    truth, found = metrics.char_ngrams(row.text), metrics.char_ngrams(reading.text)
    boxes = [line.box for line in reading.lines]
    return OcrRow(
        corpus=name,
        image=row.name,
        half="dev" if zlib.crc32(f"{name}/{row.name}".encode()) % 2 else "test",
        jaccard4=metrics.jaccard(truth, found),
        recall4=metrics.recall(truth, found),
        precision4=metrics.recall(found, truth),
        word_recall=metrics.word_recall(row.text, reading.text),
        word_accuracy=metrics.word_accuracy(row.text, reading.text),
        order=metrics.order_kept(row.text, reading.text),
        has_columns=has_columns(reading),
        seconds=seconds,
        text_area=sum((right - left) * (bottom - top) for left, top, right, bottom in boxes) / max(1, area),
        lines=len(boxes),
    )


def has_columns(reading: Reading) -> bool:
    """Whether two blocks of at least two lines of the meme's own words stand side by side."""
    own = [
        [reading.lines[index].box for index in block if reading.lines[index].role == "meme"] for block in reading.blocks
    ]
    hulls = [_hull(boxes) for boxes in own if len(boxes) > 1]
    return any(_are_beside(one, other) for one, other in combinations(hulls, 2))


def _hull(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def _are_beside(one: Box, other: Box) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    apart = max(one[0], other[0]) >= min(one[2], other[2])
    return apart and shared > 0.5 * min(one[3] - one[1], other[3] - other[1])


def _drawn_orders(rows: Sequence[Labelled], engine: OcrEngine, limit: int | None) -> Iterable[float]:
    for data, text in list(ocr_corpora.drawn_columns(rows))[:limit]:
        yield metrics.order_kept(text, read_picture(decode(data), engine).text)
