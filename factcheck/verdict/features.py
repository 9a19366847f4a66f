"""Evidence → the numbers that the verdict rests on: FAME's five counts, then what was said and by whom.

``extract`` is our form: each count is over distinct registrable domains, capped at three and divided by it, so that
no feature ever leaves 0–1 (far from its training data an RBF kernel falls back to its bias: raw counts made a quote
with twenty good sources fake). A text that several sites repost word for word counts once. ``extract_fame`` is the
published form: raw counts of relevant results, .gov only. No feature reads the quote's words, its length, the person
or where the row came from. Which names count as the same person was settled before: ``Evidence.said_by`` is the
subject's canonical name when it is the same person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import RELEVANT_RATIO, Evidence, SourceClass
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

COUNT_CAP = 3
"""Sources beyond the third add nothing: independent confirmation saturates, and reposts look like it."""

FAME_FEATURES = ("trusted", "legitimate", "quotation", "government", "verified_account")
FULL_FEATURES = (
    *FAME_FEATURES, "fact_check_supports", "fact_check_debunks", "asserting", "debunking", "other_speaker",
    "best_quote_ratio",
)  # fmt: skip

_FULL_CLASSES: dict[str, tuple[SourceClass, ...]] = {
    "trusted": ("highly_trusted",),
    "legitimate": ("legitimate_news",),
    "quotation": ("quotation",),
    "government": ("government_us", "government_other"),
    "verified_account": ("verified_account",),
}
_FAME_CLASSES = _FULL_CLASSES | {"government": ("government_us",)}


def extract(evidence: Sequence[Evidence], subject_name: str | None = None) -> dict[str, float]:
    """Our features, each 0–1, by name; ``subject_name`` tells the subject's words from another speaker's."""
    unique = without_reposts(evidence)
    features = {
        name: _share([e for e in unique if e.source_class in classes], _is_counted)
        for name, classes in _FULL_CLASSES.items()
    }
    features["fact_check_supports"] = _share(unique, lambda e: e.source_class == "fact_checker" and supports(e))
    features["fact_check_debunks"] = _share(
        unique, lambda e: e.source_class == "fact_checker" and e.stance == "debunks"
    )
    features["asserting"] = _share(unique, supports)
    features["debunking"] = _share(unique, lambda e: e.stance == "debunks")
    features["other_speaker"] = _share(unique, lambda e: names_another(e, subject_name))
    features["best_quote_ratio"] = max((ratio_step(e.quote_ratio) for e in unique if supports(e)), default=0.0)
    return features


def extract_fame(evidence: Sequence[Evidence]) -> dict[str, float]:
    """FAME's five as published: how many relevant results each class has, raw."""
    relevant = [e for e in evidence if e.is_relevant]
    return {name: float(sum(e.source_class in c for e in relevant)) for name, c in _FAME_CLASSES.items()}


def _is_counted(item: Evidence) -> bool:
    """FAME's *relevant*, but for pages that debunk: those carry the quote and the name too."""
    return item.is_relevant and item.stance != "debunks"


def supports(item: Evidence) -> bool:
    """Whether the page says that the subject said it, and carries enough of the words to mean these words."""
    return item.stance == "asserts" and item.quote_ratio > RELEVANT_RATIO


def names_another(item: Evidence, subject_name: str | None) -> bool:
    """Whether the page gives the words to somebody else than the subject."""
    return (
        subject_name is not None
        and bool(item.said_by)
        and item.quote_ratio > RELEVANT_RATIO
        and not is_same_name(item.said_by or "", subject_name)
    )


def is_same_name(one: str, other: str) -> bool:
    """Whether two canonical names are the same but for case, accents and punctuation."""
    return words(one) == words(other)


def ratio_step(ratio: float) -> float:
    """A quote ratio as one of the four steps in which the training data was recorded, by their middles."""
    if ratio >= 0.9:  # noqa: PLR2004 - the recording's own bounds: 90, 60 and 30 %
        return 0.95
    if ratio >= 0.6:  # noqa: PLR2004
        return 0.75
    return 0.45 if ratio > RELEVANT_RATIO else 0.15


def without_reposts(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence without word-for-word copies of a passage on other sites; the first one stays."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for item in evidence:
        passage = (item.stance, *words(item.passage))
        if item.passage and passage in seen:
            continue
        seen.add(passage)
        kept.append(item)
    return kept


def _share(evidence: Iterable[Evidence], is_counted: Callable[[Evidence], bool]) -> float:
    """Distinct registrable domains that are counted, capped: 0, 1/3, 2/3 or 1."""
    domains = {item.domain for item in evidence if is_counted(item)}
    return min(len(domains), COUNT_CAP) / COUNT_CAP
