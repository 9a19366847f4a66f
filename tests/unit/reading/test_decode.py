"""Every way a picture can be good or bad, on files made here."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from factcheck.errors import ImageTooLarge, InputError, UnreadableImage, UnsupportedFormat
from factcheck.reading.decode import DecodeLimits, decode

FORMATS = ("JPEG", "PNG", "WebP", "GIF", "AVIF", "BMP")
SMALL = DecodeLimits(max_bytes=100_000, max_pixels=10_000, max_side=200, max_frames=5)


def encode(image: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def gradient(width: int = 48, height: int = 32) -> Image.Image:
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    return Image.fromarray(np.stack([x * 5, y * 7, (x + y) * 3], axis=-1).astype(np.uint8))


def frames(count: int) -> list[Image.Image]:
    return [Image.new("RGB", (16, 16), (index * 9 % 256, 90, 200)) for index in range(count)]


def png_chunk(tag: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + tag + body + struct.pack(">I", zlib.crc32(tag + body))


def png_bomb(side: int) -> bytes:
    """A few kilobytes that claim side × side pixels, all of them really there."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    pixels = zlib.compress(bytes((side // 8 + 1) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_decodes_to_its_pixels(kind):
    options = {"lossless": True} if kind == "WebP" else {"quality": 95} if kind in {"JPEG", "AVIF"} else {}
    data = encode(gradient(), kind, **options)
    picture = decode(data)
    assert (picture.format, picture.width, picture.height) == (kind, 48, 32)
    assert picture.pixels.shape == (32, 48, 3)
    assert picture.pixels.dtype == np.uint8
    assert picture.sha256 == hashlib.sha256(data).hexdigest()
    assert np.abs(picture.pixels.astype(int) - np.asarray(gradient()).astype(int)).mean() < 6


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP"])
def test_exif_orientation_is_applied(kind, orientation):
    """The stored pixels are turned as a camera would turn them; decoding brings the same upright picture back."""
    inverse = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = Image.new("RGB", (64, 32), "white")
    upright.paste("red", (0, 0, 16, 16))
    stored = upright.transpose(inverse[orientation]) if orientation in inverse else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = decode(encode(stored, kind, exif=exif, **({"quality": 95} if kind != "PNG" else {})))
    assert (picture.width, picture.height) == (64, 32)
    assert np.abs(picture.pixels.astype(int) - np.asarray(upright).astype(int)).mean() < 5


def test_damaged_exif_does_not_refuse_a_sound_picture():
    picture = decode(encode(gradient(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xffrubbish"))
    assert (picture.width, picture.height) == (48, 32)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_is_laid_on_white(mode):
    image = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 4, 8))
    pixels = decode(encode(image.convert(mode), "PNG")).pixels
    assert tuple(pixels[4, 6]) == (255, 255, 255)
    assert tuple(pixels[4, 1]) != (255, 255, 255)


def test_colour_key_transparency_is_laid_on_white():
    image = Image.new("RGB", (8, 8), (1, 2, 3))
    assert tuple(decode(encode(image, "PNG", transparency=(1, 2, 3))).pixels[0, 0]) == (255, 255, 255)


def test_sixteen_bit_grey_is_scaled_and_not_clipped():
    grey = np.linspace(0, 65535, 64, dtype=np.uint16).reshape(8, 8)
    pixels = decode(encode(Image.fromarray(grey), "PNG")).pixels
    assert pixels[0, 0, 0] == 0
    assert pixels[-1, -1, 0] == 255
    assert 100 < pixels[4, 0, 0] < 150


@pytest.mark.parametrize("mode", ["1", "L", "CMYK", "YCbCr"])
def test_every_colour_mode_becomes_rgb(mode):
    kind = "PNG" if mode == "1" else "JPEG"
    assert decode(encode(gradient().convert(mode), kind)).pixels.shape == (32, 48, 3)


@pytest.mark.parametrize("kind", ["GIF", "WebP", "PNG", "AVIF"])
def test_an_animation_gives_its_first_frame(kind):
    first, *rest = frames(3)
    picture = decode(encode(first, kind, save_all=True, append_images=rest, duration=50))
    assert np.abs(picture.pixels.astype(int) - np.asarray(first).astype(int)).max() < 12


@pytest.mark.parametrize("kind", ["GIF", "WebP", "PNG", "AVIF"])
def test_too_many_frames_are_refused(kind):
    first, *rest = frames(9)
    data = encode(first, kind, save_all=True, append_images=rest, duration=50)
    with pytest.raises(ImageTooLarge, match="frames"):
        decode(data, SMALL)


@pytest.mark.parametrize("kind", FORMATS)
def test_side_and_pixel_limits(kind):
    with pytest.raises(ImageTooLarge, match="longest side"):
        decode(encode(Image.new("RGB", (300, 8)), kind), SMALL)
    with pytest.raises(ImageTooLarge, match="at most 10,000"):
        decode(encode(Image.new("RGB", (150, 150)), kind), SMALL)


def test_byte_limit():
    with pytest.raises(ImageTooLarge, match="bytes"):
        decode(b"\x89PNG\r\n\x1a\n" + bytes(200_000), SMALL)


def test_a_png_bomb_costs_only_its_header():
    bomb = png_bomb(30_000)
    assert len(bomb) < 200_000
    with pytest.raises(ImageTooLarge):
        decode(bomb)


def test_a_bomb_under_the_decoders_own_threshold_is_refused_without_a_warning():
    with pytest.raises(ImageTooLarge, match="at most 50,000,000"):
        decode(png_bomb(10_000))


def test_a_webp_that_claims_a_huge_canvas_is_refused_before_the_canvas_is_allocated():
    body = struct.pack("<I", 0x10)[:4] + (16_382).to_bytes(3, "little") * 2
    data = b"WEBPVP8X" + struct.pack("<I", len(body)) + body
    with pytest.raises(ImageTooLarge):
        decode(b"RIFF" + struct.pack("<I", len(data)) + data)


def test_a_gif_of_endless_frames_stops_at_the_limit():
    data = encode(Image.new("P", (1, 1)), "GIF")
    frame = data[data.index(b",") : -1]
    with pytest.raises(ImageTooLarge, match="2,000 frames"):
        decode(data[:-1] + frame * 400_000 + b";")


def test_a_compressed_text_bomb_inside_png_is_an_error():
    data = encode(gradient(), "PNG")
    bomb = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9))
    with pytest.raises(UnreadableImage, match="damaged PNG"):
        decode(data[:33] + bomb + data[33:])


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("share", [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.99])
def test_a_truncated_file_is_an_error(kind, share):
    data = encode(gradient(160, 120), kind)
    with pytest.raises(InputError) as caught:
        decode(data[: max(2, int(len(data) * share))])
    assert isinstance(caught.value, UnreadableImage)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("lost", [1, 2, 5])
def test_the_last_bytes_missing_is_an_error(kind, lost):
    with pytest.raises(UnreadableImage):
        decode(encode(gradient(160, 120), kind)[:-lost])


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", UnreadableImage, "empty"),
        (b"hello, I am words\n", UnreadableImage, "text file"),
        ("“Überall”\n".encode(), UnreadableImage, "text file"),
        (b"<!DOCTYPE html><html><body>x</body></html>", UnreadableImage, "HTML"),
        (b"\n <HTML><p>x", UnreadableImage, "HTML"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', UnsupportedFormat, "SVG"),
        (b"<svg width='10'/>", UnsupportedFormat, "SVG"),
        (b"<?xml version='1.0'?><rss/>", UnreadableImage, "XML"),
        (b"%PDF-1.7\n", UnsupportedFormat, "PDF"),
        (b"II*\0\x08\0\0\0", UnsupportedFormat, "TIFF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", UnsupportedFormat, "HEIC"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", UnsupportedFormat, "video"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", UnsupportedFormat, "JPEG XL"),
        (b"PK\3\4rest", UnsupportedFormat, "ZIP"),
        (bytes(range(256)), UnreadableImage, "not a picture"),
        (b"BM but no bitmap follows here", UnreadableImage, "text file"),
        (b"\xff\xd8\xff", UnreadableImage, "truncated JPEG"),
        (b"\x89PNG\r\n\x1a\n", UnreadableImage, "truncated PNG"),
    ],
)
def test_what_is_no_picture_is_named_in_one_line(data, error, says):
    with pytest.raises(error, match=says) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_a_wrong_name_does_not_matter_because_none_is_asked_for():
    assert decode(encode(gradient(), "JPEG")).format == "JPEG"


@given(st.binary(max_size=300), st.sampled_from([encode(gradient(16, 12), kind) for kind in FORMATS]), st.data())
@settings(max_examples=300, deadline=None)
def test_hostile_bytes_raise_input_errors_and_nothing_else(noise, good, data):
    at = data.draw(st.integers(0, len(good)))
    blob = good[:at] + noise + good[at + len(noise) :]
    try:
        picture = decode(blob, SMALL)
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both ends are checked
    else:
        assert picture.pixels.shape == (picture.height, picture.width, 3)
