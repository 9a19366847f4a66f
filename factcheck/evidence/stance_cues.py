"""The wordings by which pages confirm, deny or give away a quote, as bounded patterns over folded text.

Every pattern is about *who said it*, never about whether what was said is true: "there is no evidence that the
election was rigged" leaves the quote's speaker alone, "there is no evidence that he said it" does not. Repeats are
bounded and the text handed in is short, so no input can make a pattern run long.
"""

from __future__ import annotations

import re
from typing import Final

VERBS: Final = (
    "said|says|saying|told|tells|wrote|writes|written|tweeted|tweets|declared|declares|stated|states|remarked|replied|"
    "responded|added|asked|argued|argues|insisted|insists|announced|posted|quipped|joked|jokes|warned|warns|explained|"
    "noted|notes|observed|proclaimed|exclaimed|recalled|testified|concluded|vowed|promised|admitted|opined|mused|"
    "continued|charged|complained|boasted|shouted|pledged|predicted|urged|uttered|spoke|put it|has it"
)
_SAY: Final = (
    "say|said|says|saying|utter|uttered|uttering|write|wrote|written|writing|tweet|tweeted|tweeting|post|posted"
)
_QUOTE: Final = (
    "quote|quotes|quotation|quotations|attribution|saying|line|words|phrase|passage|remark|remarks|tweet|meme"
)
_FAKE: Final = (
    "fake|faked|fabricated|fabrication|bogus|phony|made up|made-up|invented|fictitious|fictional|doctored|"
    "photoshopped|manipulated|hoax|spurious|apocryphal|misattributed|satire|satirical|parody|not real|not genuine|"
    "inauthentic"
)
_FILL: Final = r"(?:[\w'-]{1,20}\W{1,3})"
_THIS: Final = (
    r"(?:this|that|it|so|these|those|any such|such|anything (?:like|of the)|the (?:quote|words?|line|phrase|remark|"
    r"statement|sentence)|them|either)\b"
)


def _compile(**patterns: str) -> dict[str, re.Pattern[str]]:
    return {name.replace("_", " "): re.compile(pattern) for name, pattern in patterns.items()}


REVERSALS: Final = _compile(
    not_denied=rf"(?:not|n't|never) (?:{_FILL}){{0,2}}?(?:deny|denied|denying|dispute|disown|retract)\w{{0,4}}",
    no_doubt=r"\bno (?:doubt|question|dispute|denying)\b",
    not_fake=rf"(?:\bnot|n't|\bnever) (?:{_FILL}){{0,2}}?(?:{_FAKE})\b",
    rightly_attributed=r"\b(?:correctly|accurately|rightly|properly|correct|accurate|genuine|authentic) "
    r"(?:attribut\w+|quot\w+)",
    really_said=r"\b(?:did|does|do) (?:in fact |indeed |really |actually )?"
    r"(?:say|utter|write|tweet|post|use|employ) (?:this|that|it|these|those|exactly|precisely)\b",
)
"""Wordings with a denial in them that confirm; they are cut out before denials are looked for."""

DEBUNKS: Final = _compile(
    never_said_this=rf"(?:\bnever|\bnot|n't) (?:{_FILL}){{0,2}}?(?:{_SAY}) {_THIS}",
    no_record_of_saying=rf"\b(?:no|any|without|little) (?:{_FILL}){{0,2}}?"
    r"(?:record|records|evidence|proof|indication|source|trace|sign)\b "
    rf"(?:{_FILL}){{0,8}}?(?:{_SAY}|{_QUOTE})\b",
    misattributed=r"\b(?:mis-?attribut\w{1,5}|(?:incorrect|false|wrong) attribution|"
    r"(?:falsely|wrongly|incorrectly|erroneously|mistakenly|dubiously) "
    r"(?:attribut\w{1,5}|credited|ascribed|quoted))\b",
    fake_quote=rf"\b(?:{_FAKE}|false) (?:{_FILL}){{0,2}}?(?:{_QUOTE}|screenshot|image)\b",
    quote_is_fake=rf"\b(?:{_QUOTE}|screenshot|image|post)\W{{1,9}}(?:{_FILL}){{0,6}}?"
    r"(?:is|was|are|were|been|be)\W{1,2}"
    rf"(?:{_FILL}){{0,3}}?(?:{_FAKE}|false|from a satir\w+)\b",
    from_satire=rf"\b(?:originat\w+|first appeared|began|started|published|comes?|came|appeared) (?:{_FILL}){{0,6}}?"
    r"(?:satir\w+|parody|humou?r (?:site|website))\b",
    not_in_the_writings=rf"\b(?:not|n't|never|nowhere|cannot) (?:{_FILL}){{0,3}}?(?:found|appears?|traced|located) "
    rf"(?:{_FILL}){{0,4}}?(?:writings|speeches|works|papers|letters|transcripts?|to (?:him|her))\b",
    no_such_quote=rf"\bno such (?:{_QUOTE}|statement)\b",
    somebody_elses=r"\b(?:was|were|is|are) (?:actually|really|in fact|originally) "
    r"(?:said|spoken|written|coined|uttered|penned|tweeted|by|from)\b",
)
"""Wordings near a quote that deny its attribution."""

DEBUNKING_TITLE: Final = _compile(
    title_did_not_say=rf"(?:\bnever|\bnot|n't) (?:{_FILL}){{0,2}}?(?:{_SAY})\b",
    title_no_evidence=rf"\bno (?:record|evidence|proof) (?:{_FILL}){{0,6}}?(?:{_SAY}|{_QUOTE})\b",
    title_fake=rf"\b(?:{_FAKE}|false|incorrect) (?:{_FILL}){{0,2}}?(?:{_QUOTE}|screenshot)\b",
    title_is_fake=rf"\b(?:{_QUOTE}|screenshot|post)\W{{1,3}}(?:{_FILL}){{0,6}}?(?:is|was|are|were) (?:{_FILL}){{0,2}}?"
    rf"(?:{_FAKE})\b",
    title_misattributed=r"\b(?:mis-?attribut\w{1,5}|(?:falsely|wrongly|incorrectly) (?:attribut\w{1,5}|credited))\b",
)
"""The same in a headline or address; believed there when it names the subject or belongs to a fact-checker."""

FACT_CHECK_TITLE: Final = _compile(
    verdict_word=rf"\b(?:{_FAKE}|fabricates?|never happened|no,)(?:\W|$)",
)
"""Verdict words that only a fact-checker's own headline is believed on. "False" is not one: the content may be."""

DENIED_BY_SPEAKER: Final = re.compile(
    r"\b(?:denied|denies|denying) (?:[\w'-]{1,20} ){0,3}?(?:saying|having said|making)\b"
)
CLAIMED: Final = re.compile(
    r"\b(?:picture|image|meme|post|graphic|screenshot|photo|claim|text|message)s?\b[^.!?\n]{0,90}"
    r"\b(?:quot(?:es|ed|ing)|attribut\w{1,5}|claim(?:s|ed|ing)|purport\w{0,4}|circulat\w{1,4}|shar(?:ed|ing)|shows?)\b"
    r"[^!?\n]{0,160}$"
)
"""A page telling that something going round gives the words to somebody, before the words: that is no attribution."""

DID_SAY: Final = re.compile(
    r"\bdid\b(?:\W{1,3}(?:in fact|indeed|really|actually|however|though|once|also|later)){0,3}\W{1,3}"
    r"(?:say|write|tell|tweet|post|state|declare)\b[^.!?]{0,60}$"
)
"""Right before the words: these were said, whatever was not."""

HEDGED_BEFORE: Final = re.compile(
    r"\b(?:(?:is|are|was|were) (?:said|alleged|rumou?red|believed|thought|supposed|reputed|claimed) to have|"
    r"allegedly|supposedly|purportedly|reputedly|apocryphally|legend has it|(?:attributed|credited|ascribed) to)\b"
    r"[^.!?\n]{0,120}$"
)
HEDGED_AFTER: Final = re.compile(
    r"^\W{0,8}(?:(?:a|this|the) (?:quote|line|saying|words) )?(?:(?:is|are|was|were|has been) )?"
    r"(?:[a-z]{3,12}ly |often |sometimes )?(?:attributed|credited|ascribed|supposedly|allegedly)\b"
)
"""Handing the words on without vouching for who said them."""

SECTION: Final = re.compile(
    r"\n\W{0,6}(?:(?P<denied>misattributed|(?:wrongly|falsely|incorrectly) attributed|disputed or misattributed|"
    r"disputed|attributed|unsourced)|quotes about [^\n]{1,60}|about [^\n]{1,60}|quotes|sourced|see also|"
    r"external links|references|related)\W{0,4}(?=\n|$)"
)
"""The heading of a part of a page of quotations: it speaks of what stands below, never of what stands above."""

OWN_WORDS: Final = re.compile(
    r"\bi (?:(?:have|had|once|also|then|ever|always|often|repeatedly) ){0,2}(?:said|say|told you|wrote|repeat)"
    r"(?: (?:that|before|then|again|last year)){0,2}[\s,:;-]{0,3}[\"']{0,2}\s?$"
)
"""A speaker quoting himself: "I have said, …"."""

REPORTED_SPEECH: Final = re.compile(
    r"\b(?:in the words of|as (?:[\w.'-]{1,20} ){1,4}(?:said|says|put it|wrote|told us)|it (?:is|has been|was) "
    r"(?:said|written)|the (?:bible|scripture|psalmist|poet|prophet|philosopher|proverb)|reminds us|to quote|"
    r"(?:once|famously) (?:said|wrote|observed|remarked))\b"
)
"""A speaker handing on somebody else's words."""

INTRODUCED: Final = re.compile(
    rf"(?<!\bi )(?<!\bwe )(?<!\bme )(?<!\bi have )(?<!\bwe have )\b(?:{VERBS})\b[^.!?]{{0,160}}(?::|-{{1,2}})\s{{0,9}}$"
)
"""A block of words announced as said by somebody who is not the one speaking: "he said to them that:"."""
