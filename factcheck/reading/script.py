"""Whether a picture's text is in a script that the engine and the rest of the pipeline can read: Latin.

A model made for other scripts does not say "this is Cyrillic": it reads nothing, or two signs where a line of that
length holds twenty, or zeros, or unsure syllables of no word. So each line is weighed by the length it should have,
and the text counts as unreadable when most of that length is. Latin text in any language passes here; stray marks in
a photo are too short, or too unsure, to count.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from factcheck.reading import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import TextLine

_SHORTEST = 2.0  # line heights; shorter lines say nothing about a script
_FEWEST_LETTERS = 0.55  # for each line height of length; Latin text has 1.2 to 3
_SPACES = 3.0  # a line that a model reads as spaces alone is surely in letters that it does not have
_TEXT = 0.4  # below, it is a pattern in the picture
_UNSURE = 0.85
_FEW_KNOWN = 0.2
_LEAST = 5.0  # line heights of unreadable text that make a statement


def is_supported(lines: Sequence[TextLine]) -> bool:
    """False when most of the text, by length, can't be read as Latin script; True where there is hardly any text.

    ``lines`` include those that the engine found and read as nothing but spaces, with an empty text.
    """
    readable = unreadable = 0.0
    unread: list[float] = []
    for line in lines:
        length = _length(line)
        if length < _SHORTEST:
            continue
        if line.score < _TEXT:
            unread.append(length)
        elif _is_readable(line, length):
            readable += length
        else:
            unreadable += length if line.text else _SPACES * length
    if readable == 0 and (len(unread) > 1 or unreadable > 0):
        # Lines found and nothing read in any of them: none of 183 photos and blank templates had so much of that.
        unreadable += sum(unread)
    return unreadable < _LEAST or unreadable <= readable


def _length(line: TextLine) -> float:
    return (line.box[2] - line.box[0]) / max(1.0, line.box[3] - line.box[1])


def _is_readable(line: TextLine, length: float) -> bool:
    letters = [char for char in line.text if char.isalpha()]
    latin = [char for char in letters if "LATIN" in unicodedata.name(char, "")]
    digits = {char for char in line.text if char.isdigit()}
    if len(digits) > 1 and len(latin) == len(letters):
        return line.score >= _UNSURE  # a date, a number
    if 2 * len(latin) < len(letters) or len(latin) < _FEWEST_LETTERS * length:
        return False
    return line.score >= _UNSURE or vocabulary.known_share(line.text) >= _FEW_KNOWN
