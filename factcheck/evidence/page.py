"""Bytes of a web page or text file → ``Page``: everything a reader could see in the body, not only the article.

Main-text extraction drops pull-quotes and captions, which is where quotes stand, so the whole body is kept: scripts,
styles, templates and ``noscript`` dropped, an empty line between blocks. The encoding is found as browsers find it.
Hostile pages cost bounded time and memory (``markup``). It does not judge what is content and what is not.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from factcheck.evidence.markup import BLOCK_MARK, tame, trim
from factcheck.model import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MAX_PAGE_BYTES = 10_000_000
MAX_TEXT_CHARS = 1_000_000
"""About 170,000 words; what follows is cut off."""
MAX_TITLE_CHARS = 300
MAX_META = 500
MAX_METADATA_CHARS = 500_000

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,8}=\s{0,8}[\"']?([a-zA-Z0-9_:.-]{1,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s{0,8}=\s{0,8}[\"']?([a-zA-Z0-9_:.-]{1,40})", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(rb"\s{0,200}<(?:!doctype|html|head|body|meta|title|!--|\?xml|div|p\b)", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"&#x?[0-9a-f]{9,}", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_ISO_DATE = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9])")
_DATE_NAMES = ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "pubdate", "publishdate", "date")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# The encodings of the web (WHATWG Encoding), by Python's names; others, some of them no text at all, are ignored.
_ENCODINGS = frozenset({
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255",
    "cp1256", "cp1257", "cp1258", "cp874", "cp866", "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5",
    "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
    "koi8-r", "koi8-u", "mac-roman", "gb2312", "gbk", "gb18030", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jp",
    "iso2022_jp", "euc_kr", "cp949", "tis-620",
})  # fmt: skip
# Browsers read these labels as their Windows supersets.
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
              "euc_kr": "cp949", "tis-620": "cp874"}  # fmt: skip


def read_page(content: bytes, url: str, content_type: str | None = None, *, with_metadata: bool = False) -> Page:
    """The page's title, visible text, and the date and byline that it states.

    ``with_metadata`` looks for date and byline in the page itself where none are stated (half a second to load what
    does it, then some ms a page). ``Page.url`` is the page's canonical address where that is on the same host, else
    ``url``.
    """
    content = content[:MAX_PAGE_BYTES]
    text = decode(content, content_type)
    kind = (content_type or "").split(";")[0].strip().casefold()
    if kind == "text/plain" or (kind not in _HTML_TYPES and not _LOOKS_LIKE_HTML.match(content)):
        return Page(url=url, title=_first_line(text), text=_plain_text(text))
    return _read_html(text, url, with_metadata=with_metadata)


_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def _read_html(html: str, url: str, *, with_metadata: bool) -> Page:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  not needed offline

    tree = LexborHTMLParser(tame(html))
    title, canonical = _title(tree), _canonical(tree, url)
    for node in tree.css("title"):
        node.decompose()
    text = (tree.body.text(deep=True) if tree.body else "")[: 4 * MAX_TEXT_CHARS]
    published, author = _stated(tree)
    if with_metadata and not (published and author):
        found = _found(html, url)
        published, author = published or found[0], author or found[1]
    return Page(url=canonical, title=title, text=_blocks(text.split(BLOCK_MARK)), published=published, author=author)


def decode(content: bytes, content_type: str | None = None) -> str:
    """Bytes to text: byte order mark, then the header's charset, then the page's own, then UTF-8 or Windows-1252."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    header = _HEADER_CHARSET.search(content_type or "")
    meta = _META_CHARSET.search(content[:4096])
    for label in (header and header[1], meta and meta[1].decode("ascii")):
        name = _known_encoding(label or "")
        if name:
            return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _known_encoding(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(name, name) if name in _ENCODINGS else None


def _blocks(blocks: list[str]) -> str:
    """White space cleaned within each block, an empty line between blocks."""
    clean = (" ".join(block.split()) for block in blocks)
    return "\n\n".join(block for block in clean if block)[:MAX_TEXT_CHARS]


def _plain_text(text: str) -> str:
    return _blocks(_BLANK_LINES.split(text[: 4 * MAX_TEXT_CHARS]))


def _first_line(text: str) -> str:
    return next((" ".join(line.split())[:MAX_TITLE_CHARS] for line in text[:10_000].splitlines() if line.strip()), "")


def _title(tree: LexborHTMLParser) -> str:
    shared = tree.css_first('meta[property="og:title"]')
    named = (shared.attributes.get("content") if shared else None) or ""
    element = tree.css_first("title")
    return " ".join((named or (element.text() if element else "")).split())[:MAX_TITLE_CHARS]


def _canonical(tree: LexborHTMLParser, url: str) -> str:
    """The address that the page gives itself; believed on its own host only, or any page could pose as another."""
    link = tree.css_first('link[rel="canonical"]')
    given = (link.attributes.get("href") if link else None) or ""
    try:
        absolute = urljoin(url, given.strip())
        parts, own = urlsplit(absolute), urlsplit(url)
    except ValueError:
        return url
    is_own = parts.scheme in {"http", "https"} and _host(parts.hostname) == _host(own.hostname)
    return absolute if given and is_own and len(absolute) <= 2_000 else url  # noqa: PLR2004  longest that browsers take


def _host(name: str | None) -> str:
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", (name or "").casefold())


def _stated(tree: LexborHTMLParser) -> tuple[str | None, str | None]:
    """(ISO date, byline) as the page's own ``meta`` elements give them."""
    said: dict[str, str] = {}
    for meta in tree.css("meta")[:MAX_META]:
        about = meta.attributes
        name = about.get("property") or about.get("name") or about.get("itemprop") or ""
        said.setdefault(name.casefold(), " ".join((about.get("content") or "").split()))
    dates = (_ISO_DATE.match(said.get(name, "")) for name in _DATE_NAMES)
    byline = said.get("author", "")[:MAX_TITLE_CHARS]
    return next((date[0] for date in dates if date), None), byline or None


def _found(html: str, url: str) -> tuple[str | None, str | None]:
    """(ISO date, byline) as trafilatura finds them in the page."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  half a second

    found = extract_metadata(trim(_LONG_NUMBER.sub("", html[:MAX_METADATA_CHARS])), default_url=url)
    return (found.date or None, found.author or None) if found else (None, None)
