"""Draw the example memes: words in the public domain, backgrounds made of arithmetic, answers known.

Run by ``make examples``; the pictures are committed, so nobody needs the fonts to look at them. Addresses of United
States presidents are in the public domain; the invented line is ours, and nobody said it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import fontpkg
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

HERE = Path(__file__).parent
SIZE = (1000, 750)
MARGIN = 70
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Example:
    """One picture: its words, whose they are said to be, and how it is drawn."""

    name: str
    words: str
    signature: str
    family: str
    top: Colour
    bottom: Colour
    is_light: bool = False


ESCAPE_HISTORY = (
    "“Fellow-citizens, we can not escape history. We of this Congress and this Administration will be remembered in "
    "spite of ourselves. No personal significance or insignificance can spare one or another of us. The fiery trial "
    "through which we pass will light us down in honor or dishonor to the latest generation. We say we are for the "
    "Union. The world will not forget that we say this. We know how to save the Union. The world knows we do know how "
    "to save it.”"
)
FOUR_FREEDOMS = (
    "“In the future days, which we seek to make secure, we look forward to a world founded upon four essential human "
    "freedoms.”"
)
EXAMPLES = (
    Example("four-freedoms", FOUR_FREEDOMS, "— Franklin D. Roosevelt", "lora", (24, 42, 74), (62, 94, 138)),
    Example("four-freedoms-wrong-name", FOUR_FREEDOMS, "— Theodore Roosevelt", "oswald", (64, 34, 30), (134, 84, 52)),
    Example(
        "invented", "“A country is never larger than the smallest of its lending libraries.”", "— Calvin Coolidge",
        "pt-serif", (236, 228, 210), (206, 190, 160), is_light=True,
    ),
    Example("long", ESCAPE_HISTORY, "— Abraham Lincoln, December 1, 1862", "lora", (30, 30, 34), (74, 72, 80)),
    Example(
        "capitals", "TO BE PREPARED FOR WAR IS ONE OF THE MOST EFFECTUAL MEANS OF PRESERVING PEACE",
        "GEORGE WASHINGTON", "anton", (20, 62, 52), (70, 128, 100),
    ),
    Example("no-quote", "WHEN THE KETTLE BOILS BEFORE THE ALARM RINGS", "", "anton", (120, 70, 110), (220, 150, 120)),
)  # fmt: skip


def draw(example: Example) -> Image.Image:
    """The picture of one example."""
    picture = _background(example)
    pen = ImageDraw.Draw(picture)
    ink = (34, 30, 26) if example.is_light else (250, 248, 240)
    room = SIZE[1] - 2 * MARGIN - (90 if example.signature else 0)
    font, lines = _fitted(pen, example, room)
    height = _line_height(font) * len(lines)
    y = MARGIN + (room - height) // 2
    for line in lines:
        pen.text((SIZE[0] // 2, y), line, ink, font=font, anchor="ma")
        y += _line_height(font)
    if example.signature:
        small = _font(example.family, 42)
        pen.text((SIZE[0] // 2, SIZE[1] - MARGIN - 60), example.signature, ink, font=small, anchor="ma")
    return picture


def _background(example: Example) -> Image.Image:
    """A soft gradient with a few blurred hills: something behind the words, as memes have."""
    width, height = SIZE
    down = np.linspace(0, 1, height)[:, None, None]
    pixels = np.array(example.top) * (1 - down) + np.array(example.bottom) * down
    across = np.arange(width)
    for step, phase in ((0.72, 0.4), (0.82, 2.1), (0.91, 3.7)):
        ridge = height * (step + 0.05 * np.sin(across / 170 + phase) + 0.02 * np.sin(across / 53 + 2 * phase))
        is_below = np.arange(height)[:, None] > ridge[None, :]
        pixels = np.where(is_below[:, :, None], pixels * 0.86, np.broadcast_to(pixels, (height, width, 3)))
    return Image.fromarray(pixels.astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.5))


def _font(family: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fontpkg.path(family), size)


def _line_height(font: ImageFont.FreeTypeFont) -> int:
    ascent, descent = font.getmetrics()
    return int(1.08 * (ascent + descent))


def _fitted(pen: ImageDraw.ImageDraw, example: Example, room: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest size at which the words fit, and their lines."""
    for size in range(78, 20, -2):
        font = _font(example.family, size)
        lines = _wrapped(pen, example.words, font)
        if len(lines) * _line_height(font) <= room:
            return font, lines
    raise ValueError(f"{example.name}: too many words for the picture")


def _wrapped(pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, font=font) > SIZE[0] - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


if __name__ == "__main__":
    for example in EXAMPLES:
        file = HERE / f"{example.name}.png"
        draw(example).quantize(128).save(file, optimize=True)
        print(file.name, f"{file.stat().st_size:,} bytes")
