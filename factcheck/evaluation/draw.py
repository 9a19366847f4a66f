"""Quote memes drawn from a quotation and a name, in a dozen layouts that real ones use: Pillow only, deterministic.

Each layout is a small function from a ``Card`` to a picture and differs in how it marks the words (curly, straight or
no quotation marks, capitals) and the speaker (dash, tilde, by, said, a bare line), or in how it places them (over a
photo, beside one, in two columns). Drawn memes are easier to read than real ones: figures on them are an upper bound.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from factcheck.evaluation.fonts import load_font

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL.Image import Image

WIDTH, HEIGHT = 960, 720
MARGIN = 48
_PAPERS = (((255, 255, 255), (20, 20, 20)), ((24, 30, 52), (245, 245, 240)), ((240, 226, 196), (60, 30, 20)))
_WHITE = (255, 255, 255)
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


Ink: TypeAlias = tuple[int, int, int]
Box: TypeAlias = tuple[int, int, int]
"""left, top, width in pixels."""
Style: TypeAlias = tuple[int, Ink, int]
"""Font size, colour, width of a black outline."""


@dataclass(frozen=True, slots=True)
class Card:
    """What to draw: the words, whose they are said to be, the font, and a photo for the layouts that use one."""

    quote: str
    speaker: str
    font: tuple[str, str]
    photo: Path | None
    seed: int


def draw(card: Card, layout: str) -> Image:
    """The card in the layout of that name, as an RGB picture."""
    return LAYOUTS[layout](card)


def _dash(card: Card) -> Image:
    return _stacked(card, _quoted(card), f"{_pick(card, '—–-')} {card.speaker}")


def _tilde(card: Card) -> Image:
    return _stacked(card, _quoted(card), f"~ {card.speaker}")


def _by(card: Card) -> Image:
    return _stacked(card, _quoted(card), f"by {card.speaker}")


def _said_before(card: Card) -> Image:
    return _stacked(card, f"{card.speaker} said: {_quoted(card)}", "")


def _said_after(card: Card) -> Image:
    words = card.quote.rstrip(".")
    ending = "" if words.endswith(("?", "!", ",")) else ","
    return _stacked(card, f"“{words.translate(_INNER)}{ending}” said {card.speaker}.", "")


def _name_line(card: Card) -> Image:
    return _stacked(card, _quoted(card), card.speaker)


def _dated(card: Card) -> Image:
    year = 1990 + card.seed % 30
    return _stacked(card, _quoted(card), f"— {card.speaker}, {('March 4', 'June 12', 'Oct. 9')[card.seed % 3]}, {year}")


def _no_marks(card: Card) -> Image:
    return _stacked(card, card.quote, f"- {card.speaker}")


def _capitals(card: Card) -> Image:
    return _stacked(card, _quoted(card).upper(), f"- {card.speaker}".upper())


def _capitals_no_marks(card: Card) -> Image:
    return _stacked(card, card.quote.upper(), f"- {card.speaker}".upper())


def _two_columns(card: Card) -> Image:
    words = _quoted(card).split()
    half = (len(words) + 1) // 2
    canvas, ink = _paper(card)
    column = (WIDTH - 3 * MARGIN) // 2
    size = _fit(card, " ".join(words[:half]), column, HEIGHT - 4 * MARGIN, 46)
    _write(canvas, card, " ".join(words[:half]), (MARGIN, MARGIN * 2, column), (size, ink, 0))
    bottom = _write(canvas, card, " ".join(words[half:]), (2 * MARGIN + column, MARGIN * 2, column), (size, ink, 0))
    _write(canvas, card, f"— {card.speaker}", (2 * MARGIN + column, bottom + size, column), (int(size * 0.8), ink, 0))
    return canvas


def _over_photo(card: Card) -> Image:
    canvas = _photo(card, (WIDTH, HEIGHT))
    width = WIDTH - 2 * MARGIN
    text = _quoted(card)
    size = _fit(card, text, width, HEIGHT // 2 - MARGIN, 56)
    bottom = _write(canvas, card, text, (MARGIN, MARGIN // 2, width), (size, _WHITE, 3))
    top = max(bottom + MARGIN, HEIGHT - 2 * MARGIN)
    _write(canvas, card, f"- {card.speaker}", (MARGIN, top, width), (int(size * 0.8), _WHITE, 3))
    return canvas


def _beside_photo(card: Card) -> Image:
    canvas, ink = _paper(card)
    canvas.paste(_photo(card, (WIDTH // 3, HEIGHT)), (0, 0))
    left, width = WIDTH // 3 + MARGIN // 2, WIDTH - WIDTH // 3 - MARGIN
    size = _fit(card, _quoted(card), width, HEIGHT - 4 * MARGIN, 48)
    bottom = _write(canvas, card, _quoted(card), (left, MARGIN, width), (size, ink, 0))
    _write(canvas, card, card.speaker, (left, bottom + size, width), (int(size * 0.8), ink, 0))
    return canvas


LAYOUTS: dict[str, Callable[[Card], Image]] = {
    "dash": _dash,
    "tilde": _tilde,
    "by": _by,
    "said before": _said_before,
    "said after": _said_after,
    "name on a line": _name_line,
    "dash and date": _dated,
    "no quotation marks": _no_marks,
    "capitals": _capitals,
    "capitals, no quotation marks": _capitals_no_marks,
    "two columns": _two_columns,
    "over a photo": _over_photo,
    "beside a photo": _beside_photo,
}


def _quoted(card: Card) -> str:
    marks = _pick(card, ("“”", '""', "“”"))
    return f"{marks[0]}{card.quote.translate(_INNER)}{marks[1]}"


def _pick(card: Card, choices: str | tuple[str, ...]) -> str:
    return random.Random(card.seed).choice(choices)


def _stacked(card: Card, text: str, attribution: str) -> Image:
    canvas, ink = _paper(card)
    width = WIDTH - 2 * MARGIN
    size = _fit(card, text, width, HEIGHT - 5 * MARGIN, 60)
    height = int((len(_wrap(card, text, width, size)) + 2) * size * 1.3)
    bottom = _write(canvas, card, text, (MARGIN, max(MARGIN, (HEIGHT - height) // 2), width), (size, ink, 0))
    if attribution:
        _write(canvas, card, attribution, (MARGIN, bottom + size // 2, width), (max(22, int(size * 0.8)), ink, 0))
    return canvas


def _paper(card: Card) -> tuple[Image, Ink]:
    from PIL import Image

    paper, ink = _PAPERS[card.seed % len(_PAPERS)]
    return Image.new("RGB", (WIDTH, HEIGHT), paper), ink


def _photo(card: Card, size: tuple[int, int]) -> Image:
    from PIL import Image, ImageOps

    if card.photo is None:
        return _paper(card)[0].resize(size)
    with Image.open(card.photo) as picture:
        return ImageOps.fit(picture.convert("RGB"), size)


def _fit(card: Card, text: str, width: int, height: int, largest: int) -> int:
    """The largest font size at which the text fits into the box."""
    for size in range(largest, 20, -2):
        if len(_wrap(card, text, width, size)) * size * 1.3 <= height:
            return size
    return 20


def _wrap(card: Card, text: str, width: int, size: int) -> list[str]:
    font = load_font(*card.font, size)
    lines: list[str] = []
    for word in re.split(r"\s+", text.strip()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write(canvas: Image, card: Card, text: str, box: Box, style: Style) -> int:
    """Write wrapped text centred in (left, top, width); returns where it ends."""
    from PIL import ImageDraw

    (left, top, width), (size, ink, outline) = box, style
    font = load_font(*card.font, size)
    pen = ImageDraw.Draw(canvas)
    for line in _wrap(card, text, width, size):
        at = (left + (width - font.getlength(line)) / 2, top)
        pen.text(at, line, font=font, fill=ink, stroke_width=outline, stroke_fill=(0, 0, 0))
        top += int(size * 1.3)
    return top
