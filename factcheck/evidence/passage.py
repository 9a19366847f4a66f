"""The words around a match, as a person should read them: its sentences with one before and one after, bounded.

In: a text and the characters of the match. Out: one line with clean white space, an ellipsis where a sentence had to
be cut. Sentences end at a full stop and the like before a capital, quote or digit, or at an empty line; initials and
titles ("D.", "Mr.") end none. It is a rule for showing, good enough for that: no parser, linear in the few hundred
characters that it looks at.
"""

from __future__ import annotations

import re

PASSAGE_CHARS = 600
"""Longest passage shown, ellipses aside."""

_SPACE = re.compile(r"\s")
_BREAK = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s{1,40}(?=[^\W_a-zß-ÿ]|[\"'“‘„«(\[—])|\n[^\S\n]{0,8}\n\s{0,40}(?=\S)")
_LAST_WORD = re.compile(r"[^\W\d_]{1,6}$")
_ABBREVIATIONS = frozenset({
    "mr", "mrs", "ms", "dr", "st", "prof", "sen", "rep", "gov", "gen", "col", "capt", "lt", "sgt", "rev", "hon",
    "pres", "jr", "sr", "vs", "vol", "inc", "co", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct",
    "nov", "dec",
})  # fmt: skip


def passage(text: str, start: int, end: int) -> str:
    """The sentences that hold ``text[start:end]``, one before and one after, in at most ``PASSAGE_CHARS``."""
    starts = sentence_starts(text, max(0, start - PASSAGE_CHARS), min(len(text), end + PASSAGE_CHARS))
    lefts = [at for at in starts if at <= start][-2:]
    rights = [at for at in starts if at >= end][:2]
    if lefts and rights:
        for left, right in ((lefts[0], rights[-1]), (lefts[-1], rights[-1]), (lefts[0], rights[0])):
            if right - left <= PASSAGE_CHARS:
                return _clean(text[left:right])
        if rights[0] - lefts[-1] <= PASSAGE_CHARS:
            return _clean(text[lefts[-1] : rights[0]])
    return _cut(text, start, end, lefts[-1] if lefts else 0, rights[0] if rights else len(text))


def sentence_starts(text: str, low: int, high: int) -> list[int]:
    """Where sentences start between two places; the text's own ends count as such."""
    starts = [0] if low == 0 else []
    for found in _BREAK.finditer(text, low, high):
        before = _LAST_WORD.search(text[max(0, found.start() - 7) : found.start()])
        word = before[0].casefold() if before and text[found.start()] == "." else ""
        is_initial = len(word) == 1 and word != "i"
        if not is_initial and word not in _ABBREVIATIONS:
            starts.append(found.end())
    return [*starts, len(text)] if high == len(text) else starts


def _cut(text: str, start: int, end: int, low: int, high: int) -> str:
    """What fits around the match, cut between words, inside one overlong sentence."""
    spare = max(0, PASSAGE_CHARS - (end - start)) // 2
    left, right = max(low, start - spare), min(high, end + spare, start + PASSAGE_CHARS + spare)
    if left > low:
        space = _SPACE.search(text, left, start)
        left = space.end() if space else start
    if right < high:
        space_before = max(text.rfind(" ", left, right), text.rfind("\n", left, right))
        right = space_before if space_before > left else right
    opened, closed = "… " if left > low else "", " …" if right < high else ""
    return f"{opened}{_clean(text[left:right])}{closed}"


def _clean(text: str) -> str:
    return " ".join(text.split())
