"""``bench check``: whole checks, warm and offline, and the command from cold.

Pictures are drawn when none are named. The peer is FAME's published time for one meme (about 20 s on 16 CPUs, other
data and hardware), so the ratio is a rough one and says so in its name. Memory is this process's peak resident size.
"""

from __future__ import annotations

import asyncio
import io
import os
import resource
import statistics
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableImage
from factcheck.evaluation.bench import BenchRow
from factcheck.options import CheckOptions
from factcheck.pipeline import Checker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.settings import Settings

FAME_SECONDS = 20.0  # FAME, section 5: about 20 s a meme on 16 CPUs
FAME = "FAME (published, 16 CPUs, other data)"
QUOTES = (
    ("We look forward to a world founded upon four essential human freedoms.", "Franklin D. Roosevelt"),
    ("The state of our union has never been stronger than on this Tuesday", "Calvin Coolidge"),
    ("A just and lasting peace among ourselves and with all nations is what we ask for", "Abraham Lincoln"),
)
_MEMORY_KIB = 1024  # Linux gives the peak in KiB


def check(settings: Settings, images: Sequence[str], rounds: int) -> list[BenchRow]:
    """Rows for pictures, bare quotes, memory and cold starts."""
    pictures = [_picture(name) for name in images] or _drawn()
    picture_s, quote_s = asyncio.run(_warm(settings, pictures, rounds))
    peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MEMORY_KIB
    threads = os.cpu_count() or 1
    p50 = statistics.median(picture_s)
    return [
        BenchRow("picture, warm, offline", "p50", "s", p50, FAME, FAME_SECONDS, FAME_SECONDS / p50, threads),
        BenchRow("picture, warm, offline", "p95", "s", _p95(picture_s), None, None, None, threads),
        BenchRow("quote, warm, offline", "p50", "ms", statistics.median(quote_s) * 1000, None, None, None, threads),
        BenchRow("quote, warm, offline", "p95", "ms", _p95(quote_s) * 1000, None, None, None, threads),
        BenchRow("resident memory", "peak", "GB", peak_bytes / 1e9, None, None, None, threads),
        *(_cold(what, arguments, rounds, threads) for what, arguments in _COLD.items()),
    ]


_COLD = {
    "factcheck quote --offline, cold": ("quote", QUOTES[0][0], "--by", QUOTES[0][1], "--offline", "--json"),
    "factcheck --help, cold": ("--help",),
}


def _picture(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UnreadableImage(f"{name}: {error.strerror}") from error


def _drawn() -> list[bytes]:
    return [_drawn_meme(f"“{text}”", f"— {name}") for text, name in QUOTES]


def _drawn_meme(text: str, signature: str) -> bytes:
    """A plain meme in Pillow's own font, so that nothing else need be installed."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (1000, 750), (28, 44, 72))
    pen = ImageDraw.Draw(picture)
    lines = [*textwrap.wrap(text, 28), "", signature]
    for row, line in enumerate(lines):
        pen.text((80, 80 + 80 * row), line, "white", font=ImageFont.load_default(56))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=88)
    return buffer.getvalue()


async def _warm(settings: Settings, pictures: list[bytes], rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of every picture check and every quote check, after one of each that is not counted."""
    async with Checker(settings, CheckOptions(is_offline=True)) as checker:
        await checker.check_picture("warm-up", pictures[0])
        await checker.check_quote(*QUOTES[0])
        picture_s, quote_s = [], []
        for _ in range(rounds):
            for data in pictures:
                start = time.perf_counter()
                await checker.check_picture("bench", data)
                picture_s.append(time.perf_counter() - start)
            for text, name in QUOTES:
                start = time.perf_counter()
                await checker.check_quote(text, name)
                quote_s.append(time.perf_counter() - start)
    return picture_s, quote_s


def _cold(what: str, arguments: tuple[str, ...], rounds: int, threads: int) -> BenchRow:
    """Median wall time of a fresh process, after one that fills the caches."""
    seconds = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run(  # noqa: S603 - our own module, fixed arguments
            [sys.executable, "-m", "factcheck", *arguments], check=True, stdout=subprocess.DEVNULL
        )
        seconds.append(time.perf_counter() - start)
    return BenchRow(what, "p50", "s", statistics.median(seconds[1:]), None, None, None, threads)


def _p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, round(0.95 * len(values)))]
