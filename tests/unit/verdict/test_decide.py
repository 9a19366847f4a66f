"""Every safeguard, one by one: what may be called fake, what real, and what is left open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Difference, Evidence, Verdict
from factcheck.verdict.decide import PROBABILITY_LIMITS, decide, posterior

QUOTE = "Whoever counts the stars forgets to look where the road beneath him ends"
SUBJECT = "Ada Lovelace"
OTHER = "Charles Babbage"


def source(domain="a.org", source_class="unrated", stance="asserts", **more) -> Evidence:
    fields = {
        "url": f"https://{domain}/page",
        "title": "",
        "passage": "",
        "quote_ratio": 0.95,
        "name_found": True,
        "said_by": SUBJECT if stance == "asserts" else None,
        "published": None,
        "provider": "web",
    }
    return Evidence(domain=domain, source_class=source_class, stance=stance, **fields | more)


def judge(*evidence: Evidence, quote: str | None = QUOTE, subject_name: str | None = SUBJECT, **more) -> Verdict:
    return decide(evidence, quote=quote, subject_name=subject_name, base_rate=more.pop("base_rate", 0.3), **more)


IN_OWN_WORDS = source("archive.gov", "government_us", provider="archive")
IN_ANOTHERS_WORDS = source(
    "archive.gov", "government_us", "unrelated", provider="archive", said_by=OTHER, name_found=False
)
DEBUNKS = [source(f"check{i}.org", "fact_checker", "debunks") for i in range(3)]
REPORTS = [source(f"news{i}.com", "legitimate_news") for i in range(3)]


@pytest.mark.parametrize("feature_set", ["full", "fame"])
def test_absence_is_never_fake(feature_set) -> None:
    for evidence in ([], [source(stance="unrelated", quote_ratio=0.1)], [source(stance="unrelated", name_found=False)]):
        verdict = judge(*evidence, feature_set=feature_set)
        assert verdict.verdict == "not_enough_evidence"
        assert verdict.probability_fake is None
        assert verdict.headline == "Not enough evidence"
        assert "does not make the quote fake" in verdict.reasons[-1].text


def test_pages_with_the_words_and_the_name_that_settle_nothing_leave_it_open() -> None:
    verdict = judge(*[source(f"s{i}.com", "unrated", "discusses") for i in range(5)])
    assert verdict.verdict == "not_enough_evidence"
    assert verdict.probability_fake is not None


def test_published_fact_checks_against_make_it_fake() -> None:
    verdict = judge(*DEBUNKS)
    assert verdict.verdict == "likely_fake"
    assert verdict.headline == "No reliable record that Ada Lovelace said this"
    assert verdict.misattributed_to is None
    assert verdict.reasons[0].evidence == (0, 1, 2)


def test_reports_by_good_sources_make_it_real() -> None:
    verdict = judge(*REPORTS)
    assert verdict.verdict == "likely_real"
    assert verdict.headline == "Reported by news0.com and 2 others"


def test_half_of_the_words_on_one_page_are_not_enough() -> None:
    half = source("news.com", "legitimate_news", quote_ratio=0.5)
    assert judge(half).verdict == "not_enough_evidence"
    assert judge(half, *REPORTS).verdict == "likely_real"


def test_one_page_of_no_standing_never_makes_sure() -> None:
    lone, other = source("some.blog"), source("other.blog")
    assert judge(lone).probability_fake > 0.15
    assert judge(lone, other).probability_fake < judge(lone).probability_fake
    assert judge(lone, source("news.com", "legitimate_news")).probability_fake < judge(lone).probability_fake


def test_several_sites_that_give_the_words_to_one_other_make_it_fake_but_one_does_not() -> None:
    sites = [
        source(f"letters{i}.net", stance="unrelated", said_by=OTHER, name_found=False, passage=f"Letter {i}")
        for i in range(3)
    ]
    assert judge(*sites).misattributed_to == OTHER
    assert judge(sites[0]).verdict == "not_enough_evidence"
    assert judge(*sites, source("news.com", "legitimate_news")).verdict == "not_enough_evidence"


def test_the_subjects_own_recorded_words_are_enough_alone() -> None:
    verdict = judge(IN_OWN_WORDS)
    assert verdict.verdict == "likely_real"
    assert verdict.headline == "Found in Ada Lovelace's own recorded words"
    assert verdict.probability_fake == pytest.approx(PROBABILITY_LIMITS[0], abs=0.01)


def test_own_words_against_a_debunking_page_are_left_open() -> None:
    verdict = judge(IN_OWN_WORDS, *DEBUNKS)
    assert verdict.verdict == "not_enough_evidence"
    assert verdict.headline == "Not enough evidence: sources disagree"


@pytest.mark.parametrize("change", [{"quote_ratio": 0.85}, {"provider": "web"}, {"said_by": OTHER}])
def test_only_a_verbatim_archived_record_of_the_subject_is_primary(change) -> None:
    verdict = judge(replace(IN_OWN_WORDS, **change))
    assert verdict.headline != "Found in Ada Lovelace's own recorded words"


def test_the_words_under_another_name_alone_are_a_misattribution() -> None:
    verdict = judge(IN_ANOTHERS_WORDS)
    assert verdict.verdict == "likely_fake"
    assert verdict.misattributed_to == OTHER
    assert verdict.headline == "Found under Charles Babbage"
    assert 0.5 < verdict.probability_fake < 0.9
    assert verdict.reasons[0].evidence == (0,)


@pytest.mark.parametrize(
    ("why", "evidence", "quote"),
    [
        ("the subject has them too", [IN_ANOTHERS_WORDS, source("news.com", "legitimate_news")], QUOTE),
        ("the document names the subject", [replace(IN_ANOTHERS_WORDS, name_found=True)], QUOTE),
        (
            "two others have them, so it is a common phrase",
            [IN_ANOTHERS_WORDS, replace(IN_ANOTHERS_WORDS, said_by="George Boole", url="https://archive.gov/2")],
            QUOTE,
        ),
        ("the words are few", [IN_ANOTHERS_WORDS], "the state of the union is strong"),
        ("the words repeat", [IN_ANOTHERS_WORDS], "never never never never never never give in"),
        (
            "everybody recites them",
            [IN_ANOTHERS_WORDS],
            "One nation under God, indivisible, with freedom and justice for all!",
        ),
        ("the match is loose", [replace(IN_ANOTHERS_WORDS, quote_ratio=0.8)], QUOTE),
    ],
)
def test_another_name_is_no_misattribution_when(why, evidence, quote) -> None:
    verdict = judge(*evidence, quote=quote)
    assert verdict.verdict != "likely_fake", why
    assert verdict.misattributed_to is None


def test_a_fact_check_that_names_the_speaker_is_passed_on() -> None:
    named = [replace(DEBUNKS[0], said_by=OTHER), *DEBUNKS[1:]]
    assert judge(*named).misattributed_to == OTHER


def test_a_name_beside_a_small_part_of_the_words_is_not_whose_words_they_are() -> None:
    verdict = judge(*DEBUNKS, source("b.org", stance="unrelated", said_by=OTHER, quote_ratio=0.4))
    assert verdict.misattributed_to is None


def test_two_words_are_never_judged_by_counting_pages() -> None:
    doubted = [source(f"blog{i}.net", stance="debunks") for i in range(3)]
    assert judge(*REPORTS, quote="Read this").verdict == "not_enough_evidence"
    assert judge(IN_OWN_WORDS, quote="Read this").verdict == "not_enough_evidence"
    assert judge(*doubted, quote="Read this").verdict == "not_enough_evidence"
    assert judge(*DEBUNKS, quote="Read this").verdict == "likely_fake"


def test_without_a_subject_nothing_is_judged_but_whose_words_they_are_is_told() -> None:
    verdict = judge(IN_ANOTHERS_WORDS, *DEBUNKS, subject_name=None)
    assert verdict.verdict == "not_enough_evidence"
    assert verdict.headline == "Found under Charles Babbage"
    assert verdict.misattributed_to is None
    assert verdict.probability_fake is None
    assert judge(subject_name=None).headline == "Not enough evidence"


def test_the_base_rate_moves_the_display_and_nothing_else() -> None:
    low, high = judge(*DEBUNKS[:1], base_rate=0.05), judge(*DEBUNKS[:1], base_rate=0.9)
    assert low.probability_fake < high.probability_fake
    assert low.verdict == high.verdict
    assert low.reasons == high.reasons


def test_no_probability_is_certain() -> None:
    low, high = PROBABILITY_LIMITS
    assert posterior(1e12, 0.5) == high < 1
    assert posterior(1e-12, 0.5) == low > 0
    assert posterior(1.0, 0.3) == pytest.approx(0.3)


def test_fames_features_are_reported_when_asked_for() -> None:
    verdict = judge(*REPORTS, *DEBUNKS, feature_set="fame")
    assert set(verdict.features) == {"trusted", "legitimate", "quotation", "government", "verified_account"}


def test_hostile_names_are_shown_short_and_on_one_line() -> None:
    verdict = judge(replace(IN_ANOTHERS_WORDS, said_by="Charles\n\n" + "B" * 5_000))
    assert "\n" not in verdict.headline
    assert len(verdict.headline) < 120
    assert len(verdict.misattributed_to) <= 80


REWORDED = source("archive.gov", "government_us", provider="archive", differences=(Difference("never", ""),))


def test_the_subjects_record_in_another_wording_makes_nothing_real() -> None:
    verdict = judge(REWORDED)
    assert verdict.verdict == "not_enough_evidence"
    assert verdict.headline == "Not enough evidence: the wording found differs"
    assert verdict.probability_fake == pytest.approx(0.3)
    assert any("lacks “never”" in reason.text for reason in verdict.reasons)
    assert not any("record of what" in reason.text for reason in verdict.reasons)


def test_sites_that_all_lack_the_same_word_make_nothing_real() -> None:
    lacking = [replace(one, differences=(Difference("do not", "do"),)) for one in REPORTS]
    assert judge(*REPORTS).verdict == "likely_real"
    assert judge(*lacking).verdict == "not_enough_evidence"


def test_one_report_of_the_very_words_outweighs_another_wording_elsewhere() -> None:
    assert judge(*REPORTS, REWORDED).verdict == "likely_real"


def test_reports_that_leave_out_different_parts_confirm_each_other() -> None:
    parts = [
        replace(REPORTS[0], differences=(Difference("beneath", ""),)),
        replace(REPORTS[1], differences=(Difference("stars", ""),)),
        replace(REPORTS[2], differences=(Difference("", "not"),)),
    ]
    assert judge(*parts).verdict == "likely_real"


def test_another_persons_record_in_another_wording_is_called_similar() -> None:
    other = replace(IN_ANOTHERS_WORDS, differences=(Difference("five", "four"),))
    verdict = judge(other)
    assert verdict.headline == f"Similar words found under {OTHER}"
    assert any("has “four” where the quote has “five”" in reason.text for reason in verdict.reasons)
    assert judge(other, subject_name=None).headline == f"Similar words found under {OTHER}"


@pytest.mark.parametrize(
    ("ratio", "told"), [(0.95, "gave these words"), (0.7, "gave most of these words"), (0.4, "gave some of these")]
)
def test_reasons_say_how_much_of_the_quote_a_source_has(ratio: float, told: str) -> None:
    verdict = judge(*[replace(one, quote_ratio=ratio) for one in REPORTS])
    assert any(told in reason.text for reason in verdict.reasons)


def test_nobody_is_given_words_that_no_source_has_under_that_name() -> None:
    alike = source("a.org", stance="unrelated", said_by=OTHER, quote_ratio=0.7)
    verdict = judge(*DEBUNKS, alike)
    assert (verdict.verdict, verdict.misattributed_to) == ("likely_fake", None)
    assert judge(*DEBUNKS, replace(alike, quote_ratio=0.95)).misattributed_to == OTHER
