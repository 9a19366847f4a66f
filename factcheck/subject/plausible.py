"""Whether a written name can be a person at all: "Cowboy Wisdom", "No one" and "The Sheep" can't.

A known person always can. Otherwise the form decides: one to five words of letters, none of them an everyday word that
captions, media and groups are named with. It does not know given names and does not look at the text around.
"""

from __future__ import annotations

from factcheck.subject.names import canonical_name, is_known
from factcheck.text import words

_MAX_WORDS = 5
_FUNCTION_WORDS = """
a an the this that these those i you he she it we they me him her us them my your his its our their who whom whose
what which when where why how is are was were be been am do does did have has had will would can could should shall
may might must not no nor yes if then than because so but or and of in on at to from by for with about into over under
after before between against during without within like as up down out off only just even also too very more most less
least much many few some any every each all both none nobody somebody everybody anybody noone someone everyone anyone
nothing something everything anything here there now never always ever again still yet let get got make made said says
one
"""
_NOT_OF_PEOPLE = """
affirmation affirmations agency america american americans anonymous archive article association author authors bible
blog board book books breaking caption channel christians church citizen citizens club college comedy comment
committee common community company conservative conservatives constitution corporation council country crowd daily
democrat democrats department donation dream dreams editor english facebook fact facts factory fake family fan fans
father foundation freedom friend friends fund god government group guy guys history hope hour house instagram institute
internet journal justice kid kids law leftists liberal liberals liberty life logic love magazine man mankind media
meme memes men millennials minutes mom money mother motivation movement network news newspaper nobody online opinion
organization parents parody party patriot patriots people person philosophy photo pictures poem post posted press
proverb proverbs quote quotes radio random reality reddit religion report reporter reporters republican republicans
republic sarcasm satire saying sayings science scientists service share sheep show society source state states stories
story strategy student students studio tax teacher team television thing things thought thoughts times today tribune
truth tv twitter unattributed union united university unknown video vibes voters website wikipedia wisdom woman women
word words world writer youtube
"""
_FORBIDDEN = frozenset((_FUNCTION_WORDS + _NOT_OF_PEOPLE).split())


def can_be_person(written: str) -> bool:
    """Whether ``written`` (with its title, as found) has the form of a person's name."""
    if is_known(written):
        return True
    parts = words(canonical_name(written))
    if not 1 <= len(parts) <= _MAX_WORDS or not all(part.isalpha() for part in parts):
        return False
    return max(map(len, parts)) > 1 and not _FORBIDDEN & {*parts, *words(written)[: len(parts) + 1]} - {"the"}
