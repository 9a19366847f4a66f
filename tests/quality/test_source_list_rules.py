"""The shipped lists against the data sets that their rules name."""

import csv
import importlib.util
from pathlib import Path

import pytest

from factcheck.evidence.sources import SourceLists

pytestmark = pytest.mark.quality
TOOL = Path(__file__).parents[2] / "tools" / "build_source_lists.py"


def read(file):
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


@pytest.fixture(scope="module")
def folder(data_dir):
    return data_dir / "source_lists"


@pytest.fixture(scope="module")
def shipped():
    rows = SourceLists.load().rows
    return {
        kind: {row.domain: row for row in rows if row.source_class == kind} for kind in {r.source_class for r in rows}
    }


def test_every_legitimate_newspaper_has_the_quality(folder, shipped):
    quality = {row["domain"]: float(row["pc1"]) for row in read(folder / "domain_pc1.csv")}
    assert min(quality[domain] for domain in shipped["legitimate_news"]) >= 0.6


def test_newspapers_of_the_local_news_data_are_there_when_they_have_the_quality(folder, shipped):
    quality = {row["domain"]: float(row["pc1"]) for row in read(folder / "domain_pc1.csv")}
    papers = {row["domain"] for row in read(folder / "local_news_dataset_2018.csv") if row["medium"] == "Newspapers"}
    due = {domain for domain in papers if quality.get(domain, 0) >= 0.6} - {"blogspot.com"}
    elsewhere = {domain for kind in shipped if kind != "legitimate_news" for domain in shipped[kind]}
    assert len(due) >= 950
    assert due - elsewhere <= set(shipped["legitimate_news"])
    rest = {row.domain for row in shipped["legitimate_news"].values() if "LocalNewsDataset" in row.reference}
    assert rest <= due


def test_papers_without_that_data_set_name_a_page_that_calls_them_newspapers(shipped):
    others = [row for row in shipped["legitimate_news"].values() if "LocalNewsDataset" not in row.reference]
    assert all("wikipedia.org/wiki/" in row.reference for row in others)


def test_every_dotgov_domain_is_government(folder):
    lists = SourceLists.load()
    domains = [row["Domain name"].lower() for row in read(folder / "dotgov_current_full.csv")]
    assert len(domains) > 16_000
    assert {lists.classify(domain).source_class for domain in domains} == {"government_us"}


def test_the_shipped_lists_are_what_the_tool_writes(data_dir, shipped):
    spec = importlib.util.spec_from_file_location("build_source_lists", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    built = tool.build(data_dir / "source_lists")
    for kind, rows in built.items():
        wanted = {row.domain: tuple(row) for row in rows}
        assert {d: (r.domain, r.name, r.reason, r.reference) for d, r in shipped[kind].items()} == wanted
