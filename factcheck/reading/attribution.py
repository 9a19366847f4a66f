"""Attribution lines: a passage and a quotation in it → the name that the text itself gives as the speaker.

Tried in order of how plain the sign is: a dash, tilde or "by" after the quotation; "said NAME" after or "NAME said"
before it; a name alone on the line after, or on the line before. A name alone must look like a person's: a known
given name, a title or an initial, or a line in Title Case where the rest is not.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Attribution
from factcheck.reading.name_line import DASH, join_wrapped, read_marked_line, whole_line_name
from factcheck.reading.passage import flat
from factcheck.reading.speech import speaker_after, speaker_before

if TYPE_CHECKING:
    from factcheck.reading.name_form import NameForm
    from factcheck.reading.passage import Passage
    from factcheck.reading.quotation import Quotation

LINES_AFTER = 3  # how far below a quotation its dash line may stand: a photo credit or a stray word between


def attribute(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    """Who is named as the speaker of ``quotation``; nothing past the offset ``stop`` (the next quotation) is read."""
    return (
        _marked_after(passage, quotation, stop)
        or _said(passage, quotation, stop)
        or _name_line_after(passage, quotation, stop)
        or _name_line_before(passage, quotation)
    )


def _marked_after(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    rest, *lines = _lines_after(passage, quotation, stop)
    for line, below in pairwise([rest, *lines[:LINES_AFTER], ""]):
        attribution = read_marked_line(line)
        if attribution:
            return join_wrapped(attribution, below)
    title, name = ([line for line in (rest, *lines) if line.strip()] + ["", ""])[:2]
    dash = DASH.match(title)  # "— President of Somewhere" with the name on the next line
    form = whole_line_name(f"{dash[2]} {name}") if dash else None
    return Attribution(form.name, flat(f"{title} {name}"), "dash") if form and form.is_sure else None


def _said(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    after = passage.text[quotation.end : min(stop, passage.block_end(quotation.end - 1))]
    before = passage.text[: quotation.start]
    speaker = speaker_after(after) or speaker_before(before)
    return Attribution(speaker.name, speaker.text, "said") if speaker else None


def _name_line_after(passage: Passage, quotation: Quotation, stop: int) -> Attribution | None:
    following = [line for line in _lines_after(passage, quotation, stop) if sum(map(str.isalpha, line)) > 2]  # noqa: PLR2004
    form = whole_line_name(following[0]) if following else None
    if not form or following[0].rstrip().endswith(":"):
        return None
    is_name = form.is_sure or _is_name_by_case(form, following[0], quotation.text, is_last=len(following) == 1)
    return Attribution(form.name, flat(following[0]), "title_line") if is_name else None


def _name_line_before(passage: Passage, quotation: Quotation) -> Attribution | None:
    number = passage.line_at(quotation.start)
    same_line = passage.text[passage.starts[number] : quotation.start].strip()
    line = same_line or (passage.lines[number - 1] if number else "")
    form = whole_line_name(line.rstrip(" :,-–—")) if line else None
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


def _lines_after(passage: Passage, quotation: Quotation, stop: int) -> list[str]:
    """The rest of the quotation's last line, then the lines below it."""
    return re.sub(r"\n+", "\n", passage.text[quotation.end : stop]).split("\n")[: LINES_AFTER + 4]
