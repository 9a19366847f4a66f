"""The quote kernel against the textbook: every window, every pair of words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.errors import StoreError
from factcheck.kernels import compiler, lcs


def common_subsequence(quote, window):
    """Longest common subsequence by the table that every textbook draws."""
    row = [0] * (len(window) + 1)
    for word in quote:
        above = row
        row = [0]
        for j, other in enumerate(window, start=1):
            row.append(above[j - 1] + 1 if word == other else max(row[j - 1], above[j]))
    return row[-1]


def slow_best(quote, page):
    starts = range(max(1, len(page) - len(quote) + 1))
    return max((common_subsequence(quote, page[start : start + len(quote)]) for start in starts), default=0)


@pytest.fixture(scope="module", autouse=True)
def _kernel_cache(tmp_path_factory):
    compiler.configure_cache(tmp_path_factory.mktemp("kernels"))


@st.composite
def quote_and_page(draw):
    vocabulary = draw(st.integers(1, 30))
    quote = draw(st.lists(st.integers(1, vocabulary), min_size=1, max_size=draw(st.sampled_from([3, 20, 64, 65, 200]))))
    page = draw(st.lists(st.integers(0, vocabulary + 3), min_size=1, max_size=60))
    if draw(st.booleans()):  # a page that holds much of the quote
        page = page[: len(page) // 2] + [word for word in quote if draw(st.integers(0, 9))] + page[len(page) // 2 :]
    return quote, page


@settings(max_examples=150, deadline=None)
@given(quote_and_page())
@example(([1] * 64, [1] * 64))
@example(([1] * 65, [1] * 65))
@example(([*range(1, 129)], [*range(1, 129)]))
@example(([*range(1, 131)], [*range(130, 0, -1)]))
@example(([5], [1, 2, 3]))
@example(([1, 2, 3], [2]))
def test_both_forms_find_the_best_window_and_agree(case):
    quote, page = case
    expected = slow_best(quote, page)
    length, start = lcs.best_window_plain(quote, page)
    assert length == expected
    assert lcs.best_window_compiled(quote, page) == (length, start)
    assert common_subsequence(quote, page[start : start + len(quote)]) == expected


@pytest.mark.parametrize("size", [1, 63, 64, 65, 127, 128, 129, 200, 1000])
def test_a_quote_that_stands_there_whole_is_found_whole(size):
    quote = list(range(1, size + 1))
    page = [0] * 50 + quote + [0] * 50
    assert lcs.best_window_plain(quote, page) == (size, 50)
    assert lcs.best_window_compiled(quote, page) == (size, 50)


@pytest.mark.parametrize(("quote", "page"), [([], [1]), ([1], []), ([], []), ([1], [2])])
def test_nothing_in_common_is_no_window(quote, page):
    assert lcs.best_window(quote, page) == (0, 0)


def test_the_first_of_equal_windows_is_given():
    assert lcs.best_window_plain([1, 2], [0, 1, 2, 0, 1, 2]) == (2, 1)


def test_page_numbers_beyond_the_quote_are_just_other_words():
    page = np.array([9, 10**9, 3, 1, 2], np.int32)
    assert lcs.best_window_compiled([1, 2], page) == (2, 3)


def test_compiled_kernels_are_kept_in_the_configured_folder(tmp_path):
    compiler.configure_cache(tmp_path / "kernels")
    lcs._compiled.cache_clear()
    lcs.warm()
    assert list((tmp_path / "kernels").rglob("*.nbi"))


def test_a_cache_folder_that_cannot_be_made_is_a_clear_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    compiler.configure_cache(tmp_path / "file" / "kernels")
    with pytest.raises(StoreError, match="compiled kernels"):
        compiler.compile_kernel(slow_best, "int64(int64)")
    compiler.configure_cache(tmp_path)
