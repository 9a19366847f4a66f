"""The default engine with all reading rules on pictures drawn here: turned, in columns, in other scripts."""

from __future__ import annotations

import fontpkg
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from factcheck.reading.ocr import load_engine
from factcheck.reading.read import read_picture
from factcheck.text import words

LINES = ("The only thing we have", "to fear is fear itself", "and nothing else")


def drawn(lines=LINES, font=None):
    image = Image.new("RGB", (760, 90 * len(lines) + 80), "white")
    draw = ImageDraw.Draw(image)
    for place, text in enumerate(lines):
        draw.text((40, 30 + 80 * place), text, fill="black", font=font or ImageFont.load_default(46))
    return np.asarray(image)


@pytest.fixture(scope="module")
def engine():
    return load_engine()


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_turned_picture_is_read_upright(engine, turns):
    reading = read_picture(np.ascontiguousarray(np.rot90(drawn(), -turns)), engine)
    assert words(reading.text) == words(" ".join(LINES))
    assert reading.rotation_degrees == 90 * turns
    assert max(line.box[2] for line in reading.lines) <= 760  # boxes are in the upright picture


def test_lines_name_their_roles_and_blocks_cover_them(engine):
    picture = np.array(drawn())
    stamp = Image.fromarray(picture)
    ImageDraw.Draw(stamp).text((8, picture.shape[0] - 22), "imgflip.com", fill="gray", font=ImageFont.load_default(15))
    reading = read_picture(np.asarray(stamp), engine)
    assert "imgflip" not in reading.text
    assert {line.role for line in reading.lines} == {"meme", "watermark"}
    assert sorted(index for block in reading.blocks for index in block) == list(range(len(reading.lines)))


@pytest.mark.parametrize(
    ("family", "lines"),
    [
        ("noto-sans", ("Свобода лучше,", "чем несвобода.", "Александр Солженицын")),
        ("noto-sans", ("Ένα πράγμα ξέρω,", "ότι δεν ξέρω τίποτα", "Σωκράτης ο φιλόσοφος")),
        ("heebo", ("אם תרצו אין זו אגדה", "בנימין זאב הרצל")),
        ("noto-sans-devanagari", ("सत्य ही ईश्वर है", "महात्मा गांधी")),
        ("noto-sans-tamil", ("யாதும் ஊரே யாவரும் கேளிர்", "கணியன் பூங்குன்றனார்")),
    ],
    ids=["Cyrillic", "Greek", "Hebrew", "Devanagari", "Tamil"],
)
def test_another_script_is_recognised_as_unreadable(engine, family, lines):
    font = ImageFont.truetype(fontpkg.path(family), 44)
    assert not read_picture(drawn(lines, font), engine).is_script_supported


def test_arabic_is_never_an_english_guess(engine):
    """The detector hardly finds its lines, so it may pass for a picture without text; nothing is made of it."""
    font = ImageFont.truetype(fontpkg.path("noto-sans-arabic"), 44)
    reading = read_picture(drawn(("العلم نور والجهل ظلام", "حكمة عربية قديمة"), font), engine)
    assert not words(reading.text)


@pytest.mark.parametrize(
    "lines", [LINES, ("Ich bin ein Berliner", "und ein freier Mensch"), ("L'enfer, c'est les autres",)]
)
def test_latin_script_in_any_language_is_supported(engine, lines):
    assert read_picture(drawn(lines), engine).is_script_supported
