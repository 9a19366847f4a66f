"""One page, one quote, one person → does the page say that the person said it, deny it, or neither; and whose words
does it say they are.

Rule-based and careful: a stance is only taken on wording next to the quote or in the headline, and what is unclear is
``discusses`` (the person is there) or ``unrelated``. Denials are looked for outside the quote's own words, after the
turns of phrase that only look like denials are cut out. A page that calls the content false but the attribution true
asserts. Words on record under another name alone are ``unrelated`` to the claim, with ``said_by`` set. It reads no
page by itself and does not say what a stance is worth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.evidence import stance_cues as cues
from factcheck.evidence.speaker import NOBODY, Speakers, speakers_beside
from factcheck.evidence.surroundings import (
    LONGEST_PASSAGE,
    LONGEST_TITLE,
    Context,
    around,
    own_section,
    quotes_other_words,
    shares_content,
)
from factcheck.model import RELEVANT_RATIO
from factcheck.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import SourceClass, Stance

CLOSE_RATIO = 0.6
"""Below 60 % of the words a window may match by "of the … and to the" alone: of 300 sentences of presidential
addresses, most matched 30–60 % of some other president's. There, most words of six letters must be in the passage."""

VERBATIM_RATIO = 0.9
"""The same bound for a document of somebody else: a whole archive has some sentence with six of ten common words."""

BESIDE = 320
"""Characters on each side of the quote that are read for cues: about two sentences."""
FACT_CHECK_BESIDE = 1_500
"""The same on a fact-checker's page, which is about this claim alone and gives its finding further down."""

_OPENED = re.compile(r"(?:^|[\s(\[:,-])[\"']{1,2}$")
"""A quotation mark that opens right before the words; after a word or full stop it closes what came before."""


@dataclass(frozen=True, slots=True)
class StanceJudgement:
    """``said_by``: the subject's first name where the page gives it the words, else another's as written. ``cues``:
    what the judgement rests on.
    """

    stance: Stance
    said_by: str | None
    cues: tuple[str, ...]


def judge_stance(
    *,
    quote: str,
    subject_names: tuple[str, ...],
    url: str,
    title: str,
    passage: str,
    author: str | None,
    source_class: SourceClass,
    quote_ratio: float,
) -> StanceJudgement:
    """The stance of one page. ``subject_names``: the canonical name first, then aliases; empty when nobody is claimed.
    ``author``: the speaker or writer of an archived document, never a journalist's byline. ``passage``: the text
    around the quote with its lines kept, wider than what is shown to people.
    """
    if quote_ratio <= RELEVANT_RATIO:
        return StanceJudgement("unrelated", None, ("too little of the quote",))
    least = VERBATIM_RATIO if author and not _is_own(author, subject_names) else CLOSE_RATIO
    if quote_ratio < least and not shares_content(quote, passage):
        is_named = _names_any(fold(passage[:LONGEST_PASSAGE]), subject_names)
        return StanceJudgement("discusses" if is_named else "unrelated", None, ("common words by chance",))
    context = around(quote, passage, BESIDE)
    if source_class == "quotation":
        context = own_section(context)
    speakers = speakers_beside(context.before, context.after, subject_names)
    if author and not _hands_on(context, speakers):
        return _by_author(author, subject_names)
    headline = f"{fold(title[:LONGEST_TITLE])} | {_readable(url)}"
    read = context
    if source_class == "fact_checker":
        is_about_other_words = quotes_other_words(title, quote)
        headline = "" if is_about_other_words else headline
        read = context if is_about_other_words else around(quote, passage, FACT_CHECK_BESIDE)
    debunking, confirming = _denials(read.folded, headline, subject_names, source_class)
    confirming += ("did say",) if cues.DID_SAY.search(fold(context.before)) else ()
    if debunking:
        is_about_subject = source_class == "fact_checker" or _names_any(f"{read.folded} {headline}", subject_names)
        return _denied(debunking, confirming, speakers, subject_names if is_about_subject else ())
    if source_class == "satire":
        return StanceJudgement("discusses", f"{_site(url)} (satire)", ("satire site",))
    if _is_hedged(quote, passage, context, source_class) and not confirming:
        speakers = replace(NOBODY, cues=("told without vouching for it",))
    elif source_class == "quotation" and not speakers.other and _names_any(headline, subject_names):
        confirming += ("quotation site's page for the name",)
    return _attributed(context, headline, speakers, subject_names, confirming)


def _is_hedged(quote: str, passage: str, context: Context, source_class: SourceClass) -> bool:
    """Whether the page tells of a claim, an "attributed to" or a heading "Disputed" rather than of what was said."""
    before, after = fold(context.before), fold(context.after)
    if cues.CLAIMED.search(before) or cues.HEDGED_BEFORE.search(before) or cues.HEDGED_AFTER.search(after):
        return True
    if source_class != "quotation":
        return False
    sections = list(cues.SECTION.finditer(fold(around(quote, passage, LONGEST_PASSAGE).before)))
    return bool(sections) and sections[-1]["denied"] is not None


def _denied(
    debunking: tuple[str, ...], confirming: tuple[str, ...], speakers: Speakers, subject_names: tuple[str, ...]
) -> StanceJudgement:
    """A denial stands unless it is not about the subject, something next to it confirms, or it is the speaker's own."""
    if not subject_names:
        return StanceJudgement("unrelated", None, (*debunking, "about somebody else"))
    if confirming or debunking == (DENIED,):
        return StanceJudgement("discusses", None, debunking + confirming)
    return StanceJudgement("debunks", speakers.other, debunking)


DENIED = "denied by the speaker"


def _denials(
    around: str, headline: str, subject_names: tuple[str, ...], source_class: SourceClass
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the cues that deny the attribution, and of those that confirm it."""
    confirming = _found(cues.REVERSALS, around) + _found(cues.REVERSALS, headline)
    around, headline = _without(cues.REVERSALS, around), _without(cues.REVERSALS, headline)
    debunking = _found(cues.DEBUNKS, around)
    is_checker = source_class == "fact_checker"
    if is_checker or _names_any(headline, subject_names):
        debunking += _found(cues.DEBUNKING_TITLE, headline)
    if is_checker:
        debunking += _found(cues.FACT_CHECK_TITLE, headline)
    if not debunking and cues.DENIED_BY_SPEAKER.search(around):
        debunking = (DENIED,)
    return debunking, confirming


def _by_author(author: str, subject_names: tuple[str, ...]) -> StanceJudgement:
    """A document's own words are its author's: the subject's only under the very name, since a record outweighs all."""
    if _is_own(author, subject_names):
        return StanceJudgement("asserts", subject_names[0], ("author of the document",))
    return StanceJudgement("unrelated", author, ("another author's document",))


def _is_own(author: str, subject_names: tuple[str, ...]) -> bool:
    return bool(subject_names) and words(author) == words(subject_names[0])


def _hands_on(context: Context, speakers: Speakers) -> bool:
    """Whether an author gives the words as somebody else's: quotation marks, reported speech, a name."""
    before = fold(context.before)
    if cues.OWN_WORDS.search(before[-80:]):
        return False
    return (
        _OPENED.search(before) is not None
        or cues.REPORTED_SPEECH.search(before[-120:]) is not None
        or cues.INTRODUCED.search(before) is not None
        or speakers.other is not None
        or speakers.is_subject
    )


def _attributed(
    context: Context,
    headline: str,
    speakers: Speakers,
    subject_names: tuple[str, ...],
    confirming: tuple[str, ...],
) -> StanceJudgement:
    """Who is named as the speaker where nothing denies it."""
    if speakers.is_subject and speakers.other:
        return StanceJudgement("discusses", None, (*speakers.cues, "two speakers named"))
    if speakers.is_subject:
        return StanceJudgement("asserts", subject_names[0], (*speakers.cues, *confirming))
    if speakers.other:
        return StanceJudgement("unrelated", speakers.other, speakers.cues)
    if not _names_any(f"{context.folded} {headline}", subject_names):
        return StanceJudgement("unrelated", None, ())
    if confirming:
        return StanceJudgement("asserts", subject_names[0], confirming)
    return StanceJudgement("discusses", None, ("name on the page, no attribution beside the quote",))


def _readable(url: str) -> str:
    """An address as words: its path often carries the headline."""
    return " ".join(words(url.partition("://")[2].partition("?")[0][:LONGEST_TITLE]))


def _site(url: str) -> str:
    return url.partition("://")[2].partition("/")[0][:LONGEST_TITLE].removeprefix("www.")


def _names_any(folded: str, names: Iterable[str]) -> bool:
    """Whether any name, or the surname of one, stands in folded text."""
    present = f" {' '.join(words(folded))} "
    forms = {form for name in names if (form := " ".join(words(name)))}
    surnames = {form.split()[-1] for form in forms if " " in form}
    return any(f" {form} " in present or f" {form}s " in present for form in forms | surnames)


def _found(patterns: Mapping[str, re.Pattern[str]], text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in patterns.items() if pattern.search(text))


def _without(patterns: Mapping[str, re.Pattern[str]], text: str) -> str:
    for pattern in patterns.values():
        text = pattern.sub(" … ", text)
    return text
