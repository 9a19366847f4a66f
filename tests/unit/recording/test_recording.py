"""Recordings: what is written is what is read, and what strangers hand in is refused in one line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import StoreError
from factcheck.model import (
    CheckInput,
    CheckResult,
    Degraded,
    Difference,
    Evidence,
    Hit,
    Page,
    QueryRecord,
    QuoteReading,
    Reason,
    Subject,
    TextLine,
    Verdict,
)
from factcheck.options import Budget, CheckOptions
from factcheck.recording.document import quote_input
from factcheck.recording.find import MAX_BYTES, find, load, text_of
from factcheck.recording.write import record

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.text(max_size=30)
SHARE = st.floats(0, 1)
NUMBERS = st.dictionaries(WORDS, st.floats(allow_nan=False, allow_infinity=False), max_size=3)
ASKED = quote_input("To be prepared for war", "George Washington")


def many(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=3).map(tuple)


EVIDENCE = st.builds(
    Evidence, url=WORDS, domain=WORDS, title=WORDS, passage=WORDS, quote_ratio=SHARE, said_by=st.none() | WORDS,
    published=st.none() | WORDS, provider=WORDS, differences=many(st.builds(Difference, quote=WORDS, source=WORDS)),
)  # fmt: skip
VERDICT = st.builds(
    Verdict, probability_fake=st.none() | SHARE, base_rate=st.floats(0.01, 0.99), features=NUMBERS,
    reasons=many(st.builds(Reason, text=WORDS, evidence=st.just(()))),
)  # fmt: skip
RESULTS = st.builds(
    CheckResult, id=st.just("one"), input=st.just(ASKED), verdict=VERDICT, evidence=many(EVIDENCE),
    fact_checks=many(EVIDENCE), queries=many(st.builds(QueryRecord)), degraded=many(st.builds(Degraded)),
    timing_ms=NUMBERS, quotes=many(WORDS), lines=many(st.builds(TextLine, score=SHARE, box=st.tuples(*[SHARE] * 4))),
    subject=st.none() | st.builds(Subject, score=SHARE), recording=st.none(), replayed=st.none(),
)  # fmt: skip
HITS = st.lists(st.builds(Hit, body=st.none() | WORDS), max_size=4, unique=True)
OPTIONS = st.builds(CheckOptions, budget=st.builds(Budget, seconds=st.floats(0.1, 99)))


def result(**changes: object) -> CheckResult:
    verdict = Verdict("likely_real", "Said so", 0.1, 0.3, (Reason("On record", (0,)),), features={"asserting": 1.0})
    evidence = Evidence(
        "https://a.org/1", "a.org", "unrated", "A", "…", 0.9, name_found=True, stance="asserts",
        said_by="George Washington", published=None, provider="archive",
    )  # fmt: skip
    plain = CheckResult(
        "one", "2026-01-01T00:00:00+00:00", ASKED, "checked", "t", "q", "given", None, verdict, (evidence,)
    )  # fmt: skip
    return replace(plain, **changes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(done=RESULTS, options=OPTIONS, reading=st.none() | st.builds(QuoteReading), hits=HITS, data=st.data())
def test_what_is_written_is_what_is_read(
    done: CheckResult, options: CheckOptions, reading: QuoteReading | None, hits: list[Hit], data: st.DataObject,
    tmp_path: Path,
) -> None:  # fmt: skip
    pages = [(hit, Page(hit.url, hit.title, data.draw(WORDS))) for hit in hits]
    unread = hits[: data.draw(st.integers(0, len(hits)))]  # what a search brought and what was read may differ
    written = record(tmp_path, done, options, reading, unread, pages)
    again = load(tmp_path / "one.json")
    assert again.result == written
    assert (again.options, again.reading) == (options, reading)
    assert again.hits == tuple(replace(hit, body=None) for hit in hits)
    assert [text_of(tmp_path, page) for page in again.pages] == [page.text for _, page in pages]
    assert [hits[page.hit] for page in again.pages] == [hit for hit, _ in pages]


def test_half_a_character_costs_nothing_else(tmp_path: Path) -> None:
    hit = Hit("https://a.org/1", "\ud800", "", "x", 1)
    written = record(tmp_path, result(), CheckOptions(), None, [hit], [(hit, Page(hit.url, "\ud800", "a \udfff b"))])
    again = load(tmp_path / "one.json")
    assert again.result == written
    assert text_of(tmp_path, again.pages[0]) == "a ? b"


def test_what_could_not_be_had_is_not_recorded(tmp_path: Path) -> None:
    unread = result(input=CheckInput("image", "gone.png", None))
    assert record(tmp_path, unread, CheckOptions()) == unread
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_degrades_the_check(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    written = record(tmp_path / "taken", result(), CheckOptions())
    (degraded,) = written.degraded
    assert degraded.stage == "recording"
    assert written.recording is None
    assert written.verdict == result().verdict


def test_a_picture_behind_an_address_is_found_by_it(tmp_path: Path) -> None:
    url = 'https://memes.example/é"1.png'
    record(tmp_path, result(input=CheckInput("image", url, "a" * 64)), CheckOptions())
    assert find(tmp_path, CheckInput("image", url, None), CheckOptions()).result.id == "one"
    with pytest.raises(StoreError, match="there is no recording"):
        find(tmp_path, CheckInput("image", url[:-1], None), CheckOptions())


def test_the_latest_is_found(tmp_path: Path) -> None:
    for day in (2, 3, 1):
        record(tmp_path, result(id=f"day-{day}", checked_at=f"2026-01-0{day}T00:00:00+00:00"), CheckOptions())
    assert find(tmp_path, ASKED, CheckOptions()).result.id == "day-3"


# ── what strangers hand in ─────────────────────────────────────────────────────────────────────────────────────────
def set_in(document: dict, place: str, value: object) -> None:
    *parents, last = [int(part) if part.isdigit() else part for part in place.split(".")]
    for part in parents:
        document = document[part]
    document[last] = value


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("format", 2),
        ("format", "1"),
        ("result.verdict.probability_fake", 7.0),
        ("result.verdict.probability_fake", "0.5"),
        ("result.verdict.base_rate", 0.0),
        ("result.verdict.base_rate", float("nan")),
        ("result.verdict.verdict", "certainly_fake"),
        ("result.verdict.features.asserting", float("inf")),
        ("result.verdict.reasons.0.evidence.0", 99),
        ("result.verdict.reasons.0.evidence.0", -1),
        ("result.evidence.0.quote_ratio", float("nan")),
        ("result.evidence.0.source_class", "oracle"),
        ("result.evidence", None),
        ("options.feature_set", "../../etc/passwd"),
        ("pages.0.text_sha256", "../../../../etc/passwd"),
        ("pages.0.text_sha256", "A" * 64),
        ("pages.0.hit", 1),
        ("pages.0.hit", -1),
        ("hits", {}),
        ("result.timing_ms", {"\x1b[2J\n": "slow"}),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_one_line(place: str, value: object, tmp_path: Path) -> None:
    hit = Hit("https://a.org/1", "A", "", "x", 1)
    record(tmp_path, result(), CheckOptions(), None, [hit], [(hit, Page(hit.url, "A", "text"))])
    path = tmp_path / "one.json"
    assert find(tmp_path, ASKED, CheckOptions()).result.id == "one"
    document = json.loads(path.read_text())
    set_in(document, place, value)
    path.write_text(json.dumps(document))
    with pytest.raises(StoreError, match="is no recording that this version reads") as refused:
        find(tmp_path, ASKED, CheckOptions())
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize(
    "data",
    ["", "[", "null", '{"a": 1}', "[" * 100_000, '{"format": ' + "9" * 50_000, "\x00\xff"],
    ids=["empty", "cut", "null", "another", "deep", "long", "binary"],
)
def test_what_is_no_recording_is_named(data: str, tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_bytes(data.encode("latin-1"))
    with pytest.raises(StoreError, match=r"one\.json"):
        load(path)
    path.write_bytes(data.encode("latin-1") + ASKED.sha256.encode())
    with pytest.raises(StoreError, match=r"one\.json"):
        find(tmp_path, ASKED, CheckOptions())


def test_a_truncated_recording_is_named(tmp_path: Path) -> None:
    record(tmp_path, result(), CheckOptions())
    path = tmp_path / "one.json"
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(StoreError, match=r"one\.json: is no recording"):
        find(tmp_path, ASKED, CheckOptions())


def test_an_endless_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "one.json").open("wb") as file:
        file.truncate(MAX_BYTES * 40)
    with pytest.raises(StoreError, match="is larger than"):
        find(tmp_path, ASKED, CheckOptions())
