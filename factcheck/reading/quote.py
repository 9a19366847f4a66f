"""What a picture or text gives to check: a reading in, the quotation, its attribution and the outcome out.

Quotations in marks first, then words with an attribution line; a text with neither is no quotation, but its
sentences and the whole text are handed over as ``segments``, as in FAME, section 3.2, for a caller who wants them
searched all the same. Two quotations, or two labelled speakers, are a dialogue, which nobody said. Who an attributed
name is, and what to do without one, is the subject stage's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from factcheck.model import Attribution, QuoteReading
from factcheck.reading import passage as passages
from factcheck.reading.attribution import attribute
from factcheck.reading.dialogue import speaker_labels
from factcheck.reading.name_form import read_name
from factcheck.reading.name_line import ends_quotation
from factcheck.reading.quotation import Quotation, find_quotations
from factcheck.reading.speech import is_introduced
from factcheck.reading.statement import is_statement
from factcheck.reading.unmarked import split_unmarked
from factcheck.text import words

if TYPE_CHECKING:
    from factcheck.model import Reading
    from factcheck.reading.passage import Passage

MIN_LETTERS = 4
SEGMENT_WORDS = 3  # FAME, section 3.2: sentences of three words or more
MAX_SEGMENTS = 40

_SENTENCE = re.compile(r"(?<=[.!?…])[\"”'’]?\s+|\n\n")


@dataclass(frozen=True, slots=True)
class _Statement:
    quotation: Quotation
    attribution: Attribution | None


def find_quote(reading: Reading) -> QuoteReading:
    """The quotation to check in what a picture says, and who is named as its speaker."""
    if not reading.is_script_supported:
        return QuoteReading("unsupported_language", "", "")
    return _find(passages.of_reading(reading))


def given_quote(text: str, by: str | None = None) -> QuoteReading:
    """A quotation that was typed in: its marks and attribution line are taken off; ``by`` overrides the latter."""
    passage = passages.of_text(text)
    if not _has_letters(passage.text):
        return QuoteReading("no_text", "", "")
    found = _find(passage)
    is_whole = found.outcome == "checked" and len(words(found.quote)) * 2 > len(words(passage.text))
    quote = found.quote if is_whole else passages.flat(passage.text)
    attribution = _given(by) if by and by.strip() else found.attribution if is_whole else None
    return QuoteReading("checked", quote, "given", attribution, segments(quote), (quote,))


def segments(text: str) -> tuple[str, ...]:
    """Sentences of three words or more, then the whole text where it is more than one of them."""
    pieces = [passages.flat(piece) for piece in _SENTENCE.split(text[: passages.MAX_CHARACTERS])]
    sentences = list(dict.fromkeys(piece for piece in pieces if len(words(piece)) >= SEGMENT_WORDS))[:MAX_SEGMENTS]
    whole = passages.flat(text)
    return tuple(sentences) if whole in sentences or not whole else (*sentences, whole)


def _find(passage: Passage) -> QuoteReading:
    if not _has_letters(passage.text):
        return QuoteReading("no_text", "", "")
    statements = _statements(passage)
    quotes = tuple(statement.quotation.text for statement in statements)
    if len(statements) > 1 or _is_conversation(passage, statements):
        return QuoteReading(
            "several_quotes", "", "quotation_marks" if quotes else "", None, segments(passage.text), quotes
        )
    if statements:
        return _checked(quotes[0], "quotation_marks", statements[0].attribution)
    unmarked = split_unmarked(passage)
    if unmarked and len(words(unmarked[0])) >= SEGMENT_WORDS:
        return _checked(unmarked[0], "attribution", unmarked[1])
    return QuoteReading("no_quote", "", "whole_text", None, segments(passage.text))


def _checked(
    quote: str, found_by: Literal["quotation_marks", "attribution"], attribution: Attribution | None
) -> QuoteReading:
    return QuoteReading("checked", quote, found_by, attribution, segments(quote), (quote,))


def _statements(passage: Passage) -> list[_Statement]:
    """The quotations that are somebody's words, those of one sentence or speaker joined."""
    quotations = find_quotations(passage, ends_quotation)
    stops = [*(quotation.start for quotation in quotations[1:]), len(passage.text)]
    found: list[_Statement] = []
    for quotation, stop in zip(quotations, stops, strict=False):
        attribution = attribute(passage, quotation, stop)
        if not is_statement(passage, quotation, attribution):
            continue
        statement = _Statement(quotation, attribution)
        if found and _continues(passage, found[-1], statement):
            found[-1] = _joined(found[-1], statement)
        else:
            found.append(statement)
    return _without_asides(passage, found)


def _continues(passage: Passage, first: _Statement, second: _Statement) -> bool:
    """Whether two quotations are one: "…," said NAME, "…", or paragraphs in a row above one attribution."""
    between = passage.text[first.quotation.end : second.quotation.start]
    if not between.strip(" .,\n"):
        is_row = first.attribution is None and second.attribution is not None
        return is_row and second.attribution is not None and second.attribution.found_by != "said"
    is_aside = "\n\n" not in between and len(between.split()) <= 8 and between.rstrip().endswith(",")  # noqa: PLR2004
    return is_aside and first.attribution is not None and first.attribution.found_by == "said"


def _joined(first: _Statement, second: _Statement) -> _Statement:
    text = f"{first.quotation.text} {second.quotation.text}"
    quotation = replace(first.quotation, text=text, end=second.quotation.end)
    return _Statement(quotation, first.attribution or second.attribution)


def _without_asides(passage: Passage, found: list[_Statement]) -> list[_Statement]:
    """Short quotations that nothing announces give way to one that is announced; repeated ones count once."""
    once = list({" ".join(words(statement.quotation.text)): statement for statement in found}.values())
    announced = [s for s in once if s.attribution or is_introduced(passage.text[: s.quotation.start])]
    long = [s for s in once if s in announced or len(words(s.quotation.text)) > SEGMENT_WORDS]
    return long if announced else once


def _is_conversation(passage: Passage, statements: list[_Statement]) -> bool:
    labels = speaker_labels(passage)
    return len(labels) > 1 and not any(s.attribution and s.attribution.found_by != "title_line" for s in statements)


def _given(by: str) -> Attribution:
    form = read_name(by, is_marked=True)
    return Attribution(form.name if form else passages.flat(by), passages.flat(by), "given")


def _has_letters(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= MIN_LETTERS
