"""HTML from strangers → HTML of the same words that parses in linear time, with blocks of text marked.

An HTML5 parser is quadratic in open elements and in attributes: 1 MB of nested ``<div>`` takes it two minutes. We want
words, not a tree, so before the parser sees a page every tag becomes a ``<wbr>``, after a form feed (white space to
HTML) where it begins or ends a block; ``title``, ``meta`` and ``link`` stay, what is never shown goes. Every
alternative of the one pattern ends at the end of the page at the latest, so the pass itself is linear too.
"""

from __future__ import annotations

import re

BLOCK_MARK = "\f"
MAX_TAG_CHARS = 4_000
"""Longest tag that keeps its attributes."""

# Names before attributes before the end, quoted values only after "=", a quote that never closes runs to the end of
# the page: as the HTML standard tokenizes.
_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<unseen>script|style|noscript|template|textarea|xmp|iframe|noembed|noframes)\b"
    r".*?(?:</(?P=unseen)\b[^>]*+(?:>|\Z)|\Z)"
    r"|</?(?P<name>[a-z][^\s/>]*+)"
    r"(?:=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|[^>])*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_KEPT = frozenset({"title", "meta", "link"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "select",
    "summary", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video",
})  # fmt: skip


def tame(html: str) -> str:
    """The page as words, ``BLOCK_MARK`` and a few tags, without comments, scripts and what else isn't shown."""
    return _TAG.sub(_rewrite, html.replace(BLOCK_MARK, " "))


def trim(html: str) -> str:
    """The page as it is, but tags longer than ``MAX_TAG_CHARS`` without their attributes."""
    return _TAG.sub(
        lambda tag: tag[0] if tag.end() - tag.start() <= MAX_TAG_CHARS or not tag["name"] else "<wbr>", html
    )


def _rewrite(tag: re.Match[str]) -> str:
    name = (tag["name"] or "").casefold()
    if name in _KEPT and tag.end() - tag.start() <= MAX_TAG_CHARS:
        return tag[0]
    return f"{BLOCK_MARK}<wbr>" if name in _BLOCKS else "<wbr>"
