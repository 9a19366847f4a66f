"""The house rules that a machine can hold: layers, names, sizes, what is imported when, what is documented."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from factcheck.cli.app import app
from factcheck.settings import Settings

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "factcheck").rglob("*.py"))
HEAVY = {"spacy", "sklearn", "cv2", "rapidocr", "onnxruntime", "dlib", "numba", "torch", "stanza", "trafilatura"}
MAX_LINES = 300


def loaded_by(*arguments: str, data_dir: Path) -> set[str]:
    """The heavy packages that a command imports in a fresh process."""
    code = (
        "import sys\n"
        f"sys.argv = ['factcheck', *{list(arguments)!r}]\n"
        "from factcheck.cli.app import app\n"
        "try:\n    app()\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"FACTCHECK_DATA_DIR": str(data_dir)},
    )
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("LOADED")]
    return set(line.split()) & (HEAVY | {"pydantic_settings", "numpy", "rich", "aiohttp"})


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    assert not loaded_by("--help", data_dir=tmp_path) & (HEAVY | {"pydantic_settings", "numpy", "aiohttp"})


def test_a_quote_loads_neither_ocr_nor_names_nor_training(tmp_path: Path) -> None:
    words = "We look forward to a world founded upon four essential human freedoms"
    loaded = loaded_by("quote", words, "--by", "Franklin D. Roosevelt", "--offline", "--json", data_dir=tmp_path)
    assert not loaded & HEAVY


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_are_short_named_by_what_they_hold_and_say_what_they_are_for(file: Path) -> None:
    text = file.read_text()
    assert len(text.splitlines()) <= MAX_LINES
    assert file.stem not in {"utils", "helpers", "common", "manager", "base", "misc"}
    assert text.startswith('"""')
    assert not re.search(r"\b(TODO|FIXME|XXX)\b|NotImplementedError", text)


def test_nothing_dangerous_is_called() -> None:
    calls = r"(?<![.\w])(eval|exec)\(|shell=True|os\.system"
    forbidden = re.compile(rf"import pickle|pickle\.|allow_pickle=True|{calls}")
    assert [file for file in SOURCES if forbidden.search(file.read_text())] == []


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs/settings.md").read_text()
    for name, setting in Settings.model_fields.items():
        assert f"`FACTCHECK_{name.upper()}`" in page
        assert (setting.description or "?") in page


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs/commands.md").read_text()

    def walk(command: object, path: str) -> list[str]:
        children = getattr(command, "commands", {})
        return [line for name, child in children.items() for line in walk(child, f"{path} {name}")] or [path]

    commands = walk(get_command(app), "factcheck")
    assert len(commands) > 8
    assert [line for line in commands if line not in page] == []


def test_documents_name_files_that_exist() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        links = re.findall(r"\]\(([^)#:]+)\)", page.read_text())
        assert [link for link in links if not (page.parent / link).exists()] == [], page
