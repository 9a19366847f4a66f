"""Speaker labels, as memes write conversations: "ME: …", "KAREN: …".

Two different labels make a dialogue, with or without quotation marks. Headings that end in a colon ("BREAKING:",
"Before:") and data cards ("Age: 9") are no speakers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.reading.lexicon import HEADINGS

if TYPE_CHECKING:
    from factcheck.reading.passage import Passage

_LABEL = re.compile(r"^[-–—•* ]{0,3}([A-Z][\w.'’-]*(?: [\w.'’-]+){0,3}|[a-z][\w'’-]*(?: [\w'’-]+)?) ?: ?(.*)$")


def speaker_labels(passage: Passage) -> tuple[str, ...]:
    """The different speaker labels at line starts, lower-cased."""
    labels: dict[str, None] = {}
    for line in passage.lines:
        match = _LABEL.match(line)
        if not match:
            continue
        label = match[1].lower()
        is_heading = bool(HEADINGS & set(label.replace("'", " ").split())) or any(c.isdigit() for c in label)
        if not is_heading and not match[2][:1].isdigit() and not match[2].startswith("//"):
            labels[label] = None
    return tuple(labels)
