"""The search providers as parts that ``doctor`` examines: each of the registry, asked a real question if online."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from factcheck.cli.parts import Part

if TYPE_CHECKING:
    from factcheck.model import Query
    from factcheck.pipeline import Checker
    from factcheck.search.fanout import Fanout, SearchOutcome
    from factcheck.settings import Settings

_QUESTION = "four freedoms speech"
_QUESTIONS = {"factchecktools": "vaccine"}  # what some fact-checker has certainly looked at
_NOT_SET_UP = {
    "searxng": Part("", "missing", "none is configured", "export FACTCHECK_SEARXNG_URL=http://localhost:8888"),
    "factchecktools": Part("", "missing", "there is no key", "export FACTCHECK_GOOGLE_FACTCHECK_KEY=YOUR_KEY"),
    "gdelt": Part("", "not tried", "off unless switched on", "export FACTCHECK_GDELT=true"),
}


def search_part(name: str, settings: Settings, *, is_online: bool) -> Part:
    """One provider: not set up, not tried, or what it answered."""
    from factcheck.model import Query
    from factcheck.pipeline import Checker
    from factcheck.search.fanout import Fanout
    from factcheck.search.registry import Services, default_providers

    services = Services(settings.searxng_url, settings.google_factcheck_key, is_gdelt_on=settings.gdelt)
    chosen = [one for one in default_providers(None, services, is_offline=False) if one.name == name]
    called = f"search: {name}"
    if not chosen:
        part = _NOT_SET_UP[name]
        return Part(called, part.state, part.detail, part.remedy)
    if not is_online:
        return Part(called, "not tried", "needs the open web", "factcheck doctor --online")
    checker = Checker(settings)  # has the guarded client that a check would have
    question = Query(_QUESTIONS.get(name, _QUESTION), "doctor")
    outcome = asyncio.run(_ask(checker, Fanout(chosen, checker.transport), question))
    if outcome.degraded:
        remedy = "check the network; --offline works without it"
        return Part(called, "broken", outcome.degraded[0].reason, remedy)
    return Part(called, "works" if outcome.hits else "broken", f"{len(outcome.hits)} results for one question")


async def _ask(checker: Checker, fanout: Fanout, question: Query) -> SearchOutcome:
    async with checker:
        return await fanout.search([question])
