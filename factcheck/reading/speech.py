"""Who speaks, as running text tells it: "NAME said:" before a quotation, ", said NAME" after it.

The words before or after a quotation go in; the speaker's name and the words that gave it come out, or None. Also
tells whether a quotation is introduced as speech at all, which parts quotations from scare quotes. Names are read
off capital letters, and off known names where all is in capitals; nobody's pronouns are followed further than the
nearest name before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.reading.lexicon import ADDRESSING, ARTICLES, SPEECH_NOUNS, SPEECH_VERBS
from factcheck.reading.name_form import (
    NameForm,
    is_given_name,
    is_single_name,
    is_title,
    looks_like_name_word,
    read_name,
)

MAX_CONTEXT = 600  # characters looked at on either side of a quotation

_STRIP = " \t\n\"“”„«».,;:!?…()[]'‘’-–—*_"
_SENTENCE_END = re.compile(r"(?<!\.)[.!?](?=\s)(?<!\b[A-Z]\.)")
_TITLE_DOTS = re.compile(
    r"\b(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Gen|Col|Prof|Rev|Sgt|Lt|Capt|Jr|Sr|St|Pres|U\.S)\.$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name and the words that name it as the speaker."""

    name: str
    text: str


def is_introduced(before: str) -> bool:
    """Whether the words just before a quotation announce speech: a verb of saying, or "be like"."""
    tail = _last_sentence(before)
    tokens = [_bare(token) for token in tail.split()]
    if not tokens or tokens[-1] in ARTICLES:
        return False
    reach = 12 if tail.rstrip().endswith((":", ",", "…", "...")) else 4
    near = tokens[-reach:]
    return any(token in SPEECH_VERBS for token in near) or near[-2:] == ["be", "like"]


def speaker_before(before: str) -> Speaker | None:
    """The speaker whom the words before a quotation name, if they announce speech."""
    context = before[-MAX_CONTEXT:]
    tail = _last_sentence(context)
    tokens = tail.split()
    verb = _last_verb(tokens)
    if verb is None:
        return _announced(context, tail)
    chosen = _choose(_names(tokens[:verb], context), verb, may_be_object=_is_pronoun(tokens, verb))
    if chosen is None:  # "… asked JANE DOE. She answered:" names the speaker one sentence earlier
        earlier = context[: len(context) - len(tail)].split()[-40:]
        sure = [found.form.name for found in _names(earlier, context) if found.form.is_sure]
        chosen = sure[-1] if sure and _is_pronoun(tokens, verb) else None
    return Speaker(chosen, " ".join(tail.split())) if chosen else None


def speaker_after(after: str) -> Speaker | None:
    """The speaker whom the words right after a quotation name: "said NAME", "NAME said", "according to NAME"."""
    tokens = after[:MAX_CONTEXT].split()[:14]
    while tokens and not any(c.isalpha() for c in tokens[0]):  # "77" is how a closing mark may be read
        tokens = tokens[1:]
    if not tokens or after.rstrip().endswith(":"):  # "NAME said:" announces what follows
        return None
    first = _bare(tokens[0])
    skip = 2 if first == "according" and len(tokens) > 1 else 1
    if first in SPEECH_VERBS:
        return _run_speaker(tokens, skip, needs_verb=False)
    return _run_speaker(tokens, 0, needs_verb=True)


def _announced(context: str, tail: str) -> Speaker | None:
    """The name in a sentence that announces a statement ("NAME gave it away with one comment.")."""
    sentence = tail if len(tail.split()) > 4 else _last_sentence(context[: len(context) - len(tail)].rstrip(" .!?\n"))  # noqa: PLR2004
    tokens = sentence.split()
    if not any(_bare(token) in SPEECH_NOUNS for token in tokens[-4:]):
        return None
    chosen = _choose(_names(tokens, context), None)
    return Speaker(chosen, " ".join(tokens)) if chosen else None


@dataclass(frozen=True, slots=True)
class _Found:
    form: NameForm
    start: int
    end: int
    is_object: bool
    has_article: bool


def _run_speaker(tokens: list[str], start: int, *, needs_verb: bool) -> Speaker | None:
    if start < len(tokens) and tokens[start].islower() and is_given_name(tokens[start]):  # a capital that OCR lost
        tokens[start] = tokens[start].title()
    end = _run_end(tokens, start)
    form = read_name(" ".join(tokens[start:end])) if end > start else None
    follows = [_bare(token) for token in tokens[end : end + 2]]
    if form is None or (needs_verb and not any(word in SPEECH_VERBS for word in follows)):
        return None
    is_name = form.is_sure or " " in form.name or is_given_name(form.name)
    return Speaker(form.name, " ".join(tokens[: end + (2 if needs_verb else 0)])) if is_name else None


def _run_end(tokens: list[str], start: int) -> int:
    """Where the run of name words that starts at ``start`` ends."""
    end = start
    while end < len(tokens) and end - start < 8:  # noqa: PLR2004 - two titles, four names, a suffix
        word = tokens[end]
        is_inner = end > start and word.lower() in {"of", "de", "von", "van", "bin", "al", "la"}
        if not (looks_like_name_word(word) or is_inner) or (_bare(word) in SPEECH_VERBS and end > start):
            break
        end += 1
        if _ends_run(word):
            break
    return end


def _ends_run(word: str) -> bool:
    if word.endswith((",", ";", ":", "!", "?", "…", '"', "”", "'", "’", ")", "'s", "’s", "'S", "’S")):
        return True
    return word.endswith(".") and not _TITLE_DOTS.search(word) and len(word.strip(".")) > 1


def _names(tokens: list[str], context: str) -> list[_Found]:
    is_capitals = _is_capitals(context)
    found, at = [], 0
    while at < len(tokens):
        end = _capitals_run_end(tokens, at) if is_capitals else _run_end(tokens, at)
        if end == at:
            at += 1
            continue
        form = read_name(" ".join(tokens[at:end]).rstrip(_STRIP).removesuffix("'s").removesuffix("’s"))
        if form and not _is_shouting(tokens[at:end], form, is_capitals=is_capitals):
            previous = _bare(tokens[at - 1]) if at else ""
            found.append(_Found(form, at, end, previous in ADDRESSING, previous in ARTICLES))
        at = end
    return found


def _capitals_run_end(tokens: list[str], at: int) -> int:
    """In all-capitals text only known names count: "JANE DOE", "PRESIDENT DOE" by its title, "CHURCHILL".

    ``tokens`` end where the verb stands, so that a third word there belongs to the name.
    """
    word = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    can_pair = looks_like_name_word(following) and _bare(following) not in SPEECH_VERBS and not _ends_run(word)
    if is_given_name(word) and can_pair:
        return at + 3 if at + 3 == len(tokens) and looks_like_name_word(tokens[-1]) else at + 2
    if is_title(word) and can_pair and (is_given_name(following) or is_single_name(following)):
        return max(at + 2, _capitals_run_end(tokens, at + 1))
    return at + 1 if is_single_name(word) else at


def _is_shouting(run: list[str], form: NameForm, *, is_capitals: bool) -> bool:
    return not is_capitals and not form.is_sure and all(word.isupper() for word in run)


def _choose(names: list[_Found], verb: int | None, *, may_be_object: bool = False) -> str | None:
    """The name that the verb follows; else the nearest sure one that is not spoken to, unless "he" then speaks."""
    for found in reversed(names):
        near = verb is not None and verb - found.end <= 1
        has_form = found.form.is_sure or " " in found.form.name or is_given_name(found.form.name)
        if near and has_form and not found.has_article:
            return found.form.name
    sure = [found for found in names if found.form.is_sure]
    subjects = [found for found in sure if not found.is_object] or (sure if may_be_object else [])
    return subjects[-1].form.name if subjects else None


def _last_verb(tokens: list[str]) -> int | None:
    reach = range(len(tokens) - 1, max(-1, len(tokens) - 13), -1)
    return next((at for at in reach if _bare(tokens[at]) in SPEECH_VERBS), None)


def _is_pronoun(tokens: list[str], verb: int) -> bool:
    return any(_bare(token) in {"he", "she", "they", "who"} for token in tokens[max(0, verb - 3) : verb + 1])


def _last_sentence(before: str) -> str:
    """The words since the last full stop; an ellipsis, a title's or an initial's dot does not stop a sentence."""
    context = before[-MAX_CONTEXT:]
    ends = [
        m.end() for m in _SENTENCE_END.finditer(context.rstrip()) if not _TITLE_DOTS.search(context[: m.end()][-8:])
    ]
    return context[ends[-1] :] if ends else context


def _is_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _bare(token: str) -> str:
    return token.strip(_STRIP).lower()
