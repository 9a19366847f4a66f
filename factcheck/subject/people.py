"""People who are often quoted, and the names they go by: facts read from ``people.csv``.

A row: the canonical name; ``aliases``, full enough to mean only this person on a page; ``alone``, a single name that
means this person only where it stands by itself as an attribution ("- TRUMP"). A name that two people share ("President
Roosevelt", "Bush") is in no row, so it stays what was written. The table was drafted by machine from general knowledge;
``reviewed`` is empty until a person has checked the row. It does not say who said what.
"""

from __future__ import annotations

import csv
import functools
import importlib.resources
from dataclasses import dataclass

from factcheck.text import fold

_CONFUSED = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})
_SHAPE_LETTERS = 8  # shorter names differ from each other by as little as a misreading
_MISSPELLED_LETTERS = 10


@dataclass(frozen=True, slots=True)
class Person:
    """One row: the canonical name and the other names of one person."""

    name: str
    aliases: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """The rows, by every name they go by, compared by letters only."""

    people: tuple[Person, ...]
    by_alias: dict[str, Person]
    by_alone: dict[str, Person]
    by_shape: dict[str, Person]
    by_surname: dict[str, tuple[Person, ...]]
    distinctive: dict[str, Person]


def letters(name: str) -> str:
    """Only the letters and digits, folded: spaces, points and hyphens differ from one page to the next."""
    return "".join(character for character in fold(name) if character.isalnum())


def shape(name: str) -> str:
    """``letters`` with the characters merged that OCR takes for each other: I and l, 0 and O, rn and m, vv and w."""
    return letters(name).translate(_CONFUSED).replace("rn", "m").replace("vv", "w")


def surname(name: str) -> str:
    """The last word of a name that is no suffix, folded."""
    tokens = [token for token in fold(name).split() if letters(token) not in SUFFIX_LETTERS]
    return letters(tokens[-1]) if tokens else ""


SUFFIX_LETTERS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@functools.cache
def table() -> PeopleTable:
    """The table, read once (a few milliseconds).

    Raises:
        ValueError: when two rows claim one name: a defect of the table, found by its test.
    """
    text = (importlib.resources.files("factcheck.subject") / "people.csv").read_text(encoding="utf-8")
    people = tuple(
        Person(row["name"], _names(row["aliases"]), _names(row["alone"])) for row in csv.DictReader(text.splitlines())
    )
    by_alias: dict[str, Person] = {}
    by_alone: dict[str, Person] = {}
    for person in people:
        for name in (person.name, *person.aliases):
            _claim(by_alias, letters(name), person)
        for name in person.alone:
            _claim(by_alone, letters(name), person)
    return PeopleTable(people, by_alias, by_alone, _unambiguous(by_alias), _surnames(people), _distinctive(people))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split("|") if name)


def _claim(index: dict[str, Person], key: str, person: Person) -> None:
    if index.setdefault(key, person) is not person:
        raise ValueError(f"people.csv: {person.name} and {index[key].name} both claim {key!r}")


def _unambiguous(by_alias: dict[str, Person]) -> dict[str, Person]:
    """Shape → person, for shapes long enough and of one person only."""
    shapes: dict[str, Person | None] = {}
    for key, person in by_alias.items():
        if len(key) >= _SHAPE_LETTERS:
            form = shape(key)
            shapes[form] = person if shapes.get(form, person) is person else None
    return {form: person for form, person in shapes.items() if person is not None}


def _surnames(people: tuple[Person, ...]) -> dict[str, tuple[Person, ...]]:
    index: dict[str, tuple[Person, ...]] = {}
    for person in people:
        for key in {surname(name) for name in (person.name, *person.aliases)}:
            index[key] = (*index.get(key, ()), person)
    return index


def _distinctive(people: tuple[Person, ...]) -> dict[str, Person]:
    """Full names, folded, of those whose single name is theirs alone: one wrong letter still means them."""
    return {
        fold(name): person
        for person in people
        if person.alone or any(" " not in alias for alias in person.aliases)
        for name in (person.name, *person.aliases)
        if " " in name and len(letters(name)) >= _MISSPELLED_LETTERS
    }


def misspelled(name: str) -> Person | None:
    """The one person whose distinctive surname ``name`` misses by one letter: "Ronald Regan" → Ronald Reagan."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only for names that are not in the table

    wanted = fold(name)
    first, _, rest = wanted.partition(" ")
    if len(letters(name)) < _MISSPELLED_LETTERS - 1 or not rest:
        return None
    near = {
        person.name: person
        for form, person in table().distinctive.items()
        if abs(len(form) - len(wanted)) <= 1
        and form.startswith(f"{first} {rest[0]}")
        and Levenshtein.distance(form, wanted, score_cutoff=1) <= 1
    }
    return next(iter(near.values())) if len(near) == 1 else None
