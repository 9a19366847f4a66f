"""The body of the longest-common-subsequence kernel, as numba compiles it; ``lcs`` says what it computes and calls it.

The same steps as ``lcs.best_window_plain``, with the quote's bits in one machine word per 64 words, carries passed
on. It is a module of its own because a compiled body may only name numpy as a global, and its file's date is what
numba's cache goes by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def best_window(  # noqa: C901, PLR0912  one compiled body: a function called from it would need its own compilation
    quote: NDArray[np.int32], page: NDArray[np.int32]
) -> tuple[int, int]:
    """(length, start) for a quote of word numbers from 1; other numbers on the page are words not in the quote."""
    size, blocks = quote.size, (quote.size + 63) // 64
    one, zero, full = np.uint64(1), np.uint64(0), ~np.uint64(0)
    highest = int(np.max(quote))
    masks = np.zeros((highest + 1, blocks), np.uint64)
    is_asked = np.zeros(highest + 1, np.uint8)
    for i in range(size):
        masks[quote[i], i // 64] |= one << np.uint64(i % 64)
        is_asked[quote[i]] = 1
    is_asked[0] = 0
    at_word, hit = np.empty(page.size, np.int32), np.empty(page.size, np.int32)
    count = 0
    for i in range(page.size):  # without a branch: which words are hits can't be predicted
        at_word[count] = i
        hit[count] = page[i]
        count += is_asked[page[i] if 0 < page[i] <= highest else 0]
    v = np.empty(blocks, np.uint64)
    best, at, end, length, reach = 0, 0, 0, 0, 0
    for first in range(count):
        if first + best >= count:
            break
        start = at_word[first]
        if at_word[first + best] - start >= size:
            continue
        while end < count and at_word[end] < start + size:
            end += 1
        if length + end - reach <= best:
            continue
        v[:] = full
        for k in range(first, end):
            carry = zero
            for b in range(blocks):
                u = v[b] & masks[hit[k], b]
                total = v[b] + u
                passed = total + carry
                carry = one if total < u or passed < total else zero
                v[b] = passed | (v[b] - u)
        length, reach = 0, end
        for b in range(blocks):
            rest = ~v[b]
            if b == blocks - 1 and size % 64:
                rest &= (one << np.uint64(size % 64)) - one
            while rest:
                rest &= rest - one
                length += 1
        if length > best:
            best, at = length, start
        if best == size:
            break
    return best, at
