"""Pictures whose text is known: people's transcriptions of memes, exact captions of rendered ones, drawn columns.

Each set is a list of (name, bytes of the picture, text). Rendered memes without a recorded caption say nothing about
reading and are left out. ``--on`` takes any folder with ``labels.csv`` of ``image,text``.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Labelled(NamedTuple):
    """A picture file and the text that people say is on it."""

    name: str
    path: Path
    text: str


def propaganda_memes(data_dir: Path) -> list[Labelled]:
    """318 real political memes with human transcriptions of the memes' own words."""
    folder = data_dir / "images" / "propaganda_memes"
    with (data_dir / "memes" / "propaganda_memes.csv").open(encoding="utf-8", newline="") as file:
        return [Labelled(row["image"], folder / row["image"], row["text"]) for row in csv.DictReader(file)]


def memegen_rendered(data_dir: Path) -> list[Labelled]:
    """Rendered memes with the exact captions that they were rendered from."""
    folder = data_dir / "images" / "memegen_rendered"
    with (folder / "captions.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["file"], "\n".join(json.loads(row["text_lines"]))) for row in csv.DictReader(file)]
    return [Labelled(name, folder / name, text) for name, text in rows if text.strip()]


def labelled_folder(folder: Path) -> list[Labelled]:
    """The pictures of ``folder/labels.csv`` (``image,text``).

    Raises:
        SettingsError: no such file, or other columns.
    """
    labels = folder / "labels.csv"
    if not labels.is_file():
        raise SettingsError(f"{folder}: no labels.csv with the columns image,text")
    with labels.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if not {"image", "text"} <= set(reader.fieldnames or ()):
            raise SettingsError(f"{labels}: the columns must be image,text")
        return [Labelled(row["image"], folder / row["image"], row["text"] or "") for row in reader]


def corpus_sha256(rows: Sequence[Labelled]) -> str:
    """One hash over the names, texts and bytes of a set."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(f"{row.name}\0{row.text}\0".encode())
        digest.update(hashlib.sha256(row.path.read_bytes()).digest())
    return digest.hexdigest()


def drawn_columns(rows: Sequence[Labelled], count: int = 30) -> Iterator[tuple[bytes, str]]:
    """Texts of ``rows`` drawn side by side in two columns, some under a title: (PNG, text column by column)."""
    from PIL import Image, ImageDraw, ImageFont

    texts = [" ".join(row.text.split()) for row in rows]
    texts = [text for text in texts if text.isascii() and 60 <= len(text) <= 160]  # noqa: PLR2004
    for place, (left, right) in enumerate(zip(texts[:count], texts[count : 2 * count], strict=False)):
        image = Image.new("RGB", (900, 620), "white")
        draw = ImageDraw.Draw(image)
        font = ImageFont.load_default(26 + place % 3 * 3)
        title = "Two of a kind" if place % 2 else ""
        draw.text((330, 20), title, fill="black", font=font)
        stagger = place % 4 * 9
        for x, y, text in ((30, 90, left), (470 + place % 5 * 8, 90 + stagger, right)):
            draw.multiline_text((x, y), _wrapped(text, 24), fill="black", font=font, spacing=8)
        out = io.BytesIO()
        image.save(out, "PNG")
        yield out.getvalue(), "\n".join(part for part in (title, left, right) if part)


def _wrapped(text: str, width: int) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, width))
