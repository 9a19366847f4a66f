"""What a page says about who said it: assertions, denials, reversals, other speakers, archives, hostile pages."""

from __future__ import annotations

import pytest

from factcheck.evidence.speaker import is_subject
from factcheck.evidence.stance import StanceJudgement, judge_stance

Q = "A river that argues with its banks arrives nowhere but downstream"
NAMES = ("Margaret Hale", "Senator Hale", "Maggie Hale")


def judge(passage: str, **more) -> StanceJudgement:
    given = {
        "quote": Q,
        "subject_names": NAMES,
        "url": "https://example.org/story",
        "title": "",
        "author": None,
        "source_class": "unrated",
        "quote_ratio": 0.95,
    }
    return judge_stance(passage=passage, **given | more)


@pytest.mark.parametrize(
    "passage",
    [
        f"“{Q},” Margaret Hale told the crowd in Dover.",
        f'"{Q}," said Senator Hale on Tuesday.',
        f'"{Q}," Hale wrote in 1987.',
        f"Asked about the dam, Hale replied: “{Q}.” Then she left.",
        f"According to Margaret Hale, “{Q}.”",
        f"Margaret Hale, the former mayor of Dover, argued that “{Q}.”",
        f"Margaret Hale: “{Q}.”",
        f"“{Q}.” — Margaret Hale",
        f"«{Q}» ~ Maggie Hale, Collected Letters",
        f"Margaret Hale opened the new bridge in Dover. “{Q},” she said.",
        f"Margaret Hale spoke next. She warned that “{Q}.”",
        f"“{Q},” M. Hale declared.",
        f"“{Q},” Margaret R. Hale declared.",
    ],
)
def test_pages_that_give_the_words_to_the_subject_assert(passage) -> None:
    judged = judge(passage)
    assert (judged.stance, judged.said_by) == ("asserts", "Margaret Hale")
    assert judged.cues


@pytest.mark.parametrize(
    "passage",
    [
        f"A picture going round has “{Q}” under her face. Margaret Hale never said this.",
        f"“{Q}” is all over the internet. Hale didn't actually write that.",
        f"We found no record of Margaret Hale saying “{Q}” in any interview.",
        f"There is no evidence that Hale ever uttered the line “{Q}.”",
        f"The remark “{Q}” is frequently misattributed to Margaret Hale.",
        f"The words “{Q}” have been falsely attributed to Senator Hale since 2011.",
        f"“{Q}”: this fake Margaret Hale quote resurfaces each spring.",
        f"The quote “{Q}” from Hale is entirely made up, her office says.",
        f"The story with “{Q}” first appeared on a satirical site and names Hale.",
        f"“{Q}” is not found in any of her speeches, the Hale archive says.",
        f"The Hale library says there is no such quote as “{Q}.”",
    ],
)
def test_pages_that_deny_it_debunk(passage) -> None:
    assert judge(passage).stance == "debunks"


@pytest.mark.parametrize(
    "passage",
    [
        f"Hale did not deny saying “{Q}” when we asked her.",
        f"Margaret Hale has never denied the remark, “{Q}.”",
        f"There is no doubt that Margaret Hale said “{Q}.”",
        f"The line “{Q}” is not a fake: Margaret Hale spoke it in Dover.",
        f"“{Q}” is correctly attributed to Margaret Hale.",
    ],
)
def test_denials_of_a_denial_do_not_debunk(passage) -> None:
    assert judge(passage).stance == "asserts"


def test_calling_the_content_false_leaves_the_speaker_alone() -> None:
    passage = f"“{Q},” Hale told reporters. That is false: there is no evidence that rivers argue."
    checked = judge(passage, source_class="fact_checker", title="Fact check: do rivers argue?")
    assert checked.stance == "asserts"


def test_words_inside_the_quote_are_no_cues() -> None:
    quote = "I never said that this quote was made up by anyone"
    judged = judge(f"“{quote},” Margaret Hale told us.", quote=quote)
    assert judged.stance == "asserts"


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("No, Margaret Hale didn't say that about rivers", "https://check.org/1"),
        ("", "https://check.org/2021/04/hale-never-said-rivers-argue/"),
        ("Fake quote about rivers", "https://check.org/2"),
        ("Was it fabricated? Yes: FABRICATED", "https://check.org/3"),
    ],
)
def test_a_fact_checkers_headline_or_address_is_believed(title, url) -> None:
    passage = f"A shared picture reads “{Q}.”"
    assert judge(passage, title=title, url=url, source_class="fact_checker").stance == "debunks"


def test_a_strangers_headline_is_believed_only_when_it_names_the_subject() -> None:
    passage = f"A shared picture reads “{Q}.”"
    assert judge(passage, title="He did not say that").stance == "unrelated"
    assert judge(passage, title="Margaret Hale did not say that").stance == "debunks"


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        (f"“{Q},” wrote Thomas Arnold Reed in his diary.", "Thomas Arnold Reed"),
        (f"“{Q}.” — Thomas Reed", "Thomas Reed"),
        (f"As Thomas Reed once put it, “{Q}.”", "Thomas Reed"),
    ],
)
def test_another_speaker_is_named_without_debunking(passage, speaker) -> None:
    judged = judge(passage)
    assert (judged.stance, judged.said_by) == ("unrelated", speaker)


def test_a_page_that_corrects_the_speaker_debunks_and_names_the_other() -> None:
    judged = judge(f"Often given to Margaret Hale, “{Q}” was actually written by Thomas Reed.")
    assert (judged.stance, judged.said_by) == ("debunks", "Thomas Reed")


@pytest.mark.parametrize(
    "passage",
    [
        f"Margaret Hale introduced Thomas Reed in Dover. “{Q},” he said.",
        f"Margaret Hale liked rivers. Someone painted “{Q}” on the wall.",
        f"Hale denied saying “{Q}.”",
    ],
)
def test_unclear_pages_about_the_subject_only_discuss(passage) -> None:
    judged = judge(passage)
    assert (judged.stance, judged.said_by) == ("discusses", None)


def test_a_namesake_is_somebody_else() -> None:
    assert judge(f"“{Q},” said Edward Hale.").said_by == "Edward Hale"
    assert judge(f"“{Q},” said Edward Hale.").stance == "unrelated"


def test_the_next_sentence_after_the_words_names_no_speaker() -> None:
    judged = judge(f"{Q}. Thomas Reed told me of a bridge. It fell.", author="Margaret Hale")
    assert (judged.stance, judged.said_by) == ("asserts", "Margaret Hale")


def test_an_archived_documents_words_are_its_authors() -> None:
    speech = f"We meet in a hard year. {Q}. Let us go on."
    assert judge(speech, author="Margaret Hale").stance == "asserts"
    other = judge(speech, author="Thomas Reed")
    assert (other.stance, other.said_by) == ("unrelated", "Thomas Reed")


@pytest.mark.parametrize(
    "speech",
    [
        f"As Margaret Hale said, “{Q}.” Let us go on.",
        f"In the words of the poet: {Q}. Let us go on.",
        f"Someone told me “{Q}” long ago.",
    ],
)
def test_words_that_an_author_hands_on_are_not_the_authors(speech) -> None:
    assert judge(speech, author="Thomas Reed").said_by != "Thomas Reed"


def test_satire_neither_asserts_nor_debunks_but_is_named() -> None:
    judged = judge(f"“{Q},” said Margaret Hale.", source_class="satire", url="https://www.thelaugh.com/a")
    assert (judged.stance, judged.said_by) == ("discusses", "thelaugh.com (satire)")


def test_a_quotation_sites_page_for_the_name_asserts() -> None:
    judged = judge(f"Rivers. {Q}. More", source_class="quotation", title="Margaret Hale Quotes")
    assert judged.stance == "asserts"


def test_common_words_by_chance_take_no_side_but_a_reworded_quote_does() -> None:
    chance = "A man with a plan but no funds, Senator Hale said, arrives at nothing"
    assert judge(chance, quote_ratio=0.4).stance == "discusses"
    assert judge(chance, quote_ratio=0.4, author="Thomas Reed").said_by is None
    reworded = "“Any river which argues against banks arrives downstream,” Margaret Hale said."
    assert judge(reworded, quote_ratio=0.45).stance == "asserts"


def test_too_little_of_the_quote_is_unrelated() -> None:
    assert judge(f"“{Q},” said Margaret Hale.", quote_ratio=0.3).stance == "unrelated"


def test_without_a_subject_only_the_speaker_is_told() -> None:
    judged = judge(f"“{Q},” said Thomas Reed.", subject_names=())
    assert (judged.stance, judged.said_by) == ("unrelated", "Thomas Reed")


@pytest.mark.parametrize(
    "passage",
    [
        "",
        "A" * 200_000,
        "Aa Bb, " * 30_000 + Q,
        Q + ", The A. said " * 20_000,
        "no n't not never evidence " * 10_000 + Q,
        "\u202e" + Q + "\x00\ud800",
        "İ" * 3_000 + Q,
        "🦆" * 5_000,
    ],
)
def test_hostile_pages_are_never_believed(passage) -> None:
    assert judge(passage).stance in {"unrelated", "discusses"}


def test_the_quotes_words_scattered_over_a_long_page_are_still_chance() -> None:
    far = "So it goes on here. " * 20
    passage = f"The river bends. {far} Who argues? {far} To the banks. {far} It arrives. {far} Hale never said that."
    assert judge(passage, quote_ratio=0.4).stance == "discusses"


def test_a_denial_that_names_nobody_we_ask_about_is_not_about_them() -> None:
    assert judge(f"“{Q}” is a fake quote, and Thomas Reed never said it.").stance == "unrelated"


def test_a_denial_in_the_subjects_own_speech_is_part_of_it() -> None:
    speech = f"My opponents invent things. I never said that. {Q}. And Margaret Hale keeps her word."
    assert judge(speech, author="Margaret Hale").stance == "asserts"


def test_a_quotation_that_ends_before_the_words_does_not_make_them_somebody_elses() -> None:
    speech = f'The question is not "can we all do better?" {Q}. We must rise with the occasion.'
    assert judge(speech, author="Margaret Hale").stance == "asserts"
    assert judge(f'As the old book has it, "{Q}." We must rise.', author="Margaret Hale").stance != "asserts"


def test_another_member_of_the_family_is_not_the_subject() -> None:
    names = ("George H. W. Bush", "George HW Bush", "George Bush Sr.")
    for written in ("George W. Bush", "President George W. Bush"):
        assert not is_subject(written, names)
    for written in ("George H.W. Bush", "George HW Bush", "George Herbert Walker Bush", "George Bush Sr.", "Bush"):
        assert is_subject(written, names)
    assert is_subject("Hillary Clinton", ("Hillary Rodham Clinton",))


@pytest.mark.parametrize("announced", ["In his first year the founder said to them that--\n\n", "It was written:\n\n"])
def test_a_block_announced_as_said_before_is_not_the_speakers_own(announced: str) -> None:
    assert judge(f"{announced}{Q}.\n\nAnd so it was.", author="Thomas Reed").said_by is None


@pytest.mark.parametrize("announced", ["I have said it before, and I say to you now:\n\n", "These are my terms:\n\n"])
def test_what_a_speaker_announces_as_their_own_is_theirs(announced: str) -> None:
    assert judge(f"{announced}{Q}.\n\nAnd so it is.", author="Margaret Hale").stance == "asserts"


def test_half_a_sentence_of_common_words_in_another_speech_is_nobodys_quote() -> None:
    quote = "It is fun to be in the same decade with you"
    speech = "It is an honor to be in the same room with you tonight."
    assert judge(speech, quote=quote, quote_ratio=0.64, author="Thomas Reed").said_by is None
