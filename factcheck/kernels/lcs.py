"""Longest common subsequence of a quote in the best window of a page, windows being as long as the quote.

In: quote and page as word numbers (1, 2, …; 0 on the page is "not in the quote"). Out: the length in words and where
the window starts. Exact, like trying every window: bit-parallel (Hyyrö's update, one machine word per 64 words of
quote, carries passed on), and a window is skipped when it holds too few of the quote's words to beat the best so far,
or too few new ones since the last one tried. The same recipe runs in plain Python on big integers, which is quicker
than loading numba for some pages. It splits no text.
"""

from __future__ import annotations

import bisect
import functools
from typing import TYPE_CHECKING, TypeAlias

from factcheck.kernels.compiler import compile_kernel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Words: TypeAlias = Sequence[int] | NDArray[np.int32]

# Loading the kernel takes about 0.7 s, as long as plain Python needs for some 300 pages of 20,000 words
# (`factcheck bench quote-match` prints both); a check reads 20. Long work, of a long or hostile page, pays for it.
COMPILED_FROM = 3_000_000
"""Words of page × words of quote from which one call is worth loading the kernel."""

_SIGNATURE = "UniTuple(int64, 2)(int32[::1], int32[::1])"


def best_window(quote: Words, page: Words) -> tuple[int, int]:
    """(length of the longest common subsequence in words, first word of its window); (0, 0) when there is none."""
    if len(quote) == 0 or len(page) == 0:
        return 0, 0
    if _compiled.cache_info().currsize or len(quote) * len(page) >= COMPILED_FROM:
        return best_window_compiled(quote, page)
    return best_window_plain(quote, page)


def warm() -> None:
    """Load the compiled kernel now (a service, a batch), so that no quote waits for it."""
    best_window_compiled((1,), (1,))


def best_window_compiled(quote: Words, page: Words) -> tuple[int, int]:
    """``best_window`` by the compiled kernel, loading it when needed."""
    import numpy as np  # noqa: PLC0415  the plain path does without

    length, start = _compiled()(np.asarray(quote, np.int32), np.asarray(page, np.int32))
    return int(length), int(start)


def best_window_plain(quote: Words, page: Words) -> tuple[int, int]:
    """``best_window`` without numba."""
    masks: dict[int, int] = {}
    for i, word in enumerate(quote):
        masks[word] = masks.get(word, 0) | 1 << i
    at_word = [i for i, word in enumerate(page) if word in masks]
    hits = [masks[page[i]] for i in at_word]
    size, every = len(quote), (1 << len(quote)) - 1
    best, at, end, length, reach = 0, 0, 0, 0, 0
    for first, start in enumerate(at_word):
        if first + best >= len(hits) or best == size:
            break
        if at_word[first + best] >= start + size:
            continue
        end = bisect.bisect_left(at_word, start + size, max(end, first))
        if length + end - reach > best:
            length, reach = _common(hits[first:end], every), end
            if length > best:
                best, at = length, start
    return best, at


def _common(masks: list[int], every: int) -> int:
    """The longest common subsequence of the quote and the words with these masks, in words."""
    v = every
    for mask in masks:
        u = v & mask
        v = (v + u) | (v - u)
    return (~v & every).bit_count()


@functools.cache
def _compiled() -> Callable[[NDArray[np.int32], NDArray[np.int32]], tuple[int, int]]:
    from factcheck.kernels.lcs_kernel import best_window as body  # noqa: PLC0415  brings numpy

    return compile_kernel(body, _SIGNATURE)
