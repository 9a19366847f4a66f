from __future__ import annotations

import multiprocessing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.page import MAX_TEXT_CHARS, decode, read_page

URL = "https://news.example/story?utm_source=x"


def read(html, content_type="text/html; charset=utf-8"):
    return read_page(html.encode(), URL, content_type)


def test_the_whole_body_is_read_in_blocks():
    page = read(
        "<!doctype html><title>A &amp; B</title><nav><a href='/'>Home</a></nav><h1>Head</h1>"
        "<p>One <b>bo</b>ld <q>quote</q></p>tail<ul><li>a<li>b</ul><table><tr><td>1<td>2</table>line<br>break"
    )
    assert page.title == "A & B"
    assert page.text == "Home\n\nHead\n\nOne bold quote\n\ntail\n\na\n\nb\n\n1\n\n2\n\nline\n\nbreak"


def test_what_is_not_shown_is_not_read():
    page = read(
        "<body><script>if (a<b && c == '</p>') x()</script><style>p{}</style><noscript>turn it on</noscript>"
        "<template><p>later</p></template><!-- <p>comment --><textarea>typed</textarea><p title='tip > top'>Shown</p>"
    )
    assert page.text == "Shown"


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        ("café".encode("cp1252"), "text/html; charset=iso-8859-1", "café"),
        ('<meta charset="windows-1251"><p>мир'.encode("cp1251"), "text/html", "мир"),
        ("<p>日本".encode("shift_jis"), "text/html; charset=Shift_JIS", "日本"),
        ("<p>naïve “x”".encode("cp1252"), "text/html", "naïve “x”"),
        ("\ufeff<p>utf".encode("utf-16-le"), "text/html", "utf"),
        ("<p>é".encode(), "text/html; charset=no-such-thing", "é"),
        ("<p>é".encode(), "text/html; charset=unicode_escape", "é"),
        ("<p>é".encode(), "text/html; charset=zlib", "é"),
    ],
)
def test_the_encoding_is_found_as_browsers_find_it(content, content_type, expected):
    assert read_page(content, URL, content_type).text == expected


def test_a_plain_text_file_keeps_its_paragraphs():
    page = read_page(
        b"The title\r\n\r\nA line\r\nand its end.\r\n\r\n\r\nNext <b>.", "https://e.org/a.txt", "text/plain"
    )
    assert page.title == "The title"
    assert page.text == "The title\n\nA line and its end.\n\nNext <b>."


def test_html_is_recognised_without_a_content_type():
    assert read_page(b"  <!DOCTYPE html><p>Hello", URL).text == "Hello"
    assert read_page(b"2 < 3 is true", URL).text == "2 < 3 is true"


def test_the_canonical_address_is_believed_on_the_own_host_only():
    def canonical(href):
        return read(f"<link rel=canonical href='{href}'><p>x").url

    assert canonical("/story") == "https://news.example/story"
    assert canonical("https://www.news.example/story") == "https://www.news.example/story"
    for elsewhere in ("https://www.nytimes.com/story", "javascript:alert(1)", "http://[", "", "//evil.example/"):
        assert canonical(elsewhere) == URL


def test_date_and_byline_are_taken_from_what_the_page_states():
    page = read(
        "<meta property='article:published_time' content='2019-03-04T10:00Z'><meta name=author content='J. Doe'><p>x"
    )
    assert (page.published, page.author) == ("2019-03-04", "J. Doe")
    assert read("<meta name=date content='yesterday'><p>x").published is None


def test_date_and_byline_are_looked_for_when_asked():
    html = (
        "<html><head><title>T</title></head><body><time datetime='2018-05-06'>May 6</time><p>Words.</p></body></html>"
    )
    assert read_page(html.encode(), URL, "text/html").published is None
    assert read_page(html.encode(), URL, "text/html", with_metadata=True).published == "2018-05-06"


def test_text_is_bounded():
    assert len(read("<p>" + "word " * 400_000).text) <= MAX_TEXT_CHARS


HOSTILE = {
    "nested": "<div>" * 150_000,
    "stray ends": "<div></x>" * 100_000,
    "attributes": "<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">",
    "attributes with ends": "<a " + " ".join(f'a{i}=">"' for i in range(100_000)) + ">",
    "formatting": "".join(f"<font a={i}><p>" for i in range(50_000)),
    "never closed": "<a href='" * 100_001,
    "comments": "<!--" * 200_000,
    "scripts": "<script></scrip>" * 100_000,
    "tables": "<table><tr><td>" * 50_000,
    "options": "<select>" + "<optgroup><option>" * 50_000,
    "bodies": "".join(f"<body a{i}=1>" for i in range(50_000)),
    "entities": "&#" + "9" * 100_000 + "&amp" * 100_000,
    "brackets": "<" * 500_000,
}


def read_hostile(name):
    return len(read(HOSTILE[name]).text)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_in_linear_time(name):
    # Each would take a parser without the guard from many seconds to hours; a process of its own can be given up on.
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply_async(read_hostile, (name,)).get(timeout=60) <= MAX_TEXT_CHARS


@given(st.binary(max_size=300), st.sampled_from(["text/html", "text/plain", None, "text/html; charset=utf-16"]))
def test_any_bytes_give_a_page(content, content_type):
    page = read_page(content, URL, content_type)
    assert page.url
    assert "\f" not in page.text


@given(st.text(alphabet="<>/!-='\"apdivscrt \n&#;x1", max_size=200))
def test_any_markup_gives_a_page(html):
    assert read(html).text == read(html).text.strip()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=100))
def test_utf8_is_read_as_utf8(text):
    assert decode(text.encode()) == text
