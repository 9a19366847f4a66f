"""Counts are over distinct sites, capped, and say who said it; FAME's form stays as published."""

from __future__ import annotations

import pytest

from factcheck.model import Evidence
from factcheck.verdict.features import FAME_FEATURES, FULL_FEATURES, extract, extract_fame, ratio_step

SUBJECT = "Ada Lovelace"


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


def test_no_evidence_is_all_zero_and_every_feature_is_named() -> None:
    features = extract([], SUBJECT)
    assert tuple(features) == FULL_FEATURES
    assert set(features.values()) == {0.0}


def test_two_pages_of_one_site_count_once_and_counts_stop_at_three() -> None:
    assert extract([source(), source(url="https://a.org/other")], SUBJECT)["asserting"] == pytest.approx(1 / 3)
    many = [source(f"paper{i}.com", "legitimate_news") for i in range(20)]
    features = extract(many, SUBJECT)
    assert features["legitimate"] == features["asserting"] == 1.0


def test_a_text_reposted_word_for_word_counts_once() -> None:
    reposts = [source(f"copy{i}.net", passage="She said: “Weave the numbers.”") for i in range(3)]
    assert extract(reposts, SUBJECT)["asserting"] == pytest.approx(1 / 3)
    own_words = [source(f"own{i}.net", passage=f"Report {i}: weave the numbers.") for i in range(3)]
    assert extract(own_words, SUBJECT)["asserting"] == 1.0


def test_the_quote_without_the_name_or_the_name_without_the_quote_is_not_relevant() -> None:
    unnamed = source("n.com", "highly_trusted", "unrelated", name_found=False)
    unquoted = source("m.com", "highly_trusted", "unrelated", quote_ratio=0.3)
    assert extract([unnamed, unquoted], SUBJECT)["trusted"] == 0


def test_a_page_that_debunks_does_not_count_as_a_good_source() -> None:
    features = extract([source("news.com", "highly_trusted", "debunks")], SUBJECT)
    assert features["trusted"] == 0
    assert features["debunking"] == pytest.approx(1 / 3)


def test_fact_checks_count_by_what_they_found() -> None:
    checks = [source("one.org", "fact_checker"), source("two.org", "fact_checker", "debunks")]
    features = extract(checks, SUBJECT)
    assert features["fact_check_supports"] == features["fact_check_debunks"] == pytest.approx(1 / 3)


def test_another_speaker_is_told_from_the_subject_by_folded_name() -> None:
    same = source("a.org", "unrated", "unrelated", said_by="ADA LOVELACE")
    other = source("b.org", "unrated", "unrelated", said_by="Charles Babbage", name_found=False)
    assert extract([same], SUBJECT)["other_speaker"] == 0
    assert extract([other], SUBJECT)["other_speaker"] == pytest.approx(1 / 3)
    assert extract([other], None)["other_speaker"] == 0


@pytest.mark.parametrize(
    ("ratio", "step"),
    [(1.0, 0.95), (0.9, 0.95), (0.89, 0.75), (0.6, 0.75), (0.59, 0.45), (0.31, 0.45), (0.3, 0.15), (0, 0.15)],
)
def test_quote_ratios_fall_into_the_recordings_four_steps(ratio, step) -> None:
    assert ratio_step(ratio) == step


def test_the_best_ratio_is_that_of_pages_that_assert() -> None:
    pages = [source("a.org", quote_ratio=0.7), source("b.org", "fact_checker", "debunks", quote_ratio=1.0)]
    assert extract(pages, SUBJECT)["best_quote_ratio"] == 0.75


def test_fames_form_counts_every_relevant_result_raw_and_only_gov() -> None:
    pages = [
        source("nytimes.com", "highly_trusted", "debunks"),
        source("nytimes.com", "highly_trusted"),
        source("nih.gov", "government_us"),
        source("gov.uk", "government_other"),
        source("quotes.net", "quotation", name_found=False),
    ]
    assert extract_fame(pages) == dict(zip(FAME_FEATURES, (2.0, 0.0, 0.0, 1.0, 0.0), strict=True))
    assert extract(pages, SUBJECT)["government"] == pytest.approx(2 / 3)
