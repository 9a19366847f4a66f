"""Bad input at the command line: the right code, one line, no traceback, and the good inputs are still checked."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


def factcheck(*arguments: str, data_dir: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "FACTCHECK_DATA_DIR": str(data_dir)}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], input=stdin, capture_output=True, check=False, env=environment
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


def bomb() -> bytes:
    """A whole PNG of 15,000 × 15,000 black pixels: 28 MB of bits in some 30 kB."""
    header = struct.pack(">IIBBBBB", 15_000, 15_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(15_000 * (1 + 15_000 // 8)), 9)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    body = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable_image"),
        (b"hello, this is text", "unreadable_image"),
        (SVG, "unsupported_format"),
        ((EXAMPLES / "long.png").read_bytes()[:5000], "unreadable_image"),
        (bomb(), "image_too_large"),
    ],
    ids=["empty", "text", "svg", "truncated", "bomb"],
)
def test_what_is_no_picture_is_named_and_the_others_are_checked(data: bytes, code: str, folder: Path) -> None:
    bad = folder / "bad.png"
    bad.write_bytes(data)
    done = factcheck("check", str(bad), str(EXAMPLES / "no-quote.png"), "--offline", "--json", data_dir=folder)
    first, second = json.loads(done.stdout)["results"]
    assert done.returncode == 3
    assert first["outcome"] == "unreadable"
    assert first["verdict"] == "not_enough_evidence"
    assert first["error"]["code"] == code
    assert second["outcome"] == "no_quote"
    (line,) = done.stderr.decode().strip().splitlines()
    assert line.startswith("factcheck: ")
    assert str(bad) in line


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("check",), 2),
        (("quote", "x", "--budget", "pages=many", "--offline"), 2),
        (("quote", "x", "--base-rate", "7", "--offline"), 2),
        (("check", "no-such-file.png", "--offline"), 3),
        (("check", "https://example.org/meme.png", "--offline"), 3),
        (("evaluate", "quotes", "--on", "no-such-file.jsonl"), 2),
        (("nonsense",), 2),
        (("--version",), 0),
        (("--help",), 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_exit_codes(arguments: tuple[str, ...], exit_code: int, folder: Path) -> None:
    done = factcheck(*arguments, data_dir=folder)
    assert done.returncode == exit_code
    assert b"Traceback" not in done.stderr


def test_a_picture_comes_from_standard_input(folder: Path) -> None:
    data = (EXAMPLES / "four-freedoms.png").read_bytes()
    done = factcheck("check", "-", "--offline", "--json", data_dir=folder, stdin=data)
    assert done.returncode == 0
    assert json.loads(done.stdout)["subject"]["name"] == "Franklin D. Roosevelt"


def test_examples_in_the_help_stand_on_lines_of_their_own(folder: Path) -> None:
    shown = factcheck("check", "--help", data_dir=folder).stdout.decode()
    lines = [line.strip() for line in shown.splitlines()]
    first = lines.index("Examples:")
    assert lines[first + 1] == "factcheck check meme.jpg"
    assert lines[first + 2] == "factcheck check examples/*.png --offline"


def test_an_archive_that_cannot_be_opened_is_named_and_costs_nothing_else(tmp_path: Path) -> None:
    damaged = tmp_path / "archive" / "index-1"
    damaged.mkdir(parents=True)
    (damaged / "meta.json").write_text("garbage")
    pictures = [str(EXAMPLES / "no-quote.png"), str(EXAMPLES / "capitals.png")]
    done = factcheck("check", *pictures, "--offline", "--json", data_dir=tmp_path)
    quoteless, quoting = json.loads(done.stdout)["results"]
    assert quoteless["outcome"] == "no_quote"
    assert "remove that folder" in quoting["degraded"][0]["reason"]
    assert quoting["verdict"] == "not_enough_evidence"
    alone = factcheck("quote", "To be prepared for war", "--offline", data_dir=tmp_path)
    assert alone.returncode == 4
    assert alone.stderr.count(b"\n") == 1


def test_what_could_not_be_had_has_no_hash(folder: Path) -> None:
    done = factcheck("check", str(folder / "nothing.png"), "--offline", "--json", data_dir=folder)
    assert json.loads(done.stdout)["input"]["sha256"] is None


def test_doctor_shows_commands_whole(folder: Path) -> None:
    shown = factcheck("doctor", data_dir=folder).stdout.decode()
    assert any(line.strip().startswith(f"{sys.executable} -m pip install") for line in shown.splitlines())
    assert "…" not in "".join(line for line in shown.splitlines() if "pip install" in line)
