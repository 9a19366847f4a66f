"""Which hits are the same page, and in what order they come out."""

from __future__ import annotations

import pytest

from factcheck.model import Hit
from factcheck.search.merge import merged, normalized


def hit(url, rank=1, provider="one", body=None):
    return Hit(url, url, "", provider, rank, body=body)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("http://www.reuters.com/a/", "https://reuters.com/a"),
        ("https://EXAMPLE.org:443/a#part", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=9", "https://example.org/a?id=3"),
    ],
)
def test_the_same_page_by_another_address(left, right):
    assert normalized(left) == normalized(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://example.org/a?id=3", "https://example.org/a?id=4"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://news.example.org/a", "https://example.org/a"),
        ("https://example.org:8080/a", "https://example.org/a"),
    ],
)
def test_other_pages(left, right):
    assert normalized(left) != normalized(right)


def test_a_broken_address_is_itself():
    assert normalized("http://[not-an-address/") == "http://[not-an-address/"


def test_best_ranks_first_and_ties_in_the_order_of_providers():
    one = [hit("https://a.org", 1), hit("https://b.org", 2)]
    two = [hit("https://c.org", 1, "two"), hit("https://d.org", 2, "two")]
    assert [found.url for found in merged([one, two])] == [
        "https://a.org", "https://c.org", "https://b.org", "https://d.org",
    ]  # fmt: skip


def test_of_copies_the_one_with_the_document_is_kept_in_the_better_place():
    web = [hit("https://a.org/", 1), hit("https://b.org", 2)]
    archive = [hit("https://www.a.org", 5, "archive", body="the text")]
    found = merged([web, archive])
    assert [(one.provider, one.body) for one in found] == [("archive", "the text"), ("one", None)]


def test_documents_without_an_address_are_not_copies_of_each_other():
    found = merged([[Hit("", "Letter 1", "", "archive", 1), Hit("", "Letter 2", "", "archive", 2)]])
    assert len(found) == 2
