"""Every untouched original of every format decodes, within the default limits and without a warning."""

from __future__ import annotations

from collections import Counter

import numpy as np

from factcheck.reading.decode import decode

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".bmp"}


def test_all_originals_decode(data_dir):
    files = sorted(path for path in (data_dir / "images").rglob("*") if path.suffix.lower() in SUFFIXES)
    assert len(files) > 500
    formats = Counter()
    for path in files:
        picture = decode(path.read_bytes())
        assert picture.pixels.shape == (picture.height, picture.width, 3), path
        assert picture.pixels.dtype == np.uint8
        formats[picture.format] += 1
    assert formats["JPEG"] > 300  # most of them are named .png
    assert {"PNG", "WebP"} <= set(formats)


def test_truncated_originals_of_each_format_are_errors(data_dir):
    from factcheck.errors import UnreadableImage

    seen = set()
    for path in sorted((data_dir / "images").rglob("*")):
        if path.suffix.lower() not in SUFFIXES:
            continue
        data = path.read_bytes()
        kind = decode(data).format
        if kind in seen:
            continue
        seen.add(kind)
        for share in (0.1, 0.3, 0.5, 0.7, 0.9, 0.98):
            try:
                decode(data[: int(len(data) * share)])
            except UnreadableImage:
                continue
            raise AssertionError(f"{path.name} cut to {share:.0%} was decoded")
    assert {"JPEG", "PNG", "WebP"} <= seen
