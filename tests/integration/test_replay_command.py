"""``--record`` and ``--replay`` as commands: the same answer without a network, or one line that says why not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
PICTURES = [str(EXAMPLES / "four-freedoms.png"), str(EXAMPLES / "no-quote.png")]
QUOTE = ("quote", "The only thing we have to fear is fear itself", "--by", "Franklin D. Roosevelt")
NO_NETWORK = """
import os, sys
sys.addaudithook(lambda event, _: os._exit(77) if event in {"socket.connect", "socket.getaddrinfo"} else None)
from factcheck.cli.app import main
main()
"""


def factcheck(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that dies of a connection."""
    environment = {**os.environ, "FACTCHECK_DATA_DIR": str(folder / "data"), "COLUMNS": "100"}
    command = [sys.executable, "-c", NO_NETWORK, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("replay")


@pytest.fixture(scope="module")
def pictures(folder: Path) -> dict:
    """What the check of two pictures printed, recorded in ``pictures``."""
    done = factcheck("check", *PICTURES, "--offline", "--json", "--record", str(folder / "pictures"), folder=folder)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def quote(folder: Path) -> dict:
    """What the check of a quote printed, recorded in ``quote``."""
    asked = (*QUOTE, "--offline", "--json", "--features", "fame", "--base-rate", "0.21", "--subject-order", "fame")
    return json.loads(factcheck(*asked, "--record", str(folder / "quote"), folder=folder).stdout)


def test_pictures_are_replayed_and_never_kept(folder: Path, pictures: dict) -> None:
    done = factcheck("check", *PICTURES, "--json", "--replay", str(folder / "pictures"), folder=folder)
    assert done.returncode == 0
    again = json.loads(done.stdout)["results"]
    assert [one.pop("replayed")["is_same"] for one in again] == [True, True]
    assert again == [{name: one[name] for name in one if name != "replayed"} for one in pictures["results"]]
    kept = [file for file in (folder / "pictures").rglob("*") if file.is_file()]
    assert {file.suffix for file in kept} == {".json", ".txt"}
    assert all(b"\x89PNG" not in file.read_bytes() for file in kept)


def test_a_quote_is_replayed_with_the_options_of_its_recording(folder: Path, quote: dict) -> None:
    done = factcheck(*QUOTE, "--json", "--replay", str(folder / "quote"), folder=folder)
    again = json.loads(done.stdout)
    assert again["base_rate"] == 0.21
    assert (again["verdict"], again["probability_fake"]) == (quote["verdict"], quote["probability_fake"])
    assert again["features"] == quote["features"]
    assert again["recording"] == quote["recording"]


@pytest.mark.usefixtures("quote")
def test_people_are_told_when_it_was_recorded_and_what_would_differ(folder: Path) -> None:
    shown = factcheck(*QUOTE, "--replay", str(folder / "quote"), folder=folder).stdout
    words = " ".join(shown.replace("│", " ").split())
    assert "Recorded 20" in words
    assert "under today's source lists and model: the same" in words


@pytest.mark.usefixtures("pictures")
def test_one_without_a_recording_does_not_stop_the_others(folder: Path) -> None:
    unknown = str(EXAMPLES / "capitals.png")
    asked = ("check", unknown, PICTURES[0], "--json", "--replay", str(folder / "pictures"))
    done = factcheck(*asked, folder=folder)
    assert done.returncode == 1
    assert [one["input"]["name"] for one in json.loads(done.stdout)["results"]] == [PICTURES[0]]
    (line,) = done.stderr.splitlines()
    assert f"{unknown}: there is no recording of it in" in line


@pytest.mark.usefixtures("quote")
def test_a_damaged_recording_is_one_line(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder / "quote", tmp_path, dirs_exist_ok=True)
    for file in tmp_path.glob("*.json"):
        file.write_bytes(b"garbage")
    done = factcheck(*QUOTE, "--json", "--replay", str(tmp_path), folder=folder)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert "is no recording" in line


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (("--record", "a", "--replay", "b"), 2, "exclude each other"),
        (("--replay", "no/such/folder"), 2, "there is no such folder"),
        (("--record", "/dev/null/x"), 2, "/dev/null/x"),
        (("--replay", "."), 1, "there is no recording of it"),
        (("--replay", ".", "--features", "fame"), 1, "there is no recording of it"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_is_one_line(arguments: tuple[str, ...], exit_code: int, said: str, tmp_path: Path) -> None:
    done = factcheck(*QUOTE, *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (exit_code, "")
    (line,) = done.stderr.splitlines()
    assert said in line


def test_an_address_is_not_fetched_for_a_replay(tmp_path: Path) -> None:
    done = factcheck("check", "https://memes.example/1.png", "--replay", str(tmp_path), folder=tmp_path)
    assert done.returncode == 1
    assert "there is no recording of it" in done.stderr
