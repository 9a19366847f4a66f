"""How to check: what a user can choose for each check, apart from the settings of the whole process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Self, TypeAlias

from factcheck.errors import SettingsError

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
            SettingsError: an unknown name, or a value that is no positive number.
        """
        values: dict[str, float] = {}
        for part in text.split(","):
            name, _, value = part.strip().partition("=")
            if name not in cls.__dataclass_fields__ or not value.strip().replace(".", "", 1).isdigit():
                raise SettingsError(f"--budget: {part.strip()!r} is not searches=N, pages=N or seconds=N")
            values[name] = float(value)
        default = cls()
        return cls(
            int(values.get("searches", default.searches)), int(values.get("pages", default.pages)),
            values.get("seconds", default.seconds),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How to check; what a user can choose for each check."""

    is_offline: bool = False
    budget: Budget = field(default_factory=Budget)
    feature_set: FeatureSet = "full"
    subject_order: SubjectOrder = "attribution"
