"""Many providers, one answer: what is merged, what is recorded, and what a failing one costs the others."""

from __future__ import annotations

import time

import pytest

from factcheck.errors import ProviderRefused, SettingsError, StoreError
from factcheck.model import Degraded, Hit, Query
from factcheck.search.fanout import Fanout

QUERIES = (Query("fear itself", "the quote"), Query("nothing to fear", "one sentence"))


class Shelf:
    """A local provider over a few titles."""

    def __init__(self, name, *titles):
        self.name = name
        self._titles = titles

    def search(self, query, limit):
        found = [title for title in self._titles if set(title.split()) & set(query.split())]
        return [
            Hit(f"https://{self.name}.org/{title.replace(' ', '-')}", title, title, self.name, rank, body=title)
            for rank, title in enumerate(found[:limit], 1)
        ]


class Failing:
    """A local provider that always fails."""

    def __init__(self, name, error):
        self.name = name
        self.error = error
        self.asked = 0

    def search(self, query, limit):
        self.asked += 1
        raise self.error


class Sleeping:
    """A local provider that takes its time."""

    name = "sleeping"

    def search(self, query, limit):
        time.sleep(0.4)
        return []


async def test_every_query_goes_to_every_provider_and_is_recorded():
    outcome = await Fanout([Shelf("one", "fear no more"), Shelf("two", "nothing doing", "itself")]).search(QUERIES)
    assert [(record.provider, record.query, record.results) for record in outcome.queries] == [
        ("one", "fear itself", 1),
        ("one", "nothing to fear", 1),
        ("two", "fear itself", 1),
        ("two", "nothing to fear", 1),
    ]
    assert [record.why for record in outcome.queries[:2]] == ["the quote", "one sentence"]
    assert [hit.title for hit in outcome.hits] == ["fear no more", "itself", "nothing doing"]
    assert outcome.degraded == ()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ProviderRefused("broken: refused with status 403"), "broken: refused with status 403"),
        (StoreError("broken: the index can't be read"), "broken: the index can't be read"),
        (KeyError("hits"), "broken: KeyError"),
    ],
)
async def test_a_failing_provider_is_named_and_the_others_go_on(error, reason):
    broken = Failing("broken", error)
    outcome = await Fanout([broken, Shelf("one", "fear no more")]).search(QUERIES)
    assert outcome.degraded == (Degraded("search", reason),)
    assert [hit.provider for hit in outcome.hits] == ["one"]
    assert broken.asked == 1, "a provider that failed is left alone for the rest of the search"


async def test_a_provider_that_takes_too_long_is_named():
    outcome = await Fanout([Sleeping(), Shelf("one", "fear no more")], budget_s=0.1).search(QUERIES)
    assert outcome.degraded == (Degraded("search", "sleeping: stopped after 0.1 s"),)
    assert [hit.provider for hit in outcome.hits] == ["one"]


async def test_no_queries_ask_nobody():
    broken = Failing("broken", StoreError("never asked"))
    outcome = await Fanout([broken]).search(())
    assert (outcome.hits, outcome.queries, outcome.degraded, broken.asked) == ((), (), (), 0)


def test_two_providers_of_one_name_are_a_mistake_at_start():
    with pytest.raises(SettingsError, match="'one' is registered twice"):
        Fanout([Shelf("one"), Shelf("two"), Shelf("one")])
