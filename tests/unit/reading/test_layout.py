from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import TextLine
from factcheck.reading.layout import arrange, without_ghosts

SIZE = (800, 800)
QUOTE = ("The only thing we have", "to fear is fear itself", "and nothing else at all")


def line(text, left, top, width=400, height=40, score=0.99):
    return TextLine(text, score, (left, top, left + width, top + height))


def meme(*others):
    return [*(line(text, 200, 100 + 50 * place) for place, text in enumerate(QUOTE)), *others]


def role_of(text, lines):
    (found,) = [found for found in arrange(lines, SIZE).lines if found.text == text]
    return found.role


def test_the_memes_own_words_are_the_text():
    layout = arrange(meme(line("imgflip.com", 5, 780, 80, 14)), SIZE)
    assert layout.text == "\n".join(QUOTE)
    assert [found.role for found in layout.lines] == ["meme", "meme", "meme", "watermark"]


def test_nothing_gives_nothing():
    layout = arrange([], SIZE)
    assert (layout.text, layout.lines, layout.blocks) == ("", (), ())


def test_small_print_in_a_corner_is_a_watermark_and_on_a_wall_scene_text():
    assert role_of("CALL TO ACTION", meme(line("CALL TO ACTION", 10, 775, 90, 15))) == "watermark"
    assert role_of("NO PARKING", meme(line("NO PARKING", 20, 450, 60, 14))) == "scene"


@pytest.mark.parametrize(
    "name", ["— Franklin D. Roosevelt", "Franklin D. Roosevelt", "~ Maya Angelou", "CONFUCIUS SAYS"]
)
def test_a_speakers_name_below_the_words_is_kept_however_small(name):
    assert role_of(name, meme(line(name, 420, 300, 150, 18))) == "meme"


def test_shapes_read_as_letters_are_scene_text():
    for junk in ("AAAA", "日本", "★★★", "Qul"):
        assert role_of(junk, meme(line(junk, 20, 600, 80, 45, score=0.8))) == "scene", junk


def test_a_coined_word_as_large_as_the_rest_is_kept():
    assert role_of("OBAMAGATE", meme(line("OBAMAGATE", 220, 700, 360, 44))) == "meme"


def test_stock_marks_all_over_a_picture_are_watermarks():
    marks = [line("XSTOCKX", 50 + 250 * place, 600, 150, 40) for place in range(3)]
    layout = arrange(meme(*marks), SIZE)
    assert [found.role for found in layout.lines].count("watermark") == 3


def test_a_sentence_in_a_small_speech_bubble_is_kept():
    bubble = [line("we will never", 30, 500, 90, 16), line("give up our freedom", 30, 518, 90, 16)]
    assert "give up our freedom" in arrange(meme(*bubble), SIZE).text


def test_two_columns_are_two_blocks():
    left = [line(text, 20, 300 + 50 * place, 300) for place, text in enumerate(("left one is", "left two is"))]
    right = [line(text, 450, 300 + 50 * place, 300) for place, text in enumerate(("right one is", "right two is"))]
    layout = arrange([left[0], right[0], left[1], right[1]], SIZE)
    assert layout.text == "left one is\nleft two is\n\nright one is\nright two is"
    assert layout.blocks == ((0, 1), (2, 3))


def test_a_line_read_twice_is_kept_once():
    twice = [line("fear itself", 100, 100), line("to fear is fear itself", 90, 98, 420, 44)]
    assert [found.text for found in without_ghosts(twice)] == ["to fear is fear itself"]


def test_the_same_words_in_two_places_are_both_kept():
    assert len(without_ghosts([line("YES", 0, 0), line("YES", 0, 300)])) == 2


def test_lines_that_could_not_be_read_are_dropped():
    assert arrange([line("", 0, 0, score=0.0), line("ok then", 0, 100, score=0.1)], SIZE).lines == ()


lines = st.lists(
    st.builds(
        line, st.text(max_size=25), st.integers(0, 800), st.integers(0, 800), st.integers(0, 500), st.integers(0, 90),
        st.floats(0, 1),
    ),
    max_size=25,
)  # fmt: skip


@given(lines)
def test_any_lines_give_a_consistent_layout(found):
    layout = arrange(found, SIZE)
    assert sorted(index for block in layout.blocks for index in block) == list(range(len(layout.lines)))
    own = [line.text for line in layout.lines if line.role == "meme"]
    assert [text for text in layout.text.split("\n") if text] == [
        part for text in own for part in text.split("\n") if part
    ]
