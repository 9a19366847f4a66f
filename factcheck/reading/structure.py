"""How a picture file is built, without decoding a pixel: frames counted, the end found, WebP's size read.

Frames are counted here and not by Pillow, whose count walks a hostile GIF frame by frame for minutes; ours stops one
past the limit. ``is_complete`` says whether the file reaches its own end: decoders accept some cut files and paint
what is missing grey. Everything here is one pass over lengths that the file gives, bounded by its size.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_SUB_BLOCKS = 2_000_000  # more than a 20 MB GIF has in 255-byte blocks by a factor of 25


def count_frames(data: bytes, kind: str, at_most: int) -> int:
    """Frames of an animated picture, counted up to ``at_most + 1``; 1 for still formats and for AVIF."""
    if kind == "GIF":
        return _count(_gif_frames(data), at_most)
    if kind == "WebP":
        return max(1, _count((tag for tag, _ in _riff_chunks(data) if tag == b"ANMF"), at_most))
    if kind == "PNG":
        at = data.find(b"acTL", 8, 100_000)  # before IDAT by the specification
        return max(1, int.from_bytes(data[at + 4 : at + 8], "big")) if at > 0 else 1
    return 1


def is_complete(data: bytes, kind: str) -> bool:
    """Whether the file reaches the end that its own structure announces."""
    if kind == "JPEG":
        return data.find(b"\xff\xd9", max(0, data.rfind(b"\xff\xda"))) > 0
    if kind == "PNG":
        return data.rfind(b"IEND\xaeB`\x82") > 0
    if kind == "GIF":
        return any(frame is None for frame in _gif_frames(data))
    if kind == "WebP":
        return int.from_bytes(data[4:8], "little") + 8 <= len(data)
    return kind != "AVIF" or _boxes_fit(data)


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a WebP canvas: Pillow allocates the canvas as soon as it opens the file."""
    tag, body = data[12:16], data[20:30]
    if len(body) < 10:  # noqa: PLR2004 - the longest of the three headers
        return None
    if tag == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if tag == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", body[6:10])
    return width & 0x3FFF, height & 0x3FFF


def _count(frames: Iterator[object], at_most: int) -> int:
    count = 0
    for frame in frames:
        count += frame is not None
        if count > at_most:
            break
    return count


def _gif_frames(data: bytes) -> Iterator[int | None]:
    """The offset of each frame, and None once the trailer is reached."""
    at = 13 + _colour_table(data, 10)
    blocks_left = _MAX_SUB_BLOCKS
    while at < len(data):
        kind = data[at]
        if kind == 0x3B:  # noqa: PLR2004 - trailer
            yield None
            return
        if kind == 0x2C:  # noqa: PLR2004 - image descriptor
            yield at
            at += 11 + _colour_table(data, at + 9)
        elif kind == 0x21:  # noqa: PLR2004 - extension
            at += 2
        else:
            return
        while at < len(data) and data[at] and blocks_left:
            at += data[at] + 1
            blocks_left -= 1
        at += 1


def _colour_table(data: bytes, flags_at: int) -> int:
    flags = data[flags_at] if flags_at < len(data) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _riff_chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], size
        at += 8 + size + (size & 1)


def _boxes_fit(data: bytes) -> bool:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 0:  # reaches to the end of the file
            return True
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        at += max(size, 8)
    return at == len(data)
