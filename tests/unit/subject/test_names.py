"""Canonical names: short forms, titles, capitals, glue and dates; and when two names are one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.subject.names import MAX_LENGTH, aliases, canonical_name, is_known, same_person

PIECES = [
    "President", "Mrs.", "Sen.", "TRUMP", "de", "von", "Jr.", "III", "J.", "McConnell", "1941", ",", "-", "by", "Dr.",
    "Lincoln", "AOC", "of", "the", "Bush", "x", "'", "King", "MD", "WinstonChurchill", "D.Roosevelt", "mr", "Sir",
]  # fmt: skip
MESSY = st.one_of(
    st.text(max_size=80),
    st.text(st.sampled_from("abcDEF JKmnO'.-,–()0123 IV \"~ñÉßﬁ王x|\n"), max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("AOC", "Alexandria Ocasio-Cortez"),
        ("FDR", "Franklin D. Roosevelt"),
        ("J.F.K.", "John F. Kennedy"),
        ("MLK", "Martin Luther King Jr."),
        ("RBG", "Ruth Bader Ginsburg"),
        ("LBJ", "Lyndon B. Johnson"),
        ("- PRESIDENT TRUMP", "Donald Trump"),
        ("Donald J. Trump, March 18, 2020", "Donald Trump"),
        ("–Donald Trump 9/22/20", "Donald Trump"),
        ("-WinstonChurchill", "Winston Churchill"),
        ("WINSTONCHURCHILL", "Winston Churchill"),
        ("Sir Winston Churchill (1874-1965)", "Winston Churchill"),
        ("~ SOLZHENITSYN", "Aleksandr Solzhenitsyn"),
        ("HARRY S TRUMAN", "Harry S. Truman"),
        ("Martin Luther King, Jr.", "Martin Luther King Jr."),
        ("Dr. King", "Martin Luther King Jr."),
        ("Rep. Alexandria Ocasio-Cortez thought for a moment", "Alexandria Ocasio-Cortez"),
        ("Joseph Goebbels, Nazi Propaganda Minister", "Joseph Goebbels"),
        ("Einstein, Albert", "Albert Einstein"),
        ("Ronald Reagan President of the United States", "Ronald Reagan"),
        ("J0E BIDEN", "Joe Biden"),
        ("BiII Clinton", "Bill Clinton"),
        ("Ronald Regan", "Ronald Reagan"),
        ("Franklin D.Roosevelt", "Franklin D. Roosevelt"),
        ("george orwell", "George Orwell"),
    ],
)
def test_a_known_person_gets_the_canonical_name(written, canonical):
    assert canonical_name(written) == canonical
    assert is_known(written)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("SIDNEY SMITHSON", "Sidney Smithson"),
        ("SHAQUILLE O'NEAL", "Shaquille O'Neal"),
        ("JIM MCDOWELL", "Jim McDowell"),
        ("ELLE MACPHERSON", "Elle MacPherson"),
        ("JANE MACRON", "Jane Macron"),
        ("ANNA-LENA VON HOLT", "Anna-Lena von Holt"),
        ("Jane Q Doe", "Jane Q. Doe"),
        ("Col. Jane Doe, USMC (Ret.)", "Jane Doe"),
        ("John Doe Jr", "John Doe Jr."),
        ("JaneDoeson", "Jane Doeson"),
        ("LeBron Smith", "LeBron Smith"),
        ("Catherine of Siena", "Catherine of Siena"),
        ("Jane Doe on the economy", "Jane Doe"),
    ],
)
def test_an_unknown_name_is_put_into_print(written, printed):
    assert canonical_name(written) == printed
    assert not is_known(written)


@pytest.mark.parametrize(
    "shared", ["Roosevelt", "President Roosevelt", "Bush", "George Bush", "President Johnson", "Adams"]
)
def test_a_name_that_several_people_share_names_nobody(shared):
    assert not is_known(shared)
    assert not any(same_person(shared, president) for president in ("Franklin D. Roosevelt", "Theodore Roosevelt",
                   "George W. Bush", "George H. W. Bush", "Lyndon B. Johnson", "Andrew Johnson", "John Adams",
                   "John Quincy Adams"))  # fmt: skip


@pytest.mark.parametrize("other", ["Mrs. Lincoln", "Ms. Churchill", "Sheriff Lincoln", "Ivana Trump", "Michelle Obama"])
def test_a_title_or_first_name_is_not_lost_to_the_famous_bearer_of_the_surname(other):
    assert canonical_name(other) not in {"Abraham Lincoln", "Winston Churchill", "Ivanka Trump", "Barack Obama"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FDR", "Franklin Delano Roosevelt"),
        ("Bill Clinton", "William J. Clinton"),
        ("John Smith", "JOHN Q. SMITH"),
        ("John Quincy Smith", "John Q. Smith"),
        ("Maya Q. Angelou", "Maya Angelou"),
        ("Sen. Jane Doe", "Jane Doe"),
    ],
)
def test_one_person(one, other):
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George H.W. Bush", "George W. Bush"),
        ("Theodore Roosevelt", "Franklin D. Roosevelt"),
        ("John Adams", "John Quincy Adams"),
        ("Donald Trump Jr.", "Donald Trump"),
        ("John Smith Jr.", "John Smith"),
        ("John A. Smith", "John B. Smith"),
        ("Michael B. Jordan", "Michael Jordan"),
        ("J. Smith", "John Smith"),
        ("Smith", "John Smith"),
        ("", ""),
        ("Robert F. Kennedy", "Robert F. Kennedy Jr."),
    ],
)
def test_two_people(one, other):
    assert not same_person(one, other)
    assert not same_person(other, one)


def test_aliases_begin_with_the_canonical_name():
    assert aliases("FDR")[0] == "Franklin D. Roosevelt"
    assert {"FDR", "Franklin Delano Roosevelt"} <= set(aliases("franklin roosevelt"))
    assert aliases("Jane Q. Doe") == ("Jane Q. Doe", "Jane Doe")
    assert aliases("…") == ()


@given(MESSY)
def test_canonical_is_idempotent_bounded_and_the_same_person(written):
    canonical = canonical_name(written)
    assert canonical_name(canonical) == canonical
    assert len(canonical) <= MAX_LENGTH
    assert not canonical or same_person(written, canonical)


@given(MESSY, MESSY)
def test_being_one_person_goes_both_ways(one, other):
    assert same_person(one, other) == same_person(other, one)


def test_a_hostile_name_costs_little():
    assert len(canonical_name("A-'. ," * 100_000)) <= MAX_LENGTH
    assert len(canonical_name("Mc" * 100_000)) <= MAX_LENGTH
