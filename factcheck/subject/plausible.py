"""Whether a written name can be a speaker, or a person, at all: "No one" is neither, "Common Dreams" is no person.

A known person always can. Otherwise the form decides: one to five words of letters, none of them a function word or a
word for nobody in particular; for a person, none that captions, media and groups are named with either. It does not
know given names and does not look at the text around.
"""

from __future__ import annotations

from factcheck.subject.names import canonical_name, is_known
from factcheck.text import words

_MAX_WORDS = 5
_ACRONYM = 3  # letters
_FUNCTION_WORDS = """
a an the this that these those i you he she it we they me him her us them my your his its our their who whom whose
what which when where why how is are was were be been am do does did have has had will would can could should shall
may might must not no nor yes if then than because so but or and of in on at to from by for with about into over under
after before between against during without within like as up down out off only just even also too very more most less
least much many few some any every each all both none nobody somebody everybody anybody noone someone everyone anyone
nothing something everything anything here there now never always ever again still yet let get got make made said says
one
"""
_NOBODY = """
affirmation affirmations anonymous attributed author caption fact facts joke logic man meme memes men parody people
person proverb proverbs quote quotes reality sarcasm satire saying sayings sheep someone source thought thoughts truth
unattributed unknown wisdom woman women word words
"""
_NOT_OF_PEOPLE = """
agency america american americans archive article association authors bible blog board book books breaking channel
christians church citizen citizens club college color colour comedy comment committee common community company
conservative conservatives constitution corporation council country crowd daily democrat democrats department donation
dream dreams editor english facebook factory fake family fan fans father foundation freedom friend friends fund god
government group guy guys history hope hour house instagram institute internet journal justice kid kids law leftists
liberal liberals liberty life love magazine mankind media millennials minutes mom money mother motivation movement
network news newspaper nobody online opinion organization parents party patriot patriots philosophy photo pictures poem
post posted press radio random reddit religion report reporter reporters republican republicans republic science
scientists service share show society spread state states stories story strategy student students studio tax teacher
team television thing things times today tribune tv twitter union united university versus vibes video voters website
wikipedia world writer youtube
"""
_NO_SPEAKER = frozenset((_FUNCTION_WORDS + _NOBODY).split())
_NO_PERSON = frozenset(_NOT_OF_PEOPLE.split())


def can_speak(written: str) -> bool:
    """Whether ``written`` (as found, with its title) has the form of a person's or a group's name."""
    if is_known(written):
        return True
    parts = words(canonical_name(written))
    if not 1 <= len(parts) <= _MAX_WORDS or not all(part.isalpha() for part in parts):
        return False
    if len(parts) == 1 and len(parts[0]) <= _ACRONYM and written.strip().isupper():
        return False  # NYT, BBC: whose words are printed there, no one can tell
    return max(map(len, parts)) > 1 and not _NO_SPEAKER & {*parts, *words(written)[: len(parts)]}


def can_be_person(written: str) -> bool:
    """Whether ``written`` has the form of a person's name."""
    return is_known(written) or (can_speak(written) and not _NO_PERSON & set(words(canonical_name(written))))
