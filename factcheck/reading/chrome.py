"""Lines that sites, apps and makers add to a picture: addresses, handles, counts, times, credits, generators' marks.

Decided by what the line says, so it works on lines of any size and place. A line is only taken when the pattern is
(nearly) all of it: "I like Facebook.com because it is free" stays the meme's own.
"""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz import fuzz, process

_GENERATORS = (
    "imgflipcom", "memegeneratornet", "quickmemecom", "makeamemeorg", "memecentercom", "memecreatororg",
    "madewithmematic", "mematicnet", "piccollage", "madewithpiccollage", "kapwingcom", "madewithkapwing", "ifunnyco",
    "ifunnymobi", "9gagcom", "adotextcom", "quotefancycom", "azquotescom", "brainyquotecom", "quotemastercom",
    "picturequotescom", "memeful", "canvacom", "shutterstock", "gettyimages", "bigstock", "alamystockphoto",
    "dreamstime", "istockphoto", "depositphotos",
)  # fmt: skip
_ALIKE = 78  # of 100: "imgfip.con" and "imgilip.com", which small print becomes, are alike; ordinary words are not
_SHORTEST_MARK = 6
_TLD = r"(?:com|net|org|co|tv|me|ly|io|info|us|uk|ca|news|gov|edu|app|gg|be)"
_ADDRESS = re.compile(rf"(?:https?:?/{{0,2}})?(?:[\w-]{{2,40}}\s?\.\s?){{1,4}}{_TLD}\b(?:/\S{{0,80}})?", re.IGNORECASE)
_ADDRESS_TOKEN = re.compile(r"\S{2,60}\.(?:com|net|org)\S{0,60}", re.IGNORECASE)  # "Facebook.comlname": a misread slash
_EMAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,8}")
_HANDLE = re.compile(r"(?:@\s?|\b[ur]/)[A-Za-z_]\w{2,30}")
_LENGTH = r"\d{1,3}\s?(?:s|m|h|d|w|y|mo|min|mins|hr|hrs|hours?|minutes?|days?|weeks?|months?|years?)"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,3}){0,3}\s?[KMkm]?"
_THING = (
    r"(?:likes?|comments?|shares?|retweets?|quote tweets?|views?|repl(?:y|ies)|reposts?|upvotes?|followers?|points?"
    r"|quotes?|bookmarks?)"
)
_BUTTON = r"(?:like|comment|share|reply|retweet|follow(?:ing)?|save|send|subscribe|see translation)"
_WHOLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:view all )?{_NUMBER}\s{_THING}(?:[\s·•.,]{{1,3}}{_NUMBER}\s{_THING}){{0,3}}",
        r"sponsored|edited|suggested for you",
        rf"{_BUTTON}(?:[\s·•|]{{1,3}}{_BUTTON}){{1,4}}",
        rf"{_LENGTH}(?: ago)?\s?[·•.@]{{0,2}}",
        r"(?:posted (?:in|by|on)|crossposted|promoted by)\b.{0,60}",
        r".{0,30}\btwitter (?:for (?:iphone|android|ipad)|web app|web client)",
        r"\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[·•\-]?\s?\w{3,9}\.? \d{1,2},? \d{2,4})?.{0,30}",
        r"\d{1,3}\s?%",
        r"(?:see|read) (?:more|less|translation)\.{0,3}",
        r"#\w{2,40}",
    )
)
_CREDIT = re.compile(
    r"^(?:\(?c\)|©|copyright|photos? (?:by|credit|copyright|©)|image (?:credit|source|by|via)|credit:|source:|via @"
    r"|ap photo|getty|made with|created (?:with|by|on)|paid for by)|©|\(c\) ?\d{4}|\ball rights reserved\b",
    re.IGNORECASE,
)


def kind_of(text: str) -> Literal["chrome", "watermark"] | None:
    """What a line is if it is no part of the meme's own words, else None."""
    line = " ".join(text.split())
    if _is_mark(line) or _CREDIT.search(line):
        return "watermark"
    if _is_mostly(_ADDRESS, line) or _is_mostly(_EMAIL, line) or _ADDRESS_TOKEN.fullmatch(line):
        return "watermark"
    if _is_mostly(_HANDLE, line) or any(pattern.fullmatch(line) for pattern in _WHOLE):
        return "chrome"
    return None


def _is_mostly(pattern: re.Pattern[str], line: str) -> bool:
    found = sum(len(match.group()) for match in pattern.finditer(line[:200]))
    return found > 0 and found >= 0.6 * len(line)


def _is_mark(line: str) -> bool:
    letters = "".join(char for char in line.lower() if char.isalnum())
    if not _SHORTEST_MARK <= len(letters) <= max(map(len, _GENERATORS)) + 4:
        return False
    return process.extractOne(letters, _GENERATORS, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None
