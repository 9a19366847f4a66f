"""A page's text and a place in it → the heading of the part of the page that the place stands in.

Pages of quotations put under *Misattributed* or *Disputed* what nobody should believe, and on a long page that heading
is thousands of characters above the quote, further than a stance reads. Only headings of such parts are known here
(``stance_cues.SECTION``): a year or a book in between opens none. What a heading means is judged by ``stance``.
"""

from __future__ import annotations

from factcheck.evidence.stance_cues import SECTION


def heading_above(text: str, at: int) -> str:
    r"""The nearest heading of a part above a place, on a line of its own; nothing where there is none.

    >>> heading_above("A life\n\nQuotes\n\nOne.\n\nMisattributed\n\nTwo.", 40)
    '\nmisattributed\n'
    """
    heading = ""
    for found in SECTION.finditer(text[: max(0, at)].lower()):
        heading = found[0]
    return f"\n{heading.strip()}\n" if heading else ""


def passage_within(text: str, start: int, end: int) -> str:
    """The text between two places, below the heading that it stands under."""
    start = max(0, start)
    return heading_above(text, start) + text[start:end]
