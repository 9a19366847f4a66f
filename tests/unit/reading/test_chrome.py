from __future__ import annotations

import time

import pytest

from factcheck.reading.chrome import kind_of


@pytest.mark.parametrize(
    "line",
    [
        "Facebook.comlgoodthings",
        "imgflip.com", "imgilip.com", "imgfip.con", "made with mematic", "PIC·COLLAGE", "Facebook.com/goodthings",
        "www.example.org", "https://bit.ly/2VsliOj", "© 2016 Larry Cook", "Photo credit: AP", "AP Photo/Keith S.",
        "soloind@gmail.com", "quickmeme.com",
    ],
)  # fmt: skip
def test_marks_of_makers_are_watermarks(line):
    assert kind_of(line) == "watermark"


@pytest.mark.parametrize(
    "line",
    [
        "@lance4liberty", "u/KSCGA", "r/donaldtrump", "Posted in r/donaldtrump by u/KSCGA", "1.2K Likes", "32 comments",
        "2,345 Retweets  12.3K Likes", "View all 32 comments", "Like · Comment · Share", "3d ·", "3 hours ago",
        "11:32 PM · Oct 3, 2020", "8:04 AM", "96%", "Twitter for iPhone", "#MAGA", "Sponsored", "Read more",
    ],
)  # fmt: skip
def test_what_sites_add_is_chrome(line):
    assert kind_of(line) == "chrome"


@pytest.mark.parametrize(
    "line",
    [
        "I like Facebook because it is free", "follow", "Share the love", "September 16, 2020", "Reply to all of them",
        "The only thing we have to fear is fear itself", "200,770", "3 days later", "- Winston Churchill",
        "Comment is free, but facts are sacred", "I have 99 problems", "Years ago", "2020", "C'est la vie", "",
        "Quote me on this.", "Call me at noon", "We photographed it", "image is everything",
    ],
)  # fmt: skip
def test_a_memes_own_words_are_left_alone(line):
    assert kind_of(line) is None


@pytest.mark.parametrize("unit", ["a.", "1,", "@a ", "like ", "1 like · ", "w.w", " ", "©"])
def test_hostile_lines_take_no_time(unit):
    start = time.process_time()
    kind_of(unit * 20_000)
    assert time.process_time() - start < 20  # a bound against runaway growth, not a figure for speed
