"""What stands around a quote on a page: the text on both sides of it, and whether it is this quote at all.

In: the quote, the passage around its match, a headline. Out: ``Context``, the characters before and after. A quote is
placed by its characters, since a page may word it a little differently; all is bounded by the lengths below. What the
surroundings say of the quote is not judged here: that is ``stance``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

from factcheck.evidence import stance_cues as cues
from factcheck.text import fold, words

LONGEST_PASSAGE = 6_000
LONGEST_QUOTE = 3_000
LONGEST_TITLE = 400
CONTENT_SHARE = 0.6
CONTENT_LETTERS = 6
NEAR = 100
"""Characters on each side in which a reworded quote's other words may stand: half a sentence."""

TELLING_LETTERS = 4
_QUOTED = re.compile(r"(?:^|[\s(:])[\"']([^\"\n]{5,160}?)[\"'](?=$|[\s).,:;?!])")
_MARK = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Context:
    """The text on both sides of a quote."""

    before: str
    after: str

    @property
    def folded(self) -> str:
        """The text around the quote, without it: a quote may itself speak of fakes."""
        return fold(f"{self.before} … {self.after}")


def own_section(context: Context) -> Context:
    """The text beside a quotation, without the parts of the page above and below that have a heading of their own: a
    table of contents names them all.
    """
    above, below = _headings(context.before), _headings(context.after)
    return Context(
        context.before[above[-1] :] if above else context.before, context.after[: below[0]] if below else context.after
    )


def _headings(text: str) -> list[int]:
    """Where parts of a page begin."""
    lowered = text.lower()
    return [found.start() for found in cues.SECTION.finditer(lowered)] if len(lowered) == len(text) else []


def quotes_other_words(title: str, quote: str) -> bool:
    """Whether a headline quotes something, and nothing of this quote."""
    spans = _QUOTED.findall(fold(title[:LONGEST_TITLE]))
    told = {word for span in spans for word in words(span) if len(word) >= TELLING_LETTERS}
    return bool(told) and told.isdisjoint(words(quote[:LONGEST_QUOTE]))


def shares_content(quote: str, passage: str) -> bool:
    """Whether most of the quote's longer words stand where it matches best, and at least three of them."""
    content = {word for word in words(quote[:LONGEST_QUOTE]) if len(word) >= CONTENT_LETTERS}
    passage, start, end = _place(quote, passage)
    shared = content & set(words(passage[max(0, start - NEAR) : end + NEAR]))
    return len(shared) >= max(3, CONTENT_SHARE * len(content))


def around(quote: str, passage: str, beside: int) -> Context:
    """So many characters of text on both sides of where the quote stands."""
    passage, start, end = _place(quote, passage)
    if end == 0:
        return Context(passage[:beside], "")
    return Context(passage[max(0, start - beside) : start], passage[end : end + beside])


@functools.lru_cache(maxsize=4)  # asked for several times a page, and 0.3 s where quote and passage are longest
def _place(quote: str, passage: str) -> tuple[str, int, int]:
    """The passage as far as it is read, and where in it the quote stands; 0, 0 where it can't be aligned."""
    passage = passage[:LONGEST_PASSAGE]
    lowered = passage.lower()
    text = lowered if len(lowered) == len(passage) else passage
    place = partial_ratio_alignment(quote[:LONGEST_QUOTE].lower(), text)
    if place is None or not passage:
        return passage, 0, 0
    return passage, *_within_marks(quote, passage, place.dest_start, place.dest_end)


def _within_marks(quote: str, passage: str, start: int, end: int) -> tuple[int, int]:
    """A place as long as the quote, cut back to the quotation marks near its ends: a shorter wording ends earlier, and
    who said it stands right behind.
    """
    edge = (end - start) // 4
    if _MARK.search(quote):
        return start, end
    opening = max((mark.end() for mark in _MARK.finditer(passage, start, start + edge)), default=start)
    closing = _MARK.search(passage, end - edge, end)
    return opening, closing.start() if closing else end
