"""What to ask: a reading and its subject in, the first round of queries out, as in FAME (section 3.3).

A quotation gives one query: the subject, then the quote's first twenty words. A text without one gives a query for
each sentence and one for the whole. Misspelled words are left out, because one of them is enough to find nothing;
names never are. What comes back is plain words only, so a picture can't smuggle search operators in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Query, QuoteReading, Subject
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

MAX_WORDS = 20  # FAME, section 3.3
MAX_QUERIES = 8  # the whole text and its first seven sentences: a page of text must not become a flood of searches
_MAX_WORD_CHARS = 40  # longer "words" are rows of glued or misread letters
_WORD = re.compile(r"[^\W_]+(?:['’.\-&][^\W_]+|,\d+)*")
_OPERATORS = frozenset({"AND", "OR", "NOT", "NEAR"})
_LEAST_KNOWN = 0.5  # under this share the dictionary doesn't fit the text (another language), so it has no say
_MOST_CAPITALS = 0.5  # over this share of capitalised words (Title Case, CAPS) a capital no longer marks a name


def build_queries(
    quote: QuoteReading,
    subject: Subject | None,
    *,
    is_known_word: Callable[[str], bool] | None = None,
    names: Collection[str] = (),
) -> tuple[Query, ...]:
    """The first queries for a reading, the most telling first.

    Args:
        quote: what is to be checked.
        subject: who is said to have said it; None searches for the words alone.
        is_known_word: whether a word is spelled right; None keeps every word.
        names: further names in the text that no dictionary may drop.
    """
    who = subject.name if subject else ""
    protected = {word for name in (who, *(subject.aliases if subject else ()), *names) for word in words(name)}
    queries: dict[str, Query] = {}
    for text, what in _texts(quote):
        said = _search_words(text, protected, is_known_word)[:MAX_WORDS]
        asked = " ".join((*_plain_words(who), *said))
        if said and asked.casefold() not in queries:
            queries[asked.casefold()] = Query(asked, _why(what, who))
    return tuple(queries.values())[:MAX_QUERIES]


def _texts(quote: QuoteReading) -> list[tuple[str, str]]:
    """The texts to search for, each with what it is."""
    if quote.found_by != "whole_text":
        return [(quote.quote, "the quote")]
    sentences = [segment for segment in quote.segments if segment.strip()][: MAX_QUERIES - 1]
    whole = quote.quote or " ".join(quote.segments)
    return [(whole, "the whole text"), *((sentence, "one sentence of the text") for sentence in sentences)]


def _why(what: str, who: str) -> str:
    return f"{what}, with the name of who is said to have said it" if who else f"{what} alone: no speaker is named"


def _plain_words(text: str) -> list[str]:
    """Words as written, without punctuation; operators of search engines made ordinary words."""
    found = [word for word in _WORD.findall(text) if len(word) <= _MAX_WORD_CHARS]
    return [word.lower() if word in _OPERATORS else word for word in found]


def _search_words(text: str, protected: set[str], is_known_word: Callable[[str], bool] | None) -> list[str]:
    """The words of a text worth searching for: spelled right, or a name, or a number."""
    written = _plain_words(text)
    if is_known_word is None:
        return written
    do_capitals_tell = sum(word[0].isupper() for word in written) <= _MOST_CAPITALS * len(written)
    known = [
        _is_number(word)
        or not protected.isdisjoint(words(word))
        or (do_capitals_tell and word[0].isupper())
        or _is_spelled(word, is_known_word)
        for word in written
    ]
    if sum(known) < _LEAST_KNOWN * len(written):
        return written
    return [word for word, is_kept in zip(written, known, strict=True) if is_kept]


def _is_number(word: str) -> bool:
    return any(character.isdigit() for character in word)


def _is_spelled(word: str, is_known_word: Callable[[str], bool]) -> bool:
    plain = word.replace("’", "'").casefold()
    return is_known_word(plain) or all(is_known_word(part) for part in re.split(r"[-.&]", plain) if part)
