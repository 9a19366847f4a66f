"""Google Fact Check Tools: the ClaimReviews that fact-checkers have published, found by a claim's words.

One hit for each review, with publisher, rating and claim in the title, since that alone may settle a check when the
page can't be had. The key goes in a header and never into an address, so that no log, message or record of a query
carries it. What the ratings are worth is not judged here: the page is weighed like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from factcheck.model import Hit
from factcheck.search.answer import read_date, read_object, read_rows, read_text, read_url
from factcheck.search.provider import Request

if TYPE_CHECKING:
    from pydantic import SecretStr

    from factcheck.transport import Response

_REFUSALS = {
    400: "refused with status 400: is the key right?",
    401: "refused with status 401: is the key right?",
    403: "refused with status 403: the key may not use the Fact Check Tools API",
    429: "refused with status 429: the key's quota is used up",
}


class FactCheckTools:
    """A ``WebProvider`` over ``claims:search``; ``search_url`` points elsewhere in tests."""

    name = "factchecktools"
    interval_s = 0.5

    def __init__(
        self,
        key: SecretStr,
        search_url: str = "https://factchecktools.googleapis.com/v1alpha1/claims:search",
        *,
        interval_s: float | None = None,
    ) -> None:
        self._key = key
        self._search_url = search_url
        if interval_s is not None:
            self.interval_s = interval_s

    def build(self, query: str, limit: int) -> tuple[Request, ...]:
        """One request for reviews in English."""
        asked = {"query": query, "languageCode": "en", "pageSize": limit}
        headers = {"X-Goog-Api-Key": self._key.get_secret_value()}
        return (Request(f"{self._search_url}?{urlencode(asked)}", headers=headers, refusals=_REFUSALS),)

    def parse(self, response: Response, first_rank: int) -> list[Hit]:
        """One hit for each review; an empty object is how this API says that it found nothing."""
        answer = read_object(self.name, response)
        claims = read_rows(self.name, answer, "claims") if answer else []
        reviews = [(claim, review) for claim in claims for review in _reviews(claim)]
        return [self._hit(claim, review, rank) for rank, (claim, review) in enumerate(reviews, first_rank)]

    def _hit(self, claim: dict[str, Any], review: dict[str, Any], rank: int) -> Hit:
        publisher = review.get("publisher")
        named = publisher if isinstance(publisher, dict) else {}
        by = read_text(named.get("name")) or read_text(named.get("site")) or "fact check"
        rating, text = read_text(review.get("textualRating")), read_text(claim.get("text"))
        claimant, headline = read_text(claim.get("claimant")), read_text(review.get("title"))
        labelled = (("Claim", text), ("Claimed by", claimant), ("Rating", rating))
        told = [f"{label}: {said}" for label, said in labelled if said]
        return Hit(
            read_url(review["url"]),
            ": ".join(part for part in (by, rating, text) if part),
            ". ".join([*told, headline] if headline else told),
            self.name,
            rank,
            published=read_date(review.get("reviewDate")),
        )


def _reviews(claim: dict[str, Any]) -> list[dict[str, Any]]:
    reviews = claim.get("claimReview")
    if not isinstance(reviews, list):
        return []
    return [review for review in reviews if isinstance(review, dict) and read_url(review.get("url"))]
