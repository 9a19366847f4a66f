"""The fonts that drawn memes use, in two sets: one to write rules against, one to report on.

All are OFL-1.1 and come as packages (extra ``evaluation``), so that a drawn meme is the same on every machine. Heavy
condensed faces, as memes have them, and text faces in both sets.
"""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, Literal

from factcheck.errors import ModelMissing

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FontSet = Literal["dev", "test"]

FONTS: dict[FontSet, tuple[tuple[str, str], ...]] = {
    "dev": (
        ("fontpkg_anton", "Anton-Regular.ttf"),
        ("fontpkg_archivo_black", "ArchivoBlack-Regular.ttf"),
        ("fontpkg_bebas_neue", "BebasNeue-Regular.ttf"),
        ("fontpkg_lora", "Lora[wght].ttf"),
        ("fontpkg_oswald", "Oswald[wght].ttf"),
        ("fontpkg_pt_serif", "PT_Serif-Web-Bold.ttf"),
    ),
    "test": (
        ("fontpkg_alfa_slab_one", "AlfaSlabOne-Regular.ttf"),
        ("fontpkg_league_spartan", "LeagueSpartan[wght].ttf"),
        ("fontpkg_playfair_display", "PlayfairDisplay[wght].ttf"),
        ("fontpkg_roboto_condensed", "RobotoCondensed[wght].ttf"),
    ),
}


@functools.lru_cache(maxsize=64)
def load_font(package: str, file: str, size_px: int) -> FreeTypeFont:
    """A font of one of the packages at a size in pixels.

    Raises:
        ModelMissing: the font package is not installed.
    """
    from PIL import ImageFont

    try:
        path = resources.files(package) / "files" / file
    except ModuleNotFoundError as error:
        hint = "pip install 'factcheck[evaluation]'"
        raise ModelMissing(f"drawing memes needs the font package {package}: {hint}") from error
    font = ImageFont.truetype(str(path), size_px)
    if "[wght]" in file:  # a variable font starts at its thinnest
        font.set_variation_by_name("Bold")
    return font
