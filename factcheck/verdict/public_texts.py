"""Words that everybody recites: found under another name, they tell nothing about who said them.

Oaths, founding documents and prayers are repeated without quotation marks, so a speech that contains them is no record
of their author, and a person credited with them is not misquoted. All texts here are in the public domain. Proverbs
are not listed: nobody has a complete list, and the safeguards on length and on several speakers cover most.
"""

from __future__ import annotations

import functools

from factcheck.text import words

PUBLIC_TEXTS = """
I pledge allegiance to the flag of the United States of America and to the republic for which it stands, one nation
under God, indivisible, with liberty and justice for all.

We the people of the United States, in order to form a more perfect union, establish justice, insure domestic
tranquility, provide for the common defence, promote the general welfare, and secure the blessings of liberty to
ourselves and our posterity, do ordain and establish this Constitution for the United States of America.

We hold these truths to be self-evident, that all men are created equal, that they are endowed by their creator with
certain unalienable rights, that among these are life, liberty and the pursuit of happiness. That to secure these
rights, governments are instituted among men, deriving their just powers from the consent of the governed.

We mutually pledge to each other our lives, our fortunes and our sacred honor.

I do solemnly swear that I will faithfully execute the office of President of the United States, and will to the
best of my ability, preserve, protect and defend the Constitution of the United States, so help me God.

Congress shall make no law respecting an establishment of religion, or prohibiting the free exercise thereof; or
abridging the freedom of speech, or of the press; or the right of the people peaceably to assemble, and to petition
the government for a redress of grievances.

A well regulated militia, being necessary to the security of a free state, the right of the people to keep and bear
arms, shall not be infringed.

Give me your tired, your poor, your huddled masses yearning to breathe free, the wretched refuse of your teeming
shore. Send these, the homeless, tempest-tost to me, I lift my lamp beside the golden door.

Our Father who art in heaven, hallowed be thy name. Thy kingdom come, thy will be done, on earth as it is in heaven.
Give us this day our daily bread, and forgive us our trespasses, as we forgive those who trespass against us. And
lead us not into temptation, but deliver us from evil.

O say can you see, by the dawn's early light, what so proudly we hailed at the twilight's last gleaming. The land of
the free and the home of the brave.

The Congress shall from time to time be given information of the state of the union, and recommended to its
consideration such measures as shall be judged necessary and expedient.
"""
MOSTLY = 0.6
"""Share of the quote's word triples: a public text with a few words changed or added is still one."""


def is_public_text(quote: str) -> bool:
    """Whether most of the quote's word triples stand in texts that everybody recites."""
    triples = _triples(quote)
    return bool(triples) and len(triples & _known()) >= MOSTLY * len(triples)


@functools.cache
def _known() -> frozenset[tuple[str, ...]]:
    return frozenset().union(*(_triples(text) for text in PUBLIC_TEXTS.split("\n\n")))


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    spoken = words(text)
    return frozenset(zip(spoken, spoken[1:], spoken[2:], strict=False))
