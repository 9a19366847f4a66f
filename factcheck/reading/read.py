"""A picture → what it says: the meme's own words in reading order, and every other line with its role.

This is the one place that joins an engine with the rules for turned pictures, layout and scripts, which are the same
for every engine. It does not decide what is a quotation, nor what to do with a script that can't be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Reading
from factcheck.reading.decode import Picture
from factcheck.reading.layout import arrange
from factcheck.reading.script import is_supported
from factcheck.reading.upright import read_upright

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.reading.ocr import OcrEngine


def read_picture(picture: Picture | NDArray[np.uint8], engine: OcrEngine) -> Reading:
    """Read ``picture`` (decoded, or RGB pixels) with ``engine``."""
    pixels = picture.pixels if isinstance(picture, Picture) else picture
    lines, degrees, size = read_upright(pixels, engine)
    layout = arrange(lines, size)
    return Reading(layout.text, layout.lines, engine.name, layout.blocks, degrees, is_supported(lines))
