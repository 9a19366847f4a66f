"""Small, safe repairs of what OCR confuses in every font: I read as T or l, marks of the background, quotation marks.

Only where the text itself shows the error: "T have" and "lam" are no English, an underscore between words is none of
theirs, and a quotation that opens with " does not close with '. Words are never guessed: what was read is what is
searched for.
"""

from __future__ import annotations

import re

from factcheck.reading import spacing, vocabulary

_VERBS = (
    "am|was|have|had|will|would|can|can't|could|do|don't|did|didn't|think|thought|know|knew|want|wanted|love|hope|see"
    "|saw|said|say|believe|need|mean|guess|wish|just|never|always|used|should|shall|may|might|must"
)
_LONE_I = re.compile(rf"(?<![\w'.-])[Tl|](?= (?:{_VERBS})\b)", re.IGNORECASE)
_LONE_BAR = re.compile(r"(?<![\w.])[|](?![\w|])")
_CONTRACTED_I = re.compile(r"(?<![\w'])[l1|](?='(?:m|ve|ll|d)\b)", re.IGNORECASE)
_GLUED_I = re.compile(rf"(?<![\w'-])[TlI|]({_VERBS})(?![\w'])", re.IGNORECASE)
_UNDERSCORE = re.compile(r"(?<=[^\W\d_])_+(?=[^\W\d_])")
_NO_SPACE_AFTER = re.compile(r"(?<=[^\W\d_][,;!?:])(?=[^\W\d_]{2})")
_TWO_SINGLE = re.compile(r"(?<!\w)''(?=\w)|(?<=[\w.,!?])''(?!\w)|,,(?=\w)")
_NO_SPACE_BEFORE_DASH = re.compile(r"(?<=[.!?\"”'])(?=[-–—~]\s?[A-Z])|(?<=[A-Za-z]{3})(?=~[A-Z])")
_ORNAMENT = re.compile(r"\s*[★☆●◆■•]+\s*(?=\w)")
_LETTER_O = re.compile(r"(?<![\w.])(\d{2,6})[Oo](?!\w)|(?<![\w.])(\d{1,6})[Oo](?=\d{1,6}(?!\w))")
_RARE = 1_000


def repair_line(text: str) -> str:
    """One line with its confusions repaired and its glued words split."""
    if "@" in text or "://" in text or "www." in text:
        return text
    line = _UNDERSCORE.sub(" ", _TWO_SINGLE.sub('"', text))
    line = _CONTRACTED_I.sub("I", _LONE_BAR.sub("I", line))
    line = _LETTER_O.sub(lambda number: f"{number.group(1) or number.group(2)}0", line)
    line = _GLUED_I.sub(_unglue_i, _LONE_I.sub("I", line))
    line = _NO_SPACE_BEFORE_DASH.sub(" ", _ORNAMENT.sub(_space_between, line))
    return spacing.by_vocabulary(_NO_SPACE_AFTER.sub(" ", line))


def _space_between(ornament: re.Match[str]) -> str:
    """An ornament between words parts them; one that starts a line is a bullet and stays."""
    return " " if ornament.start() > 0 else ornament.group()


def _unglue_i(match: re.Match[str]) -> str:
    """Two words in "THAVE", "lam" and "Isaid"; what is itself a word ("Lamb", "think", "idol") stays one."""
    run, verb = match.group(), match.group(1)
    is_word = vocabulary.is_word(run) if run.islower() else vocabulary.count(run) >= _RARE
    return run if is_word else f"I {verb}"


def close_quotations(lines: list[str]) -> list[str]:
    """A block's lines; a quotation opened with ``"`` and closed with ``'`` at a line's end is closed with ``"``.

    >>> close_quotations(['"I stand for', "the flag.'"])
    ['"I stand for', 'the flag."']
    """
    marks = [mark for line in lines for mark in re.findall(r'["“”]', line)]
    if len(marks) % 2 == 0:
        return lines
    ends = [place for place, line in enumerate(lines) if re.search(r"[.,!?…]'$", line.rstrip())]
    starts = [place for place, line in enumerate(lines) if re.match(r"'\w", line.lstrip())]
    if len(ends) == 1 and not starts:
        return _replaced(lines, ends[0], lines[ends[0]].rstrip()[:-1] + '"')
    if len(starts) == 1 and not ends:
        return _replaced(lines, starts[0], '"' + lines[starts[0]].lstrip()[1:])
    return lines


def _replaced(lines: list[str], place: int, line: str) -> list[str]:
    return [*lines[:place], line, *lines[place + 1 :]]
