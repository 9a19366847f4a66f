"""`factcheck people`: what it prints, what it refuses and with which exit code."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from factcheck.cli.people import app
from factcheck.errors import InputError


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_DATA_DIR", str(tmp_path))
    return lambda *arguments: CliRunner().invoke(app, arguments)


def test_an_empty_gallery_says_that_faces_are_off(run):
    listed = run("list")
    assert (listed.exit_code, listed.stdout) == (0, "")
    assert "factcheck people add" in listed.stderr
    assert json.loads(run("list", "--json").stdout) == {"people": []}


def test_people_are_listed_and_removed(run, tmp_path):
    (tmp_path / "people").mkdir()
    people = {"Jane Doe": [[0.0] * 128], "Mary Roe": [[1.0] * 128, [2.0] * 128]}
    (tmp_path / "people" / "gallery.json").write_text(json.dumps({"version": 1, "people": people}))
    assert run("list").stdout == "Jane Doe  1 picture\nMary Roe  2 pictures\n"
    assert json.loads(run("remove", "JANE DOE", "--json").stdout) == {"removed": "JANE DOE"}
    assert json.loads(run("list", "--json").stdout) == {"people": [{"name": "Mary Roe", "pictures": 2}]}


def test_removing_a_stranger_is_an_input_error(run):
    assert isinstance(run("remove", "Jane Doe").exception, InputError)


def test_pictures_that_cannot_be_used_are_named_and_cost_exit_code_3(run, tmp_path):
    text = tmp_path / "text.png"
    text.write_text("no picture")
    added = run("add", "Jane Doe", str(text), str(tmp_path / "none.png"), "https://example.org/a.png", "--json")
    assert added.exit_code == 3
    document = json.loads(added.stdout)
    assert (document["added"], document["pictures"]) == (0, 0)
    assert [failure["code"] for failure in document["failed"]] == [
        "unreadable_image",
        "unreadable_image",
        "input_error",
    ]
    assert len(added.stderr.splitlines()) == 3
