from __future__ import annotations

import numpy as np

from factcheck.model import TextLine
from factcheck.reading.upright import read_upright, suspected_turns


def level(text, score=0.98):
    return TextLine(text, score, (0, 0, 300, 30))


def tall(text, score=0.98):
    return TextLine(text, score, (0, 0, 30, 300))


def test_an_upright_picture_is_not_suspected():
    assert suspected_turns([level("The only thing we have"), level("to fear is fear itself")]) == ()
    assert suspected_turns([level("Die Würde des Menschen"), level("ist unantastbar")]) == ()


def test_tall_lines_read_well_were_turned_right_and_read_badly_left():
    assert suspected_turns([tall("The only thing we have")]) == (90, 270)
    assert suspected_turns([tall("ahnq xvl eoo ixj", score=0.6)]) == (270, 90)


def test_level_lines_read_badly_may_be_upside_down():
    assert suspected_turns([level("eaey am buiyl oo", score=0.65)]) == (180,)


def test_too_little_text_says_nothing():
    assert suspected_turns([tall("OK")]) == ()
    assert suspected_turns([]) == ()


class Turning:
    """Reads well only when the picture's red corner is at the top left."""

    name = "turning"
    scripts = frozenset({"Latin"})

    def __init__(self):
        self.calls = 0

    def read_lines(self, pixels):
        self.calls += 1
        if pixels[0, 0, 0] == 255:
            return (level("the only thing we have"),)
        return (tall("the only thing we have"),) if pixels[0, -1, 0] == 255 else (level("xqj aon vxl", score=0.5),)


def picture(turns):
    pixels = np.zeros((40, 60, 3), dtype=np.uint8)
    pixels[0, 0] = 255
    return np.ascontiguousarray(np.rot90(pixels, -turns))  # clockwise


def test_a_turned_picture_is_turned_back_and_only_then_read_again():
    engine = Turning()
    lines, degrees, size = read_upright(picture(1), engine)
    assert (degrees, size, engine.calls) == (90, (60, 40), 2)
    assert lines[0].text == "the only thing we have"


def test_upside_down_is_turned_back():
    assert read_upright(picture(2), Turning())[1:] == (180, (60, 40))


def test_an_upright_picture_is_read_once():
    engine = Turning()
    assert read_upright(picture(0), engine)[1:] == (0, (60, 40))
    assert engine.calls == 1
