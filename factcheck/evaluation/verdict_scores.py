"""Verdicts with their labels → the figures of a table row. "Positive" is fake, as in FAME.

Accuracy and rates are over the quotes that got a verdict; ``coverage`` says how many did. A row over several repeats
of cross-validation holds means; the intervals are Wilson's at 95 % for the mean count over one pass, since repeats of
the same quotes add no evidence.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Any

from factcheck.verdict.training import calibration_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import VerdictName

Z_95 = 1.96


@dataclass(frozen=True, slots=True)
class Judged:
    """One quote's verdict, and what it should have been. ``tier`` says where its label comes from."""

    id: str
    tier: str
    is_fake: bool
    verdict: VerdictName
    probability_fake: float | None


def row(what: str, passes: Sequence[Sequence[Judged]], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    """One table row over one or more passes of the same quotes."""
    singles = [_single(judged) for judged in passes]
    merged = {key: _mean([single[key] for single in singles]) for key in singles[0]}
    n = len(passes[0])
    decided = round(n * (merged["coverage"] or 0))
    reals = round((merged["real_called_real"] or 0) + (merged["real_called_fake"] or 0))
    return {
        "what": what,
        "n": n,
        **merged,
        "passes": len(passes),
        "accuracy_interval": wilson(merged["accuracy"], decided),
        "false_positive_interval": wilson(merged["false_positive_rate"], reals),
        **more,
    }


def wilson(share: float | None, n: int) -> tuple[float, float] | None:
    """Wilson's 95 % interval of a share of n."""
    if share is None or n == 0:
        return None
    middle = (share + Z_95**2 / (2 * n)) / (1 + Z_95**2 / n)
    half = Z_95 / (1 + Z_95**2 / n) * math.sqrt(share * (1 - share) / n + Z_95**2 / (4 * n**2))
    return (max(0.0, middle - half), min(1.0, middle + half))


def curve(passes: Sequence[Sequence[Judged]], base_rate: float) -> list[dict[str, float | None]]:
    """Accuracy against coverage as the band widens: what is called when only the likelihood ratio decides."""
    return [
        {"likelihood_ratio": ratio, **_chosen(passes, base_rate, ratio)}
        for ratio in (1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0)
    ]


def _chosen(passes: Sequence[Sequence[Judged]], base_rate: float, ratio: float) -> dict[str, float | None]:
    recalled = [[_at_ratio(judged, base_rate, ratio) for judged in one] for one in passes]
    singles = [_single(one) for one in recalled]
    return {key: _mean([single[key] for single in singles]) for key in ("coverage", "accuracy", "false_positive_rate")}


def _at_ratio(judged: Judged, base_rate: float, ratio: float) -> Judged:
    p = judged.probability_fake
    verdict: VerdictName = "not_enough_evidence"
    if p is not None:
        likelihood = p / (1 - p) * (1 - base_rate) / base_rate
        if max(likelihood, 1 / likelihood) >= ratio:
            verdict = "likely_fake" if likelihood >= 1 else "likely_real"
    return Judged(judged.id, judged.tier, judged.is_fake, verdict, p)


def _single(judged: Sequence[Judged]) -> dict[str, float | None]:
    """The figures of one pass."""
    count = {
        f"{label}_called_{called}": float(sum(j.is_fake is is_fake and j.verdict == verdict for j in judged))
        for label, is_fake in (("fake", True), ("real", False))
        for called, verdict in (("fake", "likely_fake"), ("real", "likely_real"), ("nothing", "not_enough_evidence"))
    }
    hit, false_alarm = count["fake_called_fake"], count["real_called_fake"]
    missed, right = count["fake_called_real"], count["real_called_real"]
    decided = hit + false_alarm + missed + right
    weighed = [j for j in judged if j.probability_fake is not None]
    return {
        "accuracy": _share(hit + right, decided),
        "coverage": _share(decided, len(judged)),
        "false_positive_rate": _share(false_alarm, false_alarm + right),
        "true_positive_rate": _share(hit, hit + missed),
        "true_negative_rate": _share(right, false_alarm + right),
        "false_negative_rate": _share(missed, hit + missed),
        "precision": _share(hit, hit + false_alarm),
        "f1": _share(2 * hit, 2 * hit + false_alarm + missed),
        "ece": _ece(weighed),
        **count,
    }


def _ece(weighed: Sequence[Judged]) -> float | None:
    import numpy as np

    if not weighed:
        return None
    probabilities = np.array([j.probability_fake for j in weighed], dtype=np.float64)
    return calibration_error(probabilities, np.array([j.is_fake for j in weighed]))


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
