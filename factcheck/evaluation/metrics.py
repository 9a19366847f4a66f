"""The measures behind the tables, as plain functions of two values: no I/O, no models.

Text measures follow PIXELMOD: character n-grams over code points, lower-cased, newlines to spaces. Human and machine
transcriptions also differ in style, not in what was read, so both sides are folded the same way first: typographic
quotes and dashes made plain, accents dropped, runs of white space made one space.
"""

from __future__ import annotations

from collections import Counter

from factcheck.text import fold, words


def comparable(text: str) -> str:
    """Text as the OCR measures compare it: folded, in one line."""
    return " ".join(fold(text).split())


def char_ngrams(text: str, n: int = 4) -> frozenset[str]:
    """The set of n-grams of code points of comparable text; a shorter text is its own single gram."""
    line = comparable(text)
    if len(line) < n:
        return frozenset({line} if line else ())
    return frozenset(line[at : at + n] for at in range(len(line) - n + 1))


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared over all; two empty sets agree fully."""
    union = len(left | right)
    return len(left & right) / union if union else 1.0


def recall(truth: frozenset[str], found: frozenset[str]) -> float:
    """The share of the truth that was found; 1 where there is nothing to find."""
    return len(truth & found) / len(truth) if truth else 1.0


def word_recall(truth: str, found: str) -> float:
    """The share of the truth's words, counted with repeats, that were found in any order."""
    expected = Counter(words(truth))
    total = sum(expected.values())
    return sum((expected & Counter(words(found))).values()) / total if total else 1.0


def word_accuracy(truth: str, found: str) -> float:
    """1 − word error rate (Levenshtein distance over words by the truth's length), not below 0: order matters."""
    from rapidfuzz.distance import Levenshtein

    expected, got = words(truth), words(found)
    if not expected:
        return 0.0 if got else 1.0
    return max(0.0, 1 - Levenshtein.distance(expected, got) / len(expected))


def pearson(left: list[float], right: list[float]) -> float:
    """Pearson's correlation; 0 where one side does not vary."""
    import numpy as np

    if len(left) < 2 or np.ptp(left) == 0 or np.ptp(right) == 0:  # noqa: PLR2004 - two points make a line
        return 0.0
    return float(np.corrcoef(left, right)[0, 1])


def order_kept(truth: str, found: str) -> float:
    """Of the truth's words that were found, the share that stand in the truth's order (longest common subsequence)."""
    from rapidfuzz.distance import LCSseq

    expected, got = words(truth), words(found)
    shared = sum((Counter(expected) & Counter(got)).values())
    return float(LCSseq.similarity(expected, got)) / shared if shared else 1.0
