"""Whatever the length of a page of quotations, what it lists as misattributed is not taken for its word."""

from __future__ import annotations

import pytest

from factcheck.evidence.page import read_page
from factcheck.evidence.sections import heading_above, passage_within
from factcheck.evidence.sources import SourceLists
from factcheck.evidence.weigh import weigh
from factcheck.model import Hit, Subject
from factcheck.subject.names import canonical_name, same_person

QUOTE = "A bridge is only a promise until the river has tried to take it away from us"
NAME = "Harriet Lindqvist"
URL = "https://en.wikiquote.org/wiki/Harriet_Lindqvist"


def heading(text: str, level: int = 2) -> str:
    """As MediaWiki renders one."""
    return (
        f'<div class="mw-heading"><h{level} id="{text}">{text}</h{level}>'
        f'<span class="mw-editsection"><span>[</span><a href="/w/?edit">edit</a><span>]</span></span></div>'
    )


def wikiquote_page(*body: str) -> bytes:
    contents = "<ul><li>1 Quotes</li><li>2 Disputed</li><li>3 Misattributed</li></ul>"
    title = f"<title>{NAME} - Wikiquote</title>"
    return f"<!doctype html>{title}<h1>{NAME}</h1>{contents}{''.join(body)}".encode()


def quotations(count: int) -> str:
    return "".join(
        f"<ul><li>The {n}th ship comes in at night.<ul><li>Speech ({n})</li></ul></li></ul>" for n in range(count)
    )


def stance_of(content: bytes) -> str:
    page = read_page(content, URL, "text/html")
    subject = Subject(NAME, "attribution", 1.0)
    hit = Hit(URL, page.title, "", "wikiquote", 1)
    (found,) = weigh([(hit, page)], QUOTE, subject, SourceLists.load(), same_person, canonical_name)
    return found.stance


SAID = f"<ul><li>{QUOTE}<ul><li>Letter to the harbour board</li></ul></li></ul>"


@pytest.mark.parametrize("above", [0, 10, 200])
@pytest.mark.parametrize("part", ["Misattributed", "Disputed"])
def test_what_stands_under_a_warning_is_not_asserted(part: str, above: int) -> None:
    page = wikiquote_page(heading("Quotes"), quotations(5), heading(part), quotations(above), SAID)
    assert stance_of(page) in {"debunks", "discusses"}


@pytest.mark.parametrize("above", [0, 10, 200])
def test_what_stands_under_quotes_is_asserted(above: int) -> None:
    page = wikiquote_page(heading("Quotes"), heading("1930s", 3), quotations(above), SAID, heading("Misattributed"))
    assert stance_of(page) == "asserts"


def test_a_later_part_ends_an_earlier_one() -> None:
    page = wikiquote_page(heading("Disputed"), quotations(3), heading("Quotes"), quotations(200), SAID)
    assert stance_of(page) == "asserts"


@pytest.mark.parametrize(("text", "at"), [("", 0), ("", 5), ("no heading here", 9), ("A\n\nMisattributed\n", -3)])
def test_without_a_heading_there_is_none(text: str, at: int) -> None:
    assert heading_above(text, at) == ""


def test_a_passage_from_the_start_of_a_page_is_as_it_is() -> None:
    assert passage_within("one\n\nDisputed\n\ntwo", -2_000, 400) == "one\n\nDisputed\n\ntwo"
