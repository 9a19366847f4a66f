"""A 30-word quote in 20,000-word pages: rapidfuzz's ``cdist`` over all windows against our kernel, one thread each.

Pages are runs of real addresses. Each is asked for two quotes: one of its own with three words changed, as memes do,
and one from elsewhere, which no window holds. Both sides get word numbers, so that neither is charged for splitting
text, and must give the same answers, or there is no figure; rapidfuzz gets them in its quickest form, a character a
word. Other rows say what a check sees: from text to passage, and without the compiled kernel.
"""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from factcheck.evaluation.bench import BenchRow
from factcheck.evidence.addresses import shipped_documents
from factcheck.evidence.match import match_quote
from factcheck.kernels import lcs
from factcheck.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAGE_WORDS = 20_000
QUOTE_WORDS = 30
CHANGED_WORDS = 3
REPEATS = 3
_PEER = "rapidfuzz cdist, LCSseq"


@dataclass(frozen=True, slots=True)
class Case:
    """A quote, a page, and both as word numbers."""

    quote: str
    page: str
    quote_numbers: tuple[int, ...]
    page_numbers: tuple[int, ...]


def quote_match(pages: int = 5, seed: int = 0) -> list[BenchRow]:
    """Median time a quote, ours and rapidfuzz's, on ``pages`` pages with two quotes each.

    Raises:
        ValueError: when the two give different answers.
    """
    import numpy as np

    lcs.warm()
    cases = make_cases(pages, seed)
    arrays = [(np.array(c.quote_numbers, np.int32), np.array(c.page_numbers, np.int32)) for c in cases]
    ours = [_timed(partial(_length, lcs.best_window_compiled, quote, page)) for quote, page in arrays]
    plain = [_timed(partial(_length, lcs.best_window_plain, c.quote_numbers, c.page_numbers)) for c in cases]
    peers = [_peer(case) for case in cases]
    if not [a for a, _ in ours] == [a for a, _ in plain] == [a for a, _ in peers]:
        raise ValueError("rapidfuzz and the kernel give different answers: there is nothing to compare")
    whole = [_timed(partial(_common_words, case)) for case in cases]
    what = f"{QUOTE_WORDS}-word quote in a {PAGE_WORDS:,}-word page"
    return [
        _row(what, "compiled kernel", ours, peers),
        _row(what, "without the compiled kernel", plain, peers),
        _row(what, "from text to passage", whole, None),
    ]


def make_cases(pages: int, seed: int) -> list[Case]:
    """Two quotes a page, of real words: one nearly on the page, one from elsewhere."""
    rng = random.Random(seed)
    spoken = [word for document in shipped_documents() for word in document.text.split()]
    cases = []
    for _ in range(pages):
        start = rng.randrange(len(spoken) // 2, len(spoken) - PAGE_WORDS)
        page = spoken[start : start + PAGE_WORDS]
        for source in (page, spoken[: len(spoken) // 2]):
            at = rng.randrange(len(source) - QUOTE_WORDS)
            quote = source[at : at + QUOTE_WORDS]
            for changed in rng.sample(range(QUOTE_WORDS), CHANGED_WORDS):
                quote[changed] = rng.choice(spoken)
            cases.append(_case(" ".join(quote), " ".join(page)))
    return cases


def _case(quote: str, page: str) -> Case:
    number: dict[str, int] = {}
    quote_numbers = tuple(number.setdefault(word, len(number) + 1) for word in words(quote))
    return Case(quote, page, quote_numbers, tuple(number.setdefault(word, len(number) + 1) for word in words(page)))


def _length(function: Callable[[lcs.Words, lcs.Words], tuple[int, int]], quote: lcs.Words, page: lcs.Words) -> int:
    return function(quote, page)[0]


def _common_words(case: Case) -> int:
    return match_quote(case.quote, case.page).common_words


def _peer(case: Case) -> tuple[int, float]:
    """The best of all windows by rapidfuzz, and its time; cutting the windows is not counted."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import LCSseq

    quote, page = ("".join(map(chr, numbers)) for numbers in (case.quote_numbers, case.page_numbers))
    windows = [page[i : i + len(quote)] for i in range(max(1, len(page) - len(quote) + 1))]
    cdist = partial(process.cdist, [quote], windows, scorer=LCSseq.similarity, workers=1, dtype=np.uint8)
    return _timed(lambda: int(cdist().max()))


def _timed(function: Callable[[], int]) -> tuple[int, float]:
    """An answer and the best of a few times in milliseconds: the others measure what else the machine does."""
    times, answer = [], 0
    for _ in range(REPEATS):
        start = time.perf_counter()
        answer = function()
        times.append((time.perf_counter() - start) * 1e3)
    return answer, min(times)


def _row(
    what: str, metric: str, ours: Sequence[tuple[int, float]], peers: Sequence[tuple[int, float]] | None
) -> BenchRow:
    value = statistics.median(ms for _, ms in ours)
    if peers is None:
        return BenchRow(what, metric, "ms", value)
    peer = statistics.median(ms for _, ms in peers)
    return BenchRow(what, metric, "ms", value, _PEER, peer, peer / value)
