"""A few shared words on a page with the name are no evidence: nothing to weigh, and the reason says so."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Evidence
from factcheck.verdict.decide import decide

QUOTE = "A country is never larger than the smallest of its lending libraries"
WEAK = Evidence(
    url="https://example.org/speech", domain="example.org", source_class="unrated", title="A speech",
    passage="The surplus is not much larger than is required.", quote_ratio=0.33, name_found=True, stance="unrelated",
    said_by=None, published=None, provider="archive",
)  # fmt: skip


def test_chance_matches_give_no_figure_and_cite_nothing() -> None:
    verdict = decide((WEAK,), quote=QUOTE, subject_name="Calvin Coolidge", base_rate=0.3)
    assert (verdict.verdict, verdict.probability_fake) == ("not_enough_evidence", None)
    assert all(reason.evidence == () for reason in verdict.reasons)
    assert "few words" in verdict.reasons[-1].text


def test_a_page_that_takes_sides_is_weighed() -> None:
    debunking = replace(WEAK, stance="debunks", quote_ratio=0.5)
    assert decide((debunking,), quote=QUOTE, subject_name="Calvin Coolidge", base_rate=0.3).probability_fake is not None
