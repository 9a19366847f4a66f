"""Wikiquote and Wikipedia: addresses from titles, snippets without markup, refusals told from answers."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from factcheck.errors import ProviderRefused
from factcheck.search.wikimedia import MAX_QUERY_CHARS, plain, wikipedia, wikiquote
from factcheck.transport import Response


def answer(found):
    return Response("https://en.wikiquote.org/", 200, {}, json.dumps(found).encode(), "application/json")


def rows(*found):
    return answer({"batchcomplete": True, "query": {"search": list(found)}})


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Jane Doe", "https://en.wikiquote.org/wiki/Jane_Doe"),
        ("Zoë O'Neill (singer)", "https://en.wikiquote.org/wiki/Zo%C3%AB_O'Neill_(singer)"),
        ("What? & why/how", "https://en.wikiquote.org/wiki/What%3F_%26_why/how"),
        ("../../evil#x", "https://en.wikiquote.org/wiki/../../evil%23x"),
        ("C. S. Lewis: A Life, 100% true", "https://en.wikiquote.org/wiki/C._S._Lewis:_A_Life,_100%25_true"),
    ],
)
def test_a_title_leads_to_its_page(title, address):
    (hit,) = wikiquote().parse(rows({"title": title, "snippet": ""}), 1)
    assert hit.url == address
    assert hit.title == title


def test_each_wiki_leads_to_its_own_pages():
    (hit,) = wikipedia().parse(rows({"title": "Jane Doe", "snippet": "a"}), 4)
    assert (hit.url, hit.provider, hit.rank) == ("https://en.wikipedia.org/wiki/Jane_Doe", "wikipedia", 4)


@pytest.mark.parametrize(
    ("snippet", "text"),
    [
        ('We have <span class="searchmatch">nothing</span> to &quot;fear&quot;', 'We have nothing to "fear"'),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("Tom &amp;amp; Jerry&#039;s\nhouse", "Tom &amp; Jerry's house"),
        ("<" * 50_000, "<" * 1_000),
        ("&#xd800;&#0;a", "\ufffd\ufffda"),
        (None, ""),
        ({"a": 1}, ""),
    ],
    ids=range(7),
)
def test_a_snippet_is_plain_text(snippet, text):
    assert plain(snippet) == text


def test_results_without_a_title_are_left_out():
    hits = wikiquote().parse(rows({"snippet": "a"}, {"title": 7}, {"title": "x" * 300}, {"title": "Jane"}), 1)
    assert [(hit.rank, hit.title) for hit in hits] == [(1, "Jane")]


@pytest.mark.parametrize(
    ("code", "reason"),
    [("ratelimited", "ratelimited"), ("a b\nc", "an error"), (7, "an error"), ("x" * 99, "an error")],
)
def test_a_refusal_in_words_is_a_refusal(code, reason):
    with pytest.raises(ProviderRefused, match=f"^wikiquote: refused with {reason}$"):
        wikiquote().parse(answer({"error": {"code": code, "info": "query words"}}), 1)


def test_a_long_query_is_cut_between_words():
    (request,) = wikiquote().build("remember " * 60, 10)
    (asked,) = parse_qs(urlsplit(request.url).query)["srsearch"]
    assert len(asked) <= MAX_QUERY_CHARS
    assert set(asked.split()) == {"remember"}


def test_one_endless_word_is_cut():
    (request,) = wikiquote().build("a" * 1_000, 10)
    assert parse_qs(urlsplit(request.url).query)["srsearch"] == ["a" * MAX_QUERY_CHARS]
