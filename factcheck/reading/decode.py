"""Bytes of a picture → upright RGB pixels, safely: the one door through which pictures enter.

Formats go by magic bytes. Byte, frame, side and pixel limits are checked on the header alone, before a pixel is
decoded, so a decompression bomb costs what its header costs. EXIF orientation is applied and transparency is laid on
white, as a browser shows it. A cut file is an error rather than half a picture. Only the decoders of our six formats
are ever called; nothing is guessed from names, and nothing is kept.
"""

from __future__ import annotations

import hashlib
import io
import threading
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, ImageTooLarge, UnreadableImage
from factcheck.reading import signature, structure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.ImageFile import ImageFile

_ORIENTATION_TAG = 0x0112
_QUIETLY = threading.Lock()  # filters for warnings belong to the process: one thread at a time changes them
_WIDE_MODES = ("I", "F")  # 16- and 32-bit grey, which Pillow clips instead of scaling


@dataclass(frozen=True, slots=True)
class DecodeLimits:
    """The most that a picture may be; the defaults are those of ``Settings``."""

    max_bytes: int = 20_000_000
    max_pixels: int = 50_000_000
    max_side: int = 20_000
    max_frames: int = 2_000


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A decoded picture: ``pixels`` is height × width × 3, uint8, RGB, upright; ``sha256`` is of the file's bytes."""

    pixels: NDArray[np.uint8]
    format: str
    width: int
    height: int
    sha256: str


def decode(data: bytes, limits: DecodeLimits = DecodeLimits()) -> Picture:
    """Decode the first frame of ``data``.

    Raises:
        UnreadableImage: empty, cut or damaged, or no picture at all.
        UnsupportedFormat: a file type that we know and don't decode.
        ImageTooLarge: over one of the limits.
    """
    if len(data) > limits.max_bytes:
        raise ImageTooLarge(f"{len(data):,} bytes; at most {limits.max_bytes:,} are read")
    kind = signature.identify(data)
    _check_structure(data, kind, limits)
    try:
        with _QUIETLY, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns about odd metadata, which is not our reader's concern
            image = _open(data, kind, limits)
            upright = _orientation(image)
        pixels = _pixels(image, upright)
    except FactcheckError:
        raise
    except Exception as error:
        raise _damaged(kind, error) from error
    height, width = pixels.shape[:2]
    return Picture(pixels, kind, width, height, hashlib.sha256(data).hexdigest())


def _check_structure(data: bytes, kind: str, limits: DecodeLimits) -> None:
    if kind == "WebP" and (size := structure.webp_size(data)):
        _check_size(size, limits)
    if structure.count_frames(data, kind, limits.max_frames) > limits.max_frames:
        raise ImageTooLarge(f"{kind} with more than {limits.max_frames:,} frames")
    if not structure.is_complete(data, kind):
        raise UnreadableImage(f"truncated {kind} picture: the file ends too early")


def _open(data: bytes, kind: str, limits: DecodeLimits) -> ImageFile:
    """The picture's header, checked; pixels are decoded later, on demand."""
    image = _opener(kind)(io.BytesIO(data))
    _check_size(image.size, limits)
    if kind == "AVIF" and getattr(image, "n_frames", 1) > limits.max_frames:
        raise ImageTooLarge(f"AVIF with more than {limits.max_frames:,} frames")
    return image


def _opener(kind: str) -> type[ImageFile]:
    """Pillow's reader for one format: not ``Image.open``, which would try formats that we don't want."""
    from PIL import (  # noqa: PLC0415 - Pillow is loaded when the first picture is
        AvifImagePlugin,
        BmpImagePlugin,
        GifImagePlugin,
        JpegImagePlugin,
        PngImagePlugin,
        WebPImagePlugin,
    )

    return {
        "JPEG": JpegImagePlugin.JpegImageFile,
        "PNG": PngImagePlugin.PngImageFile,
        "GIF": GifImagePlugin.GifImageFile,
        "WebP": WebPImagePlugin.WebPImageFile,
        "AVIF": AvifImagePlugin.AvifImageFile,
        "BMP": BmpImagePlugin.BmpImageFile,
    }[kind]


def _check_size(size: tuple[int, int], limits: DecodeLimits) -> None:
    width, height = size
    if max(width, height) > limits.max_side:
        raise ImageTooLarge(f"{width:,} × {height:,} pixels; the longest side may be {limits.max_side:,}")
    if width * height > limits.max_pixels:
        raise ImageTooLarge(f"{width:,} × {height:,} pixels; at most {limits.max_pixels:,} are decoded")
    if min(width, height) < 1:
        raise UnreadableImage("a picture without pixels")


def _pixels(image: Any, upright: Any) -> NDArray[np.uint8]:  # noqa: ANN401 - Pillow changes class on conversion
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    image.load()
    if image.mode.startswith(_WIDE_MODES):
        image = Image.fromarray(_to_8_bits(np.asarray(image, dtype=np.float64)))
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba)
    rgb = image.convert("RGB")
    return np.ascontiguousarray(rgb if upright is None else rgb.transpose(upright), dtype=np.uint8)


def _to_8_bits(grey: NDArray[np.float64]) -> NDArray[np.uint8]:
    import numpy as np  # noqa: PLC0415

    return np.clip(grey / 257, 0, 255).astype(np.uint8)  # 65535 / 255: white stays white


def _orientation(image: Any) -> Any:  # noqa: ANN401
    """The transposition that puts the picture upright; None when it is, or when its EXIF data is damaged."""
    from PIL.Image import Transpose  # noqa: PLC0415

    try:
        tag = image.getexif().get(_ORIENTATION_TAG)
    except Exception:  # noqa: BLE001 - a broken EXIF block is no reason to refuse a sound picture
        return None
    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(tag)


def _damaged(kind: str, error: Exception) -> UnreadableImage:
    why = " ".join(str(error).split())[:80]
    return UnreadableImage(f"damaged {kind} picture" + (f": {why}" if why else ""))
