"""Whom the text around a quote names as its speaker: the subject, somebody else, both, or nobody.

Only attributions next to the quote count: a verb of saying with a name beside it, "according to NAME", "NAME:", a
dash and a name. Capitals are needed to tell a name from other words, so this reads the text as written. Pronouns stand
for the subject when the subject is the last person named. It does not judge whether the attribution is right.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from factcheck.evidence.stance_cues import VERBS
from factcheck.text import words

_NOT_A_NAME = (
    "He|She|It|They|We|You|I|The|A|An|This|That|These|Those|In|On|At|As|By|For|From|But|And|So|When|While|If|Then|There|"
    "What|Who|After|Before|His|Her|Their|Our|My|Yes|No|Not|According|Speaking"
)
# A full stop ends a name unless it ends an initial or a short title: "said Smith. The hall" names Smith.
_PART = r"(?:(?:[A-Z]\w{0,2}\.){1,3}|[A-Z][\w'’-]{0,20})"
_NAME = (
    rf"(?<![\w'’-])(?!(?:{_NOT_A_NAME})\b)(?=[A-Z][\w.]){_PART}"
    rf"(?: (?:(?:of|de|van|von|bin|al|la|the) )?{_PART}){{0,4}}"
)
_FILL = r"(?:[a-z\d][\w.'’-]{0,20},? )"
_VERB = rf"(?i:{VERBS})"
# What ends a quote before its attribution: without a mark or a comma, the next sentence speaks of something else.
_CLOSE = r"(?:[.!?,…]{0,3} ?[\"'”’»*]{1,2}[,.]? ?|, ?)(?:\([^()]{0,40}\) )?"
_OPEN = r"[\s,:;\"'“‘«(\[*]{0,6}"

_AFTER = {
    "said NAME after": rf"^{_CLOSE}{_VERB} {_FILL}{{0,4}}?(?P<name>{_NAME})",
    "NAME said after": rf"^{_CLOSE}(?:as )?{_FILL}{{0,3}}?(?P<name>{_NAME}),? {_FILL}{{0,3}}?{_VERB}\b",
    "dash NAME": rf"^[\s.!?…\"'”’»*]{{0,6}}[-–—―~]{{1,3}}\s*(?:by )?{_FILL}{{0,3}}?(?P<name>{_NAME})",
    "according to NAME after": rf"^{_CLOSE}(?i:according to) {_FILL}{{0,4}}?(?P<name>{_NAME})",
}
_BEFORE = {
    "NAME said before": rf"(?P<name>{_NAME})(?:,[^,.!?]{{1,60}},)? {_FILL}{{0,4}}?{_VERB}\b[^.!?]{{0,70}}$",
    "NAME colon": rf"(?P<name>{_NAME})\s?:{_OPEN}$",
    "according to NAME before": rf"(?i:according to) {_FILL}{{0,4}}?(?P<name>{_NAME}){_OPEN}$",
    "words of NAME": rf"(?i:words of|quote (?:by|from)|quoting|quoted) {_FILL}{{0,3}}?(?P<name>{_NAME}){_OPEN}$",
}
_SOURCE_OF_WORDS = {
    "words are NAME's": r"(?i:(?:actually|really|originally|in fact) "
    r"(?:(?:said|spoken|written|coined|uttered|penned|tweeted) )?(?:by|from)) "
    rf"{_FILL}{{0,4}}?(?P<name>{_NAME})",
}
_PRONOUN_AFTER = re.compile(rf"^{_CLOSE}(?:(?:[Hh]e|[Ss]he) {_FILL}{{0,2}}?{_VERB}\b|{_VERB} (?:he|she)\b)")
_PRONOUN_BEFORE = re.compile(rf"\b(?:[Hh]e|[Ss]he) {_FILL}{{0,3}}?{_VERB}\b[^.!?]{{0,50}}$")
_COMPILED = tuple(
    (cue, re.compile(pattern), side)
    for side, patterns in (("after", _AFTER), ("before", _BEFORE), ("both", _SOURCE_OF_WORDS))
    for cue, pattern in patterns.items()
)
_PERSON = re.compile(_NAME)
_TITLES = frozenset(
    "president senator sen governor gov representative rep congressman congresswoman secretary minister prime justice "  # noqa: SIM905
    "dr mr mrs ms sir lord lady general gen pope king queen vice former speaker mayor judge jr sr".split()
)
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "  # noqa: SIM905
    "thursday friday saturday sunday congress republicans democrats senate house".split()
)


@dataclass(frozen=True, slots=True)
class Speakers:
    """``is_subject``: the subject is named as speaker; ``other``: somebody else, as written."""

    is_subject: bool
    other: str | None
    cues: tuple[str, ...]


NOBODY = Speakers(is_subject=False, other=None, cues=())


def speakers_beside(before: str, after: str, subject_names: tuple[str, ...]) -> Speakers:
    """Who is named as the speaker in the text on both sides of a quote."""
    named = [
        (cue, found["name"])
        for cue, pattern, side in _COMPILED
        for text in ((before, after) if side == "both" else (before if side == "before" else after,))
        if (found := pattern.search(_lines(text)))
    ]
    by_subject = [cue for cue, name in named if is_subject(name, subject_names)]
    others = [(cue, name) for cue, name in named if not is_subject(name, subject_names) and _is_full_name(name)]
    if not by_subject and not others and _is_pronoun_for_subject(before, after, subject_names):
        by_subject = ["pronoun for the subject"]
    other = others[0][1].rstrip(".,'’-") if others else None
    return Speakers(bool(by_subject), other, tuple(dict.fromkeys([*by_subject, *(cue for cue, _ in others)])))


def is_subject(name: str, subject_names: tuple[str, ...]) -> bool:
    """Whether a name as written is one of the subject's, or the surname of one, perhaps with a title before it."""
    return _is_subject(" ".join(words(name)), subject_names)


@functools.lru_cache(maxsize=1024)
def _is_subject(name: str, subject_names: tuple[str, ...]) -> bool:
    written = _bare(name)
    if not written:
        return False
    forms = [" ".join(words(form)) for form in subject_names]
    if name in forms:
        return True
    if _contradicts(written, _bare(forms[0]) if forms else []):
        return False  # an alias without its "Sr." must not make "George W. Bush" his father
    return any(_may_be_one_person(written, _bare(form)) for form in forms)


def _bare(name: str) -> list[str]:
    """A folded name without titles, suffixes and the s of a possessive."""
    tokens = name.removesuffix(" s").split()
    kept = [token for token in tokens if token not in _TITLES]
    return kept or tokens


def _may_be_one_person(written: list[str], form: list[str]) -> bool:
    """One name alone must be the surname (or the whole form); two names must agree in first, middle and last."""
    if not form or form[-1] not in {written[-1], written[-1].removesuffix("s")}:
        return False
    if len(written) == 1 or len(form) == 1:
        return len(written) == 1
    if not _agree(written[0], form[0]):
        return False
    return all(_agree(one, other) for one, other in zip(written[1:-1], form[1:-1], strict=False))


def _contradicts(written: list[str], canonical: list[str]) -> bool:
    """First and last name agree and the middle names of both don't."""
    if len(written) < 3 or len(canonical) < 3 or (written[0], written[-1]) != (canonical[0], canonical[-1]):  # noqa: PLR2004
        return False
    middle, known = written[1:-1], canonical[1:-1]
    if "".join(middle) == "".join(known):  # "HW" and "H. W."
        return False
    return not all(_agree(one, other) for one, other in zip(middle, known, strict=False))


def _agree(one: str, other: str) -> bool:
    """The same name, or one of them the other's initial."""
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def _is_full_name(name: str) -> bool:
    tokens = words(name)
    return len([token for token in tokens if token not in _TITLES | _NO_NAMES]) > 1


def _is_pronoun_for_subject(before: str, after: str, subject_names: tuple[str, ...]) -> bool:
    """As in "…, he said": the subject's words when the last full name before them is the subject's."""
    if not (_PRONOUN_AFTER.search(_lines(after)) or _PRONOUN_BEFORE.search(_lines(before))):
        return False
    people = [found[0] for found in _PERSON.finditer(_lines(before))]
    named = [name for name in people if _is_full_name(name) or is_subject(name, subject_names)]
    return bool(named) and is_subject(named[-1], subject_names)


def _lines(text: str) -> str:
    """Single spaces within lines; lines kept, since a name does not run on from one block of a page to the next."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
