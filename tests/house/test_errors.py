"""The error tree is drawn in its docstring, and every code is stable, unique and mapped to an exit code."""

from __future__ import annotations

import pytest

from factcheck import errors


def every_error() -> list[type[errors.FactcheckError]]:
    found, waiting = [], [errors.FactcheckError]
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        waiting += kind.__subclasses__()
    return found


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in every_error()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_the_tree_is_drawn_and_exit_codes_follow_it(kind: type[errors.FactcheckError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")
    assert errors.exit_code_of(kind.code) == kind.exit_code
    if issubclass(kind, errors.InputError):
        assert kind.exit_code == 3
    if issubclass(kind, errors.UpstreamError):
        assert kind.exit_code == 4


def test_an_unknown_code_is_any_other_failure() -> None:
    assert errors.exit_code_of("no such code") == 1
