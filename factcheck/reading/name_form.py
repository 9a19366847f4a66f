"""What a written name looks like: a line such as "- Sen. Jane Doe, May 3, 2019" in, "Jane Doe" out, or nothing.

Titles, dates, places and punctuation around the name are cut off; glued names ("JaneDoe") are split. ``is_sure``
tells whether something besides the capital letters speaks for a person: a known given name, a title, an initial.
Captions in capitals need that. This file does not decide who is meant: canonical names are the subject stage's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.reading.lexicon import (
    CALENDAR,
    EVERYDAY_GIVEN_NAMES,
    NOT_NAMES,
    PARTICLES,
    SUFFIXES,
    TITLES,
    WEAK_TITLES,
    given_names,
    single_names,
)

MAX_NAME_LINE = 160
MAX_NAME_WORDS = 5


_EDGE = " \t\n\"“”„«»‹›「」'‘’`*_~|•·.,:;-–—―−=()[]{}<>#"
_CUT = re.compile(r"[,;|/(\[:—–―]|\s[-~•]+\s")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT_CAMEL = re.compile(r"^(?:Mc|Mac|De|Di|La|Le|Van|O'|D'|Du|Fitz)[A-Z][a-z]+$")
_INITIAL = re.compile(r"(?:[A-Z]\.-?){1,3}[A-Z]?\.?$")
_HANDLE = re.compile(r"@|www|http|\. ?(?:com|org|net|gov|edu|co)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name cut out of a line; ``is_sure``: a given name, title, initial or well-known single name speaks for it."""

    name: str
    is_sure: bool


def is_given_name(word: str) -> bool:
    """Whether a word is a known given name ("Jane", "JANE'S" is not)."""
    return word.strip(_EDGE).lower() in given_names()


def is_single_name(word: str) -> bool:
    """Whether a word alone names one well-known person ("Confucius", "CHURCHILL")."""
    return word.strip(_EDGE).lower() in single_names()


def is_title(word: str) -> bool:
    """Whether a word is an office, profession or form of address."""
    return word.strip(_EDGE).lower().removesuffix("'s") in TITLES


def looks_like_name_word(word: str) -> bool:
    """A capitalised word that is not an everyday function word; initials and "O'Neil" count."""
    bare = word.strip(_EDGE)
    return bool(bare) and bare[0].isupper() and bare.lower().replace("’", "'") not in NOT_NAMES and not _has_digit(bare)


def is_sure_name(name: str) -> bool:
    """Whether more than capital letters speaks for a person's name."""
    form = read_name(name)
    return bool(form and form.is_sure)


def read_name(line: str, *, is_marked: bool = False) -> NameForm | None:
    """The name that a line consists of, apart from dashes, titles and dates; None when it is no name.

    ``is_marked`` says that a dash or tilde stands before it, which allows for "jane doe" and for "JANEDOE".
    """
    if len(line) > MAX_NAME_LINE or _HANDLE.search(line) or line.rstrip(" \"”'’").endswith(("?", "!")):
        return None
    parts = [part for part in _CUT.split(line.strip(_EDGE)) if part.strip(_EDGE)]
    for index, part in enumerate(parts[:3]):
        found = _read_part(part, is_marked=is_marked)
        if found:
            return _with_suffix(found, parts[index + 1 :])
        if not _is_only_titles(part):
            return None
    return None


def _read_part(part: str, *, is_marked: bool) -> NameForm | None:
    words = _split_glued(part.split())
    if is_marked and words and words[0].islower() and is_given_name(words[0]):
        words = [word.title() for word in words]
    if is_marked and len(words) == 1:
        words = _split_capitals(words[0])
    rest = _drop_titles(words)
    has_title = len(rest) < len(words) and any(w.strip(_EDGE).lower() not in WEAK_TITLES for w in words[: -len(rest)])
    name = _leading_name(rest)
    if not name or not _is_plausible(name):
        return None
    return NameForm(_join(name), has_title or _is_known(name))


def _is_known(name: list[str]) -> bool:
    """A given name and more, a well-known single name, or an initial with its dot."""
    bare = [word.strip(_EDGE) for word in name]
    if len(bare) == 1:
        return is_single_name(bare[0])
    is_everyday = bare[0].lower() in EVERYDAY_GIVEN_NAMES and (is_single_name(bare[-1]) or not bare[0].isupper())
    return is_given_name(bare[0]) or is_everyday or any(_INITIAL.match(word) for word in name[:-1])


def _drop_titles(words: list[str]) -> list[str]:
    """What follows the leading titles: "House Majority Whip Jane Doe" → "Jane Doe"."""
    index = 0
    while index < len(words) - 1 and (
        is_title(words[index]) or (index and words[index].lower() in {"of", "the"} and _title_follows(words, index))
    ):
        index += 1
    return words[index:]


def _title_follows(words: list[str], index: int) -> bool:
    return any(is_title(word) for word in words[index + 1 : index + 3])


def _leading_name(words: list[str]) -> list[str]:
    name: list[str] = []
    for word in words:
        bare = word.strip(_EDGE)
        is_particle = bool(name) and bare.lower() in PARTICLES
        if _has_digit(bare) or (bare.lower() in CALENDAR and len(name) > 1):
            break
        if not is_particle and not looks_like_name_word(word):
            return [] if bare.lower() in NOT_NAMES and bare[:1].isupper() and len(name) < MAX_NAME_WORDS else name
        name.append(word)
    while name and name[-1].strip(_EDGE).lower() in PARTICLES:
        name.pop()
    return name


def _is_plausible(name: list[str]) -> bool:
    letters = sum(c.isalpha() for word in name for c in word)
    bare = [word.strip(_EDGE).lower() for word in name]
    is_calendar = all(word in CALENDAR for word in bare)
    is_only_titles = all(word in TITLES for word in bare)
    shortest = 2 if len(name) == 1 else 3
    return len(name) <= MAX_NAME_WORDS and letters > shortest and not is_calendar and not is_only_titles


def _split_glued(words: list[str]) -> list[str]:
    """Split "JaneDoe" where OCR lost the space, but not "McCain"."""
    split: list[str] = []
    for word in words:
        bare = word.strip(_EDGE)
        if "." in bare.rstrip(".") and not _INITIAL.match(bare):
            split += [piece for piece in re.split(r"(?<=\.)", word) if piece]
        else:
            split += [word] if _KEPT_CAMEL.match(bare) or _HANDLE.search(word) else _CAMEL.split(word)
    return [word for word in split if word.strip(_EDGE)]


def _split_capitals(word: str) -> list[str]:
    """Split "JANEDOUGHTY" after the longest given name, if enough is left and no known name is torn."""
    bare = word.strip(_EDGE)
    if not bare.isupper() or is_single_name(bare) or is_given_name(bare):
        return [word]
    ends = range(len(bare) - 4, 3, -1)
    return next(
        ([bare[:end], bare[end:]] for end in ends if bare[:end].isalpha() and is_given_name(bare[:end])), [word]
    )


def _is_only_titles(part: str) -> bool:
    return all(is_title(word) or word.lower() in {"of", "the"} for word in part.split())


def _with_suffix(found: NameForm, rest: list[str]) -> NameForm:
    suffix = rest[0].strip(_EDGE) if rest else ""
    first = suffix.split()[0].strip(_EDGE) if suffix else ""
    return NameForm(f"{found.name} {first}", found.is_sure) if first.lower() in SUFFIXES else found


def _join(words: list[str]) -> str:
    name = " ".join(word.strip(_EDGE.replace(".", "")) for word in words)
    last = name.rsplit(" ", 1)[-1]
    keeps_dot = _INITIAL.match(last) or last.strip(".").lower() in SUFFIXES
    return name if keeps_dot else name.rstrip(".")


def _has_digit(word: str) -> bool:
    return any(c.isdigit() for c in word)
