"""Verdicts on recorded real searches stay as right as they were, out of fold; the shipped model is the trained one."""

from __future__ import annotations

import json

import numpy as np
import pytest

from factcheck.evaluation import quotes, recorded, train
from factcheck.evaluation.gate import check_floor
from factcheck.verdict import classifier

pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def report(data_dir):
    return quotes.evaluate(data_dir, passes=3)


@pytest.mark.parametrize("figure", ["accuracy", "coverage", "false_positive_rate", "ece"])
def test_verdicts_keep_their_floors(report, figure) -> None:
    check_floor(f"quotes.{figure}", getattr(report, figure), report.corpus_sha256)


def test_every_quote_called_beats_what_reads_less(report) -> None:
    accuracy = {line["what"]: line["accuracy"] for line in report.rows}
    called = accuracy["verdicts, every quote called"]
    check_floor("quotes.accuracy_every_quote_called", called, report.corpus_sha256)
    for peer in ("FAME's five counts, RBF SVM", "FAME's labelling rule", "any relevant page means real",
                 "words alone, naive Bayes", "larger class"):  # fmt: skip
        assert called > accuracy[peer] + 0.1, peer


def test_circulating_quotes_alone_are_right_too(report) -> None:
    (line,) = [line for line in report.rows if line["what"] == "verdicts, tier S alone"]
    check_floor("quotes.accuracy_tier_s", line["accuracy"], report.corpus_sha256)
    assert line["real_called_fake"] <= 1


@pytest.mark.parametrize("feature_set", ["full", "fame"])
def test_the_shipped_model_is_what_training_gives(data_dir, feature_set) -> None:
    shipped, trained = classifier.load(feature_set), train.train(data_dir, feature_set)
    assert shipped.trained["corpus_sha256"] == recorded.sha256(data_dir / train.CORPUS)
    assert shipped.names == trained.names
    rows = train.labelled(recorded.read(data_dir / train.CORPUS), feature_set).rows
    for row in rows:
        ours, again = shipped.likelihood_ratio(row), trained.likelihood_ratio(row)
        assert np.isclose(ours, again, rtol=1e-3), "run `make train` and commit the models"


def test_the_shipped_model_file_is_plain_json_without_the_quotes(data_dir) -> None:
    text = (train.MODELS / "full.json").read_text(encoding="utf-8")
    assert json.loads(text)["svm"]["kernel"] == "rbf"
    quoted = [quote.quote for quote in recorded.read(data_dir / train.CORPUS) if quote.quote]
    assert quoted
    assert not any(quote[:30] in text for quote in quoted)
