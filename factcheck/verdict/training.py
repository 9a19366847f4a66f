"""Feature rows with labels → a calibrated model with an abstention band. Needs scikit-learn; scoring does not.

Everything that is chosen (Platt scaling, abstention band) is chosen on out-of-fold scores of grouped, stratified
folds with a fixed seed, so that no quote is judged by a model that saw its person. There are no searched
hyper-parameters: C = 1 and gamma = 1/features over standardised features are the textbook values, and with 183 rows a
search would fit noise. Reading recorded data is the work of ``evaluation``; this module sees numbers only.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import ModelMismatch
from factcheck.verdict.classifier import SupportVectorModel, with_verified
from factcheck.verdict.features import FAME_FEATURES, FULL_FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.verdict.classifier import FeatureSet, Floats

    Integers = NDArray[np.int64]

FOLDS = 5
LEAST_FOR_FAKE = 3.0
LEAST_FOR_REAL = 2.0
"""What a verdict needs at least, whatever the folds say, so that "likely" means likely at a base rate of 0.3: three to
one for fake makes 56 %, two to one for real 82 %."""

RAISES = frozenset({"fact_check_debunks", "debunking", "other_speaker"})
"""The features that may only raise the score; all others of ours may only lower it."""


@dataclass(frozen=True)
class Recipe:
    """What a feature set is trained with. ``fake_side``: at most this share of real quotes may be called fake;
    ``real_side``: at most this share of fakes may be called real, both out of fold.
    """

    names: tuple[str, ...]
    is_monotone: bool
    c: float = 1.0
    fake_side: float = 0.02
    real_side: float = 0.10


RECIPES: dict[FeatureSet, Recipe] = {
    "full": Recipe(FULL_FEATURES, is_monotone=True),
    "fame": Recipe(FAME_FEATURES, is_monotone=False),
}


@dataclass(frozen=True)
class Labelled:
    """Training rows: features by name, whether each is fake, and the group (person) that must not be split."""

    rows: Sequence[Mapping[str, float]]
    is_fake: NDArray[np.bool_]
    groups: Integers

    def subset(self, chosen: Integers) -> Labelled:
        """The rows at these indexes."""
        return Labelled([self.rows[i] for i in chosen], self.is_fake[chosen], self.groups[chosen])


def fit(data: Labelled, recipe: Recipe, *, seed: int, trained: Mapping[str, Any] | None = None) -> SupportVectorModel:
    """Train, calibrate and choose the band.

    Raises:
        ModelMismatch: when a class is missing or no feature varies.
    """
    scores = out_of_fold_scores(data, recipe, seed=seed)
    slope, offset = platt(scores, data.is_fake)
    base_rate = float(data.is_fake.mean())
    log_ratios = slope * scores + offset - math.log(base_rate / (1 - base_rate))
    real_below, fake_above = band(log_ratios, data.is_fake, recipe)
    return dataclasses.replace(
        fit_machine(data, recipe),
        platt_slope=slope,
        platt_offset=offset,
        real_below=real_below,
        fake_above=fake_above,
        trained=dict(trained or {}),
    )


def fit_machine(data: Labelled, recipe: Recipe) -> SupportVectorModel:
    """The support-vector machine alone, uncalibrated (slope 1, no band)."""
    from sklearn.svm import SVC  # noqa: PLC0415 - two seconds that only training pays

    if data.is_fake.all() or not data.is_fake.any():
        raise ModelMismatch("training needs both fake and real quotes")
    names = varying(data.rows, recipe.names)
    cap = 1.0 if recipe.is_monotone else math.inf
    known = [with_verified(row, cap) for row in data.rows]
    matrix = np.array([[row[name] for name in names] for row in known], dtype=np.float64)
    mean, scale = matrix.mean(axis=0), matrix.std(axis=0)
    machine = SVC(kernel="rbf", C=recipe.c, gamma=1 / len(names)).fit((matrix - mean) / scale, data.is_fake)
    return SupportVectorModel(
        names=names,
        good=_columns(names, raises=False) if recipe.is_monotone else (),
        bad=_columns(names, raises=True) if recipe.is_monotone else (),
        mean=mean,
        scale=scale,
        support_vectors=np.asarray(machine.support_vectors_, dtype=np.float64),
        dual_coefficients=np.asarray(machine.dual_coef_[0], dtype=np.float64),
        intercept=float(machine.intercept_[0]),
        gamma=1 / len(names),
        platt_slope=1.0,
        platt_offset=0.0,
        training_base_rate=float(data.is_fake.mean()),
        real_below=1 / LEAST_FOR_REAL,
        fake_above=LEAST_FOR_FAKE,
        trained={},
    )


def varying(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> tuple[str, ...]:
    """The features that take more than one value: a constant one would be weighed by nothing but accident. Verified
    accounts never enter as their own column (``classifier.with_verified`` adds them to the trusted sources).
    """
    kept = tuple(name for name in names if name != "verified_account" and len({row[name] for row in rows}) > 1)
    if not kept:
        raise ModelMismatch("no feature varies in the training data")
    return kept


def folds(data: Labelled, *, seed: int, count: int = FOLDS) -> Iterator[tuple[Integers, Integers]]:
    """Train and test indexes: classes in proportion, no group on both sides.

    Raises:
        ModelMismatch: when a class or the groups are too few to fold.
    """
    smallest = min(int(data.is_fake.sum()), int((~data.is_fake).sum()), len(set(data.groups.tolist())))
    if smallest < count:
        raise ModelMismatch(f"training needs at least {count} fake quotes, {count} real ones and {count} people")
    from sklearn.model_selection import StratifiedGroupKFold  # noqa: PLC0415 - only training pays

    splitter = StratifiedGroupKFold(count, shuffle=True, random_state=seed)
    yield from splitter.split(np.zeros(len(data.rows)), data.is_fake, data.groups)


def out_of_fold_scores(data: Labelled, recipe: Recipe, *, seed: int) -> Floats:
    """Each row's score by a machine that never saw its group."""
    scores = np.zeros(len(data.rows))
    for train, test in folds(data, seed=seed):
        machine = fit_machine(data.subset(train), recipe)
        known: dict[bytes, float] = {}
        for index in test:
            row = machine.vector(data.rows[index])
            key = row.tobytes()
            if key not in known:
                known[key] = machine.score(row)
            scores[index] = known[key]
    return scores


def platt(scores: Floats, is_fake: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset of Platt's sigmoid, with his smoothed targets: log odds of fake = slope · score + offset.
    A slope that is not positive says nothing was learned: then every score means the base rate.
    """
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - only training pays

    fakes, reals = int(is_fake.sum()), int((~is_fake).sum())
    high, low = (fakes + 1) / (fakes + 2), 1 / (reals + 2)
    target = np.where(is_fake, high, low)
    labels = np.repeat([1, 0], len(scores))
    weights = np.concatenate([target, 1 - target])
    sigmoid = LogisticRegression(C=1e6).fit(np.tile(scores, 2)[:, None], labels, sample_weight=weights)
    slope, offset = float(sigmoid.coef_[0, 0]), float(sigmoid.intercept_[0])
    return (slope, offset) if slope > 0 else (0.0, math.log(fakes / reals))


def band(log_ratios: Floats, is_fake: NDArray[np.bool_], recipe: Recipe) -> tuple[float, float]:
    """Real below, fake above: the narrowest abstention band that keeps both error shares and both least ratios."""
    fake_above = _threshold(log_ratios, LEAST_FOR_FAKE, wrong=~is_fake, share=recipe.fake_side)
    real_below = -_threshold(-log_ratios, LEAST_FOR_REAL, wrong=is_fake, share=recipe.real_side)
    return math.exp(real_below), math.exp(fake_above)


def calibration_error(probabilities: Floats, is_fake: NDArray[np.bool_], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins: mean gap of stated and observed share, by rows."""
    if not len(probabilities):
        return math.nan
    chosen = np.minimum((probabilities * bins).astype(int), bins - 1)
    gaps = [
        abs(float(probabilities[chosen == b].mean() - is_fake[chosen == b].mean())) * float((chosen == b).mean())
        for b in np.unique(chosen)
    ]
    return sum(gaps)


def _threshold(log_ratios: Floats, least: float, *, wrong: NDArray[np.bool_], share: float) -> float:
    """The lowest threshold at or above which at most this share of the wrong class lies, but not under the least."""
    floor = math.log(least)
    above_floor = np.sort(log_ratios[log_ratios > floor])
    # Just above each value, so that a row at the threshold is not decided by rounding.
    tried = [floor, *(float(value) + 1e-6 for value in above_floor)]
    allowed = share * int(wrong.sum())
    return next(value for value in tried if int((wrong & (log_ratios >= value)).sum()) <= allowed)


def _columns(names: Sequence[str], *, raises: bool) -> tuple[int, ...]:
    return tuple(i for i, name in enumerate(names) if (name in RAISES) is raises)
