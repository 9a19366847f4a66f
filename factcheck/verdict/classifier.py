"""The trained verdict model, scored by numpy alone: features in, likelihood ratio of *fake* against *real* out.

A model is one plain JSON file (support vectors, dual coefficients, scaler, Platt scaling, abstention band): no pickle
to trust and no training library to import. ``decision`` is the support-vector machine as trained, equal to
scikit-learn's to 1e-9. ``score`` is what verdicts use: its monotone envelope (decision 0001), so that a further good
source never raises it and a further debunking source never lowers it, which an RBF kernel alone can't promise.
Nothing here decides a verdict.
"""

from __future__ import annotations

import functools
import json
import math
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from factcheck.errors import ModelMismatch, ModelMissing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

FeatureSet: TypeAlias = Literal["full", "fame"]
FORMAT = 1

COUNT_LEVELS = (0.0, 1 / 3, 2 / 3, 1.0)
RATIO_LEVELS = (0.0, 0.45, 0.75, 0.95)
"""Every value that a capped count, or the step of a supporting quote ratio, can take: the envelope's lattice."""


@dataclass(frozen=True)
class SupportVectorModel:
    """One trained model. ``names``: the features in order; ``good`` and ``bad``: the columns that may only lower or
    only raise the score; ``real_below`` and ``fake_above``: the abstention band, as likelihood ratios.
    """

    names: tuple[str, ...]
    good: tuple[int, ...]
    bad: tuple[int, ...]
    mean: Floats
    scale: Floats
    support_vectors: Floats
    dual_coefficients: Floats
    intercept: float
    gamma: float
    platt_slope: float
    platt_offset: float
    training_base_rate: float
    real_below: float
    fake_above: float
    trained: Mapping[str, Any]

    def vector(self, features: Mapping[str, float]) -> Floats:
        """The features that entered training, in its order."""
        known = with_verified(features, cap=1.0 if self.good else math.inf)
        return np.array([known[name] for name in self.names], dtype=np.float64)

    def decision(self, rows: Floats) -> Floats:
        """The SVM's decision values for rows of features, shape (n,): positive leans fake."""
        kernel = np.exp(-self.gamma * _squared_distances(self._scaled(rows), self.support_vectors))
        return np.asarray(kernel @ self.dual_coefficients + self.intercept, dtype=np.float64)

    def score(self, row: Floats) -> float:
        """The monotone envelope at one row: over fewer bad sources the highest, of over fewer good ones the lowest."""
        if not self.good and not self.bad:
            return float(self.decision(row[None, :])[0])
        good = self._kernel_below(row, self.good)
        bad = self._kernel_below(row, self.bad)
        lattice: Floats = (good * self.dual_coefficients) @ bad.T + self.intercept
        return float(np.max(np.min(lattice, axis=0)))

    def likelihood_ratio(self, features: Mapping[str, float]) -> float:
        """How much likelier these features are for a fake quote than for a real one."""
        log_odds = self.platt_slope * self.score(self.vector(features)) + self.platt_offset
        prior = math.log(self.training_base_rate / (1 - self.training_base_rate))
        return math.exp(log_odds - prior)

    def _scaled(self, rows: Floats) -> Floats:
        return np.asarray((rows - self.mean) / self.scale, dtype=np.float64)

    def _kernel_below(self, row: Floats, columns: Sequence[int]) -> Floats:
        """The kernel's factors for these columns at every lattice point at or below ``row``, (points, vectors).
        An RBF kernel is a product over columns, so the lattice is built one column at a time.
        """
        product = np.ones((1, len(self.support_vectors)))
        for column in columns:
            value = row[column]
            levels = RATIO_LEVELS if self.names[column] == "best_quote_ratio" else COUNT_LEVELS
            values = np.array([level for level in levels if level < value - 1e-12] + [value])
            scaled = (values - self.mean[column]) / self.scale[column]
            factor = np.exp(-self.gamma * (scaled[:, None] - self.support_vectors[None, :, column]) ** 2)
            product = (product[:, None, :] * factor[None, :, :]).reshape(-1, product.shape[1])
        return product


def with_verified(features: Mapping[str, float], cap: float) -> dict[str, float]:
    """A verified account counts as a highly trusted source, by rule: recorded data has none yet, and what is constant
    in training can't be weighed by it.
    """
    return {**features, "trusted": min(cap, features["trusted"] + features["verified_account"])}


def _squared_distances(rows: Floats, vectors: Floats) -> Floats:
    difference = rows[:, None, :] - vectors[None, :, :]
    return np.asarray(np.einsum("ijk,ijk->ij", difference, difference), dtype=np.float64)


def to_json(model: SupportVectorModel) -> dict[str, Any]:
    """The model as a plain JSON document."""
    return {
        "format": FORMAT,
        "features": list(model.names),
        "good": [model.names[column] for column in model.good],
        "bad": [model.names[column] for column in model.bad],
        "scaler": {"mean": model.mean.tolist(), "scale": model.scale.tolist()},
        "svm": {
            "kernel": "rbf",
            "gamma": model.gamma,
            "intercept": model.intercept,
            "dual_coefficients": model.dual_coefficients.tolist(),
            "support_vectors": model.support_vectors.tolist(),
        },
        "platt": {"slope": model.platt_slope, "offset": model.platt_offset},
        "training_base_rate": model.training_base_rate,
        "band": {"real_below": model.real_below, "fake_above": model.fake_above},
        "trained": dict(model.trained),
    }


def from_json(document: Mapping[str, Any]) -> SupportVectorModel:
    """A model from its JSON document.

    Raises:
        ModelMismatch: when the document is not of the form that this code scores.
    """
    if document.get("format") != FORMAT:
        raise ModelMismatch(f"verdict model has format {document.get('format')!r}, this version reads {FORMAT}")
    names = tuple(document["features"])
    svm = document["svm"]
    return SupportVectorModel(
        names=names,
        good=tuple(names.index(name) for name in document["good"]),
        bad=tuple(names.index(name) for name in document["bad"]),
        mean=np.array(document["scaler"]["mean"], dtype=np.float64),
        scale=np.array(document["scaler"]["scale"], dtype=np.float64),
        support_vectors=np.array(svm["support_vectors"], dtype=np.float64),
        dual_coefficients=np.array(svm["dual_coefficients"], dtype=np.float64),
        intercept=float(svm["intercept"]),
        gamma=float(svm["gamma"]),
        platt_slope=float(document["platt"]["slope"]),
        platt_offset=float(document["platt"]["offset"]),
        training_base_rate=float(document["training_base_rate"]),
        real_below=float(document["band"]["real_below"]),
        fake_above=float(document["band"]["fake_above"]),
        trained=document["trained"],
    )


@functools.cache
def load(feature_set: FeatureSet) -> SupportVectorModel:
    """The shipped model for one feature set.

    Raises:
        ModelMissing: when the file is not in the installed package.
    """
    file = resources.files("factcheck.verdict") / "models" / f"{feature_set}.json"
    if not file.is_file():
        raise ModelMissing(f"verdict model {feature_set}.json is not installed: reinstall factcheck")
    return from_json(json.loads(file.read_text(encoding="utf-8")))
