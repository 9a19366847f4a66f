from __future__ import annotations

from factcheck.evaluation.bench_quote_match import QUOTE_WORDS, make_cases, quote_match
from factcheck.kernels.compiler import configure_cache
from factcheck.text import words


def test_rows_are_measured_on_the_same_answers(tmp_path):
    configure_cache(tmp_path)
    ours, plain, whole = quote_match(pages=1)
    assert {row.unit for row in (ours, plain, whole)} == {"ms"}
    assert ours.peer_value == plain.peer_value
    assert ours.ratio == ours.peer_value / ours.value
    assert ours.ratio > plain.ratio
    assert whole.peer is None


def test_cases_are_real_words_and_the_same_for_a_seed():
    cases = make_cases(2, seed=3)
    assert cases == make_cases(2, seed=3)
    assert len(cases) == 4
    for case in cases:
        assert len(case.quote.split()) == QUOTE_WORDS
        assert len(case.quote_numbers) == len(words(case.quote))
        assert len(case.page_numbers) == len(words(case.page))
