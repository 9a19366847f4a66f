"""What a wider reading of the page settles: findings further down, names at line ends, claims that only go round."""

from __future__ import annotations

from factcheck.evidence.stance import StanceJudgement, judge_stance

QUOTE = "The harvest belongs to whoever mended the fence in spring"
NAME = "Odile Marchetti"
FILLER = "The village lies two hours from the coast and has one inn. " * 12


def judged(passage: str, source_class: str = "unrated", title: str = "A long winter") -> StanceJudgement:
    return judge_stance(
        quote=QUOTE, subject_names=(NAME,), url="https://example.org/1", title=title, passage=passage,
        author=None, source_class=source_class, quote_ratio=1.0,
    )  # fmt: skip


def test_a_fact_checkers_finding_counts_although_it_stands_further_down() -> None:
    passage = f"Did {NAME} say this?\n“{QUOTE}”\n{FILLER}\nThere is no record that she said these words."
    assert judged(passage, "fact_checker").stance == "debunks"
    assert judged(passage).stance != "debunks"


def test_a_rating_is_read() -> None:
    assert judged(f"“{QUOTE}”\nRating: Incorrect Attribution", "fact_checker", f"{NAME} quote").stance == "debunks"


def test_a_name_ends_with_its_sentence() -> None:
    judgement = judged(f"“{QUOTE},” said {NAME}. The hall had been full since noon.")
    assert (judgement.stance, judgement.said_by) == ("asserts", NAME)


def test_a_name_ends_with_its_line() -> None:
    judgement = judged(f"“{QUOTE}”\n― {NAME}\nShare This Quote")
    assert (judgement.stance, judgement.said_by) == ("asserts", NAME)


def test_initials_belong_to_a_name() -> None:
    assert judged(f"“{QUOTE},” said J. R. Tolland. The hall was full.").said_by == "J. R. Tolland"


def test_what_a_meme_claims_is_no_attribution_of_the_page() -> None:
    assert judged(f"A picture shared thousands of times quotes {NAME} as saying: “{QUOTE}”").stance == "discusses"


def test_an_author_quoting_himself_says_it() -> None:
    passage = f'Their weapon is fear. I have said, "{QUOTE}." That is as true today.'
    judgement = judge_stance(
        quote=QUOTE, subject_names=(NAME,), url="https://example.org/1", title="Address", passage=passage,
        author=NAME, source_class="unrated", quote_ratio=1.0,
    )  # fmt: skip
    assert (judgement.stance, judgement.said_by) == ("asserts", NAME)


def test_an_author_quoting_somebody_does_not() -> None:
    passage = f'Their weapon is fear. It was said, "{QUOTE}." That is as true today.'
    judgement = judge_stance(
        quote=QUOTE, subject_names=(NAME,), url="https://example.org/1", title="Address", passage=passage,
        author=NAME, source_class="unrated", quote_ratio=1.0,
    )  # fmt: skip
    assert judgement.stance != "asserts"
