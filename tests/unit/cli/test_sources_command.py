import json

import typer
from typer.testing import CliRunner

from factcheck.cli import sources


def run(*arguments):
    root = typer.Typer()
    root.add_typer(sources.app, name="sources")
    return CliRunner().invoke(root, ["sources", "classify", *arguments])


def test_people_see_the_class_the_domain_and_the_rule():
    result = run("https://www.reuters.com/world", "nytimes.com.evil.io")
    assert result.exit_code == 0
    for words in ("highly trusted", "domain reuters.com", "FAME 2021 list", "unrated", "evil.io"):
        assert words in result.stdout


def test_one_url_prints_one_object():
    result = run("reuters.com", "--json")
    document = json.loads(result.stdout)
    assert (document["source_class"], document["domain"]) == ("highly_trusted", "reuters.com")
    assert document["rule"] == "domain reuters.com"
    assert document["error"] is None


def test_several_urls_print_results_in_their_order():
    documents = json.loads(run("snopes.com", "theonion.com", "--json").stdout)["results"]
    assert [one["source_class"] for one in documents] == ["fact_checker", "satire"]


def test_a_bad_url_is_named_and_the_others_are_still_done():
    result = run("reuters.com", "mailto:a@b.org", "goodreads.com")
    assert result.exit_code == 3
    assert "'mailto:a@b.org' is not a web address" in result.stderr
    assert "reuters.com" in result.stdout
    assert "goodreads.com" in result.stdout


def test_a_bad_url_in_json_keeps_its_place():
    result = run("mailto:a@b.org", "reuters.com", "--json")
    assert result.exit_code == 3
    bad, good = json.loads(result.stdout)["results"]
    assert bad["error"]["code"] == "input_error"
    assert good["error"] is None


def test_terminal_control_characters_are_not_passed_on():
    assert "\x1b" not in run("\x1b[31mx y").output
