"""The word lists of reading: what is a title, a verb of saying, an everyday word, a given name.

Rules elsewhere ask these by name. The long lists of names are text files beside this one, read on first use. No list
says who or what is true; each only tells how a line is built.
"""

from __future__ import annotations

import functools
from importlib import resources


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@functools.cache
def _listed(file: str) -> frozenset[str]:
    text = resources.files("factcheck.reading").joinpath(file).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def given_names() -> frozenset[str]:
    """Given names, lower-cased, without those that are everyday words."""
    return _listed("given_names.txt")


def single_names() -> frozenset[str]:
    """Names that alone mean one well-known person, lower-cased."""
    return _listed("single_names.txt")


TITLES = _words(
    """
    president vice-president vice pres potus senator sen representative rep congressman congresswoman governor
    gov mayor dr doctor mr mrs ms miss sir madam general gen colonel col captain capt lt lieutenant sgt sergeant
    admiral sheriff secretary speaker minister chancellor premier ambassador attorney commissioner director
    chairman chairwoman chairperson chair ceo cfo founder co-founder professor prof rev reverend fr rabbi imam
    archbishop cardinal leader whip majority minority house senate former ex ex-president then-president us usa
    u.s american first lady press prime foreign deputy chief justice judge actor actress author writer comedian
    philosopher journalist scientist nazi propaganda nobel laureate candidate democrat democratic republican gop
    congressional state treasury defense labor party national presidential elect president-elect late great the
    quote
    """
)
"""Offices, professions and forms of address that stand before a name."""

WEAK_TITLES = _words(
    """
    the late great quote state house senate labor party first chief american us usa u.s chair press national miss
    democratic republican democrat gop congressional presidential nazi propaganda nobel prime foreign deputy majority
    minority defense treasury former ex leader director candidate elect lady press whip
    """
)
"""Titles that are also everyday words or parts of a longer title: no sign of a person by themselves."""

PARTICLES = _words(
    """
    de da di du del della der den dos von van zu bin ibn ben al el la le st of y und
    """
)
"""Small words inside names."""

SUFFIXES = _words(
    """
    jr sr ii iii iv
    """
)
"""What may follow a name after a comma."""

NOT_NAMES = _words(
    """
    i you he she it we they me us him them my your his her our their its this that these those is are was were
    be been being am do does did done don't dont doing have has had having can can't cannot could would should
    shall must if when while what why how who whom whose where which and or but nor not no yes for from to with
    without at in on into onto about because so just like get gets got make makes made let lets let's share
    agree please thank thanks never always every everyone everybody everything nobody nothing none someone
    something anyone anonymous unknown all any some such only even ever more most less than then there here now
    today tomorrow yesterday also too very said says say saying told tells asked asks wrote once by via as vs
    versus after before until unless during own other another again still yet up down out off over under against
    people you're you'll you've i'm i'll i've i'd he's she's it's we're we'll we've they're they'll they've
    that's what's who's isn't aren't wasn't won't wouldn't couldn't shouldn't doesn't didn't ain't gonna gotta
    wanna
    """
)
"""Everyday words that are part of no name, however they are capitalised."""

CALENDAR = _words(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday circa
    """
)
"""Words of dates."""

SPEECH_VERBS = _words(
    """
    say says said saying tell tells told telling ask asks asked asking reply replies replied replying answer
    answers answered answering respond responds responded responding write writes wrote writing tweet tweets
    tweeted tweeting post posts posted quip quips quipped joke jokes joked declare declares declared declaring
    claim claims claimed claiming insist insists insisted argue argues argued warn warns warned boast boasts
    boasted boasting brag brags bragged shout shouts shouted yell yells yelled scream screams screamed announce
    announces announced announcing add adds added admit admits admitted admitting explain explains explained
    remark remarks remarked state states stated stating comment comments commented note notes noted think thinks
    thinking thought mutter muttered whisper whispers whispered proclaim proclaims proclaimed report reports
    reported recall recalls recalled vow vows vowed exclaim exclaims exclaimed promise promises promised opine
    opines opined observe observes observed quote quotes quoted according
    """
)
"""Verbs that announce speech."""

SPEECH_NOUNS = _words(
    """
    comment words quote quotation statement speech tweet letter message response remark reply
    """
)
"""Nouns that announce speech: "gave it away with one comment"."""

ADDRESSING = _words(
    """
    tell tells told telling ask asks asked asking to
    """
)
"""Words after which a name is the one spoken to."""

ARTICLES = _words(
    """
    the a an this that these those my your his her our their its some any no of as
    """
)
"""Words after which quotation marks hold a term and a noun is no name."""

LABELLING = _words(
    """
    the a an this that these those my your his her our their its of as called call named titled entitled like
    word term phrase label episode book film movie song card sign
    """
)
"""Words before marks that make what is in them a title or a term."""

HEADINGS = _words(
    """
    breaking news update warning fact facts note reminder step tip rule lesson logic spoiler alert edit ps
    source photo credit image via name age date time location born died party height weight pros cons before
    after then now today yesterday question answer problem solution myth reality expectation day week year part
    http https true false breaking-news headline translation definition example meaning
    """
)
"""Words of headings that end in a colon and are no speakers."""

EVERYDAY_GIVEN_NAMES = _words(
    """
    art bill buddy chance chase chuck cliff clay daisy dawn dean drew earl faith frank gene glen grace grant guy hope
    hunter iris ivy jack jasmine joy june lance lane lily mark marshall max may miles olive pearl penny pierce ray reed
    rich robin rod rose royal ruby rusty sterling sue summer violet wade ward will
    """
)
"""Given names that are everyday words too: a sign of a person beside a well-known family name or in Title Case."""

DANGLING = _words(
    """
    a an the and or but nor of to for with by from in on at as than like about into over under between is are was were
    be am my your his her our their its this that if when while because vs versus not no mr mrs ms dr
    """
)
"""Words that no sentence ends with: a name on the next line goes on with it."""
