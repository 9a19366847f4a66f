"""A picture → what it says: the meme's own words in reading order, and every other line with its role.

This is the one place that joins an engine with the layout rules. It does not decide what is a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Reading
from factcheck.reading.decode import Picture
from factcheck.reading.layout import arrange

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from factcheck.reading.ocr import OcrEngine


def read_picture(picture: Picture | NDArray[np.uint8], engine: OcrEngine) -> Reading:
    """Read ``picture`` (decoded, or RGB pixels) with ``engine``."""
    pixels = picture.pixels if isinstance(picture, Picture) else picture
    layout = arrange(engine.read_lines(pixels), (pixels.shape[1], pixels.shape[0]))
    return Reading(layout.text, layout.lines, engine.name, layout.blocks)
