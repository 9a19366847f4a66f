"""The quotes table on a recording made here: shipped and cross-validated, abstention and error paths."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console

from factcheck.errors import ModelMismatch, SettingsError
from factcheck.evaluation import quotes, train
from factcheck.verdict import classifier


def result(n: int, stance: str, said_by: str, site: str) -> dict:
    return {"url": f"https://{site}/{n}", "rank": n, "date": "", "match": "verbatim", "name": True,
            "said_by": said_by, "stance": stance}  # fmt: skip


def recording(path, n=40):
    """Half real, reported by one to three newspapers; half fake, debunked by up to three; one in ten silent."""
    rows = []
    for i in range(n):
        is_fake = i % 2 == 0
        sites = (
            ["www.usatoday.com", "www.snopes.com", "www.politifact.com"]
            if is_fake
            else ["www.reuters.com", "apnews.com", "bbc.com"]
        )
        stance, said_by = ("debunks", "") if is_fake else ("asserts", "claimed")
        found = [result(k, stance, said_by, site) for k, site in enumerate(sites[: 1 + i % 3])]
        rows.append({"id": str(i), "claimed_author": f"Person Number{i}", "label": "fake" if is_fake else "real",
                     "tier": "S" if i % 4 < 2 else "A", "results": [] if i % 10 == 9 else found,
                     "quote": " ".join(f"word{i}x{k}" for k in range(8))})  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_cross_validation_separates_what_evidence_separates(tmp_path) -> None:
    recording(tmp_path / train.CORPUS)
    report = quotes.evaluate(tmp_path, passes=1)
    assert report.n == 40
    assert report.accuracy == 1.0
    assert report.coverage == pytest.approx(36 / 40)
    assert {"n", "accuracy", "coverage", "false_positive_rate", "ece", "rows"} <= set(report.to_json())
    names = [line["what"] for line in report.rows]
    assert {"verdicts, tier A alone", "verdicts, tier S alone", "FAME's labelling rule", "larger class"} <= set(names)
    assert "reader" in report.stance


def test_the_shipped_model_is_scored_untouched_on_another_file(tmp_path) -> None:
    report = quotes.evaluate(None, on=recording(tmp_path / "other.jsonl"))
    assert report.protocol == "the shipped model, untouched"
    assert report.accuracy == 1.0
    assert report.corpus == "other.jsonl"
    console = Console(file=io.StringIO(), width=200)
    report.render(console)
    assert "stance: judged by a reader" in console.file.getvalue().lower()


def test_neither_data_nor_file_is_a_clear_error() -> None:
    with pytest.raises(SettingsError, match="FACTCHECK_EVALUATION_DATA_DIR"):
        quotes.evaluate(None)


def test_too_few_people_to_fold_is_a_clear_error(tmp_path) -> None:
    recording(tmp_path / train.CORPUS, n=6)
    with pytest.raises(ModelMismatch, match="at least 5"):
        quotes.evaluate(tmp_path, passes=1)


def test_training_twice_writes_the_same_bytes(tmp_path) -> None:
    recording(tmp_path / train.CORPUS)
    for out in ("one", "two"):
        assert train.main(["--data", str(tmp_path), "--out", str(tmp_path / out)]) == 0
    for name in ("full.json", "fame.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    model = classifier.from_json(json.loads((tmp_path / "one" / "full.json").read_text()))
    assert model.trained["rows"] == 36
    assert "quotation" not in model.names  # it never varied in this recording
