"""Through the whole of ``decide``: a further good source never makes a quote more fake, a debunking fact-check never
less, whatever was found before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import SOURCE_CLASSES, Evidence
from factcheck.verdict.decide import decide

SUBJECT = "Ada Lovelace"
QUOTE = "Whoever counts the stars forgets to look where the road beneath him ends"
GOOD = st.sampled_from(["highly_trusted", "legitimate_news", "quotation", "government_us", "verified_account"])
ANY = st.sampled_from(SOURCE_CLASSES)
sites = st.integers(0, 60).map(lambda n: f"site{n}.org")
ratios = st.sampled_from([0.15, 0.45, 0.75, 0.95, 1.0])


@st.composite
def sources(draw, classes=ANY, stances=("asserts", "debunks", "discusses", "unrelated")):
    stance = draw(st.sampled_from(stances))
    speakers = [SUBJECT] if stance == "asserts" else [None, "Charles Babbage", "George Boole"]
    domain = draw(sites)
    return Evidence(
        url=f"https://{domain}/",
        domain=domain,
        source_class=draw(classes),
        title="",
        passage=draw(st.sampled_from(["", "one passage", "another passage"])),
        quote_ratio=draw(ratios),
        name_found=stance == "asserts" or draw(st.booleans()),
        stance=stance,
        said_by=draw(st.sampled_from(speakers)),
        published=None,
        provider=draw(st.sampled_from(["web", "archive"])),
    )


def probability(evidence: list[Evidence]) -> float | None:
    return decide(evidence, quote=QUOTE, subject_name=SUBJECT, base_rate=0.5).probability_fake


@given(
    found=st.lists(sources(), max_size=50),
    more=st.lists(sources(classes=GOOD, stances=("asserts",)), min_size=1, max_size=50),
)
def test_good_sources_that_assert_never_raise_the_probability(found, more) -> None:
    before, after = probability(found), probability(found + more)
    assert before is None or after <= before + 1e-9


@given(
    found=st.lists(sources(), max_size=50),
    more=st.lists(sources(classes=st.just("fact_checker"), stances=("debunks",)), min_size=1, max_size=50),
)
def test_debunking_fact_checks_never_lower_the_probability(found, more) -> None:
    before, after = probability(found), probability(found + more)
    assert before is None or after >= before - 1e-9


@given(found=st.lists(sources(), max_size=30))
def test_only_a_source_against_makes_fake_and_only_one_for_makes_real(found) -> None:
    verdict = decide(found, quote=QUOTE, subject_name=SUBJECT, base_rate=0.5)
    if verdict.verdict == "likely_fake":
        assert any(e.stance == "debunks" or (e.said_by and e.said_by != SUBJECT) for e in found)
    if verdict.verdict == "likely_real":
        assert any(e.stance == "asserts" for e in found)
    assert verdict.probability_fake is None or 0.03 <= verdict.probability_fake <= 0.97
    assert all(0 <= index < len(found) for reason in verdict.reasons for index in reason.evidence)
