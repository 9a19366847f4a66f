"""Scoring by numpy equals scikit-learn's; models are plain JSON; the envelope is monotone everywhere."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ModelMismatch
from factcheck.verdict import classifier, training
from factcheck.verdict.features import FULL_FEATURES

COUNTS = classifier.COUNT_LEVELS


def random_rows(n: int, seed: int) -> tuple[list[dict[str, float]], np.ndarray]:
    rng = np.random.default_rng(seed)
    rows = [
        {name: float(rng.choice(classifier.RATIO_LEVELS if "ratio" in name else COUNTS)) for name in FULL_FEATURES}
        | {"verified_account": 0.0}
        for _ in range(n)
    ]
    is_fake = np.array([row["debunking"] + rng.normal(0, 0.4) > row["asserting"] for row in rows])
    return rows, is_fake


@pytest.fixture(scope="module")
def data() -> training.Labelled:
    rows, is_fake = random_rows(120, seed=3)
    return training.Labelled(rows, is_fake, np.arange(120) // 3)


@pytest.mark.parametrize("feature_set", ["full", "fame"])
def test_decisions_equal_scikit_learns_to_a_billionth(data, feature_set) -> None:
    from sklearn.svm import SVC

    machine = training.fit_machine(data, training.RECIPES[feature_set])
    matrix = np.array([machine.vector(row) for row in data.rows])
    scaled = (matrix - matrix.mean(axis=0)) / matrix.std(axis=0)
    peer = SVC(kernel="rbf", C=1.0, gamma=1 / matrix.shape[1]).fit(scaled, data.is_fake)
    assert np.abs(machine.decision(matrix) - peer.decision_function(scaled)).max() <= 1e-9


def test_a_model_survives_json(data) -> None:
    model = training.fit(data, training.RECIPES["full"], seed=1, trained={"corpus": "made up"})
    again = classifier.from_json(json.loads(json.dumps(classifier.to_json(model))))
    for row in data.rows[:20]:
        assert again.likelihood_ratio(row) == model.likelihood_ratio(row)
    assert (again.good, again.bad, again.trained) == (model.good, model.bad, model.trained)


def test_an_unknown_format_is_refused(data) -> None:
    document = classifier.to_json(training.fit_machine(data, training.RECIPES["full"]))
    with pytest.raises(ModelMismatch, match="format 99"):
        classifier.from_json(document | {"format": 99})


def test_the_envelope_is_the_highest_below_of_the_lowest_below(data) -> None:
    machine = training.fit_machine(data, training.RECIPES["full"])
    row = np.zeros(len(machine.names))
    row[machine.good[0]], row[machine.good[-1]], row[machine.bad[0]], row[machine.bad[2]] = 2 / 3, 0.75, 1 / 3, 1.0
    levels = [
        [level for level in (classifier.RATIO_LEVELS if "ratio" in name else COUNTS) if level <= value + 1e-9]
        for name, value in zip(machine.names, row, strict=True)
    ]
    points = [np.array(point) for point in itertools.product(*levels)]
    lowest: dict[tuple[float, ...], float] = {}
    for point in points:
        bad = tuple(point[list(machine.bad)])
        lowest[bad] = min(lowest.get(bad, np.inf), float(machine.decision(point[None, :])[0]))
    assert machine.score(row) == pytest.approx(max(lowest.values()), abs=1e-12)


levels = st.sampled_from(COUNTS)
feature_rows = st.fixed_dictionaries(
    dict.fromkeys(FULL_FEATURES, levels) | {"best_quote_ratio": st.sampled_from(classifier.RATIO_LEVELS)}
)


@pytest.mark.parametrize("trained_on", ["recordings", "noise"])
@given(row=feature_rows, name=st.sampled_from(FULL_FEATURES), higher=levels)
def test_good_features_never_raise_the_ratio_and_bad_ones_never_lower_it(trained_on, row, name, higher) -> None:
    model = classifier.load("full") if trained_on == "recordings" else noise_model()
    changed = row | {name: max(row[name], 0.95 if name == "best_quote_ratio" and higher else higher)}
    before, after = model.likelihood_ratio(row), model.likelihood_ratio(changed)
    if name in training.RAISES:
        assert after >= before * (1 - 1e-9)
    else:
        assert after <= before * (1 + 1e-9)


_NOISE: list[classifier.SupportVectorModel] = []


def noise_model() -> classifier.SupportVectorModel:
    """A machine fitted to labels without sense, as far from monotone as an RBF machine gets."""
    if not _NOISE:
        rows, _ = random_rows(80, seed=11)
        labels = np.random.default_rng(5).random(80) > 0.5
        _NOISE.append(training.fit_machine(training.Labelled(rows, labels, np.arange(80)), training.RECIPES["full"]))
    return _NOISE[0]


def test_a_verified_account_weighs_as_a_highly_trusted_source() -> None:
    model = classifier.load("full")
    nothing = dict.fromkeys(FULL_FEATURES, 0.0) | {"asserting": 1 / 3, "best_quote_ratio": 0.95}
    verified, trusted = nothing | {"verified_account": 1 / 3}, nothing | {"trusted": 1 / 3}
    assert model.likelihood_ratio(verified) == model.likelihood_ratio(trusted)
    assert "verified_account" not in model.names
