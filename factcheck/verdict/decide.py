"""Evidence → verdict: the trained model's likelihood ratio, held back by safeguards, shifted to the asked base rate.

Wrongly calling a quote fake is the worst mistake, so the safeguards come before the model: absence is never "fake";
only debunking, or the words under another name, can make a quote so; only a page that gives the words to the subject
can make it real. Bands are on the likelihood ratio, so the base rate moves the displayed probability and nothing
else. Two facts overrule the model, because a primary record is worth more than any count of pages: the subject's own
recorded words, and somebody else's. Words for people come from ``explain``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Evidence, Verdict, VerdictName
from factcheck.text import words
from factcheck.verdict import classifier, explain
from factcheck.verdict.features import extract, extract_fame
from factcheck.verdict.public_texts import is_public_text
from factcheck.verdict.sides import CLOSE_RATIO, VERBATIM_RATIO, Sides, is_by_chance, take_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.verdict.classifier import FeatureSet, SupportVectorModel

PROBABILITY_LIMITS = (0.03, 0.97)
"""Never certain. Rule of three: after no error in the about 90 quotes of a class that training saw, the error rate
may still be 3 %; what 183 quotes can't show is not displayed."""

PRIMARY_RECORD_RATIO = 1 / 20
"""The words in a record of the subject's own speech. 2 of 619 fakes against 7 % of real quotes were found so among
2,804 speeches: 1 : 22."""

MISATTRIBUTED_RATIO = 5.0
"""The words under another name and nowhere under the claimed one: 9 of 88 recorded fakes against 1 of 95 real quotes,
with one added to each count 5.4 : 1."""

LONE_PAGE_RATIO = 0.47
"""One page of no standing that gives the subject the words, and nothing else: 3 of 59 fakes of which anything was found
were so against 9 of 84 real ones. The machine's margin claims more than twelve quotes can show."""

ALTERED_RATIO = 1.0
"""Nothing found has these very words: what was found speaks neither for them nor against."""

NO_STANDING = frozenset({"unrated", "social", "user_generated", "satire"})

POSTS = NO_STANDING - {"unrated"}
"""What anybody can post is repeated, not confirmed, by further posts: of 183 recorded quotes the two that only posts
gave to the subject were fake."""

MISATTRIBUTION_WORDS = 8
"""Shortest quote that one primary record under another name can move. Of the n-word windows of 249 presidential
addresses 17 % (n=4), 2.4 % (6), 0.6 % (8) occur under two presidents, 0.4 % (10): formulas, and words they share."""

MISATTRIBUTION_DISTINCT_WORDS = 6
SHORTEST_WORDS = 4
"""Below this, the same words mean little (17 % of four-word windows are shared): only a published check decides."""


def decide(
    evidence: Sequence[Evidence],
    *,
    quote: str | None,
    subject_name: str | None,
    base_rate: float,
    feature_set: FeatureSet = "full",
    model: SupportVectorModel | None = None,
) -> Verdict:
    """The verdict that this evidence supports, at ``base_rate`` (share of fakes among quotes like this).

    ``quote`` None: a recording that kept no words; safeguards on its length then don't apply. ``model`` replaces the
    shipped one (cross-validation). Never raises for want of evidence.
    """
    features = extract(evidence, subject_name) if feature_set == "full" else extract_fame(evidence)
    sides = take_sides(evidence, subject_name)
    if subject_name is None or sides.has_nothing or is_by_chance(evidence, sides):
        name: VerdictName = "not_enough_evidence"
        ratio = None
    else:
        ratio, name = _judge(evidence, sides, quote, features, model or classifier.load(feature_set))
    misattributed_to = _whose_words(evidence, sides) if name == "likely_fake" else None
    explanation = explain.explain(name, evidence, sides, subject_name=subject_name, misattributed_to=misattributed_to)
    return Verdict(
        verdict=name,
        headline=explanation.headline,
        probability_fake=None if ratio is None else posterior(ratio, base_rate),
        base_rate=base_rate,
        reasons=explanation.reasons,
        misattributed_to=misattributed_to and explain.shown(misattributed_to),
        features=features,
    )


def _whose_words(evidence: Sequence[Evidence], sides: Sides) -> str | None:
    """The other speaker with most sources; nobody is given words that no source has under that name."""
    found = (
        name for name, where in sides.others.items() if max(evidence[i].quote_ratio for i in where) >= VERBATIM_RATIO
    )
    return next(found, None)


def posterior(likelihood_ratio: float, base_rate: float) -> float:
    """The probability of fake at a base rate, kept away from certainty."""
    odds = likelihood_ratio * base_rate / (1 - base_rate)
    low, high = PROBABILITY_LIMITS
    return min(high, max(low, odds / (1 + odds)))


def _judge(
    evidence: Sequence[Evidence],
    sides: Sides,
    quote: str | None,
    features: dict[str, float],
    model: SupportVectorModel,
) -> tuple[float, VerdictName]:
    """The likelihood ratio and the verdict that it and the safeguards allow."""
    ratio = model.likelihood_ratio(features)
    if _is_lone_page(evidence, sides):
        ratio = max(ratio, LONE_PAGE_RATIO)
    is_on_record = bool(sides.primary) and not _is_short(quote)
    if is_on_record and not sides.debunking:
        return min(ratio, PRIMARY_RECORD_RATIO), "likely_real"
    if is_misattributed(sides, quote):
        is_settled = len(sides.others) == 1 or bool(sides.debunking)
        ratio = max(ratio, MISATTRIBUTED_RATIO)
        return (ratio, "likely_fake") if is_settled else _open(ratio, model)
    if ratio >= model.fake_above and not is_on_record and _may_be_fake(evidence, sides, quote):
        return ratio, "likely_fake"
    if sides.is_altered:
        return _open(max(ratio, ALTERED_RATIO), model)
    if ratio <= model.real_below and _may_be_real(evidence, sides, quote):
        return ratio, "likely_real"
    return _open(ratio, model)


def _open(ratio: float, model: SupportVectorModel) -> tuple[float, VerdictName]:
    """No verdict, and a likelihood ratio that claims none: inside the band, whatever the machine would say."""
    return min(max(ratio, model.real_below), model.fake_above), "not_enough_evidence"


def is_misattributed(sides: Sides, quote: str | None) -> bool:
    """Whether a primary record gives distinctive words to exactly one other person and nothing gives them to the
    subject. Two speakers on record with them means a common phrase, or one quoting the other.
    """
    return len(sides.archived_others) == 1 and not sides.asserting and quote is not None and _is_distinctive(quote)


def _may_be_fake(evidence: Sequence[Evidence], sides: Sides, quote: str | None) -> bool:
    """Only debunking, or distinctive words under one other name on several sites, can make a quote fake; a short one
    needs a published fact-check.
    """
    if _is_short(quote):
        return bool(sides.fact_checks_against)
    return bool(sides.debunking) or _is_widely_anothers(evidence, sides, quote)


def _is_widely_anothers(evidence: Sequence[Evidence], sides: Sides, quote: str | None) -> bool:
    """Whether several sites give the very words to one other person, and none to the subject."""
    if len(sides.others) != 1 or sides.asserting or not (quote is None or _is_distinctive(quote)):
        return False
    (found,) = sides.others.values()
    return len({evidence[i].domain for i in found if evidence[i].quote_ratio >= VERBATIM_RATIO}) > 1


def _may_be_real(evidence: Sequence[Evidence], sides: Sides, quote: str | None) -> bool:
    """Only pages that give the words to the subject can make a quote real, posts alone can't, and none does against a
    published fact-check; a single page must have most of the words.
    """
    if sides.fact_checks_against or _is_short(quote) or all(evidence[i].source_class in POSTS for i in sides.asserting):
        return False
    best = max(evidence[i].quote_ratio for i in sides.asserting)
    return best >= CLOSE_RATIO or len({evidence[i].domain for i in sides.asserting}) > 1


def _is_lone_page(evidence: Sequence[Evidence], sides: Sides) -> bool:
    """Whether all that speaks for the quote is one site that no list vouches for."""
    sites = {evidence[i].domain for i in sides.asserting}
    return len(sites) == 1 and all(
        evidence[i].source_class in NO_STANDING for i in {*sides.asserting, *sides.relevant} - {*sides.debunking}
    )


def _is_distinctive(quote: str) -> bool:
    spoken = words(quote)
    is_long = len(spoken) >= MISATTRIBUTION_WORDS and len(set(spoken)) >= MISATTRIBUTION_DISTINCT_WORDS
    return is_long and not is_public_text(quote)


def _is_short(quote: str | None) -> bool:
    return quote is not None and len(words(quote)) < SHORTEST_WORDS
