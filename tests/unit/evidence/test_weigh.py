"""A page and a document, weighed for a quote: whose words they are, and how they differ from it."""

from __future__ import annotations

from factcheck.evidence.sources import SourceLists
from factcheck.evidence.weigh import weigh
from factcheck.model import Difference, Evidence, Hit, Page, Subject
from factcheck.subject.names import aliases, canonical_name, same_person

QUOTE = "The harbour at night counts its own lanterns before the fleet returns"
SPEECH = f"My friends, it is late. {QUOTE}. So let us count them."


def weighed(author: str | None, by: str, text: str = SPEECH, *, is_document: bool = True) -> Evidence:
    url = "https://example.org/speech"
    hit = Hit(url, "A speech", "", "archive", 1, author=author, body=text if is_document else None)
    page = Page(url, f"A speech ({author})", text, author=author)
    subject = Subject(canonical_name(by), "given", 1.0, aliases=aliases(by))
    (found,) = weigh([(hit, page)], QUOTE, subject, SourceLists.load(), same_person, canonical_name)
    return found


def test_a_document_speaks_for_its_author_under_any_form_of_the_name() -> None:
    for author, by in (("Joseph R. Biden Jr.", "Joe Biden"), ("Franklin D. Roosevelt", "FDR")):
        found = weighed(author, by)
        assert (found.stance, found.said_by) == ("asserts", canonical_name(by))


def test_a_document_never_speaks_for_a_namesake() -> None:
    for author, by in (
        ("George W. Bush", "George H. W. Bush"),
        ("George H.W. Bush", "George W. Bush"),
        ("John Quincy Adams", "John Adams"),
        ("John Adams", "John Quincy Adams"),
        ("George W. Bush", "George Bush"),
        ("Theodore Roosevelt", "Roosevelt"),
    ):
        found = weighed(author, by)
        assert (found.stance, found.said_by) == ("unrelated", canonical_name(author)), (author, by)


def test_another_wording_is_shown_where_somebody_is_named() -> None:
    altered = SPEECH.replace("counts its own", "never counts its own")
    assert weighed("Joe Biden", "Joe Biden").differences == ()
    assert weighed("Joe Biden", "Joe Biden", altered).differences == (Difference("", "never"),)
    assert weighed(None, "Joe Biden", altered, is_document=False).differences == ()
