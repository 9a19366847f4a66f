"""Evidence sorted by what it says about "NAME said QUOTE", as indexes, before anything is counted or decided.

Safeguards and explanations both point at single sources, so they share this one reading of the list. Nothing here
weighs one source against another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.text import words
from factcheck.verdict.features import is_same_name, names_another, supports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence

ARCHIVE = "archive"
"""The provider whose documents carry their author: a speech in it is a primary record of its speaker's words."""

VERBATIM_RATIO = 0.9
CLOSE_RATIO = 0.6
"""The recording's own bounds for "verbatim" and "close". A name beside fewer of the words, which long documents match
by chance, is not whose words they are."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Indexes into the evidence. ``primary``: the subject's own recorded words; ``others``: other speakers of at least
    most of the words, by name; ``archived_others``: primary records of them on documents that never name the subject;
    ``reworded``: asserting sources whose own wording differs. ``is_altered``: all of them lack the same words of the
    quote, or have the same words that it dropped, so that nothing found gives the subject these very words.
    """

    relevant: tuple[int, ...]
    asserting: tuple[int, ...]
    debunking: tuple[int, ...]
    fact_checks_against: tuple[int, ...]
    primary: tuple[int, ...]
    others: dict[str, tuple[int, ...]]
    archived_others: dict[str, tuple[int, ...]]
    reworded: tuple[int, ...]
    is_altered: bool

    @property
    def has_nothing(self) -> bool:
        """Nothing carries the words with a name or speaks against them."""
        return not (self.relevant or self.asserting or self.debunking or self.others)


def take_sides(evidence: Sequence[Evidence], subject_name: str | None) -> Sides:
    """Sort the evidence by what it says."""
    debunking = _where(evidence, [e.stance == "debunks" for e in evidence])
    asserting = _where(evidence, [supports(e) for e in evidence])
    others = [names_another(e, subject_name) and e.quote_ratio >= CLOSE_RATIO for e in evidence]
    return Sides(
        relevant=_where(evidence, [e.is_relevant for e in evidence]),
        asserting=asserting,
        debunking=debunking,
        fact_checks_against=tuple(i for i in debunking if evidence[i].source_class == "fact_checker"),
        primary=_where(evidence, [is_primary(e, subject_name) for e in evidence]),
        others=_by_speaker(evidence, others),
        archived_others=_by_speaker(
            evidence,
            [other and _is_verbatim_archive(e) and not e.name_found for other, e in zip(others, evidence, strict=True)],
        ),
        reworded=tuple(i for i in asserting if evidence[i].differences),
        is_altered=_is_altered([evidence[i] for i in asserting]),
    )


def is_by_chance(evidence: Sequence[Evidence], sides: Sides) -> bool:
    """Whether all that was found is a few of the words on pages that say nothing about them."""
    if sides.asserting or sides.debunking or sides.others:
        return False
    return max((evidence[i].quote_ratio for i in sides.relevant), default=0.0) < CLOSE_RATIO


def speakers(evidence: Sequence[Evidence]) -> dict[str, tuple[int, ...]]:
    """Whom verbatim sources name as the speaker, most sources first: the answer when nobody was claimed."""
    return _by_speaker(evidence, [bool(e.said_by) and e.quote_ratio >= VERBATIM_RATIO for e in evidence])


def is_primary(item: Evidence, subject_name: str | None) -> bool:
    """Whether this is the subject's own speech or writing, word for word."""
    return (
        _is_verbatim_archive(item)
        and not item.differences
        and item.stance == "asserts"
        and subject_name is not None
        and is_same_name(item.said_by or "", subject_name)
    )


def _is_altered(asserting: Sequence[Evidence]) -> bool:
    """Whether one difference at least is common to all that asserts."""
    found = [
        {word for one in item.differences for word in (words(one.quote) or [f"-{left}" for left in words(one.source)])}
        for item in asserting
    ]
    return bool(found) and bool(set.intersection(*found))


def _is_verbatim_archive(item: Evidence) -> bool:
    return item.provider == ARCHIVE and item.quote_ratio >= VERBATIM_RATIO


def _where(evidence: Sequence[Evidence], chosen: Sequence[bool]) -> tuple[int, ...]:
    return tuple(i for i in range(len(evidence)) if chosen[i])


def _by_speaker(evidence: Sequence[Evidence], chosen: Sequence[bool]) -> dict[str, tuple[int, ...]]:
    """Chosen evidence by the speaker it names, the name with most domains first, then the first one found."""
    found: dict[str, list[int]] = defaultdict(list)
    for index in _where(evidence, chosen):
        said_by = evidence[index].said_by or ""
        name = next((known for known in found if is_same_name(known, said_by)), said_by)
        found[name].append(index)
    ranked = sorted(found.items(), key=lambda entry: -len({evidence[i].domain for i in entry[1]}))
    return {name: tuple(indexes) for name, indexes in ranked}
