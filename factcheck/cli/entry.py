"""What every command does first: build the settings once, send logs to stderr, place the cache of compiled loops."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.settings import Settings


def load_settings(**options: object) -> Settings:
    """Settings from defaults, file, environment and options (None: not given); logging follows them.

    Raises:
        SettingsError: a value that can't be used.
    """
    import stamina

    from factcheck import log, settings
    from factcheck.kernels.compiler import configure_cache

    loaded = settings.load(**options)
    log.configure(loaded.log_level)
    stamina.instrumentation.set_on_retry_hooks([])  # what comes of retries stands in `degraded`, once
    configure_cache(loaded.data_dir / "kernels")
    return loaded
