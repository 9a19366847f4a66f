"""The values that stages hand to each other: frozen, without behaviour, without I/O.

Read it top to bottom and you have read the pipeline: picture → reading → quote and subject → queries and hits →
evidence → verdict → check result. ``CheckResult`` is the document that every door (command line, service,
extension) shows; its field names are a contract: fields may be added, none removed or renamed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Outcome: TypeAlias = Literal[
    "checked", "no_text", "no_quote", "several_quotes", "no_subject", "unsupported_language", "not_a_claim",
    "unreadable",
]  # fmt: skip
VerdictName: TypeAlias = Literal["likely_real", "likely_fake", "not_enough_evidence"]
Stance: TypeAlias = Literal["asserts", "debunks", "discusses", "unrelated"]
SourceClass: TypeAlias = Literal[
    "highly_trusted", "legitimate_news", "quotation", "government_us", "government_other", "verified_account",
    "fact_checker", "satire", "social", "user_generated", "unrated",
]  # fmt: skip
LineRole: TypeAlias = Literal["meme", "watermark", "chrome", "scene"]
Box: TypeAlias = tuple[float, float, float, float]
"""left, top, right, bottom in pixels of the upright picture."""

SOURCE_CLASSES: tuple[SourceClass, ...] = (
    "highly_trusted", "legitimate_news", "quotation", "government_us", "government_other", "verified_account",
    "fact_checker", "satire", "social", "user_generated", "unrated",
)  # fmt: skip


# ── reading ────────────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text in a picture. ``score`` is the engine's confidence, 0–1."""

    text: str
    score: float
    box: Box
    role: LineRole = "meme"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a picture says. ``text``: the meme's own words in reading order, a newline between lines; ``lines``: every
    line kept, in that order, with watermarks, site chrome and scene text marked by their role. ``blocks``: indexes
    into ``lines`` grouped by block of text (caption, column, speech bubble).
    """

    text: str
    lines: tuple[TextLine, ...]
    engine: str
    blocks: tuple[tuple[int, ...], ...] = ()
    rotation_degrees: int = 0
    is_script_supported: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """A name that the text itself gives as the speaker, and the words around it (dates, titles) as written."""

    name: str
    text: str
    found_by: Literal["dash", "tilde", "by", "said", "title_line", "given"]


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """What was found to check. ``segments``: the pieces to search for one by one (sentences of three words or more);
    ``quotes``: all quotations found, of which ``quote`` is the one to check.
    """

    outcome: Outcome
    quote: str
    found_by: Literal["quotation_marks", "attribution", "whole_text", "given", ""]
    attribution: Attribution | None = None
    segments: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is said to have said it, in canonical form, and how we know. ``disagreement`` says what other signs (the
    face, another name) pointed to.
    """

    name: str
    found_by: Literal["attribution", "face", "ner", "given"]
    score: float
    disagreement: str | None = None
    aliases: tuple[str, ...] = ()


# ── search and evidence ────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Query:
    """One question to the providers, and why it is asked."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result. Providers that hold the document itself (the archive) fill ``body`` and ``author``."""

    url: str
    title: str
    snippet: str
    provider: str
    rank: int
    published: str | None = None
    author: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: ``text`` is the whole visible body."""

    url: str
    title: str
    text: str
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class QueryRecord:
    """What was asked of whom, why, and how many results came back."""

    provider: str
    query: str
    why: str
    results: int


@dataclass(frozen=True, slots=True)
class Degraded:
    """A stage that could not do its part, and why; the check went on without it."""

    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quote, and what a source has in their place; either may be empty."""

    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source as weighed. ``quote_ratio``: longest common subsequence of words in the best window, as a share of
    the quote, 0–1. ``said_by``: whom the page names as the speaker. ``differences``: where its wording departs from
    the quote's in a way that may change what is said; looked for only where somebody is named as the speaker.
    """

    url: str
    domain: str
    source_class: SourceClass
    title: str
    passage: str
    quote_ratio: float
    name_found: bool
    stance: Stance
    said_by: str | None
    published: str | None
    provider: str
    source_reason: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def is_relevant(self) -> bool:
        """FAME's two conditions: more than 0.3 of the quote in one window, and the name on the page."""
        return self.quote_ratio > RELEVANT_RATIO and self.name_found


RELEVANT_RATIO = 0.3  # FAME, table 2: every threshold from 0.25 to 0.50 but this one costs F1


# ── verdict ────────────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence for people, and the indexes of the evidence it rests on."""

    text: str
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record supports. ``probability_fake`` holds at ``base_rate``; None where nothing was found to weigh."""

    verdict: VerdictName
    headline: str
    probability_fake: float | None
    base_rate: float
    reasons: tuple[Reason, ...]
    misattributed_to: str | None = None
    features: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckInput:
    """What was handed in: its kind, a name to show, and the SHA-256 of its bytes (None: they could not be had)."""

    kind: Literal["image", "quote"]
    name: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A source of a recorded check that today's lists put in another class."""

    url: str
    recorded: SourceClass
    today: SourceClass


@dataclass(frozen=True, slots=True)
class Replayed:
    """How a recorded check would come out today: under today's ``verdict`` and ``probability_fake``. ``changed``: what
    it depends on and has changed since (``factcheck``, ``source_lists``, ``model``); ``is_reread``: the recorded page
    texts were there, so that matching and stance were judged anew too, and ``read_otherwise`` has the pages where that
    made a difference. ``summary`` says it in one line.
    """

    recorded_at: str
    is_same: bool
    summary: str
    verdict: VerdictName
    probability_fake: float | None
    changed: tuple[str, ...] = ()
    sources: tuple[SourceChange, ...] = ()
    is_reread: bool = False
    read_otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The whole answer to one input; ``error`` is (code, message) when the input was unreadable."""

    id: str
    checked_at: str
    input: CheckInput
    outcome: Outcome
    text: str
    quote: str
    quote_found_by: str
    subject: Subject | None
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    fact_checks: tuple[Evidence, ...] = ()
    queries: tuple[QueryRecord, ...] = ()
    degraded: tuple[Degraded, ...] = ()
    timing_ms: dict[str, float] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()
    lines: tuple[TextLine, ...] = ()
    not_a_claim_kind: str | None = None
    recording: str | None = None
    error: tuple[str, str] | None = None
    replayed: Replayed | None = None
