"""Which of the people that a text names is its speaker: found names in, at most one out.

A name inside the quotation is what the words are about. Outside it, a name that opens a dashed line or has a line of
its own counts first; a well-known full name is found there without a recognizer (``known_line``). Else the only person
named counts, beside a word of saying, or beside the quotation when the full name is a known one. Text without a
quotation has no outside, so only a line of its own counts there. When two people fit, neither is taken.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factcheck.subject.names import canonical_name, is_known, same_person
from factcheck.subject.people import letters, table
from factcheck.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import QuoteReading
    from factcheck.subject.ner import FoundName

_NEAR = 60  # characters between a name and the quotation mark or the word of saying that belong to it
_DASH_BEFORE = re.compile(r"""(?:^|[".!?\n])\s*[-~]{1,3}\s*$""")
_ROLE_WORDS = 4  # "Sen. Jane Doe, May 2019" is still a line of its own
_MOST_LINES = 200
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?)|ask(?:s|ed)|wr(?:ote|ites)|repl(?:ied|ies)|tweet(?:s|ed)?|declare[sd]"
    r"|quot(?:e|es|ed)|according|admit(?:s|ted)|claim(?:s|ed)|warn(?:s|ed)|brag(?:s|ged)|explain(?:s|ed)"
    r"|stat(?:es|ed)|add(?:s|ed)|answer(?:s|ed)|respond(?:s|ed)|put it|remark(?:s|ed)|quip(?:s|ped)|posted)\b"
)


def speaker_among(quote: QuoteReading, text: str, found: Sequence[FoundName]) -> FoundName | None:
    """The one person among ``found`` who can be the speaker of ``quote``."""
    alone = [one for one in found if _has_own_line(one, text)]
    if alone:
        return _only(alone)
    if quote.found_by == "whole_text":
        return None
    outside = [one for one in found if _is_outside(one, quote, text)]
    only = _only(outside)
    return only if only is not None and any(_is_speaking(one, text) for one in outside) else None


def known_line(text: str) -> str | None:
    """The one well-known full name that a line, or two that OCR broke apart, consists of; None for none or several."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_MOST_LINES]
    pieces = [*lines, *(f"{one} {other}" for one, other in itertools.pairwise(lines))]
    known = {canonical_name(piece) for piece in pieces if _is_known_in_full(piece)}
    return known.pop() if len(known) == 1 else None


def _is_known_in_full(piece: str) -> bool:
    return 1 < len(words(piece)) <= _ROLE_WORDS and letters(piece) in table().by_alias


def _only(found: Sequence[FoundName]) -> FoundName | None:
    """The fullest form of the one person that all these names mean, or None."""
    if not found:
        return None
    fullest = max(found, key=lambda one: (one.score, len(one.name)))
    return fullest if all(_can_be(one.name, fullest.name) for one in found) else None


def _can_be(name: str, fullest: str) -> bool:
    part = words(name)
    return same_person(name, fullest) or (len(part) == 1 and part[0] in words(fullest))


def _has_own_line(one: FoundName, text: str) -> bool:
    start = text.rfind("\n", 0, one.start) + 1
    end = text.find("\n", one.end)
    line = text[start : end if end >= 0 else len(text)]
    if _DASH_BEFORE.search(fold(text[max(0, one.start - _NEAR) : one.start])):
        return True
    return canonical_name(line) == canonical_name(one.name) and len(words(line)) <= len(words(one.name)) + _ROLE_WORDS


def _is_outside(one: FoundName, quote: QuoteReading, text: str) -> bool:
    """Whether the name occurs more often in the text than in its quotations."""
    name = " ".join(words(one.name))
    quoted = sum(f" {' '.join(words(said))} ".count(f" {name} ") for said in quote.quotes or (quote.quote,))
    return f" {' '.join(words(text))} ".count(f" {name} ") > quoted


def _is_speaking(one: FoundName, text: str) -> bool:
    before = fold(text[max(0, one.start - _NEAR) : one.start])
    after = fold(text[one.end : one.end + _NEAR])
    if _SAYING.search(before) or _SAYING.search(after):
        return is_known(one.name) or " " in one.name
    return is_known(one.name) and " " in one.name and ('"' in before or '"' in after)
