"""Attribution lines: a passage and a quotation in it → the name that the text itself gives as the speaker.

Tried in order of how plain the sign is: a dash, tilde or "by" after the quotation; "said NAME" after or "NAME said"
before it; a name alone on the line after, or on the line before. A name alone must look like a person's: a known
given name, a title or an initial, or a line in Title Case where the rest is not. Without quotation marks only a
dash, tilde, "by", a verb of saying or a sure name on the last line count.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from factcheck.model import Attribution
from factcheck.reading.lexicon import DANGLING
from factcheck.reading.name_form import NameForm, is_sure_name, read_name
from factcheck.reading.passage import flat
from factcheck.reading.speech import is_introduced, speaker_after, speaker_before
from factcheck.text import words

if TYPE_CHECKING:
    from factcheck.reading.passage import Passage
    from factcheck.reading.quotation import Quotation

LINES_AFTER = 3  # how far below a quotation its dash line may stand: a photo credit or a stray word between

_DASH = re.compile(r"^[ \"”'’.]{0,3}([-–—―−~=_]{1,3}) ?(?=\S)(.*)$")
_BY = re.compile(r"^(?:(?:a )?quoted? |words |written |spoken |said )?by ?:? (.*)$", re.IGNORECASE)
_STOPS = tuple(".!?…")
_MARKS = "\"”'’ "
_TRAILING_DASH = re.compile(r"(?:(?<=[.!?…,\"”'’])|(?<=\s))[-–—―]{1,2} ?([^-–—―~\n]{3,80})$")
_TRAILING_TILDE = re.compile(r"~ ?([^~\n]{3,80})$")


def read_marked_line(line: str) -> Attribution | None:
    """An attribution by its own mark: a dash, a tilde or "by" before a name."""
    if line.rstrip().endswith(":"):  # announces what follows
        return None
    dash = _DASH.match(line)
    if dash:
        form = read_name(dash[2], any_case=True)
        is_name = form and (form.is_sure or _whole_line_name(dash[2]))
        return Attribution(form.name, flat(line), "tilde" if "~" in dash[1] else "dash") if form and is_name else None
    by = _BY.match(line.strip())
    form = _whole_line_name(by[1]) if by else None
    return Attribution(form.name, flat(line), "by") if form else None


def ends_quotation(above: str, line: str) -> bool:
    """Whether a line can only be an attribution, so that an unclosed quotation ends before it, after ``above``."""
    marked = read_marked_line(line)
    if marked:
        return marked.found_by != "by" or is_sure_name(marked.name)
    is_ended = above.rstrip(_MARKS).endswith(_STOPS) or above.rstrip().endswith(tuple(_MARKS.strip()))
    form = _whole_line_name(line) if is_ended else None
    return bool(form and form.is_sure and " " in form.name)


def attribute(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    """Who is named as the speaker of ``quotation``; nothing past the offset ``stop`` (the next quotation) is read."""
    return (
        _marked_after(passage, quotation, stop)
        or _said(passage, quotation, stop)
        or _name_line_after(passage, quotation, stop)
        or _name_line_before(passage, quotation)
    )


def split_unmarked(passage: Passage) -> tuple[str, Attribution | None] | None:
    """Words without quotation marks and the attribution that makes them a quotation, if there is one."""
    lines = passage.lines
    for number in range(len(lines) - 1, max(-1, len(lines) - 6), -1):
        attribution = read_marked_line(lines[number])
        above = _words_above(passage, number) if attribution else ""
        if attribution and _is_signed(above, attribution):
            return above, _with_wrapped_name(attribution, "".join(lines[number + 1 : number + 2]))
        split = _split_trailing(lines[number])
        if split:
            return flat(f"{_words_above(passage, number, same_block=True)} {split[0]}"), split[1]
    return _said_first(passage) or _said_last(passage) or _sure_last_line(passage)


def _is_signed(above: str, attribution: Attribution) -> bool:
    """Whether a marked line signs the words above it: they end like a sentence, or a dash stands before a sure name.

    Lists ("- salt"), bylines of articles and sentences that run on into "by NAME" are not signed.
    """
    if above.rstrip(_MARKS)[-1:] in _STOPS:
        return True
    is_name = is_sure_name(attribution.name) or (" " in attribution.name and not attribution.name.isupper())
    return bool(above) and is_name and attribution.found_by != "by"


def _marked_after(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    rest, *lines = _lines_after(passage, quotation, stop)
    for line, below in pairwise([rest, *lines[:LINES_AFTER], ""]):
        attribution = read_marked_line(line)
        if attribution:
            return _with_wrapped_name(attribution, below)
    title, name = ([line for line in (rest, *lines) if line.strip()] + ["", ""])[:2]
    dash = _DASH.match(title)  # "— President of Somewhere" with the name on the next line
    form = _whole_line_name(f"{dash[2]} {name}") if dash else None
    return Attribution(form.name, flat(f"{title} {name}"), "dash") if form and form.is_sure else None


def _with_wrapped_name(attribution: Attribution, below: str) -> Attribution:
    """A name that wraps: "— Jane B." above "Doe"."""
    name, rest = attribution.name, attribution.text.replace(attribution.name, "", 1).strip(" .-–—―~_")
    form = _whole_line_name(below) if below and not read_marked_line(below) else None
    is_cut = re.search(r"(?:^|\b[A-Z]\.?)$", name) or " " not in name
    if not form or rest or not is_cut or form.name.count(" ") > 1 or not is_sure_name(f"{name} {form.name}"):
        return attribution
    return replace(attribution, name=f"{name} {form.name}", text=f"{attribution.text} {flat(below)}")


def _said(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    after = passage.text[quotation.end : min(stop, passage.block_end(quotation.end - 1))]
    before = passage.text[: quotation.start]
    speaker = speaker_after(after) or speaker_before(before)
    return Attribution(speaker.name, speaker.text, "said") if speaker else None


def _name_line_after(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    following = [line for line in _lines_after(passage, quotation, stop) if line.strip(" .\"'’”")]
    form = _whole_line_name(following[0]) if following else None
    if not form or following[0].rstrip().endswith(":"):
        return None
    is_name = form.is_sure or _is_name_by_case(form, following[0], quotation.text, is_last=len(following) == 1)
    return Attribution(form.name, flat(following[0]), "title_line") if is_name else None


def _name_line_before(passage: Passage, quotation: Quotation) -> Attribution | None:
    number = passage.line_at(quotation.start)
    same_line = passage.text[passage.starts[number] : quotation.start].strip()
    line = same_line or (passage.lines[number - 1] if number else "")
    form = _whole_line_name(line.rstrip(" :,-–—")) if line else None
    if not form or not form.is_sure or (same_line and not same_line.endswith((":", ",", "-", "–", "—"))):
        return None
    return Attribution(form.name, flat(line), "said" if line.endswith(":") else "title_line")


def _is_name_by_case(form: NameForm, line: str, quote: str, *, is_last: bool) -> bool:
    """Two to four Title-Case words, the last thing that the text says, where the quotation is not in capitals."""
    words = form.name.split()
    is_titled = (
        not line.isupper() and not quote.isupper() and all(not word.isupper() or len(word) < 3 for word in words)  # noqa: PLR2004
    )
    return is_last and is_titled and 2 <= len(words) <= 4  # noqa: PLR2004


def _whole_line_name(line: str) -> NameForm | None:
    """The name if the line is nothing but a name with its titles and dates."""
    form = read_name(line)
    if not form or len(line.split()) > 9:  # noqa: PLR2004 - "Former Deputy Prime Minister …" and a name
        return None
    after = (
        line[line.find(form.name.split()[-1]) + len(form.name.split()[-1]) :] if form.name.split()[-1] in line else ""
    )
    return form if re.match(r"[\s.,;:(\[|/—–\"'’”-]*(?:$|[\d(,\[|/—–]|[A-Z][a-z]{2,8}\.? \d)", after) else None


def _lines_after(passage: Passage, quotation: Quotation, stop: int) -> list[str]:
    """The rest of the quotation's last line, then the lines below it."""
    return re.sub(r"\n+", "\n", passage.text[quotation.end : stop]).split("\n")[: LINES_AFTER + 4]


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
    form = _whole_line_name(lines[-1]) if len(lines) > 1 else None
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
