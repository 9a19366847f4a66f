"""What services send is made safe to read, whatever it is."""

from __future__ import annotations

import pytest

from factcheck.errors import ProviderChanged
from factcheck.search.answer import MAX_TEXT_CHARS, read_date, read_object, read_rows, read_text, read_url
from factcheck.transport import Response


def answer(body):
    return Response("https://search.example/", 200, {}, body, "application/json")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b'"x"', b"[" * 100_000, b'{"a":' * 100_000, b"9" * 10_000])
def test_what_is_no_object_is_named(body):
    with pytest.raises(ProviderChanged, match=r"^some: the answer"):
        read_object("some", answer(body))


def test_raw_control_characters_do_not_spoil_an_answer():
    assert read_object("some", answer(b'{"a": "b\tc"}')) == {"a": "b\tc"}


@pytest.mark.parametrize("found", [None, [], {}, {"rows": None}, {"rows": {"a": 1}}, "rows"])
def test_an_answer_without_its_list_is_named(found):
    with pytest.raises(ProviderChanged, match="some: the answer has no list of rows"):
        read_rows("some", found, "rows")


def test_entries_that_are_no_objects_are_left_out():
    assert read_rows("some", {"rows": [1, None, [], {"a": 1}, "x"]}, "rows") == [{"a": 1}]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("two\nlines\x00 and\x1b[31m colour", "two lines and [31m colour"),
        ("half a pair \ud800 of surrogates", "half a pair of surrogates"),
        ("turned \u202e round", "turned round"),
        ("naïve “café” – 東京", "naïve “café” – 東京"),
        ("x" * 5_000, "x" * MAX_TEXT_CHARS),
        (["a"], ""),
        (7, ""),
        (None, ""),
    ],
)
def test_text_is_one_short_line_that_can_be_written(value, text):
    assert read_text(value) == text
    read_text(value).encode()


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("20240503T121500Z", "2024-05-03"),
        ("20240503121500", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T00:00:00+02:00", "2024-05-03"),
        ("2024-05-03 10:00", "2024-05-03"),
        ("2024-05-0312", None),
        ("9999999999", None),
        ("yesterday", None),
        ("", None),
        (20240503, None),
        (None, None),
    ],
)
def test_days_are_read_from_timestamps(value, day):
    assert read_date(value) == day


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//example.org",
        "https://a\n.org",
        f"https://{'a' * 3_000}",
        None,
        1,
    ],
)
def test_what_is_no_web_address_is_nothing(value):
    assert read_url(value) == ""
