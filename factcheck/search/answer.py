"""JSON from search services made safe to read: bytes in; objects, single-line text, dates and web addresses out.

Services are strangers too: any field may be missing, of another type, endless or hostile. What has the wrong type
reads as nothing; what is no JSON object at all is ``ProviderChanged``. Text loses control characters and what is no
Unicode, and is cut. Whether a result is any good is not judged here.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factcheck.errors import ProviderChanged

if TYPE_CHECKING:
    from factcheck.transport import Response

MAX_TEXT_CHARS = 1_000
MAX_URL_CHARS = 2_000
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")
_DATE = re.compile(r"([12][0-9]{3})-?([01][0-9])-?([0-3][0-9])(?=$|[T ])")


def read_object(name: str, response: Response) -> dict[str, Any]:
    """The JSON object that a provider answered with.

    Raises:
        ProviderChanged: it is not JSON, or no object.
    """
    try:
        found = json.loads(response.body.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise ProviderChanged(f"{name}: the answer is not JSON") from error
    if not isinstance(found, dict):
        raise ProviderChanged(f"{name}: the answer has a form that we don't know")
    return found


def read_rows(name: str, found: object, key: str) -> list[dict[str, Any]]:
    """The list of objects under a key; entries that are none are left out.

    Raises:
        ProviderChanged: there is no list under that key.
    """
    rows = found.get(key) if isinstance(found, dict) else None
    if not isinstance(rows, list):
        raise ProviderChanged(f"{name}: the answer has no list of {key}")
    return [row for row in rows if isinstance(row, dict)]


def read_text(value: object) -> str:
    """One line of text, cut at ``MAX_TEXT_CHARS``; nothing for what is no text.

    >>> read_text(" a  b "), read_text(None)
    ('a b', '')
    """
    if not isinstance(value, str):
        return ""
    return " ".join(_CONTROLS.sub(" ", value[: 4 * MAX_TEXT_CHARS]).split())[:MAX_TEXT_CHARS]


def read_date(value: object) -> str | None:
    """The day of a timestamp, in ISO form.

    >>> read_date("20240503T121500Z"), read_date("2024-05-03T00:00:00"), read_date("soon")
    ('2024-05-03', '2024-05-03', None)
    """
    compact = re.sub(r"^([0-9]{8})[0-9]{6}", r"\1T", value) if isinstance(value, str) else ""
    day = _DATE.match(compact)
    return "-".join(day.groups()) if day else None


def read_url(value: object) -> str:
    """A web address as given; nothing for what is none."""
    if not isinstance(value, str) or len(value) > MAX_URL_CHARS or _CONTROLS.search(value):
        return ""
    return value if value.startswith(("http://", "https://")) else ""
