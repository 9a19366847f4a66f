from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from factcheck.cli.evidence import app


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    return lambda *arguments: CliRunner().invoke(
        app, [str(one) for one in arguments], env={"FACTCHECK_DATA_DIR": str(folder)}
    )


def test_documents_are_added_and_counted(run, tmp_path):
    (tmp_path / "a.jsonl").write_text(
        '{"url": "https://e.org/1", "author": "A B", "text": "zebra one"}\n{"text": "two"}'
    )
    before = json.loads(run("stats", "--json").stdout)
    result = run("add", tmp_path / "a.jsonl", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "added": 2, "replaced": 0, "documents": before["documents"] + 2, "unreadable": [],
    }  # fmt: skip
    assert "2 already there" in run("add", tmp_path).stdout
    assert f"{before['documents'] + 2} documents: 249 shipped, 2 added" in run("stats").stdout


def test_what_cannot_be_read_is_named_and_the_rest_is_added(run, tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"text": "good line"}\nnot json\n')
    result = run("add", tmp_path / "bad.jsonl", tmp_path / "missing.txt", "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["added"] == 1
    assert [one["where"].split("/")[-1] for one in json.loads(result.stdout)["unreadable"]] == [
        "bad.jsonl, line 2", "missing.txt",
    ]  # fmt: skip
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("factcheck: ") for line in lines)


def test_many_bad_lines_do_not_flood_the_terminal(run, tmp_path):
    (tmp_path / "bad.jsonl").write_text("x\n" * 500)
    result = run("add", tmp_path / "bad.jsonl")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 21
    assert "480 more" in result.stderr


@pytest.mark.parametrize("option", [("--date", "6 January"), ("--date", "1941-01-06T00"), ("--url", "ftp://e.org")])
def test_wrong_options_are_wrong_usage(run, tmp_path, option):
    (tmp_path / "a.txt").write_text("words")
    assert run("add", tmp_path / "a.txt", *option).exit_code == 2


def test_options_describe_a_file(run, tmp_path):
    (tmp_path / "speech.txt").write_text("On the pulse of quagga morning")
    given = ("--author", "Maya Angelou", "--date", "1993-01-20", "--url", "https://e.org/pulse")
    assert run("add", tmp_path / "speech.txt", *given).exit_code == 0
    assert run("add", tmp_path / "speech.txt", *given).stdout.startswith("0 added, 1 already there")
