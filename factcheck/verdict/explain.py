"""Why a verdict is what it is, in plain words about the record and never about a person's honesty.

In: the verdict's name, the evidence and its sides. Out: one headline and a few reasons, each with the indexes of the
evidence it rests on. Names and sites come from pages, so they are shown shortened, on one line. What moved the model
in numbers is not told here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Difference, Evidence, Reason, VerdictName
from factcheck.verdict.sides import CLOSE_RATIO, VERBATIM_RATIO, Sides, is_by_chance, speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_SHOWN = 80
SHOWN_DIFFERENCES = 3
CLASS_RANK = (
    "highly_trusted", "legitimate_news", "fact_checker", "government_us", "government_other", "verified_account",
    "quotation",
)  # fmt: skip
"""Which sources are named first."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What people read first, and the reasons below it."""

    headline: str
    reasons: tuple[Reason, ...]


def explain(
    verdict: VerdictName,
    evidence: Sequence[Evidence],
    sides: Sides,
    *,
    subject_name: str | None,
    misattributed_to: str | None,
) -> Explanation:
    """Headline and reasons for one verdict."""
    if subject_name is None:
        return _without_subject(evidence)
    subject = shown(subject_name)
    headline = _headline(verdict, evidence, sides, subject, misattributed_to)
    return Explanation(headline, tuple(_reasons(verdict, evidence, sides, subject)))


def shown(name: str) -> str:
    """A name from a page as it may be shown: one line, not long."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def _headline(
    verdict: VerdictName, evidence: Sequence[Evidence], sides: Sides, subject: str, misattributed_to: str | None
) -> str:
    if verdict == "likely_fake" and misattributed_to:
        return _found_under(evidence, misattributed_to, sides.others[misattributed_to])
    if verdict == "likely_fake":
        return _no_record(subject)
    if verdict == "likely_real":
        return _reported(evidence, sides, subject)
    if sides.asserting and (sides.debunking or sides.others):
        return "Not enough evidence: sources disagree"
    return "Not enough evidence" + (": the wording found differs" if sides.is_altered else "")


def _reported(evidence: Sequence[Evidence], sides: Sides, subject: str) -> str:
    if sides.primary:
        return f"Found in {subject}'s own recorded words"
    reports = tuple(i for i in sides.asserting if i not in sides.reworded) or sides.asserting
    return f"Reported by {_named_sites(evidence, reports)}"


def _no_record(subject: str) -> str:
    return f"No reliable record that {subject} said this"


def _without_subject(evidence: Sequence[Evidence]) -> Explanation:
    """Nobody is claimed to have said it, so there is nothing to call fake; but whose words they are can be told."""
    found = speakers(evidence)
    reasons = []
    for name, indexes in list(found.items())[:3]:
        reasons.append(_under_the_name(evidence, name, indexes))
        reasons.extend(_rewording(evidence, indexes))
    reasons.append(Reason("No person was named as the speaker, so there is no claim to weigh."))
    headline = _found_under(evidence, *next(iter(found.items()))) if found else "Not enough evidence"
    return Explanation(headline, tuple(reasons))


def _found_under(evidence: Sequence[Evidence], name: str, indexes: Sequence[int]) -> str:
    found = "Found" if any(not evidence[i].differences for i in indexes) else "Similar words found"
    return f"{found} under {shown(name)}"


def _under_the_name(evidence: Sequence[Evidence], name: str, indexes: tuple[int, ...]) -> Reason:
    return Reason(f"{_pages(indexes)} with {_these_words(evidence, indexes)} under the name of {shown(name)}.", indexes)


def _these_words(evidence: Sequence[Evidence], indexes: Sequence[int]) -> str:
    """How much of the quote the best of these sources has."""
    best = max((evidence[i].quote_ratio for i in indexes if not evidence[i].differences), default=0.0)
    if best >= VERBATIM_RATIO:
        return "these words"
    best = max(evidence[i].quote_ratio for i in indexes)
    return "most of these words" if best >= CLOSE_RATIO else "some of these words"


def _rewording(evidence: Sequence[Evidence], indexes: Sequence[int]) -> Iterable[Reason]:
    """How the wording of the fullest source differs, when all of these differ."""
    if indexes and all(evidence[i].differences for i in indexes):
        best = max(indexes, key=lambda i: evidence[i].quote_ratio)
        told = "; ".join(_difference(one) for one in evidence[best].differences[:SHOWN_DIFFERENCES])
        yield Reason(f"The wording differs: {_named_sites(evidence, [best])} {told}.", (best,))


def _difference(one: Difference) -> str:
    if not one.source:
        return f"lacks “{one.quote}”"
    return f"has “{one.source}” where the quote has {f'“{one.quote}”' if one.quote else 'nothing'}"


def _reasons(verdict: VerdictName, evidence: Sequence[Evidence], sides: Sides, subject: str) -> Iterable[Reason]:
    against = sides.fact_checks_against
    if against:
        yield Reason(f"Published fact-check: {_named_sites(evidence, against)} found against it.", against)
    rest = tuple(i for i in sides.debunking if i not in against)
    if rest:
        yield Reason(f"{_named_sites(evidence, rest)} doubted or denied that {subject} said this.", rest)
    for name, indexes in list(sides.others.items())[:3]:
        yield _under_the_name(evidence, name, indexes)
    if sides.primary:
        yield Reason(f"The words stand in a record of what {subject} said or wrote.", sides.primary)
    reports = tuple(i for i in sides.asserting if i not in sides.primary)
    if reports:
        said = _these_words(evidence, reports)
        yield Reason(f"{_named_sites(evidence, reports)} gave {said} as {subject}'s.", reports)
    yield from _rewording(evidence, sides.asserting or next(iter(sides.others.values()), ()))
    yield from _what_is_missing(verdict, evidence, sides, subject)


def _what_is_missing(
    verdict: VerdictName, evidence: Sequence[Evidence], sides: Sides, subject: str
) -> Iterable[Reason]:
    if sides.has_nothing:
        looked = "None of the sources found" if evidence else "No source found"
        yield Reason(f"{looked} carries these words with the name {subject}. That does not make the quote fake.")
    elif verdict == "likely_fake" and not sides.asserting:
        yield Reason(f"No source found gives these words to {subject}.")
    elif verdict == "not_enough_evidence" and not sides.asserting and not sides.debunking:
        if is_by_chance(evidence, sides):
            yield Reason("What was found shares a few words with the quote, no more. That does not make it fake.")
            return
        close = tuple(i for i in sides.relevant if evidence[i].quote_ratio >= CLOSE_RATIO)
        yield Reason("What was found carries the words but does not settle who said them.", close)
    elif verdict == "not_enough_evidence" and sides.is_altered and not sides.debunking:
        yield Reason(f"Nothing found gives these very words to {subject}. That does not make the quote fake.")
    elif verdict == "not_enough_evidence":
        yield Reason("What was found is too little, or too much at odds, for a verdict.")


def _named_sites(evidence: Sequence[Evidence], indexes: Sequence[int]) -> str:
    """As in "reuters.com and 2 others", the most trusted class named first."""
    ranked = sorted(indexes, key=lambda i: _rank(evidence[i]))
    sites = list(dict.fromkeys(evidence[i].domain or shown(evidence[i].title) or "one source" for i in ranked))
    others = len(sites) - 1
    return sites[0] + ("" if not others else f" and {others} other{'s' if others > 1 else ''}")


def _rank(item: Evidence) -> int:
    return CLASS_RANK.index(item.source_class) if item.source_class in CLASS_RANK else len(CLASS_RANK)


def _pages(indexes: Sequence[int]) -> str:
    return f"{len(indexes)} source{'s' if len(indexes) > 1 else ''}"
