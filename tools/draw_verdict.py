"""Draw README's picture of a verdict: the real output for an example meme, as SVG.

Run by ``make examples``. Nothing in the picture is written by hand.
"""

from __future__ import annotations

import asyncio
import io
import re
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from factcheck.cli import output
from factcheck.options import CheckOptions
from factcheck.pipeline import Checker
from factcheck.settings import Settings

WITHOUT_WEB_FONTS = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""The picture asks no other site for anything: readers' own monospace font will do."""
ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "four-freedoms-wrong-name.png"
PICTURE = ROOT / "docs" / "images" / "verdict.svg"


async def draw() -> None:
    """Check the example offline and save what the terminal shows."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        async with Checker(settings, CheckOptions(is_offline=True)) as checker:
            await checker.check_picture(EXAMPLE.name, EXAMPLE.read_bytes())  # models and archive load on first use
            result = await checker.check_picture(EXAMPLE.name, EXAMPLE.read_bytes())
    console = Console(record=True, file=io.StringIO(), width=104, highlight=False, force_terminal=True)
    console.print(output.panel(result))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    title = f"factcheck check examples/{EXAMPLE.name} --offline"
    PICTURE.write_text(console.export_svg(title=title, code_format=WITHOUT_WEB_FONTS))


if __name__ == "__main__":
    asyncio.run(draw())
