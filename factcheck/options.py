"""How to check: what a user can choose for each check, apart from the settings of the whole process."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, Self, TypeAlias

from factcheck.errors import SettingsError

_PART = re.compile(r"(searches|pages) ?= ?([0-9]{1,6})|(seconds) ?= ?([0-9]{1,6}(?:\.[0-9]{1,6})?)")

FeatureSet: TypeAlias = Literal["full", "fame"]
SubjectOrder: TypeAlias = Literal["attribution", "fame"]


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one check may ask and read."""

    searches: int = 6
    pages: int = 20
    seconds: float = 15.0

    @classmethod
    def parse(cls, text: str) -> Self:
        """``searches=6,pages=20,seconds=15``, in any order; what is left out keeps its default.

        Raises:
            SettingsError: an unknown name, a value that is no number, or no search or no time at all.
        """
        values: dict[str, float] = {}
        for part in text.split(","):
            found = _PART.fullmatch(part.strip())
            if found is None:
                raise SettingsError(f"--budget: {part.strip()!r} is not searches=N, pages=N or seconds=N")
            values[found[1] or found[3]] = float(found[2] or found[4])
        default = cls()
        budget = cls(
            int(values.get("searches", default.searches)), int(values.get("pages", default.pages)),
            values.get("seconds", default.seconds),
        )  # fmt: skip
        if budget.searches < 1 or budget.seconds <= 0:
            raise SettingsError("--budget: a check needs at least searches=1 and some seconds")
        return budget


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How to check; what a user can choose for each check."""

    is_offline: bool = False
    budget: Budget = field(default_factory=Budget)
    feature_set: FeatureSet = "full"
    subject_order: SubjectOrder = "attribution"
