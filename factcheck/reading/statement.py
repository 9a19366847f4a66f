"""Which quotations are somebody's words, and which are scare quotes, titles or labels.

A quotation counts when the text attributes it or introduces it as speech, when it stands alone on its lines and is
long enough for a sentence, or when it is long and nothing around makes it a label ("the … card", "called …"). The
rules look at length, place and the words next to the marks, never at what the words are about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reading.lexicon import LABELLING
from factcheck.reading.speech import is_introduced
from factcheck.text import words

if TYPE_CHECKING:
    from factcheck.model import Attribution
    from factcheck.reading.passage import Passage
    from factcheck.reading.quotation import Quotation

SPOKEN_WORDS = 3  # of a quotation that is attributed or introduced; two with a full stop: "STAND DOWN."
ALONE_WORDS = 4  # of one that stands on lines of its own; three with a full stop
EMBEDDED_WORDS = 5  # of one in the midst of a sentence; fixed on the annotated memes (`evaluate reading`)


def is_statement(passage: Passage, quotation: Quotation, attribution: Attribution | None) -> bool:
    """Whether the quotation is presented as what somebody said."""
    count = len(words(quotation.text))
    has_stop = quotation.text.endswith((".", "!", "?", "…"))
    if not (quotation.is_opened or has_stop or attribution):  # one stray mark
        return False
    if (attribution and attribution.found_by != "title_line") or is_introduced(passage.text[: quotation.start]):
        return count >= SPOKEN_WORDS - has_stop
    if attribution or _stands_alone(passage, quotation):
        opens_block = quotation.start == passage.block_start(quotation.start)
        return count >= ALONE_WORDS - has_stop - (has_stop and opens_block)
    return count >= EMBEDDED_WORDS and not _is_label(passage, quotation)


def _stands_alone(passage: Passage, quotation: Quotation) -> bool:
    text = passage.text
    line_start = passage.starts[passage.line_at(quotation.start)]
    head = text[line_start : quotation.start].strip()
    tail = text[quotation.end : passage.line_end(quotation.end)].strip(" .,!?…")
    above = text[passage.block_start(quotation.start) : line_start].rstrip()
    is_continuation = bool(above) and above[-1].isalnum() and quotation.text[:1].islower()
    return (not head or head.endswith((":", ","))) and not tail and not is_continuation


def _is_label(passage: Passage, quotation: Quotation) -> bool:
    before = words(passage.text[max(0, quotation.start - 40) : quotation.start])
    return (bool(before) and before[-1] in LABELLING) or _is_title_case(quotation.text)


def _is_title_case(text: str) -> bool:
    long_words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
    capitalised = sum(word[0].isupper() for word in long_words)
    return not text.isupper() and len(long_words) > 1 and capitalised > 0.7 * len(long_words)
