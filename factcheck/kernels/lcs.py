"""Longest common subsequence of a quote in the best window of a page, windows being as long as the quote.

In: quote and page as word numbers (1, 2, …; 0 on the page is "not in the quote"). Out: the length in words and where
the window starts. Exact, like trying every window: bit-parallel (Hyyrö's update, one machine word per 64 words of
quote, carries passed on), and a window is skipped when the words that it shares with the quote, counted with
multiplicity, can't beat the best so far. The same recipe runs in plain Python on big integers, which is quicker than
loading numba for a page or two and is the reference that the compiled one is tested against. It splits no text.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeAlias

from factcheck.kernels.compiler import compile_kernel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Words: TypeAlias = Sequence[int] | NDArray[np.int32]

# Loading the kernel takes about 0.7 s, as long as plain Python needs for some 150 pages of 20,000 words
# (`factcheck bench quote-match` prints both); a check reads 20. Long work, of a long or hostile page, pays it.
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
    spare: dict[int, int] = {}
    for i, word in enumerate(quote):
        masks[word] = masks.get(word, 0) | 1 << i
        spare[word] = spare.get(word, 0) + 1
    hits = [(i, word) for i, word in enumerate(page) if word in masks]
    size, every = len(quote), (1 << len(quote)) - 1
    best, at, bound, end, wait = 0, 0, 0, 0, 0
    for first, (start, leaving) in enumerate(hits):
        while end < len(hits) and hits[end][0] < start + size:
            entering = hits[end][1]
            spare[entering] -= 1
            bound += spare[entering] >= 0
            wait -= 1
            end += 1
        if bound > best and wait <= 0:
            length = size - _zeroless([masks[word] for _, word in hits[first:end]], every)
            wait = best - length + 1
            if length > best:
                best, at, wait = length, start, 1
            if best == size:
                break
        spare[leaving] += 1
        bound -= spare[leaving] > 0
    return best, at


def _zeroless(masks: list[int], every: int) -> int:
    """Words of the quote that the common subsequence leaves out: ones left in the bit vector."""
    v = every
    for mask in masks:
        u = v & mask
        v = (v + u) | (v - u)
    return (v & every).bit_count()


@functools.cache
def _compiled() -> Callable[[NDArray[np.int32], NDArray[np.int32]], tuple[int, int]]:
    from factcheck.kernels.lcs_kernel import best_window as body  # noqa: PLC0415  brings numpy

    return compile_kernel(body, _SIGNATURE)
