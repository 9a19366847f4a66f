"""What the verdicts are measured against: rules and models that read less, on the same quotes and folds.

FAME's five counts through its own kind of machine, FAME's labelling rule, "any evidence found means real", the words
alone (naive Bayes: what the style gives away without any evidence), and the larger class. Each calls every quote.
FAME's published figures are on other data, with other search results, and are marked so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.evaluation import train
from factcheck.evaluation.verdict_scores import Judged, row
from factcheck.verdict import training
from factcheck.verdict.features import extract_fame

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.evaluation.recorded import RecordedQuote
    from factcheck.verdict.classifier import SupportVectorModel

PUBLISHED = (
    {"what": "FAME, published (other data: 1,000 memes, live search)", "n": 1000, "accuracy": 0.85, "coverage": 1.0,
     "false_positive_rate": 0.14, "true_positive_rate": 0.84, "true_negative_rate": 0.86, "false_negative_rate": 0.16,
     "precision": 0.79, "f1": 0.81, "is_published": True},
)  # fmt: skip


def by_rule(what: str, quotes: Sequence[RecordedQuote], is_fake: Callable[[RecordedQuote], bool]) -> dict[str, Any]:
    """A row for a rule that calls every quote."""
    return row(what, [[called(quote, is_fake=is_fake(quote)) for quote in quotes]])


def rules(quotes: Sequence[RecordedQuote]) -> list[dict[str, Any]]:
    """The rules that need no training."""
    return [
        by_rule("FAME's labelling rule", quotes, lambda quote: not published_by_enough(quote)),
        by_rule("any relevant page means real", quotes, lambda quote: not any(e.is_relevant for e in quote.evidence)),
    ]


def published_by_enough(quote: RecordedQuote) -> bool:
    """FAME's rule for a real quote: one highly trusted, .gov or verified source, or two legitimate or quotation."""
    count = extract_fame(quote.evidence)
    strong = count["trusted"] + count["government"] + count["verified_account"]
    return strong >= 1 or count["legitimate"] + count["quotation"] >= 2  # noqa: PLR2004 - FAME's own number


def fame_machine(quotes: Sequence[RecordedQuote], *, seed: int) -> list[Judged]:
    """FAME's five raw counts, RBF machine, out of fold, every quote called by its sign."""
    data = train.labelled(quotes, "fame")
    judged: dict[int, Judged] = {}
    for learn, test in training.folds(data, seed=seed):
        machine = training.fit_machine(data.subset(learn), training.RECIPES["fame"])
        judged |= {int(i): called_by(machine, quotes[i]) for i in test}
    return [judged[i] for i in range(len(quotes))]


def called_by(machine: SupportVectorModel, quote: RecordedQuote) -> Judged:
    """A forced call by the sign of the machine's decision."""
    return called(quote, is_fake=machine.score(machine.vector(extract_fame(quote.evidence))) > 0)


def larger_class(quotes: Sequence[RecordedQuote], *, seed: int) -> list[Judged]:
    """The class that is larger in the training folds."""
    data = train.labelled(quotes, "fame")
    judged: dict[int, Judged] = {}
    for learn, test in training.folds(data, seed=seed):
        is_fake = bool(data.is_fake[learn].mean() > 0.5)  # noqa: PLR2004 - the larger one
        judged |= {int(i): called(quotes[i], is_fake=is_fake) for i in test}
    return [judged[i] for i in range(len(quotes))]


def words_alone(quotes: Sequence[RecordedQuote], *, seed: int) -> list[Judged]:
    """Naive Bayes over the quote's words and word pairs: no evidence at all."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.naive_bayes import MultinomialNB

    data = train.labelled(quotes, "fame")
    texts = [quote.quote or "" for quote in quotes]
    judged: dict[int, Judged] = {}
    for learn, test in training.folds(data, seed=seed):
        counter = CountVectorizer(ngram_range=(1, 2))
        model = MultinomialNB().fit(counter.fit_transform([texts[i] for i in learn]), data.is_fake[learn])
        calls = model.predict(counter.transform([texts[i] for i in test]))
        judged |= {int(i): called(quotes[i], is_fake=bool(call)) for i, call in zip(test, calls, strict=True)}
    return [judged[i] for i in range(len(quotes))]


def called(quote: RecordedQuote, *, is_fake: bool) -> Judged:
    """A forced call of one quote."""
    return Judged(quote.id, quote.tier, quote.is_fake, "likely_fake" if is_fake else "likely_real", None)
