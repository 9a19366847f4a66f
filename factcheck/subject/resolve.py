"""Who is said to have said it: a reading, a face and the names in the text in, one subject or none out.

The written attribution comes first, then the face, then a name that the recognizer finds outside the quotation; with
``order="fame"`` the face comes first, as in FAME (section 3.2). Signs that point elsewhere are kept as a disagreement.
A wrong person is worse than none: people named inside a quotation are what it is about, and of several people outside
it none is taken unless one stands on a line of their own. The recognizer is not loaded when the attribution decides.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Literal, TypeAlias

from factcheck.model import Subject
from factcheck.subject.mention import known_line, speaker_among
from factcheck.subject.names import aliases, canonical_name, is_known, same_person
from factcheck.subject.plausible import can_be_person, can_speak
from factcheck.subject.titles import is_title

if TYPE_CHECKING:
    from factcheck.model import Attribution, QuoteReading
    from factcheck.subject.faces import FaceMatch
    from factcheck.subject.ner import FoundName, NameFinder

SubjectOrder: TypeAlias = Literal["attribution", "fame"]

_KNOWN_SCORE = 0.95
_SCORES = {"given": 1.0, "dash": 0.85, "tilde": 0.85, "by": 0.8, "said": 0.75, "title_line": 0.7}
_KNOWN_LINE_SCORE = 0.9
_ONE_WORD_SCORE = 0.4
_MOST_TITLES = 3  # words
_LONGEST_PLAIN_NAME = 3  # words; a longer unknown name may have a role glued to it ("Jane Doe Pittsburgh Steelers")


def resolve(
    quote: QuoteReading,
    text: str,
    *,
    face: FaceMatch | None = None,
    names: NameFinder | None = None,
    order: SubjectOrder = "attribution",
) -> Subject | None:
    """The subject of a reading, or None.

    Args:
        quote: what was read, with its attribution line if there is one.
        text: the picture's own words, lines kept.
        face: the person of the gallery whom the face looks like.
        names: finds names in text; None where no recognizer is at hand.
        order: which sign decides first.
    """
    if quote.outcome not in {"checked", "no_subject"}:
        return None
    written = _from_attribution(quote, text, names)
    if written is not None and face is not None and _is_part_of(written.name, face.name):
        written = _subject(face.name, "attribution", _KNOWN_SCORE)  # "Roosevelt" beside his face
    if order == "fame" and face is not None and not (written and written.found_by == "given"):
        return _with_doubt(_from_face(face), "the text names", written.name if written else None)
    if written is not None:
        return _with_doubt(written, "the face looks like", face.name if face else None)
    if face is not None:
        return _from_face(face)
    return _from_text(quote, text, names)


def _subject(name: str, found_by: Literal["attribution", "face", "ner", "given"], score: float) -> Subject:
    canonical = canonical_name(name)
    return Subject(canonical, found_by, round(score, 3), None, aliases(canonical))


def _from_attribution(quote: QuoteReading, text: str, names: NameFinder | None) -> Subject | None:
    attribution = quote.attribution
    if attribution is None or not canonical_name(attribution.name):
        return None
    if attribution.found_by == "given":
        return _subject(attribution.name, "given", 1.0)
    written = _completed(_with_title(attribution), text)
    if is_known(written):
        return _subject(written, "attribution", _KNOWN_SCORE)
    if not can_speak(written):
        return None
    name = canonical_name(written)
    is_weak = " " not in name or (attribution.found_by == "title_line" and quote.found_by != "quotation_marks")
    if names is not None and (is_weak or len(name.split()) > _LONGEST_PLAIN_NAME):
        name = _confirmed(name, text, names) or ("" if is_weak else name)
    if not name:
        return None
    return _subject(name, "attribution", _SCORES[attribution.found_by] if " " in name else _ONE_WORD_SCORE)


def _with_title(attribution: Attribution) -> str:
    """The name with the titles written before it: "Mrs. Lincoln" and "Lady Gaga" are lost without them."""
    before, found, _ = attribution.text.partition(attribution.name)
    nearest_first = reversed(before.split()[-_MOST_TITLES:] if found else [])
    titles = list(itertools.takewhile(is_title, nearest_first))
    return " ".join((*reversed(titles), attribution.name))


def _completed(name: str, text: str) -> str:
    """A lone first name with the word after it in the text, when the two are a known person: "by Jane", then "Doe"."""
    if " " in name or is_known(name):
        return name
    after = text.partition(name)[2].split(maxsplit=1)[:1]
    return " ".join((name, *after)) if after and is_known(" ".join((name, *after))) else name


def _confirmed(name: str, text: str, names: NameFinder) -> str:
    """The name as the recognizer sees it, perhaps shortened ("Jane Doe Pittsburgh Steelers"); "" if it sees none."""
    for context in (f"{name} said", text):
        for found in names.find_people(context):
            seen = canonical_name(found.name)
            if name == seen or (seen and name.startswith(f"{seen} ")):
                return seen
            if f" {name} " in f" {seen} ":
                return name
    return ""


def _from_face(face: FaceMatch) -> Subject:
    return _subject(face.name, "face", max(0.0, 1.0 - face.distance))


def _from_text(quote: QuoteReading, text: str, names: NameFinder | None) -> Subject | None:
    if quote.found_by == "given" or not text.strip():
        return None
    if (known := known_line(text)) is not None:
        return _subject(known, "ner", _KNOWN_LINE_SCORE)
    if names is None:
        return None
    found = [one for one in names.find_people(text) if _is_one_name(one, text)]
    speaker = speaker_among(quote, text, found)
    return _subject(speaker.name, "ner", speaker.score) if speaker is not None else None


def _is_one_name(one: FoundName, text: str) -> bool:
    """Whether a found name can be a person's, and is not glued together from two lines."""
    return can_be_person(one.name) and ("\n" not in text[one.start : one.end] or is_known(one.name))


def _is_part_of(written: str, full: str) -> bool:
    """Whether a lone written word ("Roosevelt", "Donald") is a word of the full name."""
    return " " not in written and written.casefold() in canonical_name(full).casefold().split()


def _with_doubt(subject: Subject, says: str, other: str | None) -> Subject:
    if other is None or same_person(subject.name, other):
        return subject
    return Subject(subject.name, subject.found_by, subject.score, f"{says} {canonical_name(other)}", subject.aliases)
