"""Titles before a name, suffixes after it, and where a name ends in a longer line.

"Former Sen. John Q. Smith, R-Ohio" → titles ("former", "senator"), name "John Q. Smith". Forms of address that belong
to the name ("Pope Francis", "Lady Gaga", "Mother Teresa") are no titles here.
"""

from __future__ import annotations

import re

from factcheck.subject.casing import PARTICLES

TITLES = {
    "president": "president", "pres": "president", "potus": "president", "president-elect": "president",
    "former": "former", "ex": "former", "then": "former", "late": "former", "the": "former",
    "vice": "vice", "vp": "vice", "us": "us", "u.s": "us", "american": "us", "republican": "us", "democrat": "us",
    "democratic": "us", "candidate": "president",
    "senator": "senator", "sen": "senator", "congressman": "congressman", "congresswoman": "congresswoman",
    "representative": "representative", "rep": "representative", "governor": "governor", "gov": "governor",
    "mayor": "mayor", "secretary": "secretary", "sec": "secretary", "speaker": "speaker", "justice": "justice",
    "judge": "judge", "ambassador": "ambassador", "minister": "minister", "prime": "prime", "pm": "prime",
    "premier": "premier", "chancellor": "chancellor", "sheriff": "sheriff", "chairman": "chairman",
    "doctor": "dr", "dr": "dr", "professor": "professor", "prof": "professor", "mr": "mr", "mister": "mr",
    "mrs": "mrs", "ms": "ms", "miss": "miss", "madam": "madam", "sir": "sir", "dame": "dame",
    "reverend": "reverend", "rev": "reverend", "pastor": "pastor", "rabbi": "rabbi", "imam": "imam",
    "cardinal": "cardinal", "archbishop": "archbishop", "bishop": "bishop", "father": "father",
    "general": "general", "gen": "general", "colonel": "colonel", "col": "colonel", "captain": "captain",
    "capt": "captain", "major": "major", "maj": "major", "lieutenant": "lieutenant", "lt": "lieutenant",
    "sergeant": "sergeant", "sgt": "sergeant", "admiral": "admiral", "adm": "admiral", "commander": "commander",
    "author": "author", "actor": "author", "actress": "author", "singer": "author", "comedian": "author",
    "journalist": "author", "philosopher": "author", "coach": "coach", "hon": "former", "first": "first",
    "honorable": "former", "whip": "whip", "leader": "leader", "majority": "us", "minority": "us", "house": "us",
    "senate": "us",
}  # fmt: skip
MILD = frozenset({"president", "former", "mr", "senator", "vice", "us", "author", "prime", "minister", "leader"})
"""Titles after which a lone surname still means the well-known person: "President Trump", but not "Mrs. Lincoln"."""

_PART_OF_NAME = frozenset({
    "lady", "lord", "pope", "queen", "king", "prince", "princess", "mother", "saint", "st", "chief", "emperor",
    "baroness",
})  # fmt: skip
_SUFFIX = {"jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
_DEGREES = frozenset({"phd", "md", "esq", "mp", "obe", "cbe", "usmc", "usn", "usa", "ret", "jd", "dds", "qc", "kc"})
_INITIAL = re.compile(r"[^\W\d_]\.?$")


def is_title(word: str) -> bool:
    """Whether a word is a title, or a form of address that belongs to a name ("Lady", "Pope")."""
    plain = word.casefold().strip('.,:-–—~"“”')
    return plain.removeprefix("ex-") in TITLES or plain in _PART_OF_NAME


def strip_titles(tokens: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Leading titles, normalised, and what is left (never nothing)."""
    titles: list[str] = []
    rest = tokens
    while len(rest) > 1 and (title := TITLES.get(rest[0].casefold().strip(".,:").removeprefix("ex-"))):
        titles.append(title)
        rest = rest[1:]
    return tuple(titles), rest


def split_suffix(tokens: list[str]) -> tuple[list[str], str]:
    """The name without its suffix and degrees, and the suffix as printed ("Jr.") or ""."""
    rest, suffix = tokens, ""
    while len(rest) > 1:
        last = rest[-1].casefold().strip(".,").replace(".", "")
        if last in _SUFFIX and not suffix:
            suffix = _SUFFIX[last]
        elif last not in _DEGREES or not rest[-1][:1].isupper():
            break
        rest = rest[:-1]
    return rest, suffix


def until_prose(tokens: list[str]) -> list[str]:
    """Tokens up to the first word in lower case that is no particle, or a title after the name: prose begins there."""
    end = len(tokens)
    for index, token in enumerate(tokens):
        is_prose = index > 0 and token[:1].islower() and token.casefold() not in PARTICLES
        if is_prose or (index > 1 and token.casefold().strip(".,:") in TITLES):
            end = index
            break
    while end > 1 and tokens[end - 1][:1].islower():
        end -= 1
    return tokens[:end]


def dotted(token: str) -> str:
    """A single letter as an initial: "S" → "S."."""
    return f"{token.rstrip('.')}." if _INITIAL.match(token) and token[:1].isupper() else token
