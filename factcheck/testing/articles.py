"""Articles of every kind that a quote meets on the web, written from templates that the product never sees.

Each function takes an address, the words, and whose they are said to be, and returns an ``Article`` as such a site
would word it: some assert, some debunk, some give the words to somebody else, some only mention the speaker. Use them
to build a web around one quote; ``wording`` picks one of several phrasings, so a test can vary them.
"""

from __future__ import annotations

import html
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One page of the fake web; ``paragraphs`` are plain text."""

    url: str
    title: str
    paragraphs: tuple[str, ...]
    published: str = "2019-03-04"
    author: str = "Staff writer"

    @property
    def text(self) -> str:
        """All that its search engine knows of it."""
        return "\n".join((self.title, *self.paragraphs))

    def render(self) -> str:
        """The page with the clutter of a real one around it."""
        body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in self.paragraphs)
        title = html.escape(self.title)
        return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="{self.published}"><link rel="canonical" href="{self.url}">
<script>window.dataLayer = window.dataLayer || [];</script><style>p {{ margin: 1em }}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<main><article><h1>{title}</h1><p class="byline">By {html.escape(self.author)}</p>
{body}
</article></main><aside>Sign up for our newsletter. Most read today.</aside>
<footer>Contact us. Privacy. All rights reserved.</footer></body></html>"""


def _pick(wording: int, *choices: str) -> str:
    return choices[wording % len(choices)]


def news(url: str, quote: str, speaker: str, *, wording: int = 0) -> Article:
    """A report that the speaker said it."""
    lead = _pick(
        wording,
        f"{speaker} told a crowd of several thousand on Tuesday evening that the season ahead would be decisive.",
        f"In remarks that drew long applause, {speaker} set out on Tuesday what comes next.",
        f"{speaker} spoke for forty minutes on Tuesday, mostly without notes.",
    )
    report = _pick(
        wording, f"“{quote}” {speaker} said.", f"{speaker} told reporters: “{quote}”", f"“{quote},” said {speaker}."
    )
    return Article(url, f"{speaker} speaks in the capital", (lead, report, "The hall had been full since noon."))


def transcript(url: str, quote: str, speaker: str) -> Article:
    """The speech itself, in an official record."""
    opening = "The President of the Senate called the sitting to order at ten o’clock. The record continues."
    return Article(
        url, f"Address of {speaker}: full text", (opening, f"{speaker}: {quote}", "[Applause.]"), author="Record Office"
    )


def quotation_page(url: str, quote: str, speaker: str, *, others: tuple[str, ...] = ()) -> Article:
    """A page of a quotation site: one line for each quote, the name below it, no source."""
    lines = tuple(f"“{line}” ― {speaker}" for line in (quote, *others))
    return Article(url, f"{speaker} quotes", (*lines, "Share this quote", "Browse quotes by topic"), author="")


def blog(url: str, quote: str, speaker: str) -> Article:
    """A private page that repeats it without a source."""
    return Article(
        url,
        "Thoughts for a Monday",
        ("It has been a long week here, and the garden needs rain.", f"As {speaker} once said, “{quote}”", "So true!"),
        author="Mel",
    )


def satire(url: str, quote: str, speaker: str) -> Article:
    """An invented report."""
    return Article(
        url,
        f"{speaker} surprises own cat",
        (f"“{quote}” {speaker} told the family cat, which left the room.", "The cat could not be reached."),
    )


def fact_check(url: str, quote: str, speaker: str, *, is_true: bool, wording: int = 0) -> Article:
    """A fact-checker's finding on whether the speaker said it."""
    claim = f"A picture shared thousands of times quotes {speaker} as saying: “{quote}”"
    if is_true:
        finding = _pick(
            wording,
            f"The quote is correctly attributed. A recording shows {speaker} saying these words.",
            f"{speaker} did say this; the transcript has it word for word.",
        )
        return Article(url, f"Did {speaker} say this?", (claim, "Rating: Correct Attribution", finding))
    finding = _pick(
        wording,
        f"We found no record that {speaker} ever said this. The quote is fabricated.",
        f"There is no evidence that {speaker} said or wrote these words, and a spokesman called them made up.",
        f"The words do not appear in any of the speeches, letters or interviews of {speaker}.",
    )
    return Article(url, f"Did {speaker} say this?", (claim, "Rating: Incorrect Attribution", finding))


def origin(url: str, quote: str, claimed: str, speaker: str) -> Article:
    """A study that gives the words to somebody else than claimed."""
    return Article(
        url,
        "Where a famous line comes from",
        (
            f"“{quote}” is often credited to {claimed}, but the earliest known use is by {speaker}.",
            f"{speaker} wrote it down years before it was first linked to {claimed}.",
        ),
    )


def mention(url: str, speaker: str) -> Article:
    """A page about the speaker that has nothing to do with the quote."""
    return Article(
        url,
        f"{speaker} opens new library",
        (f"{speaker} cut the ribbon of the town’s new library on Saturday.", "It holds forty thousand volumes."),
    )
