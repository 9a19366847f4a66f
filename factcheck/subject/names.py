"""One name for one person: titles, dates, capitals and glue removed, well-known short forms spelled out.

In: a name as a meme, a page or a reader writes it ("- PRESIDENT TRUMP, 2016", "AOC", "-WinstonChurchill"); out: the
canonical form ("Donald Trump", "Alexandria Ocasio-Cortez", "Winston Churchill"), its aliases, and whether two names
mean one person. A wrong person is worse than none: a name that several people share ("Roosevelt", "Bush") is left as
written and equals neither. Not done here: finding names in text (``ner``), deciding who is the speaker (``resolve``).
"""

from __future__ import annotations

import functools
import re
import unicodedata

from factcheck.subject import casing, titles
from factcheck.subject.people import Person, letters, misspelled, shape, surname, table
from factcheck.text import fold

MAX_LENGTH = 80
_MAX_TOKENS = 8
_TYPED_WORDS = 5
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": " ", "—": " ", "―": " ", "−": " ",
     "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None}
)  # fmt: skip
_DIGIT_IN_WORD = re.compile(r"(?<=[^\W\d_])[01|](?=[^\W\d_]|\s|$)|(?<![\w])[01|](?=[^\W\d_])")
_FROM_DATE = re.compile(
    r"(?:[\s,(\[-]+(?:on\s+|in\s+|circa\s+|c\.\s*|ca\.\s*|b\.\s*|born\s+)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,?\s+(?=\d))?|^)\d.*$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETS = re.compile(r"[(\[{<].*$", re.DOTALL)
_NOT_NAME = re.compile(r"[^\w\s.,'&-]|[\d_]")
_LEAD = re.compile(r"^[\s.,'&-]*(?:by\s+(?=[^\W\d_]))?", re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def canonical_name(name: str) -> str:
    """The canonical form of a person's name; "" when no letter is in it. Idempotent, at most ``MAX_LENGTH`` long."""
    seen: list[str] = []
    current = name
    while current not in seen:
        seen.append(current)
        current = _once(current)
    return min(seen[seen.index(current) :], key=lambda form: (len(form), form))


def aliases(name: str) -> tuple[str, ...]:
    """Forms under which pages name the person, the canonical first; never a form that another person shares."""
    canonical = canonical_name(name)
    person = table().by_alias.get(letters(canonical))
    if person is not None:
        return tuple(dict.fromkeys((person.name, *person.aliases)))
    tokens = canonical.split()
    short = " ".join(token for token in tokens if len(letters(token)) > 1)
    forms = [canonical] if canonical else []
    if " " in short:
        forms.append(short)
    return tuple(dict.fromkeys(forms))


def is_known(name: str) -> bool:
    """Whether the table of often-quoted people holds this name."""
    return letters(canonical_name(name)) in table().by_alias


def same_person(first: str, second: str) -> bool:
    """Whether two names mean one person, conservatively: initials may be missing, never different; "Jr." counts."""
    one, other = canonical_name(first), canonical_name(second)
    if not one or not other:
        return False
    if letters(one) == letters(other):
        return True
    known = table().by_alias
    a, b = known.get(letters(one)), known.get(letters(other))
    if a is not None and b is not None:
        return False  # canonical names of two rows
    if a is None and b is None:
        return _is_compatible(one, other)
    person, stranger = (a, other) if a is not None else (b, one)
    return person is not None and _is_form_of(stranger, person)


def _is_form_of(stranger: str, person: Person) -> bool:
    """Whether an unlisted form ("Albert W. Smith") can only mean this person of the table."""
    forms = [form for form in (person.name, *person.aliases) if _has_same_ends(stranger, form)]
    if not forms or not all(_is_compatible(stranger, form) for form in forms):
        return False
    rivals = table().by_surname.get(surname(stranger), ())
    return not any(_is_compatible(stranger, rival.name) for rival in rivals if rival is not person)


def _has_same_ends(one: str, other: str) -> bool:
    (first, _, last, suffix), (first2, _, last2, suffix2) = _parts(one), _parts(other)
    return bool(first and first2) and (first, last, suffix) == (first2, last2, suffix2)


def _is_compatible(one: str, other: str) -> bool:
    """Same first and last name and suffix; middle names missing in one, or agreeing letter by letter."""
    if not _has_same_ends(one, other):
        return False
    middle, middle2 = _parts(one)[1], _parts(other)[1]
    if not middle or not middle2:
        return True
    return len(middle) == len(middle2) and all(
        x.startswith(y) or y.startswith(x) for x, y in zip(middle, middle2, strict=True)
    )


def _parts(name: str) -> tuple[str, tuple[str, ...], str, str]:
    """First, middle, last, suffix, folded; a single word has no first name, so it matches nothing else."""
    rest, suffix = titles.split_suffix(name.split())
    tokens = [letters(token) for token in fold(" ".join(rest)).split()]
    if len(tokens) == 1 or not tokens or len(tokens[0]) == 1:
        return "", (), "".join(tokens), suffix
    return tokens[0], tuple(tokens[1:-1]), tokens[-1], suffix


def _once(name: str) -> str:
    if known := table().by_alias.get(letters(name[:MAX_LENGTH])):
        return known.name
    text = _cleaned(name)
    if known := _known(text, ()):
        return known.name
    words = _typed_small(text).split()[:_MAX_TOKENS]
    before, tokens = titles.strip_titles(words)
    tokens = titles.until_prose(tokens)
    text = casing.in_print(casing.split_glued(" ".join(tokens)))
    if known := _known(text, before):
        return known.name
    tokens, suffix = titles.split_suffix(text.split())
    text = " ".join([*(titles.dotted(token) if index < len(tokens) - 1 else token
                       for index, token in enumerate(tokens)), *([suffix] if suffix else [])])  # fmt: skip
    if known := _known(text, before):
        return known.name
    if len(tokens) == 1 and not set(before) <= titles.MILD:
        text = f"{casing.in_print(words[len(before) - 1]).capitalize()} {text}"  # "Mrs. Lincoln" is not "Lincoln"
    return _shortened(text)


def _typed_small(text: str) -> str:
    """A short name typed without capitals gets them, so that it isn't taken for the prose after a name."""
    return casing.in_print(text) if text.islower() and text.count(" ") < _TYPED_WORDS else text


def _known(text: str, before: tuple[str, ...]) -> Person | None:
    """The row that a whole name means; titles that were before it may be part of it ("Dr. King")."""
    people = table()
    if before and (person := people.by_alias.get(letters("".join(before[-2:]) + text))):
        return person
    if before and (person := people.by_alias.get(letters(before[-1] + text))):
        return person
    key = letters(text)
    if person := people.by_alias.get(key):
        return person if " " in person.name or not before or set(before) <= titles.MILD else None
    if set(before) <= titles.MILD and (person := people.by_alone.get(key)):
        return person
    return people.by_shape.get(shape(text)) or misspelled(text)


def _cleaned(name: str) -> str:
    """The part before dates, brackets and a comma; plain dashes and apostrophes; letters and name marks only."""
    text = unicodedata.normalize("NFKC", name[: 4 * MAX_LENGTH])
    text = _DIGIT_IN_WORD.sub(_letter_for, text).translate(_PLAIN)
    text = _BRACKETS.sub("", _LEAD.sub("", text.lstrip('~*•·"“”«»:;-–— '), count=1)) or text
    text = _NOT_NAME.sub(" ", _FROM_DATE.sub("", text))
    return _before_comma(" ".join(_LEAD.sub("", text, count=1).split())).rstrip(" ,-'&").rstrip()


def _letter_for(match: re.Match[str]) -> str:
    """The letter that OCR took for a digit or a bar, by its place in the word."""
    starts_word = match.start() == 0 or not match.string[match.start() - 1].isalpha()
    if match.group() == "0":
        return "O" if starts_word else "o"
    return "I" if starts_word else "l"


def _before_comma(text: str) -> str:
    """A suffix stays ("King, Jr."), "Einstein, Albert" is turned, "Goebbels, Minister" loses what follows."""
    first, _, rest = text.partition(",")
    tokens = rest.replace(",", " ").split()
    if tokens and letters(tokens[0]) in {"jr", "sr", "ii", "iii", "iv", "junior"}:
        return f"{first} {tokens[0]}"
    turned = f"{rest.strip()} {first}"
    if tokens and letters(turned) in table().by_alias:
        return turned
    return first or rest.strip()


def _shortened(text: str) -> str:
    while len(text) > MAX_LENGTH and " " in text:
        text = text.rpartition(" ")[0]
    return text[:MAX_LENGTH].strip(" ,-'&")
