"""Words against the plain definition, which goes through Unicode's tables for every character."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text import _PLAIN, fold, words


def slow_fold(text):
    plain = unicodedata.normalize("NFKC", text.translate(_PLAIN)).translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def slow_words(text):
    return [word.replace("'", "") for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", slow_fold(text))]


TRICKY = "ab'’`\u0301\u0308 \n_-ﬁİſßΣς“”…\u00ad\u1100\u1161\u11a8가<\u0338=½ª\u2126Å¨\u00a0\u037a\uff07"


@settings(max_examples=500)
@given(st.text(st.one_of(st.characters(), st.sampled_from(TRICKY)), max_size=40))
def test_folding_and_words_are_what_the_plain_definition_gives(text):
    assert fold(text) == slow_fold(text)
    assert words(text) == slow_words(text)


@given(st.text(st.sampled_from("abc ' ’ \n-_.,1é"), max_size=60), st.text(st.sampled_from("abc ' ’é"), max_size=20))
def test_words_of_two_texts_are_the_words_of_both_with_space_between(first, second):
    assert words(f"{first} {second}") == words(first) + words(second)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t “stop”!", ["dont", "stop"]),
        ("rock'n'roll 'tis", ["rocknroll", "tis"]),
        ("snake_case half-way", ["snake", "case", "half", "way"]),
        ("CAFÉ Straße ﬁne", ["cafe", "strasse", "fine"]),
        ("co\u00adoperate", ["cooperate"]),
        ("мир 日本", ["мир", "日本"]),
        ("…—!", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected
