"""Recorded searches become the evidence that a check would have weighed, and versions of a quote stay together."""

from __future__ import annotations

import json

import pytest

from factcheck.errors import SettingsError
from factcheck.evaluation import recorded

RESULT = {"url": "https://www.reuters.com/a", "rank": 1, "date": "2020-01-02", "match": "close", "name": True,
          "said_by": "claimed", "stance": "asserts"}  # fmt: skip
ROW = {"id": "q1", "claimed_author": "Ada Lovelace", "label": "real", "tier": "S", "results": [RESULT]}


def written(folder, *rows, labelled=()):
    path = folder / "recorded.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    if labelled:
        (folder / "labelled_here.jsonl").write_text("\n".join(json.dumps(row) for row in labelled))
    return path


def test_a_result_becomes_evidence_with_the_shipped_class_and_the_buckets_middle(tmp_path) -> None:
    (quote,) = recorded.read(written(tmp_path, ROW))
    (item,) = quote.evidence
    assert (item.domain, item.source_class, item.quote_ratio) == ("reuters.com", "highly_trusted", 0.75)
    assert (item.said_by, item.stance, item.published) == ("Ada Lovelace", "asserts", "2020-01-02")
    assert (quote.is_fake, quote.tier, quote.quote) == (False, "S", None)


def test_another_speaker_keeps_their_name_and_no_speaker_is_none(tmp_path) -> None:
    rows = ROW | {"results": [RESULT | {"said_by": "Charles Babbage"}, RESULT | {"said_by": "", "date": ""}]}
    (quote,) = recorded.read(written(tmp_path, rows))
    assert [item.said_by for item in quote.evidence] == ["Charles Babbage", None]
    assert quote.evidence[1].published is None


def test_the_words_come_from_the_labelled_file_beside_or_the_row_itself(tmp_path) -> None:
    rows = [ROW, ROW | {"id": "q2", "quote": "Own words"}]
    quotes = recorded.read(written(tmp_path, *rows, labelled=[{"id": "q1", "quote": "Words beside"}]))
    assert [quote.quote for quote in quotes] == ["Words beside", "Own words"]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", json.dumps(ROW | {"label": "maybe"}), json.dumps({"id": "q1"}),
     json.dumps(ROW | {"results": [RESULT | {"match": "quite"}]})],
)  # fmt: skip
def test_a_file_of_another_form_is_one_clear_error(tmp_path, line) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(line)
    with pytest.raises(SettingsError, match="no recorded-search JSONL"):
        recorded.read(path)


def test_a_missing_file_is_the_same_error(tmp_path) -> None:
    with pytest.raises(SettingsError, match="no recorded-search JSONL"):
        recorded.read(tmp_path / "nothing.jsonl")


def test_same_person_or_same_words_are_one_group(tmp_path) -> None:
    rows = [
        ROW | {"id": "1", "quote": "The moon is a mirror for tired sailors"},
        ROW | {"id": "2", "quote": "Iron remembers the hammer", "claimed_author": "ADA LOVELACE"},
        ROW | {"id": "3", "quote": "the moon is a mirror for the tired sailors", "claimed_author": "George Boole"},
        ROW | {"id": "4", "quote": "Iron forgets nothing at all", "claimed_author": "Mary Somerville"},
    ]
    one, two, three, four = recorded.groups(recorded.read(written(tmp_path, *rows)))
    assert one == two == three
    assert four != one
