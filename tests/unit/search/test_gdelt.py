"""GDELT: complaints in plain text told from answers, days read, other languages left out."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from factcheck.errors import ProviderChanged, ProviderRefused
from factcheck.search.gdelt import GDELT
from factcheck.transport import Response

ROW = {
    "url": "https://news.example/1",
    "title": "A bridge is opened",
    "seendate": "20240503T101500Z",
    "domain": "news.example",
    "language": "English",
}


def parse(body):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return GDELT().parse(Response("", 200, {}, content, "text/html"), 1)


def asked(query, limit=10):
    (request,) = GDELT().build(query, limit)
    return {name: value for name, (value,) in parse_qs(urlsplit(request.url).query).items()}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"Please limit requests to one every 5 seconds or contact the operator.", "asks for fewer requests"),
        (b"Your query was too short or too long.", "can't search for these words"),
        (b"The specified phrase is too short.\n", "can't search for these words"),
        (b"One or more keywords were too common: secret words", "can't search for these words"),
    ],
)
def test_complaints_in_plain_text_are_refusals_in_our_words(said, reason):
    with pytest.raises(ProviderRefused, match=f"^gdelt: {reason}$"):
        parse(said)


@pytest.mark.parametrize("said", [b"<html><p>Your query was too short</p></html>", b"Hello", b"\xff" * 900])
def test_what_is_neither_is_a_change(said):
    with pytest.raises(ProviderChanged, match="gdelt: the answer is not JSON"):
        parse(said)


def test_an_article_has_its_day():
    (hit,) = parse({"articles": [ROW]})
    assert (hit.url, hit.title, hit.snippet, hit.published) == (ROW["url"], ROW["title"], "", "2024-05-03")


def test_other_languages_and_broken_rows_are_left_out():
    rows = [
        {**ROW, "language": "Spanish"},
        {**ROW, "url": "file:///etc/passwd"},
        {"title": "no address"},
        {**ROW, "language": ["English"]},
        {"url": "https://news.example/2"},
    ]
    assert [(hit.rank, hit.url, hit.title, hit.published) for hit in parse({"articles": rows})] == [
        (1, "https://news.example/2", "", None)
    ]


def test_words_too_short_for_it_are_left_out():
    assert asked("we go to the open sea")["query"] == "the open sea sourcelang:english"
    assert asked("to be or")["query"] == "to be or sourcelang:english"


def test_the_whole_time_that_it_holds_is_searched():
    assert asked("fear itself")["startdatetime"].startswith("2017")
    assert asked("fear itself", 9_999)["maxrecords"] == "250"
