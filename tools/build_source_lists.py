"""Write ``source_lists/*.csv`` again from the data sets and the drafts, by stated rules.

In: the folder ``source_lists`` of the evaluation data (``--data``) and ``tools/source_drafts/*.csv``, which hold the
rows and choices of our own. Out: one CSV a class, sorted, each domain in one class only. A ``reviewed`` date that a
person wrote into a list survives. The rules are those of ``docs/sources.md``; nothing here is fetched.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import tldextract

ROOT = Path(__file__).parents[1]
DRAFTS = ROOT / "tools" / "source_drafts"
LISTS = ROOT / "source_lists"
COLUMNS = ("domain", "name", "reason", "reference", "reviewed")

QUALITY = 0.6  # news quality (first principal component of six raters) from which a newspaper counts as legitimate
LOCAL_NEWS = "LocalNewsDataset 2018 (yinleon/LocalNewsDataset@d97f2f8)"
QUALITY_DATA = "domain-quality-ratings (hauselin/domain-quality-ratings@5671d57)"
PERENNIAL = "Wikipedia perennial sources (Kudusch/wikipedia-perennial-sources@1a7c0c2)"
PUBLIC_SUFFIXES = "Public Suffix List, https://publicsuffix.org/list/"
DRAFTED = "drafted by machine, unreviewed"
UNRELIABLE = {"Generally unreliable", "Deprecated", "Blacklisted"}
# A domain that several rules claim goes to the first of these.
ORDER = (
    "fact_checker", "highly_trusted", "satire", "government_us", "government_other", "verified_account", "quotation",
    "user_generated", "social", "legitimate_news",
)  # fmt: skip


class Row(NamedTuple):
    """A row but for its ``reviewed`` date."""

    domain: str
    name: str
    reason: str
    reference: str


def highly_trusted(data: Path) -> list[Row]:
    """FAME's thirty (appendix C), each with its domains, and where two of them have moved since."""
    listed = [
        Row(domain, row["name"], "FAME 2021 list", "Game of FAME, appendix C")
        for row in read(data / "fame_highly_trusted_30.csv")
        for domain in row["domains"].split(";")
    ]
    moved = [
        Row(row["domain"], row["name"], "FAME 2021 list", row["reference"])
        for row in read(DRAFTS / "highly_trusted.csv")
    ]
    return listed + moved


def legitimate_news(data: Path) -> list[Row]:
    """Newspapers of the local news data set with enough quality, then those that Wikipedia names as newspapers."""
    quality = {row["domain"].lower(): float(row["pc1"]) for row in read(data / "domain_pc1.csv")}
    names: dict[str, set[str]] = defaultdict(set)
    for row in read(data / "local_news_dataset_2018.csv"):
        if row["medium"] == "Newspapers" and quality.get(row["domain"].lower(), 0) >= QUALITY:
            names[row["domain"].lower()].add(f"{row['name'].strip()} ({row['state']})")
    reference = f"{LOCAL_NEWS}; {QUALITY_DATA}"
    local = [Row(d, closest(d, n), f"newspaper, news quality {quality[d]:.2f}", reference) for d, n in names.items()]
    return local + world_newspapers(data, quality, known=set(names))


def world_newspapers(data: Path, quality: dict[str, float], known: set[str]) -> list[Row]:
    """Drafted newspapers with enough quality that the perennial sources don't call unreliable."""
    status = perennial_status(data)
    rows = []
    for draft in read(DRAFTS / "legitimate_news.csv"):
        domain = draft["domain"]
        if domain in known or quality.get(domain, 0) < QUALITY or UNRELIABLE & status.get(domain, set()):
            continue
        reason = f"newspaper by its Wikipedia article, news quality {quality[domain]:.2f}; {DRAFTED}"
        second = f"; {PERENNIAL}" if domain in status else ""
        rows.append(Row(domain, draft["name"], reason, f"{draft['reference']}; {QUALITY_DATA}{second}"))
    return rows


def perennial_status(data: Path) -> dict[str, set[str]]:
    """What Wikipedia's editors agreed on, by domain."""
    status: dict[str, set[str]] = defaultdict(set)
    for row in read(data / "wikipedia_perennial_sources.csv"):
        for url in json.loads(row["urls"]):
            status[url.lstrip("/").partition("/")[0].removeprefix("www.")].update(json.loads(row["status"]))
    return status


def quotation(data: Path) -> list[Row]:
    """The data set's quotation sites and the drafted ones."""
    listed = [
        Row(row["domain"], row["domain"], f"quotation site: {row['provenance']}", f"https://{row['domain']}/")
        for row in read(data / "quotation_sites.csv")
    ]
    return listed + drafts("quotation", "quotation site")


def satire(data: Path) -> list[Row]:
    """Drafted satire with a page each, then what OpenSources tagged as satire."""
    tagged = [row["domain"] for row in read(data / "satire.csv")]
    reference = "OpenSources (BigMcLargeHuge/opensources@77dad6d)"
    return drafts("satire", "satire") + [Row(d, d, "tagged as satire by OpenSources", reference) for d in tagged]


def fact_checkers() -> list[Row]:
    """Drafted: signatories of the IFCN code, and desks and sites that do the same work."""
    reasons = {
        "ifcn": ("fact-checker, signatory or past signatory of the IFCN code", "https://ifcncodeofprinciples.poynter.org/signatories"),
        "desk": ("publishes fact-checks, not known as a signatory of the IFCN code", ""),
        "quotes": ("traces who first said a quotation, with its sources; not a signatory of the IFCN code", ""),
    }  # fmt: skip
    rows = []
    for draft in read(DRAFTS / "fact_checker.csv"):
        reason, page = reasons[draft["reason"]]
        rows.append(Row(draft["domain"], draft["name"], f"{reason}; {DRAFTED}", page or site(draft["domain"])))
    return rows


def government_other() -> list[Row]:
    """Drafted government domains, and every second-level suffix that a country reserves for its government."""
    pattern = re.compile(r"(?:gov|gob|gouv|govt|gub|go|gv|gc|mil|gop)\.[a-z]{2}")
    not_government = {"go.it"}  # the province of Gorizia
    suffixes = sorted(
        s for s in tldextract.TLDExtract(cache_dir=None, suffix_list_urls=()).tlds if pattern.fullmatch(s)
    )
    reason = "suffix rule: the country reserves it for its government or armed forces"
    rows = [
        Row(f".{s}", f"Government sites under .{s}", reason, PUBLIC_SUFFIXES)
        for s in suffixes
        if s not in not_government
    ]
    return rows + drafts("government_other", "")


def verified_accounts() -> list[Row]:
    """Drafted accounts of public figures, at both addresses of the service."""
    return [
        Row(f"{host}/{draft['account']}", draft["name"], f"the person's own account; {DRAFTED}", f"https://x.com/{draft['account']}")
        for draft in read(DRAFTS / "verified_account.csv")
        for host in ("twitter.com", "x.com")
    ]  # fmt: skip


def drafts(source_class: str, reason: str) -> list[Row]:
    """The drafted rows of a class; reason and reference may stand in the row."""
    rows = []
    for row in read(DRAFTS / f"{source_class}.csv"):
        why = f"{row.get('reason') or reason}; {DRAFTED}"
        rows.append(Row(row["domain"], row["name"], why, row.get("reference") or site(row["domain"])))
    return rows


def build(data: Path) -> dict[str, list[Row]]:
    """All lists: what is left out is left out, and each domain stays in the first class that claims it."""
    by_rule = {
        "fact_checker": fact_checkers(), "highly_trusted": highly_trusted(data), "satire": satire(data),
        "government_us": drafts("government_us", ""), "government_other": government_other(),
        "verified_account": verified_accounts(), "quotation": quotation(data),
        "user_generated": drafts("user_generated", "written by its users"),
        "social": drafts("social", "social network or sharing site"), "legitimate_news": legitimate_news(data),
    }  # fmt: skip
    left_out = {(row["source_class"], row["domain"]) for row in read(DRAFTS / "left_out.csv")}
    taken: set[str] = set()
    lists: dict[str, list[Row]] = {}
    for source_class in ORDER:
        lists[source_class] = []
        for row in by_rule[source_class]:
            if row.domain not in taken and (source_class, row.domain) not in left_out:
                taken.add(row.domain)
                lists[source_class].append(row)
    return lists


def write(source_class: str, rows: list[Row]) -> None:
    """Write one list, keeping the dates at which people reviewed rows."""
    file = LISTS / f"{source_class}.csv"
    reviewed = {row["domain"]: row["reviewed"] for row in read(file)} if file.exists() else {}
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*row, reviewed.get(row.domain, "")) for row in sorted(rows))


def read(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def closest(domain: str, names: set[str]) -> str:
    """Of several papers at one domain, the one whose name is most like it."""
    label = domain.partition(".")[0]
    return max(sorted(names), key=lambda name: SequenceMatcher(None, label, name.lower()).ratio())


def site(domain: str) -> str:
    """The page to look at for a row without another reference."""
    return f"https://{domain.lstrip('.').rstrip('*')}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write source_lists/*.csv again from the data sets and the drafts.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    LISTS.mkdir(exist_ok=True)
    for name, rows in build(parser.parse_args().data / "source_lists").items():
        write(name, rows)
        print(f"{name:18}{len(rows):6}")
