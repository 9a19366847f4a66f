from __future__ import annotations

import json
import os

import pytest

from factcheck.evidence.document import Document
from factcheck.evidence.documents import Given, Unreadable, iso_date, read_documents


def write(path, *rows):
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    return path


def test_a_line_of_jsonl_is_a_document(tmp_path):
    row = {
        "url": "https://e.org/1",
        "author": "Maya Angelou",
        "date": "1993-01-20T12:00",
        "title": "T",
        "text": "Words",
    }
    assert list(read_documents([write(tmp_path / "a.jsonl", row)])) == [
        Document(text="Words", url="https://e.org/1", title="T", author="Maya Angelou", published="1993-01-20")
    ]


def test_the_names_of_other_data_sets_are_understood(tmp_path):
    row = {
        "link": "https://e.org/1",
        "speaker": "A B",
        "published": "1941",
        "body": "Words",
        "source": "x",
        "title": None,
    }
    assert list(read_documents([write(tmp_path / "a.ndjson", row)])) == [
        Document(text="Words", url="https://e.org/1", title="", author="A B", published="1941")
    ]


def test_a_bad_line_is_named_by_its_number_and_the_others_are_read(tmp_path):
    file = write(
        tmp_path / "a.jsonl",
        {"text": "first"},
        b"{not json",
        b"",
        ["a", "list"],
        {"url": "https://e.org"},
        b'{"text": "\xff"}',
        {"text": "x", "url": "javascript:alert(1)"},
        {"text": "last"},
    )
    found = list(read_documents([file]))
    assert [one.text for one in found if isinstance(one, Document)] == ["first", "last"]
    problems = [str(one) for one in found if isinstance(one, Unreadable)]
    assert [problem.split(": ")[0].removeprefix(f"{file}, ") for problem in problems] == [
        "line 2", "line 4", "line 5", "line 6", "line 7",
    ]  # fmt: skip
    assert all("\n" not in problem for problem in problems)


def test_a_document_without_address_gets_a_stable_one(tmp_path):
    first, second = (
        next(iter(read_documents([write(tmp_path / name, {"text": "x"})]))) for name in ("a.jsonl", "b.jsonl")
    )
    assert first.url == second.url
    assert first.url.startswith("urn:sha256:")


def test_what_the_user_gives_wins(tmp_path):
    row = {"url": "https://e.org/1", "author": "A", "date": "1990", "text": "x"}
    given = Given("https://e.org/2", "B", "1991-02-03")
    (document,) = read_documents([write(tmp_path / "a.jsonl", row)], given)
    assert (document.url, document.author, document.published) == ("https://e.org/2", "B", "1991-02-03")


def test_a_web_page_is_read_as_one_and_its_byline_is_no_author(tmp_path):
    file = tmp_path / "page.HTML"
    file.write_text(
        "<title>Story</title><link rel=canonical href='https://e.org/story'><meta name=author content='J. Doe'>"
        "<meta property='article:published_time' content='2020-01-02T00:00'><p>She said <b>this</b>.</p>"
    )
    (document,) = read_documents([file])
    assert document == Document("She said this.", document.url, "Story", None, "2020-01-02")
    assert document.url.startswith("urn:")  # a page may claim any address; the user gives the one to trust


def test_a_text_file_is_one_document(tmp_path):
    file = tmp_path / "speech.txt"
    file.write_bytes("A title\n\nCafé words".encode("cp1252"))
    (document,) = read_documents([file], Given(author="A B"))
    assert (document.title, document.text, document.author) == ("A title", "A title\n\nCafé words", "A B")


def test_a_folder_is_read_however_deep_without_links_and_hidden_files(tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".git").mkdir()
    for name in ("in/b.txt", "in/deep/a.txt", "in/.hidden.txt", "in/.git/c.txt", "in/picture.png", "outside.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "outside.txt")
    assert [one.text for one in read_documents([tmp_path / "in"])] == ["in/b.txt", "in/deep/a.txt"]


@pytest.mark.parametrize(
    ("name", "reason"), [("none.txt", "No such file"), ("a.pdf", "not a JSONL"), ("e.txt", "no text")]
)
def test_what_is_no_document_says_why(tmp_path, name, reason):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "e.txt").write_bytes(b" \n")
    (problem,) = read_documents([tmp_path / name])
    assert isinstance(problem, Unreadable)
    assert reason in str(problem)


def test_an_empty_folder_is_said_to_be_empty(tmp_path):
    (problem,) = read_documents([tmp_path])
    assert "no JSONL" in str(problem)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1941", "1941"), ("1941-01", "1941-01"), ("1941-01-06T00:00Z", "1941-01-06"), ("1941-13", None), ("Jan 6", None),
     ("19411", None), ("", None)],
)  # fmt: skip
def test_dates(text, expected):
    assert iso_date(text) == expected


def test_a_file_name_that_is_no_text_does_no_harm(tmp_path):
    file = tmp_path / os.fsdecode(b"\xff\xfe.html")
    file.write_text("<p>words")
    (document,) = read_documents([file])
    assert document.title.encode()
    (problem,) = read_documents([tmp_path / os.fsdecode(b"\xff.jsonl")])
    assert str(problem).encode()
