"""The lists that ship: their form, and the size that their rules give."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
import tldextract

from factcheck.evidence.address import registrable_domain
from factcheck.evidence.sources import COLUMNS, SourceLists
from factcheck.model import SOURCE_CLASSES

FOLDER = Path(__file__).parents[2] / "source_lists"
FILES = sorted(FOLDER.glob("*.csv"))
ROWS = {file.stem: list(csv.DictReader(file.read_text(encoding="utf-8").splitlines())) for file in FILES}
ALL_ROWS = [(name, row) for name, rows in ROWS.items() for row in rows]


def test_every_class_but_unrated_has_a_list():
    assert set(ROWS) == set(SOURCE_CLASSES) - {"unrated"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_list_has_its_columns_and_is_sorted(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == ",".join(COLUMNS)
    domains = [row["domain"] for row in ROWS[file.stem]]
    assert domains == sorted(domains)


def test_no_domain_stands_twice_in_any_list():
    counts = Counter(row["domain"] for _, row in ALL_ROWS)
    assert [domain for domain, count in counts.items() if count > 1] == []


def test_every_row_says_who_why_and_after_what():
    for name, row in ALL_ROWS:
        assert row["name"].strip(), (name, row)
        assert row["reason"].strip(), (name, row)
        assert row["reference"].strip(), (name, row)


def test_reviewed_is_empty_or_a_date():
    for _, row in ALL_ROWS:
        if row["reviewed"]:
            dt.date.fromisoformat(row["reviewed"])


def test_every_row_is_an_address_of_somebody():
    suffixes = set(tldextract.TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True).tlds)
    for name, row in ALL_ROWS:
        domain = row["domain"]
        assert domain == domain.lower() == domain.strip(), (name, domain)
        host = domain.partition("/")[0]
        if host.startswith("."):
            assert host[1:] in suffixes or host.count(".") > 1, (name, domain)
        else:
            assert host not in suffixes, (
                f"{domain} in {name} is a public suffix: write .{domain} for all sites under it"
            )
            assert f".{host}".endswith(f".{registrable_domain(host)}"), (name, domain)


def test_a_row_decides_for_its_own_address():
    lists = SourceLists.load()
    for name, row in ALL_ROWS:
        address = "site" + row["domain"] if row["domain"].startswith(".") else row["domain"].rstrip("*")
        found = lists.classify(f"https://{address}")
        assert (found.source_class, found.rule.split()[1]) == (name, row["domain"])


def test_the_page_about_sources_has_every_class():
    page = (FOLDER.parent / "docs" / "sources.md").read_text(encoding="utf-8")
    assert [name for name in SOURCE_CLASSES if f"| `{name}` |" not in page] == []


def test_sizes_that_the_rules_give():
    assert len({row["name"] for row in ROWS["highly_trusted"]}) == 30
    assert {row["reason"] for row in ROWS["highly_trusted"]} == {"FAME 2021 list"}
    assert 900 <= len(ROWS["legitimate_news"]) <= 1300
    assert len(ROWS["quotation"]) >= 60
    assert len(ROWS["fact_checker"]) >= 60


@pytest.mark.parametrize(
    ("url", "source_class"),
    [
        ("https://www.reuters.com/world/", "highly_trusted"),
        ("https://www.reuters.com/fact-check/x", "fact_checker"),
        ("https://news.yahoo.com/x", "highly_trusted"),
        ("https://www.yahoo.com/news/articles/x", "highly_trusted"),
        ("https://www.yahoo.com/lifestyle/x", "unrated"),
        ("https://www.newyorker.com/magazine/x", "highly_trusted"),
        ("https://www.newyorker.com/humor/borowitz-report/x", "satire"),
        ("https://www.chicagotribune.com/x", "legitimate_news"),
        ("https://www.telegraph.co.uk/x", "legitimate_news"),
        ("https://www.lemonde.fr/x", "legitimate_news"),
        ("https://www.goodreads.com/quotes/1", "quotation"),
        ("https://en.wikiquote.org/wiki/X", "quotation"),
        ("https://en.wikipedia.org/wiki/X", "user_generated"),
        ("https://www.whitehouse.gov/x", "government_us"),
        ("https://www.navy.mil/x", "government_us"),
        ("https://www.gov.uk/x", "government_other"),
        ("https://www.parliament.uk/x", "government_other"),
        ("https://www.canada.ca/x", "government_other"),
        ("https://ec.europa.eu/x", "government_other"),
        ("https://www.snopes.com/fact-check/x", "fact_checker"),
        ("https://factcheck.afp.com/x", "fact_checker"),
        ("https://www.theonion.com/x", "satire"),
        ("https://x.com/BarackObama/status/1", "verified_account"),
        ("https://x.com/somebody/status/1", "social"),
        ("https://foo.github.io/", "user_generated"),
        ("https://nytimes.com.evil.io/", "unrated"),
        ("https://www.go.it/", "unrated"),
    ],
)
def test_well_known_addresses(url, source_class):
    assert SourceLists.load().classify(url).source_class == source_class
