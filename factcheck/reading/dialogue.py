"""Speaker labels, as memes write conversations: "ME: …", "KAREN: …".

Two different labels make a dialogue, with or without quotation marks. Headings that end in a colon ("BREAKING:",
"Before:") and data cards ("Age: 9") are no speakers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.reading.lexicon import HEADINGS
from factcheck.reading.name_form import is_single_name

if TYPE_CHECKING:
    from factcheck.reading.passage import Passage

_LABEL = re.compile(r"^[-–—•* ]{0,3}([A-Z][\w.'’-]*(?: [\w.'’-]+){0,3}|[a-z][\w'’-]*(?: [\w'’-]+)?) ?: ?(.*)$")
_INLINE = re.compile(r" ([A-Z]\w{2,20}):(?= |$)")


def speaker_labels(passage: Passage) -> tuple[str, ...]:
    """The different speaker labels, lower-cased: at line starts, and well-known single names within a line."""
    labels: dict[str, None] = {}
    for line in passage.lines:
        match = _LABEL.match(line)
        if match and not _is_heading(match[1].lower()) and not match[2].startswith("//") and not match[2][:1].isdigit():
            labels[match[1].lower()] = None
        labels.update(dict.fromkeys(name.lower() for name in _INLINE.findall(line) if is_single_name(name)))
    return tuple(labels)


def _is_heading(label: str) -> bool:
    return bool(HEADINGS & set(label.replace("'", " ").split())) or any(c.isdigit() for c in label)
