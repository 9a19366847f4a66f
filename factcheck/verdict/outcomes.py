"""The verdict of a check that got no further than reading: *not enough evidence*, and the reason in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Reason, Verdict

if TYPE_CHECKING:
    from factcheck.model import Outcome

WORDS: dict[Outcome, tuple[str, str]] = {
    "no_text": ("No text to check", "No words were found that could be checked."),
    "no_quote": ("No quotation to check", "The picture has text, but it doesn't quote anybody."),
    "several_quotes": (
        "Several quotations: check one at a time",
        "Several people are quoted; each quotation needs a check of its own.",
    ),
    "unsupported_language": (
        "Not in a script that can be read here",
        "Most of the text is in a script that the loaded models can't read, so nothing was guessed.",
    ),
    "not_a_claim": ("Not a claim about who said it", "This is not a claim that somebody said something."),
    "unreadable": ("The input can't be read", "It could not be had, or it is no picture that can be read."),
}


def without_evidence(outcome: Outcome, base_rate: float) -> Verdict:
    """The verdict of an outcome that ends a check before anything is searched."""
    headline, reason = WORDS.get(outcome, ("Not enough evidence", "Nothing has been searched yet."))
    return Verdict("not_enough_evidence", headline, None, base_rate, (Reason(reason),))
