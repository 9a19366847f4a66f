"""What people see on a terminal, and the JSON that scripts read.

``document`` fixes the field names and their order: they are a contract. Text from pictures and pages is shown
without terminal control characters and never as markup.
"""

from __future__ import annotations

import contextlib
import dataclasses
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console, RenderableType
    from rich.panel import Panel
    from rich.text import Text

    from factcheck.model import CheckResult, Evidence

LABELS = {
    "likely_real": ("✔", "green", "Likely real"),
    "likely_fake": ("✘", "red", "Likely fake"),
    "not_enough_evidence": ("?", "yellow", "Not enough evidence"),
}
CLASS_STYLES = {
    "highly_trusted": "bold green", "legitimate_news": "green", "quotation": "cyan", "government_us": "bold blue",
    "government_other": "blue", "verified_account": "bold magenta", "fact_checker": "bold yellow", "satire": "magenta",
    "social": "bright_black", "user_generated": "bright_black", "unrated": "dim",
}  # fmt: skip
SHOWN_EVIDENCE = 6
STRONG_RATIO = 0.7  # of 811 labelled quotes, 3 % of those of six to nine words share as much with the archive by chance


def console(*, to_stderr: bool = False) -> Console:
    """A console on stdout, or on stderr for progress."""
    from rich.console import Console

    return Console(stderr=to_stderr, highlight=False)


def document(result: CheckResult) -> dict[str, Any]:
    """One check as the published JSON object."""
    verdict = result.verdict
    return {
        "id": result.id, "checked_at": result.checked_at, "automated": True,
        "input": dataclasses.asdict(result.input), "outcome": result.outcome,
        "not_a_claim_kind": result.not_a_claim_kind, "text": result.text, "quote": result.quote,
        "quote_found_by": result.quote_found_by,
        "subject": _subject(result), "verdict": verdict.verdict, "headline": verdict.headline,
        "probability_fake": verdict.probability_fake, "base_rate": verdict.base_rate,
        "misattributed_to": verdict.misattributed_to,
        "reasons": [dataclasses.asdict(reason) for reason in verdict.reasons], "features": verdict.features,
        "evidence": [dataclasses.asdict(one) for one in result.evidence],
        "fact_checks": [dataclasses.asdict(one) for one in result.fact_checks], "matches": [],
        "queries": [dataclasses.asdict(one) for one in result.queries],
        "degraded": [dataclasses.asdict(one) for one in result.degraded],
        "timing_ms": {stage: round(ms, 1) for stage, ms in result.timing_ms.items()},
        "recording": result.recording, "quotes": list(result.quotes),
        "lines": [dataclasses.asdict(line) for line in result.lines],
        "error": None if result.error is None else {"code": result.error[0], "message": result.error[1]},
        "replayed": None if result.replayed is None else dataclasses.asdict(result.replayed),
    }  # fmt: skip


def _subject(result: CheckResult) -> dict[str, Any] | None:
    return None if result.subject is None else dataclasses.asdict(result.subject)


def print_json(value: object) -> None:
    """One JSON document on stdout, indented, UTF-8."""
    import orjson

    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS
    sys.stdout.buffer.write(orjson.dumps(value, option=options))
    sys.stdout.buffer.flush()


def print_json_results(results: list[CheckResult], *, is_single: bool) -> None:
    """One input prints one object, several print ``{"results": [..]}``."""
    documents = [document(result) for result in results]
    print_json(documents[0] if is_single else {"results": documents})


def plain(text: str) -> str:
    """Text from strangers, safe on a terminal: control characters and direction overrides dropped, one line."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def print_result(result: CheckResult, *, show_evidence: bool = True) -> None:
    """One check for people, on stdout."""
    console().print(panel(result, show_evidence=show_evidence))


def panel(result: CheckResult, *, show_evidence: bool = True) -> Panel:
    """One check for people: what was read, the verdict, why, and the sources."""
    from rich.console import Group
    from rich.panel import Panel
    from rich.text import Text

    mark, color, label = LABELS[result.verdict.verdict]
    title = Text.assemble((f" {mark} {label} ", f"bold {color}"), (f"· {plain(result.verdict.headline)} ", "bold"))
    parts: list[RenderableType] = [*_claim(result), Text(), *_why(result)]
    if show_evidence and result.evidence:
        parts += [Text(), Text("Sources", "bold"), *_sources(result)]
    parts += [Text(), Text(_footer(result), "dim")]
    if result.replayed is not None:
        style = "dim" if result.replayed.is_same else "yellow"
        parts.append(Text(f"Recorded {result.replayed.recorded_at}; {plain(result.replayed.summary)}", style))
    return Panel(
        Group(*parts), title=title, title_align="left", border_style=color, subtitle=plain(result.input.name),
        subtitle_align="right", padding=(1, 2),
    )  # fmt: skip


def _claim(result: CheckResult) -> list[RenderableType]:
    from rich.text import Text

    if not result.quote:
        said = plain(result.text)
        return [Text(said, "italic")] if said else []
    claim = Text.assemble((f"“{plain(result.quote)}”", "italic"))
    if result.subject is not None:
        claim.append(f"\n— {plain(result.subject.name)}", "bold")
        claim.append(f"  ({result.subject.found_by})", "dim")
        if result.subject.disagreement:
            claim.append(f"\n  but {plain(result.subject.disagreement)}", "yellow")
    return [claim]


def _why(result: CheckResult) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    lines: list[RenderableType] = [Text(_how_sure(result))]
    if result.error is not None:
        lines.append(Padding(Text(f"• {plain(result.error[1])}"), (0, 0, 0, 2)))
    for reason in result.verdict.reasons:
        numbers = "".join(f" [{index + 1}]" for index in reason.evidence if index < SHOWN_EVIDENCE)
        lines.append(Padding(Text(f"• {plain(reason.text)}{numbers}"), (0, 0, 0, 2)))
    lines += [Padding(Text(f"! {plain(one.stage)}: {plain(one.reason)}", "yellow"), (0, 0, 0, 2))
              for one in result.degraded]  # fmt: skip
    return lines


def _how_sure(result: CheckResult) -> str:
    probability = result.verdict.probability_fake
    if probability is None:
        return "How sure: there is nothing to weigh"
    base = f"if {result.verdict.base_rate:.0%} of such quotes are"
    return f"How sure: {probability:.0%} likely to be fake, {base}"


def _sources(result: CheckResult) -> list[RenderableType]:
    """The sources that matter, under the numbers that the reasons use; weak matches are only counted."""
    from rich.text import Text

    cited = {index for reason in result.verdict.reasons for index in reason.evidence}
    shown = [i for i, one in enumerate(result.evidence) if i in cited or one.quote_ratio >= STRONG_RATIO]
    lines: list[RenderableType] = [_source(i + 1, result.evidence[i]) for i in shown[:SHOWN_EVIDENCE]]
    rest = len(result.evidence) - len(lines)
    if rest > 0:
        more = f"and {rest} more" if lines else f"{rest} found"
        lines.append(Text(f"    {more} with few of the words: --json shows all", "dim"))
    return lines


def _says(one: Evidence) -> str:
    """What a source says of the claim, in words."""
    if one.stance == "unrelated" and one.said_by:
        return f"gives the words to {plain(one.said_by)}"
    said = {
        "asserts": "says so",
        "debunks": "speaks against it",
        "discusses": "mentions it",
        "unrelated": "says nothing",
    }
    return said[one.stance] + (f", names {plain(one.said_by)}" if one.said_by and one.stance != "asserts" else "")


def _source(number: int, one: Evidence) -> Text:
    from rich.text import Text

    style = CLASS_STYLES.get(one.source_class, "dim")
    host = one.url.partition("://")[2].partition("/")[0].removeprefix("www.") or one.domain
    line = Text.assemble((f"[{number}] ", "bold"), (one.source_class.replace("_", " "), style), f" · {plain(host)} · ")
    dated = f", {plain(one.published)}" if one.published else ""
    line.append(f"{_says(one)}, {one.quote_ratio:.0%} of the words{dated}", "dim")
    line.append(f"\n    {plain(one.title)}\n    {plain(one.url)}", "dim")
    if one.passage:
        line.append(f"\n    “{plain(one.passage)}”")
    return line


def _footer(result: CheckResult) -> str:
    asked = ", ".join(dict.fromkeys(record.provider for record in result.queries)) or "nothing searched"
    seconds = sum(result.timing_ms.values()) / 1000
    return f"Automated, about the record and not the person · {result.checked_at} · {asked} · {seconds:.1f} s"


@contextlib.contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal's stderr (for one item, that it goes on); yields what to call after each."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import Progress

    with Progress(console=console(to_stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total if total > 1 else None)
        yield lambda: bar.advance(task)
