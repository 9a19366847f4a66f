"""``evaluate quotes``: how right the verdicts are on recorded real searches, *stance judged by a reader*.

Without ``on``: repeated, stratified cross-validation of the development recording; folds never split a person or
versions of one quote, and calibration and abstention band are chosen inside each training fold. With ``on``: the
shipped model, untouched, on another recording. Tier S (circulating quotes, both classes from one fact-checker) and
tier A stand by themselves, because elsewhere label and origin are confounded. Passages weren't recorded: how well our
own code reads a page's stance is not measured here.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.errors import ModelMissing, SettingsError
from factcheck.evaluation import quote_baselines as baselines
from factcheck.evaluation import recorded, train
from factcheck.evaluation.verdict_scores import Judged, curve, row
from factcheck.verdict import classifier, training
from factcheck.verdict.decide import decide

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console

    from factcheck.evaluation.recorded import RecordedQuote
    from factcheck.verdict.classifier import FeatureSet, SupportVectorModel

PASSES = 5
FIRST_SEED = 7000
COLUMNS = (
    ("n", "n"), ("accuracy", "accuracy"), ("coverage", "coverage"), ("false_positive_rate", "real called fake"),
    ("false_negative_rate", "fake called real"), ("f1", "F1"), ("ece", "ECE"),
)  # fmt: skip
STANCE = "judged by a reader (recorded)"


@dataclass(frozen=True, slots=True)
class QuotesReport:
    """The head figures are those of ``rows[0]``; ``curve`` is accuracy against coverage."""

    n: int
    accuracy: float | None
    coverage: float | None
    false_positive_rate: float | None
    ece: float | None
    rows: tuple[dict[str, Any], ...]
    curve: tuple[dict[str, float | None], ...]
    stance: str
    feature_set: str
    protocol: str
    base_rate: float
    corpus: str
    corpus_sha256: str

    def to_json(self) -> dict[str, Any]:
        """The report as one JSON document."""
        return dataclasses.asdict(self)

    def render(self, console: Console) -> None:
        """The rows as a table, with how they were made above."""
        from rich.table import Table

        console.print(f"{self.n} quotes of {self.corpus}. Stance: {self.stance}. {self.protocol}.")
        table = Table("", *(name for _, name in COLUMNS), caption="accuracy and rates over quotes with a verdict")
        for line in self.rows:
            table.add_row(line["what"], *(_cell(line.get(key)) for key, _ in COLUMNS))
        console.print(table)


def evaluate(
    data_dir: Path | None, on: Path | None = None, feature_set: FeatureSet = "full", passes: int = PASSES
) -> QuotesReport:
    """The table of verdicts, baselines beside.

    Raises:
        SettingsError: when the recording is missing or not of its form.
        ModelMissing: when scikit-learn is needed and not installed.
    """
    if on is not None:
        return _shipped(on, feature_set)
    if data_dir is None:
        raise SettingsError("no data: give --data DIR or --on PATH, or set FACTCHECK_EVALUATION_DATA_DIR")
    if importlib.util.find_spec("sklearn") is None:
        raise ModelMissing("cross-validation trains models: pip install 'factcheck[evaluation]'")
    return _cross_validated(data_dir / train.CORPUS, feature_set, passes)


def _cross_validated(path: Path, feature_set: FeatureSet, passes: int) -> QuotesReport:
    quotes = recorded.read(path)
    seeds = range(FIRST_SEED, FIRST_SEED + passes)
    ours = [judge_out_of_fold(quotes, feature_set, seed=seed) for seed in seeds]
    bare = without_fact_checkers(quotes)
    rows = [
        *_by_tier("verdicts", ours),
        row("verdicts, fact-check sites removed", [judge_out_of_fold(bare, feature_set, seed=seed) for seed in seeds]),
        row("verdicts, every quote called", [_forced(one) for one in ours]),
        row("FAME's five counts, RBF SVM", [baselines.fame_machine(quotes, seed=seed) for seed in seeds]),
        *baselines.rules(quotes),
        row("larger class", [baselines.larger_class(quotes, seed=seed) for seed in seeds]),
    ]
    if all(quote.quote for quote in quotes):
        words_alone = [baselines.words_alone(quotes, seed=seed) for seed in seeds]
        rows += _by_tier("words alone, naive Bayes", words_alone)
    protocol = f"{passes} passes of {training.FOLDS}-fold cross-validation, grouped by person and quote"
    return _report(path, ours, rows, feature_set=feature_set, protocol=protocol)


def _shipped(path: Path, feature_set: FeatureSet) -> QuotesReport:
    quotes = recorded.read(path)
    fame = classifier.load("fame")
    judge = functools.partial(_judged, model=classifier.load(feature_set), feature_set=feature_set, base=_base(quotes))
    ours = [[judge(quote) for quote in quotes]]
    rows = [
        *_by_tier("verdicts", ours),
        row("verdicts, fact-check sites removed", [[judge(quote) for quote in without_fact_checkers(quotes)]]),
        row("verdicts, every quote called", [_forced(ours[0])]),
        row("FAME's five counts, RBF SVM", [[baselines.called_by(fame, quote) for quote in quotes]]),
        *baselines.rules(quotes),
    ]
    protocol = "the shipped model, untouched"
    if recorded.sha256(path) == fame.trained["corpus_sha256"]:
        protocol += "; it was TRAINED ON THIS FILE, so these figures say nothing about other quotes"
    return _report(path, ours, rows, feature_set=feature_set, protocol=protocol)


def _report(
    path: Path,
    ours: Sequence[Sequence[Judged]],
    rows: list[dict[str, Any]],
    *,
    feature_set: FeatureSet,
    protocol: str,
) -> QuotesReport:
    head = rows[0]
    base = _base(ours[0])
    return QuotesReport(
        n=len(ours[0]),
        accuracy=head["accuracy"],
        coverage=head["coverage"],
        false_positive_rate=head["false_positive_rate"],
        ece=head["ece"],
        rows=(*rows, *baselines.PUBLISHED),
        curve=tuple(curve(ours, base)),
        stance=STANCE,
        feature_set=feature_set,
        protocol=protocol,
        base_rate=base,
        corpus=path.name,
        corpus_sha256=recorded.sha256(path),
    )


def judge_out_of_fold(quotes: Sequence[RecordedQuote], feature_set: FeatureSet, *, seed: int) -> list[Judged]:
    """Every quote's verdict by a model that saw neither its person nor a version of its words."""
    everything = train.labelled(quotes, "fame")
    judged: dict[int, Judged] = {}
    for learn, test in training.folds(everything, seed=seed):
        learned = train.labelled([quotes[i] for i in learn], feature_set)
        model = training.fit(learned, training.RECIPES[feature_set], seed=seed)
        base = _base([quotes[i] for i in learn])
        judged |= {int(i): _judged(quotes[i], model=model, feature_set=feature_set, base=base) for i in test}
    return [judged[i] for i in range(len(quotes))]


def without_fact_checkers(quotes: Sequence[RecordedQuote]) -> list[RecordedQuote]:
    """The same quotes as if no fact-checker had been found: the harder test."""
    return [
        dataclasses.replace(quote, evidence=tuple(e for e in quote.evidence if e.source_class != "fact_checker"))
        for quote in quotes
    ]


def _judged(quote: RecordedQuote, *, model: SupportVectorModel, feature_set: FeatureSet, base: float) -> Judged:
    verdict = decide(
        quote.evidence,
        quote=quote.quote,
        subject_name=quote.claimed_author,
        base_rate=base,
        feature_set=feature_set,
        model=model,
    )
    return Judged(quote.id, quote.tier, quote.is_fake, verdict.verdict, verdict.probability_fake)


def _forced(judged: Sequence[Judged]) -> list[Judged]:
    """Every quote called: by the likelier side, and fake where nothing was found, as FAME must."""
    return [
        dataclasses.replace(j, verdict="likely_fake" if (j.probability_fake or 1.0) >= 0.5 else "likely_real")  # noqa: PLR2004
        for j in judged
    ]


def _by_tier(what: str, passes: Sequence[Sequence[Judged]]) -> list[dict[str, Any]]:
    tiers = sorted({judged.tier for judged in passes[0]} - {""})
    alone = [
        row(f"{what}, tier {tier} alone", [[j for j in one if j.tier == tier] for one in passes], tier=tier)
        for tier in tiers
    ]
    return [row(what, passes), *(alone if len(tiers) > 1 else [])]


def _cell(value: float | None) -> str:
    """A count or a share as shown; "–" where there is none."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _base(quotes: Sequence[RecordedQuote] | Sequence[Judged]) -> float:
    """The file's own share of fakes, kept away from 0 and 1 for a file of one class."""
    return (sum(quote.is_fake for quote in quotes) + 0.5) / (len(quotes) + 1)
