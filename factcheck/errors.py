"""Every error that factcheck raises on purpose, as one tree with stable codes.

    FactcheckError
      InputError      UnreadableImage ImageTooLarge UnsupportedFormat BadBatchRow
      UpstreamError   ProviderTimeout ProviderRefused ProviderChanged
                      FetchTimeout FetchTooLarge FetchForbidden FetchFailed
      ModelError      ModelMissing ModelMismatch
      StoreError      SettingsError      AuthError

``str(error)`` is one line that a person can act on; ``error.code`` is what scripts and the service rely on, and
``error.exit_code`` what the command line ends with. Finding no quote, subject or evidence is an *outcome* of a check
(``model.Outcome``), never an exception.
"""

from __future__ import annotations

from typing import ClassVar


class FactcheckError(Exception):
    """The root: catch this to catch all that factcheck raises on purpose."""

    code: ClassVar[str] = "factcheck_error"
    exit_code: ClassVar[int] = 1


class InputError(FactcheckError):
    """Something that the user handed in can't be used."""

    code = "input_error"
    exit_code = 3


class UnreadableImage(InputError):
    """Empty, truncated or corrupt picture, or no picture at all."""

    code = "unreadable_image"


class ImageTooLarge(InputError):
    """Over the byte, pixel, frame or side limit; raised before pixels are decoded."""

    code = "image_too_large"


class UnsupportedFormat(InputError):
    """A known file type that is not one of the formats we decode."""

    code = "unsupported_format"


class BadBatchRow(InputError):
    """One row of a batch can't be read; carries its line number in the message."""

    code = "bad_batch_row"


class UpstreamError(FactcheckError):
    """Something outside this machine did not do its part."""

    code = "upstream_error"
    exit_code = 4


class ProviderTimeout(UpstreamError):
    """A search provider did not answer in time."""

    code = "provider_timeout"


class ProviderRefused(UpstreamError):
    """A search provider turned the request down; ``retry_after_s`` when it said for how long."""

    code = "provider_refused"

    def __init__(self, message: str, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ProviderChanged(UpstreamError):
    """A search provider answered in a form that we don't know."""

    code = "provider_changed"


class FetchTimeout(UpstreamError):
    """A page did not arrive in time."""

    code = "fetch_timeout"


class FetchTooLarge(UpstreamError):
    """A page passed the cap on decoded bytes."""

    code = "fetch_too_large"


class FetchForbidden(UpstreamError):
    """The address, port, scheme or redirect is one that we never follow."""

    code = "fetch_forbidden"


class FetchFailed(UpstreamError):
    """A page could not be fetched: refused connection, bad status, not a page."""

    code = "fetch_failed"


class ModelError(FactcheckError):
    """A model that a stage needs can't be used."""

    code = "model_error"


class ModelMissing(ModelError):
    """The model or the package around it is not installed; the message says how to get it."""

    code = "model_missing"


class ModelMismatch(ModelError):
    """The model file is not the one that this code was written for."""

    code = "model_mismatch"


class StoreError(FactcheckError):
    """The data folder can't be read or written."""

    code = "store_error"


class SettingsError(FactcheckError):
    """A setting or option has a value that can't be used."""

    code = "settings_error"
    exit_code = 2


class AuthError(FactcheckError):
    """Not allowed, or not known."""

    code = "auth_error"


def exit_code_of(code: str) -> int:
    """The exit code that belongs to a stable error code; 1 for one that we don't know."""
    waiting: list[type[FactcheckError]] = [FactcheckError]
    while waiting:
        kind = waiting.pop()
        if kind.code == code:
            return kind.exit_code
        waiting.extend(kind.__subclasses__())
    return 1
