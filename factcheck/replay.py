"""A recording → the result as it was, to the digit, and what would differ today; without a network.

The recorded verdict is shown. Beside it the verdict is decided anew: where the page texts were kept the pages are
weighed again (matching, stance and source lists of today), else the recorded evidence is classed by today's lists;
then today's model decides. What was read in the picture, and what the web would answer today, are not looked at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.evidence.sources import SourceLists
from factcheck.evidence.weigh import weigh
from factcheck.model import Page, Replayed, SourceChange
from factcheck.recording.document import made_with
from factcheck.recording.find import find, text_of
from factcheck.subject.names import canonical_name, same_person
from factcheck.verdict.decide import decide

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import CheckInput, CheckResult, Evidence, Hit, SourceClass, Verdict
    from factcheck.options import CheckOptions
    from factcheck.recording.document import Recording

_NAMES = {"factcheck": "version", "source_lists": "source lists", "model": "model"}
_ROUNDING = 1e-9  # of sums done in another order on another processor


def replay(
    folder: Path,
    given: CheckInput,
    options: CheckOptions,
    base_rate: float | None = None,
    sources: SourceLists | None = None,
) -> CheckResult:
    """The recorded check of an input.

    Args:
        folder: of recordings.
        given: the input, found by its hash; without one (a URL) by its name.
        options: see ``find``.
        base_rate: the same.
        sources: today's lists; by default those shipped.

    Raises:
        StoreError: there is no recording of it, or it can't be used.
    """
    found = find(folder, given, options, base_rate)
    return replace(found.result, replayed=today(found, folder, sources or SourceLists.load()))


def today(found: Recording, folder: Path, sources: SourceLists) -> Replayed:
    """How a recorded check would come out under these source lists and the verdict model of this version."""
    old = found.result
    now = made_with(found.options.feature_set, sources)
    changed = tuple(name for name in _NAMES if getattr(found.made_with, name) != getattr(now, name))
    pages = _pages(found, folder)
    evidence = _reclassed(old.evidence, sources) if pages is None else _reread(found, pages, sources)
    verdict = _decide(found, evidence)
    differences = _source_changes(old.evidence, evidence)
    otherwise = _read_otherwise(old.evidence, evidence)
    is_same = _is_same(old.verdict, verdict) and not differences and not otherwise
    return Replayed(
        recorded_at=old.checked_at,
        is_same=is_same,
        summary=_summary(old.verdict, verdict, len(differences), len(otherwise), changed),
        verdict=verdict.verdict,
        probability_fake=verdict.probability_fake,
        changed=changed,
        sources=differences,
        is_reread=pages is not None,
        read_otherwise=otherwise,
    )


def _pages(found: Recording, folder: Path) -> list[tuple[Hit, Page]] | None:
    """The pages with their texts; None where one text was left out."""
    pages = []
    for page in found.pages:
        text = text_of(folder, page)
        if text is None:
            return None
        hit = replace(found.hits[page.hit], body=text if page.has_speaker else None)
        pages.append((hit, Page(page.url, page.title, text, page.published, page.author)))
    return pages


def _reread(found: Recording, pages: list[tuple[Hit, Page]], sources: SourceLists) -> tuple[Evidence, ...]:
    result = found.result
    weighed = weigh(pages, result.quote, result.subject, sources, same_person, canonical_name)
    accounts = {one.url for one in result.evidence if one.source_class == "verified_account"}
    return tuple(replace(one, source_class="verified_account") if one.url in accounts else one for one in weighed)


def _reclassed(evidence: tuple[Evidence, ...], sources: SourceLists) -> tuple[Evidence, ...]:
    """The same evidence under these lists; a class that no list gave (comments, an account) stays."""
    return tuple(
        replace(one, source_class=_class_of(one, sources), source_reason=sources.classify(one.url).reason)
        for one in evidence
    )


def _class_of(one: Evidence, sources: SourceLists) -> SourceClass:
    is_listed = one.source_class not in ("user_generated", "verified_account")
    return sources.classify(one.url).source_class if is_listed else one.source_class


def _decide(found: Recording, evidence: tuple[Evidence, ...]) -> Verdict:
    """As the pipeline does; a check that got no further than its text has nothing to decide anew."""
    result = found.result
    if result.outcome not in ("checked", "no_subject"):
        return result.verdict
    return decide(
        evidence,
        quote=result.quote,
        subject_name=result.subject.name if result.subject else None,
        base_rate=result.verdict.base_rate,
        feature_set=found.options.feature_set,
    )


def _source_changes(recorded: tuple[Evidence, ...], now: tuple[Evidence, ...]) -> tuple[SourceChange, ...]:
    classes = {one.url: one.source_class for one in now}
    return tuple(
        SourceChange(one.url, one.source_class, classes[one.url])
        for one in recorded
        if classes.get(one.url, one.source_class) != one.source_class
    )


def _read_otherwise(recorded: tuple[Evidence, ...], now: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Pages that today's rules find other words or another speaker on, or take another stance from."""
    before, after = ({one.url: _as_read(one) for one in evidence} for evidence in (recorded, now))
    return tuple(url for url in dict.fromkeys((*before, *after)) if before.get(url) != after.get(url))


def _as_read(one: Evidence) -> tuple[object, ...]:
    return (one.quote_ratio, one.name_found, one.stance, one.said_by, one.differences)


def _is_same(recorded: Verdict, now: Verdict) -> bool:
    return (
        recorded.verdict == now.verdict
        and recorded.misattributed_to == now.misattributed_to
        and _is_close(recorded.probability_fake, now.probability_fake)
    )


def _is_close(recorded: float | None, now: float | None) -> bool:
    if recorded is None or now is None:
        return recorded is now
    return abs(recorded - now) <= _ROUNDING


def _summary(recorded: Verdict, now: Verdict, classes: int, pages: int, changed: tuple[str, ...]) -> str:
    """One line: the same, or what differs and what the verdict would be."""
    since = f" (changed since: {', '.join(_NAMES[name] for name in changed)})" if changed else ""
    parts = []
    if classes:
        parts.append(f"{classes} {'sources have' if classes > 1 else 'source has'} another class")
    if pages:
        parts.append(f"{pages} {'pages are' if pages > 1 else 'page is'} read otherwise")
    if not _is_same(recorded, now):
        parts.append(f"the verdict would be {_said(now)} instead of {_said(recorded)}")
    elif parts:
        parts.append("the verdict would be the same")
    return f"under today's source lists and model: {'; '.join(parts) or 'the same'}{since}"


def _said(verdict: Verdict) -> str:
    name = verdict.verdict.replace("_", " ")
    probability = verdict.probability_fake
    return name if probability is None else f"{name} ({probability:.1%} likely to be fake)"
