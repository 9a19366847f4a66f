"""Reading stays as good as it was: on real memes, on rendered ones, and in two columns."""

from __future__ import annotations

import pytest

from factcheck.evaluation import ocr
from factcheck.evaluation.gate import check_floor
from factcheck.reading.ocr import load_engine

pytestmark = [pytest.mark.quality, pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def report(data_dir):
    return ocr.evaluate(data_dir, load_engine("rapidocr"))


@pytest.mark.parametrize("figure", ["recall4_mean", "jaccard4_mean", "word_recall_mean", "word_accuracy_median"])
def test_reading_of_real_memes_keeps_its_floors(report, figure):
    check_floor(f"ocr.{figure}", report.to_json()[figure], report.corpus_sha256)


@pytest.mark.parametrize("figure", ["recall4_mean", "word_recall_mean"])
def test_reading_of_rendered_captions_keeps_its_floors(report, figure):
    measured = report.to_json()["sets"]["memegen_rendered"][figure]
    check_floor(f"ocr.memegen_rendered.{figure}", measured, report.corpus_sha256)


@pytest.mark.parametrize("kind", ["two_columns", "two_columns_drawn"])
def test_two_columns_are_read_one_after_the_other(report, kind):
    part = report.to_json()[kind]
    assert part["n"] >= 10
    check_floor(f"ocr.{kind}.order_mean", part["order_mean"], report.corpus_sha256)


def test_every_picture_was_read(report):
    assert report.to_json()["unreadable"] == []
    assert report.to_json()["n"] == 318
