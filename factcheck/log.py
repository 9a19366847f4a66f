"""Event-style logs on stderr: ``log.get(__name__).info("provider.timed_out", provider="duckduckgo", after_s=5)``.

Standard output belongs to answers. Secrets, pictures, face encodings and the addresses of readers are never logged.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def configure(level: str) -> None:
    """Write events of at least ``level`` to stderr: coloured on a terminal, JSON lines elsewhere."""
    is_terminal = sys.stderr.isatty()
    renderer: Any = structlog.dev.ConsoleRenderer() if is_terminal else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),  # stderr as it is when the line is written
        cache_logger_on_first_use=False,
    )


def get(name: str) -> Any:  # noqa: ANN401 - structlog's loggers are typed by configuration
    """The logger of a module."""
    return structlog.get_logger(name)
