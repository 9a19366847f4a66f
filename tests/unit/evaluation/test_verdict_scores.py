"""Rates are over the quotes with a verdict, positive is fake, and repeated passes are means."""

from __future__ import annotations

import pytest

from factcheck.evaluation.verdict_scores import Judged, curve, row, wilson


def judged(label: str, verdict: str, probability: float | None = None) -> Judged:
    return Judged("q", "S", label == "fake", verdict, probability)


FAKE, REAL, OPEN = "likely_fake", "likely_real", "not_enough_evidence"
PASS = [
    *[judged("fake", FAKE, 0.9)] * 6, *[judged("fake", REAL, 0.2)] * 2, *[judged("fake", OPEN)] * 2,
    *[judged("real", REAL, 0.1)] * 7, judged("real", FAKE, 0.8), *[judged("real", OPEN, 0.5)] * 2,
]  # fmt: skip


def test_one_pass_is_counted_over_what_got_a_verdict() -> None:
    line = row("ours", [PASS])
    assert line["n"] == 20
    assert line["coverage"] == pytest.approx(16 / 20)
    assert line["accuracy"] == pytest.approx(13 / 16)
    assert line["false_positive_rate"] == pytest.approx(1 / 8)
    assert line["false_negative_rate"] == pytest.approx(2 / 8)
    assert line["precision"] == pytest.approx(6 / 7)
    assert line["f1"] == pytest.approx(2 * 6 / (2 * 6 + 1 + 2))
    assert (line["real_called_nothing"], line["fake_called_nothing"]) == (2, 2)


def test_several_passes_are_means_without_gaining_evidence() -> None:
    right = [judged("fake", FAKE), judged("real", REAL)]
    wrong = [judged("fake", REAL), judged("real", FAKE)]
    line = row("ours", [right, wrong])
    assert line["accuracy"] == pytest.approx(0.5)
    assert line["accuracy_interval"] == wilson(0.5, 2)


def test_nothing_decided_has_no_rates_rather_than_good_ones() -> None:
    line = row("ours", [[judged("fake", OPEN), judged("real", OPEN)]])
    assert line["coverage"] == 0
    assert line["accuracy"] is line["false_positive_rate"] is line["ece"] is None


def test_wilsons_interval_holds_the_share_and_stays_inside_0_and_1() -> None:
    low, high = wilson(0.0, 84)
    assert low == 0
    assert 0.03 < high < 0.06
    assert wilson(0.5, 100) == pytest.approx((0.404, 0.596), abs=0.001)
    assert wilson(None, 0) is None


def test_the_curve_trades_coverage_for_confidence() -> None:
    points = curve([PASS], base_rate=0.5)
    coverages = [point["coverage"] for point in points]
    assert coverages == sorted(coverages, reverse=True)
    assert coverages[0] == pytest.approx(18 / 20)
