"""Google Fact Check Tools: one hit a review, and a key that is seen nowhere."""

from __future__ import annotations

import json

from pydantic import SecretStr

from factcheck.search.factchecktools import FactCheckTools
from factcheck.settings import load
from factcheck.transport import Response

KEY = "AIza-not-a-real-key"
REVIEW = {
    "publisher": {"name": "Example Checks", "site": "checks.example"},
    "url": "https://checks.example/bridge",
    "title": "Did Jane Doe say this of bridges?",
    "reviewDate": "2024-05-03T00:00:00Z",
    "textualRating": "Misattributed",
    "languageCode": "en",
}


def parse(found, first_rank=1):
    body = json.dumps(found).encode()
    return FactCheckTools(SecretStr(KEY)).parse(Response("", 200, {}, body, "application/json"), first_rank)


def claim(*reviews, **fields):
    return {"text": "A bridge is a promise", "claimant": "Viral post", "claimReview": list(reviews), **fields}


def test_publisher_rating_and_claim_are_in_the_title():
    (hit,) = parse({"claims": [claim(REVIEW)]})
    assert hit.title == "Example Checks: Misattributed: A bridge is a promise"
    assert hit.snippet == (
        "Claim: A bridge is a promise. Claimed by: Viral post. Rating: Misattributed. Did Jane Doe say this of bridges?"
    )
    assert (hit.url, hit.published) == ("https://checks.example/bridge", "2024-05-03")


def test_each_review_of_a_claim_is_a_hit():
    other = {**REVIEW, "url": "https://other.example/1", "publisher": {"site": "other.example"}}
    hits = parse({"claims": [claim(REVIEW, other), claim({**REVIEW, "url": "https://third.example/"})]}, 3)
    assert [(hit.rank, hit.title.partition(":")[0]) for hit in hits] == [
        (3, "Example Checks"),
        (4, "other.example"),
        (5, "Example Checks"),
    ]


def test_missing_fields_cost_what_is_missing_alone():
    bare = {"url": "https://checks.example/bare"}
    hits = parse(
        {
            "claims": [
                {},
                {"claimReview": None},
                {"claimReview": ["x", {}, {"url": "javascript:alert(1)"}, bare, {**bare, "publisher": "x"}]},
            ]
        }
    )
    assert [(hit.title, hit.snippet, hit.published) for hit in hits] == [("fact check", "", None)] * 2


def test_the_key_is_in_a_header_and_nowhere_else():
    provider = FactCheckTools(SecretStr(KEY))
    (request,) = provider.build("fear itself", 10)
    assert request.headers == {"X-Goog-Api-Key": KEY}
    assert KEY not in request.url
    assert KEY not in f"{request!r} {provider!r} {vars(provider)!r}"
    assert KEY not in repr(load(google_factcheck_key=KEY))
