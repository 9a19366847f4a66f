from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.order import blocks_in_order


def line(left, top, width, height=20):
    return (left, top, left + width, top + height)


def flat(blocks):
    return [index for block in blocks for index in block]


def test_nothing_gives_nothing():
    assert blocks_in_order([]) == []


def test_lines_of_one_paragraph_are_one_block_from_top_to_bottom():
    assert blocks_in_order([line(0, 46, 200), line(0, 0, 200), line(0, 23, 200)]) == [[1, 2, 0]]


def test_words_of_one_line_found_apart_are_read_from_left_to_right():
    assert flat(blocks_in_order([line(110, 0, 90), line(0, 3, 100), line(0, 30, 200)])) == [1, 0, 2]


def test_two_columns_are_read_one_after_the_other():
    left = [line(0, 30 * row, 180) for row in range(4)]
    right = [line(240, 30 * row, 180) for row in range(4)]
    mixed = [box for pair in zip(left, right, strict=True) for box in pair]
    assert flat(blocks_in_order(mixed)) == [0, 2, 4, 6, 1, 3, 5, 7]


def test_a_title_close_above_two_columns_comes_first():
    columns = [line(x, 30 + 25 * row, 180) for row in range(3) for x in (0, 240)]
    assert flat(blocks_in_order([*columns, line(60, 0, 300)])) == [6, 0, 2, 4, 1, 3, 5]


def test_staggered_columns_under_a_title_that_reaches_into_them():
    """The right column starts beside the title's foot: no straight cut parts them."""
    title, closing = line(70, 0, 290, 30), line(165, 215, 125, 28)
    left = [line(0, 48 + 32 * row, 180, 30) for row in range(5)]
    right = [line(275, 28 + 32 * row, 150, 30) for row in range(6)]
    boxes = [title, *left, *right, closing]
    assert flat(blocks_in_order(boxes)) == list(range(len(boxes)))


def test_panels_are_read_row_by_row_when_the_space_between_them_is_wider_than_the_gutter():
    boxes = [line(0, 0, 180), line(210, 0, 180), line(0, 300, 180), line(210, 300, 180)]
    assert flat(blocks_in_order(boxes)) == [0, 1, 2, 3]


def test_captions_above_and_below_are_blocks_of_their_own():
    assert blocks_in_order([line(0, 0, 300), line(0, 400, 300), line(0, 423, 300)]) == [[0], [1, 2]]


boxes = st.tuples(st.integers(0, 900), st.integers(0, 900), st.integers(1, 400), st.integers(1, 60)).map(
    lambda box: line(*box)
)


@given(st.lists(boxes, max_size=40))
def test_every_line_comes_exactly_once(found):
    assert sorted(flat(blocks_in_order(found))) == list(range(len(found)))


def test_hostile_numbers_of_lines_stay_bounded():
    """Four hundred lines, the most that engines hand on, in the shape that is cut one line at a time."""
    start = time.process_time()
    assert len(flat(blocks_in_order([line(0, 60 * row, 100) for row in range(400)]))) == 400
    staircase = [line(9 * row, 7 * row, 400) for row in range(400)]
    assert len(flat(blocks_in_order(staircase))) == 400
    assert time.process_time() - start < 60  # a bound against runaway growth, not a figure for speed
