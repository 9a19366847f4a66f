"""Who the subject is: attribution, then face, then a name outside the quotation; and what each costs."""

from __future__ import annotations

import re

import pytest

from factcheck.model import Attribution, QuoteReading
from factcheck.subject.faces import FaceMatch
from factcheck.subject.ner import FoundName
from factcheck.subject.resolve import resolve

QUOTE = "We shall not fear the storm"


class ListedNames:
    """Finds the names it was given, and counts how often it is asked."""

    name = "listed"

    def __init__(self, *people):
        self.people = people
        self.asked = 0

    def find_people(self, text):
        self.asked += 1
        found = [
            FoundName(person, 0.7, match.start(), match.end())
            for person in self.people
            for match in re.finditer(re.escape(person), text)
        ]
        return tuple(sorted(found, key=lambda one: one.start))


def read(name=None, found_by="dash", text=None, outcome="checked", quote_by="quotation_marks"):
    attribution = Attribution(name, text or name, found_by) if name else None
    return QuoteReading(outcome, QUOTE, quote_by, attribution, (), (QUOTE,))


def test_an_explicit_attribution_decides_without_asking_for_names():
    names = ListedNames("John Roe")
    subject = resolve(read("PRESIDENT TRUMP"), f"“{QUOTE}”\n- PRESIDENT TRUMP", names=names)
    assert (subject.name, subject.found_by, subject.disagreement) == ("Donald Trump", "attribution", None)
    assert "Donald J. Trump" in subject.aliases
    assert names.asked == 0


def test_a_given_name_is_taken_as_it_is():
    subject = resolve(read("common dreams", "given", quote_by="given"), QUOTE)
    assert (subject.name, subject.found_by, subject.score) == ("Common Dreams", "given", 1.0)


def test_words_alone_ask_no_recognizer():
    names = ListedNames("Jane Doe")
    assert resolve(read(quote_by="given"), QUOTE, names=names) is None
    assert names.asked == 0


def test_a_face_that_disagrees_is_told_and_one_that_agrees_is_not():
    text = f"“{QUOTE}”\n- Jane Doe"
    other = resolve(read("Jane Doe"), text, face=FaceMatch("Mary Roe", 0.4))
    assert (other.name, other.disagreement) == ("Jane Doe", "the face looks like Mary Roe")
    assert resolve(read("Jane Doe"), text, face=FaceMatch("Jane Q. Doe", 0.4)).disagreement is None


def test_a_face_settles_which_bearer_of_a_surname_is_meant():
    subject = resolve(read("Roosevelt"), f"“{QUOTE}”\n- Roosevelt", face=FaceMatch("Eleanor Roosevelt", 0.3))
    assert (subject.name, subject.disagreement) == ("Eleanor Roosevelt", None)


def test_in_the_order_of_the_paper_the_face_comes_first():
    subject = resolve(read("Jane Doe"), f"“{QUOTE}”\n- Jane Doe", face=FaceMatch("Mary Roe", 0.4), order="fame")
    assert (subject.name, subject.found_by, subject.disagreement) == ("Mary Roe", "face", "the text names Jane Doe")


def test_without_an_attribution_the_face_decides():
    subject = resolve(read(), f"“{QUOTE}”", face=FaceMatch("Mary Roe", 0.4), names=ListedNames())
    assert (subject.name, subject.found_by, subject.score) == ("Mary Roe", "face", 0.6)


@pytest.mark.parametrize(
    "text",
    [
        f"As Jane Doe said:\n“{QUOTE}”",
        f"“{QUOTE}”\nJane Doe",
        f"“{QUOTE}” - Jane Doe at the harbour in May",
        f"Jane Doe\n“{QUOTE}”\nto the fishermen of John Roe",
    ],
)
def test_the_one_person_who_is_marked_as_speaking_is_the_subject(text):
    subject = resolve(read(), text, names=ListedNames("Jane Doe", "John Roe"))
    assert (subject.name, subject.found_by) == ("Jane Doe", "ner")


@pytest.mark.parametrize(
    "text",
    [
        "“We shall not fear the storm, Jane Doe”",
        f"Jane Doe told John Roe: “{QUOTE}”",
        f"Jane Doe is sinking. “{QUOTE}”",
        f"“{QUOTE}”\nJane Doe\nJohn Roe",
        f"“{QUOTE}”\nCOWBOY WISDOM",
    ],
)
def test_a_name_that_may_not_be_the_speakers_is_not_taken(text):
    quote = "We shall not fear the storm, Jane Doe" if "storm, Jane" in text else QUOTE
    reading = QuoteReading("checked", quote, "quotation_marks", None, (), (quote,))
    assert resolve(reading, text, names=ListedNames("Jane Doe", "John Roe", "COWBOY WISDOM")) is None


def test_a_text_without_a_quotation_names_its_speaker_only_on_a_line_of_their_own():
    reading = QuoteReading("checked", f"Jane Doe said {QUOTE}", "whole_text")
    assert resolve(reading, f"Jane Doe said {QUOTE}", names=ListedNames("Jane Doe")) is None
    assert resolve(reading, f"{QUOTE}\nJane Doe", names=ListedNames("Jane Doe")).name == "Jane Doe"


def test_a_name_line_without_quotation_marks_needs_the_recognizers_consent():
    weak = read("Jane Doe", "title_line", quote_by="attribution")
    assert resolve(weak, f"{QUOTE}\nJane Doe", names=ListedNames()) is None
    assert resolve(weak, f"{QUOTE}\nJane Doe", names=ListedNames("Jane Doe")).name == "Jane Doe"


def test_a_role_glued_to_a_name_is_cut_where_the_recognizer_cuts():
    reading = read("Jane Doe Pittsburgh Steelers")
    text = f"“{QUOTE}”\n— Jane Doe Pittsburgh Steelers"
    assert resolve(reading, text, names=ListedNames("Jane Doe")).name == "Jane Doe"


def test_a_lone_unknown_word_needs_the_recognizers_consent_too():
    assert resolve(read("BOOM"), f"“{QUOTE}”\nBOOM - THERE", names=ListedNames()) is None
    assert resolve(read("Jane"), f"“{QUOTE}”\n- Jane", names=ListedNames("Jane")).name == "Jane"


def test_a_first_name_is_completed_from_the_next_line_to_a_known_person():
    assert resolve(read("Donald", "by"), f"“{QUOTE}”\nby Donald\nTrump").name == "Donald Trump"
    assert resolve(read("Donald", "by"), f"“{QUOTE}”\nby Donald\nEvery day").name == "Donald"


def test_a_well_known_name_on_a_line_needs_no_recognizer():
    assert resolve(read(), f"“{QUOTE}”\nPOPE FRANCIS").name == "Pope Francis"
    assert resolve(read(), f"“{QUOTE}”\nNancy\nPelosi").name == "Nancy Pelosi"
    assert resolve(read(), f"“{QUOTE}”\nJoe Biden\nTed Cruz") is None
    assert resolve(read(), f"TRUMP\n“{QUOTE}”") is None


def test_titles_before_the_name_are_kept_in_mind():
    assert resolve(read("Gaga", text="- Lady Gaga"), QUOTE).name == "Lady Gaga"
    assert resolve(read("Lincoln", text="- Mrs. Lincoln"), QUOTE).name == "Mrs. Lincoln"
    assert resolve(read("Jane Doe", "said", text="A journalist asked Jane Doe"), QUOTE).name == "Jane Doe"


@pytest.mark.parametrize("name", ["No one", "Anonymous", "The Sheep", "..."])
def test_nobody_in_particular_is_no_subject(name):
    assert resolve(read(name), f"“{QUOTE}”\n- {name}", names=ListedNames(name)) is None


@pytest.mark.parametrize("outcome", ["no_text", "no_quote", "several_quotes", "unsupported_language", "not_a_claim"])
def test_what_is_not_checked_has_no_subject(outcome):
    assert resolve(read("Jane Doe", outcome=outcome), QUOTE, face=FaceMatch("Mary Roe", 0.1)) is None
