"""Pages and archive documents → ``Evidence``: how much of the quote is there, who says it, what kind of source.

Every page is weighed by itself; counting and deciding belong to the verdict. A page that the name is not on is kept,
since the words under another name are what tells a misattribution. Pages without any of the quote are dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.evidence.match import find_name, match_quote
from factcheck.evidence.sections import passage_within
from factcheck.evidence.stance import judge_stance
from factcheck.evidence.wording import differences
from factcheck.model import RELEVANT_RATIO, Evidence, SourceClass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.evidence.sources import SourceLists
    from factcheck.model import Hit, Page, Subject

CONTEXT = 2_000
"""Characters on each side of the quote that its stance is judged on; the passage shown to people is shorter."""


_COMMENTS = re.compile(
    r"^\W{0,3}(?:\d{1,6} )?(?:reader |user )?comments?\W{0,3}(?:\d{1,6}\W{0,2})?$", re.IGNORECASE | re.MULTILINE
)
COMMENTS_AFTER = 0.3
"""Share of a page above which a heading "Comments" is a link to them; they stand at its end."""


def weigh(
    pages: Iterable[tuple[Hit, Page]],
    quote: str,
    subject: Subject | None,
    sources: SourceLists,
    is_same_person: Callable[[str, str], bool],
    canonical_name: Callable[[str], str],
) -> tuple[Evidence, ...]:
    """The evidence on ``pages`` for "subject said quote", the fullest match first; ties keep the order of search."""
    weighed = [_weigh_page(hit, page, quote, subject, sources, is_same_person, canonical_name) for hit, page in pages]
    found = [evidence for evidence in weighed if evidence.quote_ratio > RELEVANT_RATIO]
    return tuple(sorted(found, key=lambda evidence: -evidence.quote_ratio))


def _weigh_page(
    hit: Hit,
    page: Page,
    quote: str,
    subject: Subject | None,
    sources: SourceLists,
    is_same_person: Callable[[str, str], bool],
    canonical_name: Callable[[str], str],
) -> Evidence:
    match = match_quote(quote, page.text)
    source = sources.classify(page.url)
    names = (subject.name, *subject.aliases) if subject else ()
    author = page.author if hit.body is not None else None  # a document's speaker; a page's author only wrote about it
    if author and subject is not None and is_same_person(author, subject.name):
        author = subject.name
    judgement = judge_stance(
        quote=quote,
        subject_names=names,
        url=page.url,
        title=page.title,
        passage=passage_within(page.text, match.start - CONTEXT, match.end + CONTEXT),
        author=author,
        source_class=source.source_class,
        quote_ratio=match.ratio,
    )
    source_class: SourceClass = "user_generated" if _is_in_comments(page.text, match.start) else source.source_class
    is_person = judgement.said_by is not None and source.source_class != "satire"
    said_by = canonical_name(judgement.said_by or "") if is_person else judgement.said_by
    is_subjects = subject is not None and said_by is not None and is_same_person(said_by, subject.name)
    is_named = subject is not None and find_name(subject.name, subject.aliases, f"{page.title}\n{page.text}")
    return Evidence(
        url=page.url,
        domain=source.domain,
        source_class=source_class,
        title=page.title,
        passage=match.passage,
        quote_ratio=match.ratio,
        name_found=is_named or is_subjects,
        stance=judgement.stance,
        said_by=subject.name if subject is not None and is_subjects else said_by,
        published=page.published,
        provider=hit.provider,
        source_reason=source.reason if source_class == source.source_class else "in the page's comments",
        differences=differences(quote, page.text, match) if judgement.said_by else (),
    )


def _is_in_comments(text: str, at: int) -> bool:
    """Whether readers wrote what stands there: it comes after a heading of their own."""
    return _COMMENTS.search(text, int(COMMENTS_AFTER * len(text)), max(0, at)) is not None
