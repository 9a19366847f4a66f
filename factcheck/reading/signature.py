"""What a file is, by its first bytes: never by its name, which on the web is often wrong (JPEGs named .png).

``identify`` returns one of the formats we decode, or raises with the name of what it found instead. It looks only at
the start of the data and decodes nothing.
"""

from __future__ import annotations

from factcheck.errors import UnreadableImage, UnsupportedFormat

_BMP_HEADER_SIZES = (12, 40, 52, 56, 64, 108, 124)
_BOX_BRANDS = {
    b"avif": "AVIF", b"avis": "AVIF",
    b"heic": "HEIC picture", b"heix": "HEIC picture", b"hevc": "HEIC picture", b"mif1": "HEIF picture",
    b"msf1": "HEIF picture", b"jp2 ": "JPEG 2000 picture", b"qt  ": "video", b"crx ": "raw photo",
}  # fmt: skip
_UNSUPPORTED = (
    (b"II*\0", "TIFF picture"), (b"MM\0*", "TIFF picture"), (b"II+\0", "TIFF picture"), (b"MM\0+", "TIFF picture"),
    (b"%PDF", "PDF document"), (b"8BPS", "Photoshop file"), (b"\0\0\1\0", "icon file"), (b"\0\0\2\0", "cursor file"),
    (b"\xff\x0a", "JPEG XL picture"), (b"\0\0\0\x0cJXL ", "JPEG XL picture"), (b"\0\0\0\x0cjP  ", "JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "JPEG 2000 picture"), (b"PK\3\4", "ZIP archive"), (b"\x1f\x8b", "gzip archive"),
    (b"\x1a\x45\xdf\xa3", "video"), (b"RIFF", "RIFF file (sound or video)"), (b"\x7fELF", "program"),
    (b"MZ", "program"), (b"qoif", "QOI picture"),
)  # fmt: skip
_TEXT_BYTES = frozenset(range(0x20, 0x7F)) | frozenset(b"\t\n\r\f\b\x1b") | frozenset(range(0x80, 0x100))


def identify(data: bytes) -> str:
    """``"JPEG" | "PNG" | "WebP" | "GIF" | "AVIF" | "BMP"``.

    Raises:
        UnsupportedFormat: a known file type that we don't decode (SVG, TIFF, PDF, video, …).
        UnreadableImage: empty, text, a web page, or nothing that we know.
    """
    if not data:
        raise UnreadableImage("the file is empty")
    supported = _supported(data)
    if supported:
        return supported
    for magic, name in _UNSUPPORTED:
        if data.startswith(magic):
            raise _unsupported(name)
    raise _not_a_picture(data[:1024])


def _supported(data: bytes) -> str | None:
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in _BMP_HEADER_SIZES:
        return "BMP"
    return _box_format(data) if data[4:8] == b"ftyp" else None


def _box_format(data: bytes) -> str:
    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, size, 4))]
    names = [_BOX_BRANDS[brand] for brand in brands if brand in _BOX_BRANDS]
    if "AVIF" in names:
        return "AVIF"
    raise _unsupported(names[0] if names else "video or other ISO media file")


def _unsupported(name: str) -> UnsupportedFormat:
    return UnsupportedFormat(f"{name}: we read JPEG, PNG, WebP, GIF, AVIF and BMP")


def _not_a_picture(head: bytes) -> UnreadableImage | UnsupportedFormat:
    plain = head.decode("utf-16", "ignore") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head.decode("latin-1")
    start = plain.removeprefix("\xef\xbb\xbf").lstrip().lower()
    if "<svg" in start and start.startswith("<"):
        return _unsupported("SVG drawing")
    if start.startswith(("<!doctype html", "<html", "<head", "<body")) or "<html" in start:
        return UnreadableImage("a web page (HTML), not a picture")
    if start.startswith("<?xml"):
        return UnreadableImage("an XML document, not a picture")
    if head and all(byte in _TEXT_BYTES for byte in head):
        return UnreadableImage("a text file, not a picture")
    return UnreadableImage("not a picture, or one damaged at its start")
