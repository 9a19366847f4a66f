"""Whose words a line is: the meme's own, a watermark, site chrome, or text in the scene. Nothing is thrown away.

Three kinds of sign. What a line says (`chrome`). Whether it is text at all: letters of no word, one letter over and
over, a low score. And how it stands to the *main block*, the block with the most known words: memes set their own
words in about one size, so what stands apart, off the middle, and under two thirds of that size is a mark or a sign
in the photo. A line that may be the speaker's name (after a dash, or a name under the main block) is always kept.
Thresholds: dev half of the political memes, `factcheck evaluate ocr`.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.reading import chrome, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import LineRole, TextLine

_MIN_SCORE = 0.6
_SURE_SCORE = 0.95
_SMALL = 0.62  # of the main block's line height
_MIDDLE = 0.15  # of the width, to both sides of the centre line
_EDGE = 0.12  # of the height, from the top and the bottom
_REPEATED = 3
_LONG = 7  # letters that a pattern in a photo hardly ever makes
_WORDY = 5  # known words that make a block a sentence of its own, however small
_DASH = re.compile(r"^\s*[-–—~\"“]")
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*|of|de|van|von|the|bin|al)(?: (?:[A-Z][\w.'’-]*|of|de|van|von|the|bin|al)){0,5}")


@dataclass(frozen=True, slots=True)
class _Main:
    """The block that carries most of what the picture says."""

    lines: frozenset[int]
    height: float
    box: tuple[float, float, float, float]


def roles(lines: Sequence[TextLine], blocks: Sequence[Sequence[int]], size: tuple[int, int]) -> tuple[LineRole, ...]:
    """The role of each line; ``size``: width and height of the picture."""
    if not lines:
        return ()
    main = _main_block(lines, blocks)
    copies = Counter(_compact(line.text) for line in lines)
    found: dict[int, LineRole] = {}
    for block in blocks:
        texts = [lines[index] for index in block]
        is_noise = _is_noise(texts) and not _stands_by(texts, lines, main)
        is_wordy = _known_words(texts) >= _WORDY
        for index in block:
            said = _role_by_text(lines[index], copies)
            is_beside = index not in main.lines and not is_wordy and not _may_be_speaker(lines[index], main)
            found[index] = said or (_role_by_place(lines[index], main, size, is_noise) if is_beside else "meme")
    return tuple(found[index] for index in range(len(lines)))


def _known_words(block: Sequence[TextLine]) -> int:
    return sum(vocabulary.is_word(run) for line in block if is_text(line) for run in vocabulary.letter_runs(line.text))


def _stands_by(block: Sequence[TextLine], lines: Sequence[TextLine], main: _Main) -> bool:
    """A coined word or a name in one line, read surely, as large as the main block and close to known words."""
    if len(block) > 1 or block[0].score < _SURE_SCORE:
        return False
    left, top, right, bottom = block[0].box
    height = bottom - top
    return height >= _SMALL * main.height and any(
        min(right, line.box[2]) > max(left, line.box[0])
        and max(top, line.box[1]) - min(bottom, line.box[3]) < height
        and vocabulary.known_share(line.text) == 1
        for line in lines
        if line is not block[0]
    )


def _role_by_text(line: TextLine, copies: Counter[str]) -> LineRole | None:
    if not is_text(line):
        return "scene"
    if copies[_compact(line.text)] >= _REPEATED and vocabulary.known_share(line.text) == 0:
        return "watermark"
    return chrome.kind_of(line.text)


def _role_by_place(line: TextLine, main: _Main, size: tuple[int, int], is_noise: bool) -> LineRole:  # noqa: FBT001
    """For lines outside the main block: their size and place beside it, and whether their block has words at all."""
    is_small = line.box[3] - line.box[1] < _SMALL * main.height
    is_aside = abs((line.box[0] + line.box[2]) / 2 / max(1, size[0]) - 0.5) > _MIDDLE
    if is_small and is_aside:
        return "watermark" if _is_at_edge(line, size) else "scene"
    is_long = len(_compact(line.text)) >= _LONG  # a coined word, as large as the rest
    is_sure = line.score >= _SURE_SCORE and not is_small and (is_long or not is_aside)
    return "scene" if is_noise and not is_sure else "meme"


def is_text(line: TextLine) -> bool:
    """Whether a line is text that the engines can read: mostly Latin letters or digits, not one sign repeated."""
    letters = [char for char in line.text if char.isalnum()]
    readable = [char for char in letters if char.isdigit() or "LATIN" in unicodedata.name(char, "")]
    is_one_sign = len(letters) > 2 and len({char.lower() for char in letters}) == 1  # noqa: PLR2004
    return line.score >= _MIN_SCORE and bool(letters) and 2 * len(readable) >= len(letters) and not is_one_sign


def _main_block(lines: Sequence[TextLine], blocks: Sequence[Sequence[int]]) -> _Main:
    def mass(block: Sequence[int]) -> float:
        own = [lines[index] for index in block if is_text(lines[index]) and not chrome.kind_of(lines[index].text)]
        return sum(vocabulary.known_share(line.text) * len(line.text) for line in own)

    block = max(blocks, key=mass)
    boxes = [lines[index].box for index in block]
    box = (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
    return _Main(frozenset(block), max(1.0, statistics.median(box[3] - box[1] for box in boxes)), box)


def _is_noise(block: Sequence[TextLine]) -> bool:
    """No word of the list in a short block, or few in one read badly; numbers and names of two words are no noise."""
    text = " ".join(line.text for line in block)
    runs = vocabulary.letter_runs(text)
    digits = sum(char.isdigit() for char in text)
    if digits > sum(map(len, runs)):
        return digits < 2  # noqa: PLR2004 - a year, a price, a temperature
    share = vocabulary.known_share(text)
    if share == 0:
        is_name = len(block) == 1 and len(runs) > 1 and _NAME.fullmatch(text.strip()) is not None
        return not is_name
    return share < 0.5 and statistics.mean(line.score for line in block) < 0.85  # noqa: PLR2004


def _is_at_edge(line: TextLine, size: tuple[int, int]) -> bool:
    middle = (line.box[1] + line.box[3]) / 2 / max(1, size[1])
    return min(middle, 1 - middle) < _EDGE


def _may_be_speaker(line: TextLine, main: _Main) -> bool:
    """After a dash or a quotation mark, or a name below the main block's top and beside or under it."""
    if _DASH.match(line.text) and len(vocabulary.letter_runs(line.text)) > 1:
        return True
    left, top, right, _ = line.box
    is_under = top > main.box[1] and left < main.box[2] and right > main.box[0]
    is_name = len(line.text.split()) > 1 and _NAME.fullmatch(line.text.strip(" .,\"'”")) is not None
    return is_under and is_name


def _compact(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
