"""The decoder's own rules, on scores made here; the model itself is tested by the engines' contract suite."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.reading.recognise import Recogniser

ALPHABET = ["", *"abcdeforYUMANOTWE-\"'", " "]


@pytest.fixture
def decode():
    recogniser = Recogniser.__new__(Recogniser)
    recogniser._alphabet = ALPHABET
    recogniser._quotes = [place for place, character in enumerate(ALPHABET) if character and character in "\"'"]

    def run(*steps):
        """Each step: a dict of character → score; what is left goes to the blank."""
        scores = np.zeros((len(steps), len(ALPHABET)), dtype=np.float32)
        for row, step in enumerate(steps):
            for character, score in step.items():
                scores[row, ALPHABET.index(character)] = score
            scores[row, 0] = max(0.0, 1 - sum(step.values()))
        return recogniser._decode(scores, 1.0)

    return run


def letters(text, gap=1):
    steps = []
    for character in text:
        steps += [{character: 0.9}, *({} for _ in range(gap))]
    return steps


def test_repeats_and_blanks_are_dropped(decode):
    (line,) = decode({"b": 0.9}, {"b": 0.8}, {}, {"b": 0.9}, {"e": 0.9})
    assert line.text == "bbe"
    assert 0.85 < line.score < 0.95


def test_nothing_read_is_no_line(decode):
    assert decode({}, {}, {}) == ()


def test_a_half_seen_space_between_letters_of_no_word_is_put_back(decode):
    steps = [*letters("WE"), *letters("MUT")]
    steps[3] = {" ": 0.2}
    assert decode(*steps)[0].text == "WE MUT"


def test_a_hyphen_with_half_seen_spaces_on_both_sides_is_the_background(decode):
    steps = [*letters("YOU"), *letters("-"), *letters("MAY")]
    steps[5] = steps[7] = {" ": 0.2}
    assert decode(*steps)[0].text == "YOU MAY"
    assert decode(*letters("YOU-MAY"))[0].text == "YOU-MAY"


def test_a_closing_quotation_mark_that_was_half_seen_is_put_back_once(decode):
    assert decode(*letters('"for'), {'"': 0.2})[0].text == '"for"'
    assert decode(*letters('"for'), {'"': 0.005})[0].text == '"for'
    assert decode(*letters('"for"'), {'"': 0.2})[0].text == '"for"'


def test_words_that_stand_far_apart_are_two_lines_with_their_places(decode):
    left, right = decode(*letters("for"), *({} for _ in range(12)), *letters("bad"))
    assert (left.text, right.text) == ("for", "bad")
    assert left.end < 0.4
    assert right.start > 0.6


def test_dots_far_from_a_word_do_not_part_the_line(decode):
    assert len(decode(*letters("for"), *({} for _ in range(12)), *letters("-"))) == 1
