"""Training refuses what it can't learn from, keeps groups together and chooses the band by its error shares."""

from __future__ import annotations

import math

import numpy as np
import pytest

from factcheck.errors import ModelMismatch
from factcheck.verdict import training
from factcheck.verdict.features import FULL_FEATURES

RECIPE = training.RECIPES["full"]


def rows_with(**columns: list[float]) -> list[dict[str, float]]:
    n = len(next(iter(columns.values())))
    return [dict.fromkeys(FULL_FEATURES, 0.0) | {name: values[i] for name, values in columns.items()} for i in range(n)]


def test_a_feature_that_never_varies_does_not_enter() -> None:
    rows = rows_with(asserting=[1.0, 0.0, 1.0], trusted=[1 / 3] * 3, verified_account=[0.0, 1.0, 0.0])
    assert training.varying(rows, FULL_FEATURES) == ("asserting",)


def test_nothing_that_varies_is_an_error() -> None:
    with pytest.raises(ModelMismatch, match="no feature varies"):
        training.varying(rows_with(asserting=[1.0, 1.0]), FULL_FEATURES)


def test_one_class_alone_is_an_error() -> None:
    data = training.Labelled(rows_with(asserting=[1.0, 0.0]), np.array([True, True]), np.array([0, 1]))
    with pytest.raises(ModelMismatch, match="both"):
        training.fit_machine(data, RECIPE)


def test_folds_never_split_a_group_and_are_the_same_each_time() -> None:
    rng = np.random.default_rng(0)
    data = training.Labelled(rows_with(asserting=[0.0] * 60), rng.random(60) > 0.5, rng.integers(0, 20, 60))
    first = list(training.folds(data, seed=4))
    for learn, test in first:
        assert not set(data.groups[learn]) & set(data.groups[test])
    assert [test.tolist() for _, test in first] == [test.tolist() for _, test in training.folds(data, seed=4)]


def test_platt_scaling_is_positive_and_smoothed() -> None:
    scores = np.array([-2.0, -1.5, -1.0, 1.0, 1.5, 2.0])
    slope, offset = training.platt(scores, scores > 0)
    assert slope > 0
    assert 0.5 < 1 / (1 + math.exp(-(slope * 2 + offset))) < 0.99


def test_scores_that_say_the_opposite_mean_the_base_rate() -> None:
    scores = np.array([2.0, 1.0, -1.0, -2.0])
    slope, offset = training.platt(scores, scores < 0)
    assert (slope, offset) == (0.0, 0.0)


def test_the_band_keeps_both_error_shares() -> None:
    rng = np.random.default_rng(8)
    is_fake = rng.random(400) > 0.5
    log_ratios = np.where(is_fake, 1.5, -1.5) + rng.normal(0, 1.2, 400)
    real_below, fake_above = training.band(log_ratios, is_fake, RECIPE)
    called_fake, called_real = log_ratios >= math.log(fake_above), log_ratios <= math.log(real_below)
    assert (called_fake & ~is_fake).sum() <= RECIPE.fake_side * (~is_fake).sum()
    assert (called_real & is_fake).sum() <= RECIPE.real_side * is_fake.sum()
    assert (called_fake & is_fake).sum() > 100


def test_the_band_is_never_narrower_than_likely_means() -> None:
    is_fake = np.array([True, False])
    real_below, fake_above = training.band(np.array([5.0, -5.0]), is_fake, RECIPE)
    assert real_below == pytest.approx(1 / 2)
    assert fake_above == pytest.approx(3)


def test_calibration_error_is_the_mean_gap_by_rows() -> None:
    probabilities = np.array([0.95, 0.95, 0.05, 0.05])
    assert training.calibration_error(probabilities, np.array([True, True, False, False])) == pytest.approx(0.05)
    assert training.calibration_error(probabilities, np.array([True, False, False, False])) == pytest.approx(0.25)
