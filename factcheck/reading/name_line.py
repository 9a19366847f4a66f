"""Lines that name a speaker: "— Jane Doe, 1999", "by Jane Doe", "Dr. Jane Doe" on its own.

One line of a picture's text goes in, an attribution or a name comes out, or None. Which quotation a line belongs to
is decided in ``attribution``, or in ``unmarked`` where there are no quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model import Attribution
from factcheck.reading.name_form import NameForm, is_sure_name, read_name
from factcheck.reading.passage import flat

STOPS = tuple(".!?…")
MARKS = "\"”'’ "

DASH = re.compile(r"^[ \"”'’.]{0,3}([-–—―−~=_]{1,3}) ?(?=\S)(.*)$")
_BY = re.compile(r"^(?:(?:a )?quoted? |words |written |spoken |said )?by ?:? (.*)$", re.IGNORECASE)


def read_marked_line(line: str) -> Attribution | None:
    """An attribution by its own mark: a dash, a tilde or "by" before a name."""
    if line.rstrip().endswith(":"):  # announces what follows
        return None
    dash = DASH.match(line)
    if dash:
        form = read_name(dash[2], is_marked=True)
        is_name = form and (form.is_sure or whole_line_name(dash[2]))
        return Attribution(form.name, flat(line), "tilde" if "~" in dash[1] else "dash") if form and is_name else None
    by = _BY.match(line.strip())
    form = whole_line_name(by[1]) if by else None
    return Attribution(form.name, flat(line), "by") if form else None


def ends_quotation(above: str, line: str) -> bool:
    """Whether a line can only be an attribution, so that an unclosed quotation ends before it, after ``above``."""
    marked = read_marked_line(line)
    if marked:
        return marked.found_by != "by" or is_sure_name(marked.name)
    is_ended = above.rstrip(MARKS).endswith(STOPS) or above.rstrip().endswith(tuple(MARKS.strip()))
    form = whole_line_name(line) if is_ended else None
    return bool(form and " " in form.name and (form.is_sure or (line.istitle() and len(form.name.split()) < 4)))  # noqa: PLR2004


def whole_line_name(line: str) -> NameForm | None:
    """The name if the line is nothing but a name with its titles and dates."""
    form = read_name(line)
    if not form or len(line.split()) > 9:  # noqa: PLR2004 - "Former Deputy Prime Minister …" and a name
        return None
    after = (
        line[line.find(form.name.split()[-1]) + len(form.name.split()[-1]) :] if form.name.split()[-1] in line else ""
    )
    return form if re.match(r"[\s.,;:(\[|/—–\"'’”-]*(?:$|[\d(,\[|/—–]|[A-Z][a-z]{2,8}\.? \d)", after) else None


def join_wrapped(attribution: Attribution, below: str) -> Attribution:
    """A name that wraps: "— Jane B." above "Doe"."""
    name, rest = attribution.name, attribution.text.replace(attribution.name, "", 1).strip(" .-–—―~_")
    form = whole_line_name(below) if below and not read_marked_line(below) else None
    is_cut = re.search(r"(?:^|\b[A-Z]\.?)$", name) or " " not in name
    if not form or rest or not is_cut or form.name.count(" ") > 1 or not is_sure_name(f"{name} {form.name}"):
        return attribution
    return replace(attribution, name=f"{name} {form.name}", text=f"{attribution.text} {flat(below)}")
