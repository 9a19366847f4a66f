from __future__ import annotations

import io

import pytest
from PIL import Image
from rich.console import Console

from factcheck.errors import SettingsError
from factcheck.evaluation import metrics, ocr
from factcheck.evaluation.ocr_corpora import Labelled
from factcheck.model import Reading, TextLine


class Parrot:
    """Reads the same two lines off every picture."""

    name = "parrot"
    scripts = frozenset({"Latin"})

    def read_lines(self, pixels):
        return (
            TextLine("to fear is fear itself", 0.99, (10, 60, 190, 90)),
            TextLine("The only thing we have", 0.99, (10, 20, 190, 50)),
        )


@pytest.fixture
def folder(tmp_path):
    for name in ("a.png", "b.png"):
        out = io.BytesIO()
        Image.new("RGB", (200, 120), "white").save(out, "PNG")
        (tmp_path / name).write_bytes(out.getvalue())
    (tmp_path / "broken.png").write_bytes(b"nothing")
    (tmp_path / "labels.csv").write_text(
        "image,text\n"
        "a.png,The only thing we have to fear is fear itself\n"
        'b.png,"“THE ONLY THING WE HAVE\n\nto fear”"\n'
        "broken.png,some words here\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_folder_with_labels_is_scored(folder):
    found = ocr.evaluate(folder, Parrot(), on=folder).to_json()
    rows = {row["image"]: row for row in found["rows"]}
    assert found["n"] == 3
    assert rows["a.png"]["jaccard4"] == rows["a.png"]["word_accuracy"] == 1.0
    assert rows["b.png"]["word_recall"] == 1.0
    assert rows["b.png"]["jaccard4"] < 1.0
    assert rows["broken.png"]["recall4"] == 0.0
    assert found["unreadable"] == [{"image": "broken.png", "error": "a text file, not a picture"}]
    assert {
        "n",
        "jaccard4_mean",
        "recall4_mean",
        "word_recall_mean",
        "word_accuracy_median",
        "seconds_per_image",
    } <= set(found)


def test_the_table_names_the_published_figures_as_such(folder):
    console = Console(width=160, record=True, file=io.StringIO())
    ocr.evaluate(folder, Parrot(), on=folder).render(console)
    shown = console.export_text()
    assert "published, other data" in shown
    assert "0.401" in shown


def test_other_data_changes_the_corpus_hash(folder):
    before = ocr.evaluate(folder, Parrot(), on=folder, limit=1).corpus_sha256
    (folder / "labels.csv").write_text("image,text\na.png,Other words\n", encoding="utf-8")
    assert ocr.evaluate(folder, Parrot(), on=folder).corpus_sha256 != before


def test_a_folder_without_labels_is_refused(tmp_path):
    with pytest.raises(SettingsError, match=r"labels\.csv"):
        ocr.evaluate(tmp_path, Parrot(), on=tmp_path)
    (tmp_path / "labels.csv").write_text("file,words\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="image,text"):
        ocr.evaluate(tmp_path, Parrot(), on=tmp_path)


def reading(*blocks):
    lines = [line for block in blocks for line in block]
    starts = [sum(len(block) for block in blocks[:place]) for place in range(len(blocks))]
    indexes = tuple(tuple(range(start, start + len(block))) for start, block in zip(starts, blocks, strict=True))
    return Reading("", tuple(lines), "x", indexes)


def column(left, top, lines):
    return [TextLine("words", 0.9, (left, top + 30 * row, left + 100, top + 30 * row + 20)) for row in range(lines)]


def test_columns_are_blocks_of_two_lines_side_by_side():
    assert ocr.has_columns(reading(column(0, 0, 3), column(150, 20, 2)))
    assert not ocr.has_columns(reading(column(0, 0, 3), column(150, 300, 2)))
    assert not ocr.has_columns(reading(column(0, 0, 3), column(150, 20, 1)))


def test_a_row_is_scored_on_the_memes_own_words():
    row = ocr.score("set", Labelled("a.png", None, "hello there"), Reading("hello there", (), "x"), 0.5, 100)
    assert (row.jaccard4, row.recall4, row.seconds, row.text_area) == (1.0, 1.0, 0.5, 0.0)


@pytest.mark.parametrize(
    ("truth", "found", "share"),
    [("a b c d", "a b c d", 1.0), ("a b c d", "c d a b", 0.5), ("a b", "x y", 1.0), ("a b c", "a x c", 1.0)],
)
def test_order_is_of_the_words_found(truth, found, share):
    assert metrics.order_kept(truth, found) == share


def test_grams_are_over_folded_code_points():
    assert metrics.char_ngrams("“Ab\n\ncD”") == metrics.char_ngrams('"AB CD"')
    assert metrics.char_ngrams("abcde") == {"abcd", "bcde"}
    assert metrics.char_ngrams("ab") == {"ab"}
    assert metrics.char_ngrams(" \n ") == frozenset()


def test_shares_of_nothing():
    nothing = frozenset()
    assert metrics.jaccard(nothing, nothing) == metrics.recall(nothing, nothing) == 1.0
    assert metrics.jaccard(nothing, frozenset({"x"})) == 0.0
    assert metrics.word_accuracy("", "") == 1.0
    assert metrics.word_accuracy("", "x") == metrics.word_accuracy("a", "x y z") == 0.0
    assert metrics.word_recall("a a b", "a b") == pytest.approx(2 / 3)
    assert metrics.pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert metrics.pearson([1, 1], [2, 3]) == 0.0
