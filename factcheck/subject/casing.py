"""Names as OCR and posters write them, put into the case and spacing of print.

"WINSTON CHURCHILL" → "Winston Churchill", "-WinstonChurchill" → "Winston Churchill", "MCCONNELL" → "McConnell",
"VINCENT VAN GOGH" → "Vincent van Gogh". Pure text work on one name; it knows no people and strips no titles.
"""

from __future__ import annotations

import re

_PARTICLE_WORDS = (
    "af al an ap bin da das de del dela della den der des di do dos du el ibn la le st ten ter van vom von zu zum zur y"
    " of the"
)
PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SUFFIXES = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "XI", "XII", "XIV", "XVI", "XXIII"})
_INNER_CAPITAL_AFTER = (
    "Mc Mac Di De Da Del Della Des Du La Le Van Von Fitz Jo St Ver Ten O Mb Ni Lo El Al Bin Ed Jean Ma"
)
_GLUE_PREFIXES = frozenset(_INNER_CAPITAL_AFTER.split())
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_GLUED_INITIAL = re.compile(r"(?<=[A-Z]\.)(?=[A-Z][a-z]{2})")
_MAC_NAMES = (
    "alister arthur askill aulay beth callum cormack cready dermott donald dougall dowell duff fadyen farlane gowan"
    " graw gregor innes intosh intyre isaac ivor kay kellar kenna kenzie kinnon lachlan laine laren laurin lean"
    " leish lellan lennan leod mahon manus master millan millen murray namara naughton neil neill nicol niven"
    " pherson quarrie queen rae ritchie shane sween sweeney taggart tavish vicar whirter william"
)
_MAC = frozenset(_MAC_NAMES.split())
_SHORT = 3  # letters: up to here capitals may be initials ("JD", "MTG") and an inner capital part of the name
_WORD = re.compile(r"[^\W\d_]+")


def split_glued(name: str) -> str:
    """Words that OCR ran together, apart at an inner capital: "WinstonChurchill", "Franklin D.Roosevelt"."""
    return " ".join(" ".join(_split_token(token)) for token in _GLUED_INITIAL.sub(" ", name).split())


def _split_token(token: str) -> list[str]:
    pieces: list[str] = []
    for piece in _CAMEL.split(token):
        before = pieces[-1].rpartition("-")[2] if pieces else ""
        if pieces and (before in _GLUE_PREFIXES or min(len(before), len(piece)) < _SHORT):
            pieces[-1] += piece  # McConnell, DeSantis, LeBron: the inner capital belongs to the name
        else:
            pieces.append(piece)
    return pieces


def in_print(name: str) -> str:
    """The name in the case of print; mixed case is left as written but for single shouted words."""
    tokens = name.split()
    letters = [character for character in name if character.isalpha()]
    is_flat = bool(letters) and (name.upper() == name or name.lower() == name)
    return " ".join(_printed(token, index, is_flat=is_flat) for index, token in enumerate(tokens))


def _printed(token: str, index: int, *, is_flat: bool) -> str:
    bare = token.strip(".,")
    if bare.upper() in _SUFFIXES and index:
        return token.upper()
    if is_flat and index and bare.lower() in PARTICLES:
        return token.lower()
    is_shouted = len(bare) > _SHORT and bare.isalpha() and bare.isupper()
    if not (is_flat or is_shouted) or _is_initials(bare):
        return token
    return _WORD.sub(lambda match: _word(match.group(), token, match.start()), token.lower())


def _is_initials(bare: str) -> bool:
    """Whether capitals are no word: "J.K", "H.W", "JD", "MTG"."""
    if not bare.isupper() or not bare:
        return False
    if "." in bare:
        return all(len(part) <= 1 for part in bare.split("."))
    return len(bare) == 1 or (len(bare) <= _SHORT and bare.isalpha() and not set(bare) & set("AEIOUY"))


def _word(word: str, token: str, start: int) -> str:
    if start and token[start - 1] == "'" and (start >= _SHORT or len(word) == 1):
        return word  # an apostrophe inside a word ("Jeanne's"), unlike that of O'Neal and D'Arcy
    if word.startswith("mc") and len(word) > _SHORT:
        return "Mc" + word[2:].capitalize()
    if word.startswith("mac") and word[3:] in _MAC:
        return "Mac" + word[3:].capitalize()
    return word.capitalize()
