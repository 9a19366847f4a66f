"""Words without quotation marks that an attribution makes a quotation: "WE CAN. -JANE DOE", "Jane Doe said: …".

A passage goes in; the words and the attribution come out, or None. Stricter than beside quotation marks: lists,
bylines, signatures and captions that end in a name must not become quotations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from factcheck.model import Attribution
from factcheck.reading.lexicon import DANGLING
from factcheck.reading.name_form import is_sure_name, read_name
from factcheck.reading.name_line import MARKS, STOPS, join_wrapped, read_marked_line, whole_line_name
from factcheck.reading.passage import flat
from factcheck.reading.speech import is_introduced, speaker_after, speaker_before
from factcheck.text import words

if TYPE_CHECKING:
    from factcheck.reading.passage import Passage

_TRAILING_DASH = re.compile(r"(?:(?<=[.!?…,\"”'’])|(?<=\s))[-–—―]{1,2} ?([^-–—―~\n]{3,80})$")
_TRAILING_TILDE = re.compile(r"~ ?([^~\n]{3,80})$")


def split_unmarked(passage: Passage) -> tuple[str, Attribution | None] | None:
    """Words without quotation marks and the attribution that makes them a quotation, if there is one."""
    lines = passage.lines
    for number in range(len(lines) - 1, max(-1, len(lines) - 6), -1):
        attribution = read_marked_line(lines[number])
        above = _words_above(passage, number) if attribution else ""
        if attribution and _is_signed(above, attribution):
            return above, join_wrapped(attribution, "".join(lines[number + 1 : number + 2]))
        split = _split_trailing(lines[number])
        if split:
            return flat(f"{_words_above(passage, number, same_block=True)} {split[0]}"), split[1]
    return _said_first(passage) or _said_last(passage) or _sure_last_line(passage)


def _is_signed(above: str, attribution: Attribution) -> bool:
    """Whether a marked line signs the words above it: they end like a sentence, or a dash stands before a sure name.

    Lists ("- salt"), bylines of articles and sentences that run on into "by NAME" are not signed.
    """
    if above.rstrip(MARKS)[-1:] in STOPS:
        return True
    is_name = is_sure_name(attribution.name) or (" " in attribution.name and not attribution.name.isupper())
    return bool(above) and is_name and attribution.found_by != "by"


def _words_above(passage: Passage, number: int, *, same_block: bool = False) -> str:
    """The words of the block that ends above line ``number``: its own block, else the one before."""
    block = passage.blocks[number]
    rows = [line for line, place in zip(passage.lines[:number], passage.blocks, strict=False) if place == block]
    if not rows and not same_block:
        rows = [line for line, place in zip(passage.lines[:number], passage.blocks, strict=False) if place == block - 1]
    return flat(" ".join(rows))


def _split_trailing(line: str) -> tuple[str, Attribution] | None:
    """An attribution at the end of a line of words: "… IT BE. -JANE DOE", "… it be~JANE DOE"."""
    for pattern, found_by in ((_TRAILING_TILDE, "tilde"), (_TRAILING_DASH, "dash")):
        match = pattern.search(line)
        form = read_name(match[1]) if match and match.start() > 0 else None
        if match and form and (found_by == "tilde" or form.is_sure):
            kind: Literal["tilde", "dash"] = "tilde" if found_by == "tilde" else "dash"
            return line[: match.start()].strip(), Attribution(form.name, line[match.start() :].strip(), kind)
    return None


def _said_first(passage: Passage) -> tuple[str, Attribution | None] | None:
    """NAME said: before the words, with a colon; whoever speaks, on a line of its own."""
    head, colon, rest = passage.text.partition(":")
    if not colon or not rest[:1].isspace() or "\n\n" in head.strip() or len(rest.split()) < 3:  # noqa: PLR2004
        return None
    speaker = speaker_before(f"{head}:")
    if speaker:
        return flat(rest), Attribution(speaker.name, speaker.text, "said")
    is_announced = rest.startswith("\n") and is_introduced(f"{head}:") and not head.lower().endswith("like")
    return (flat(rest), None) if is_announced else None


def _said_last(passage: Passage) -> tuple[str, Attribution] | None:
    """…, said NAME, as the last words."""
    match = re.search(r",\s+((?:said|says)\s+[^,.!?]{3,60})[.]?$", passage.text)
    speaker = speaker_after(match[1]) if match else None
    if not match or not speaker:
        return None
    return flat(passage.text[: match.start()]), Attribution(speaker.name, speaker.text, "said")


def _sure_last_line(passage: Passage) -> tuple[str, Attribution] | None:
    """A person's full name alone on the last line, under words that can end there: the dash was lost or never there."""
    lines = passage.lines
    form = whole_line_name(lines[-1]) if len(lines) > 1 else None
    if not form or not form.is_sure or not 2 <= len(form.name.split()) <= 4:  # noqa: PLR2004
        return None
    above = _words_above(passage, len(lines) - 1)
    after_comma = lines[-1].partition(",")[2].split()
    is_list = any(word.lower() in {"and", "or", "&"} for word in after_comma)
    is_open = above.endswith((",", "-", ":")) or not DANGLING.isdisjoint(words(above)[-1:]) or lines[-1].endswith(".")
    is_about = bool(set(words(form.name)) & set(words(above)))  # nobody names themselves
    if len(words(above)) < 5 or is_open or is_list or is_about:  # noqa: PLR2004
        return None
    return above, Attribution(form.name, flat(lines[-1]), "title_line")
