"""Where a source's own wording differs from the quote's in a way that may change what is said.

In: a quote, a text and the window that ``match`` found. Out: pairs of (words of the quote, words of the source). A
share of common words can't see it: one "not" in fourteen words still leaves 93 % of them. What counts: a content word
that the source doesn't have there, another number, a negation on one side only, one person for another ("they" for
"we"). What doesn't: articles, prepositions and the like, inflections, spelling, glued words, slips of one letter in a
longer word (pictures are misread), and content words that the quote leaves out, since quotes are abridged. It does not
say what a difference is worth: that is the verdict's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.match import MAX_QUOTE_WORDS
from factcheck.model import Difference
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.evidence.match import QuoteMatch

MAX_DIFFERENCES = 5
_MAX_SHOWN_WORDS = 8
_MARGIN_CHARS = 600
_NEAR_WORDS, _FAR_WORDS = 6, 50  # on each side of the window; an abridged quote reaches far beyond it
_LONGEST_DROP = 4  # words left out in a row; of more, an abridged clause, only those at both ends count
_FIRST_DROPPED, _LAST_DROPPED = 2, 3
_SLIP_LETTERS, _TWO_SLIPS_LETTERS = 5, 8
_MAX_QUOTE_CHARS = 20_000
_EDITORIAL = re.compile(r"\[[^\[\]]{0,80}\]|\([^()]{0,80}\)")  # words that whoever quotes put in
_SENTENCE_END = re.compile(r"[.!?;:…]\W")

_NOT = "not"
_NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere without hardly barely scarcely rarely seldom".split()  # noqa: SIM905
)
_CONTRACTED = frozenset(
    "dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt mustnt isnt arent wasnt werent hasnt havent hadnt "  # noqa: SIM905
    "neednt aint shant".split()
)
_NUMBERS = {name: str(value) for value, name in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "  # noqa: SIM905
    "eighteen nineteen twenty".split()
)} | {name: str(value) for name, value in zip(
    "thirty forty fifty sixty seventy eighty ninety".split(), range(30, 100, 10), strict=True  # noqa: SIM905
)}  # fmt: skip
_MAGNITUDES = frozenset("hundred thousand million billion trillion dozen".split())  # noqa: SIM905
_PERSONS = {
    word: person
    for person, forms in {
        "i": "i me my mine myself im ive id ill", "we": "we us our ours ourselves weve",
        "you": "you your yours yourself youre youve", "he": "he him his himself hes",
        "she": "she her hers herself shes",
        "they": "they them their theirs themselves theyre theyve",
    }.items()
    for word in forms.split()
}  # fmt: skip
_FUNCTION = frozenset(
    "a an the and or but nor if so as than that this these those it its itself there here who whom whose which what "  # noqa: SIM905
    "when where of to in on at by for from with into upon onto be am is are was were been being do does did done has "
    "have had having will would shall should can could may might must let lets thats theres just very too then now "
    "well oh yes also such any each".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "er", "ies", "ied", "es", "ed", "ly", "s", "d", "y", "e")


def differences(quote: str, text: str, match: QuoteMatch) -> tuple[Difference, ...]:
    """What the quote has and the source hasn't, or the other way round, in the order of the quote; at most five."""
    wanted = words(_EDITORIAL.sub(" ", quote[:_MAX_QUOTE_CHARS]))[:MAX_QUOTE_WORDS]
    near = _compared(wanted, _Region(text, match, _NEAR_WORDS))
    far = _compared(wanted, _Region(text, match, _FAR_WORDS)) if near else ()
    return near if far else ()


def _compared(wanted: Sequence[str], source: _Region) -> tuple[Difference, ...]:
    found: list[Difference] = []
    for start, end, low, high in _gaps(wanted, source.words):
        said = wanted[start:end]
        if (start == 0 and source.is_cut_before(high)) or (end == len(wanted) and source.is_cut_after(low)):
            continue
        stands, dropped = source.beside(low, high, len(said) + 1), source.dropped(low, high)
        if _is_changed(said, stands):
            found.append(_difference(said, stands))
        elif _is_dropped(dropped, said):
            found.append(_difference(said, dropped))
    return tuple(found[:MAX_DIFFERENCES])


def _gaps(wanted: Sequence[str], stands: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Where the two don't run along: (start, end) in the one, (start, end) in the other, by their longest common
    subsequence.
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only where a source gives the words to somebody

    blocks = LCSseq.opcodes([_key(word) for word in wanted], [_key(word) for word in stands])
    equal = [(b.src_start, b.src_end, b.dest_start, b.dest_end) for b in blocks if b.tag == "equal"]
    while len(equal) > 1 and _is_stray(wanted, equal[0], equal[1][2] - equal[0][3]):
        del equal[0]
    while len(equal) > 1 and _is_stray(wanted, equal[-1], equal[-1][2] - equal[-2][3]):
        del equal[-1]
    gaps, after, behind = [], 0, 0
    for start, end, low, high in [*equal, (len(wanted), 0, len(stands), 0)]:
        if start > after or low > behind:
            gaps.append((after, start, behind, low))
        after, behind = end, high
    return gaps


def _is_stray(wanted: Sequence[str], block: tuple[int, int, int, int], distance: int) -> bool:
    """Whether the first or last words in common are a "we" or "not" from some way off, not part of the passage."""
    return distance > 0 and all(
        word in _FUNCTION or word in _PERSONS or _is_negation(word) for word in wanted[block[0] : block[1]]
    )


class _Region:
    """The words of a text in and around a match, with where sentences start."""

    def __init__(self, text: str, match: QuoteMatch, margin: int) -> None:
        low, high = max(0, match.start - _MARGIN_CHARS), min(len(text), match.end + _MARGIN_CHARS)
        before, after = words(text[low : match.start]), words(text[match.end : high])
        self._is_start = low == 0 and len(before) <= margin
        self._is_end = high == len(text) and len(after) <= margin
        self.words = [*before[-margin:], *words(text[match.start : match.end]), *after[:margin]]
        self._starts = self._sentence_starts(text[low:high], skipped=len(before[:-margin]))

    def _sentence_starts(self, text: str, skipped: int) -> frozenset[int]:
        """Which of ``words`` begin a sentence or clause."""
        counted, starts, at = 0, set(), 0
        for mark in _SENTENCE_END.finditer(text):
            counted += len(words(text[at : mark.end()]))
            at = mark.end()
            starts.add(counted - skipped)
        return frozenset(starts)

    def beside(self, start: int, end: int, most: int) -> list[str]:
        """The source's words between two places; outside the quote only ``most`` of them, and of the same clause."""
        if start == 0:
            start = self._clause(end, most)
        elif end == len(self.words):
            ends = (i for i in range(start, min(end, start + most)) if i in self._starts)
            end = next(ends, min(end, start + most))
        return self.words[start:end]

    def dropped(self, start: int, end: int) -> list[str]:
        """What the quote may have dropped between two places: a few words, or those next to where it goes on."""
        if end == len(self.words):
            return []
        if start > 0 and end - start <= _LONGEST_DROP:
            return self.words[start:end]
        behind = range(start, min(end, start + _FIRST_DROPPED)) if start else ()
        first = [self.words[i] for i in behind if not self._starts & set(range(start, i + 1))]
        return [*first, *self.words[self._clause(end, _LAST_DROPPED) : end]]

    def _clause(self, end: int, most: int) -> int:
        """Where the clause before a place starts, at most so many words back."""
        first = max(0, end - most)
        return next((i for i in range(end, first, -1) if i in self._starts), first)

    def is_cut_before(self, end: int) -> bool:
        """Whether the text itself begins inside the quote, as a search result's snippet does."""
        return self._is_start and end == 0

    def is_cut_after(self, start: int) -> bool:
        """Whether the text itself ends inside the quote."""
        return self._is_end and start == len(self.words)


def _is_changed(said: Sequence[str], stands: Sequence[str]) -> bool:
    """Whether the quote has a word here that matters and that the source has in no form."""
    if _is_glued(said, stands):
        return False
    return any(_matters(word, stands) and not any(_is_variant(word, other) for other in stands) for word in said)


def _is_glued(said: Sequence[str], stands: Sequence[str]) -> bool:
    """Whether both have the same letters, cut into words in other places."""
    wanted, few = "".join(said), stands[: 2 * _MAX_SHOWN_WORDS]
    runs = ("".join(few[i:j]) for i in range(len(few)) for j in range(i + 1, len(few) + 1))
    return len(wanted) >= _SLIP_LETTERS and any(run == wanted for run in runs)


def _matters(word: str, stands: Sequence[str]) -> bool:
    if word in _PERSONS:
        return any(_PERSONS.get(other, _PERSONS[word]) != _PERSONS[word] for other in stands)
    return word not in _FUNCTION


def _is_dropped(stands: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a few of the source's words are left out and a negation or a magnitude is among them."""
    is_negated = any(_is_negation(word) for word in said)
    return any((_is_negation(word) and not is_negated) or word in _MAGNITUDES for word in stands)


def _key(word: str) -> str:
    """What a word is compared by: its stem, its number, or that it negates."""
    return _NOT if word in _CONTRACTED else _NUMBERS.get(word) or _stem(word)


def _is_variant(one: str, other: str) -> bool:
    """The same word inflected, spelled otherwise or misread; never its opposite, never another number."""
    if _key(one) == _key(other) or (_is_negation(one) and _is_negation(other)):
        return True
    if any(_is_negation(word) or _key(word).isdigit() or word in _MAGNITUDES for word in (one, other)):
        return False
    return _is_slip(one, other)


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word in _CONTRACTED


def _stem(word: str) -> str:
    if word in _NEGATIONS or word in _MAGNITUDES or word in _FUNCTION or word in _PERSONS:
        return word
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 2), "")  # noqa: PLR2004
    return word.removesuffix(ending)


def _is_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - as above

    one, other = _stem(one), _stem(other)
    shorter = min(len(one), len(other))
    allowed = 2 if shorter >= _TWO_SLIPS_LETTERS else 1
    return (
        shorter >= _SLIP_LETTERS
        and one[0] == other[0]
        and Levenshtein.distance(one, other, score_cutoff=allowed) <= allowed
    )


def _difference(said: Sequence[str], stands: Sequence[str]) -> Difference:
    """Both sides without the words that they begin with alike."""
    alike = next((i for i, (one, other) in enumerate(zip(said, stands, strict=False)) if one != other),
                 min(len(said), len(stands)))  # fmt: skip
    return Difference(_shown(said[alike:]), _shown(stands[alike:]))


def _shown(spoken: Sequence[str]) -> str:
    return " ".join(spoken[:_MAX_SHOWN_WORDS]) + (" …" if len(spoken) > _MAX_SHOWN_WORDS else "")
