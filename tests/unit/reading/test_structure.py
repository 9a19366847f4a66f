from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from factcheck.reading.structure import count_frames, is_complete, webp_size

KINDS = ("JPEG", "PNG", "WebP", "GIF", "AVIF", "BMP")


def animated(kind, frames):
    pictures = [Image.new("RGB", (9, 7), (place * 40, 10, 200)) for place in range(frames)]
    out = io.BytesIO()
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:], duration=40)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "WebP", "PNG"])
@pytest.mark.parametrize("frames", [1, 2, 5])
def test_frames_are_counted(kind, frames):
    assert count_frames(animated(kind, frames), kind, 100) == frames


def test_counting_stops_one_past_the_limit():
    assert count_frames(animated("GIF", 6), "GIF", 3) == 4


@pytest.mark.parametrize("kind", ["GIF", "WebP", "PNG", "AVIF", "JPEG", "BMP"])
def test_a_whole_file_is_complete_and_a_cut_one_is_not(kind):
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, kind)
    data = out.getvalue()
    assert is_complete(data, kind)
    if kind != "BMP":  # its decoder counts its rows itself
        assert not is_complete(data[: len(data) // 2], kind)


def test_webp_sizes_of_all_three_kinds():
    for options in ({"lossless": True}, {"quality": 80}, {"quality": 80, "exif": b"Exif\0\0"}):
        out = io.BytesIO()
        Image.new("RGB", (123, 45), "teal").save(out, "WebP", **options)
        assert webp_size(out.getvalue()) == (123, 45)


@given(st.binary(max_size=400), st.sampled_from(KINDS))
def test_any_bytes_are_walked_without_error(data, kind):
    assert count_frames(data, kind, 10) >= 0
    assert is_complete(data, kind) in {True, False}
    webp_size(data)


@pytest.mark.parametrize("unit", [b"\x21\xf9\x00", b",\0\0\0\0\0\0\0\0\0\2\0", b"\1x", b"ANMF\0\0\0\0"])
def test_hostile_files_are_walked_in_bounded_time(unit):
    start = time.process_time()
    for kind in ("GIF", "WebP", "PNG", "AVIF"):
        data = b"GIF89a\1\0\1\0\0\0\0" + unit * (8_000_000 // len(unit))
        count_frames(data, kind, 2_000)
        is_complete(data, kind)
    assert time.process_time() - start < 90  # a bound against runaway growth, not a figure for speed
