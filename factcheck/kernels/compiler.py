"""How a kernel becomes machine code: numba, imported late, without the GIL, its cache kept in the data folder.

``configure_cache(folder)`` is called once at the entry, before any kernel runs; ``compile_kernel`` then compiles a
module-level function for one explicit signature, or loads it from that cache (about 0.4 s against 2 s, the import of
numba included in neither). It does not decide when a kernel is worth that time: each kernel's module does.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from factcheck.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")

_lock = threading.Lock()
_cache_folder: Path | None = None


def configure_cache(folder: Path) -> None:
    """Keep compiled kernels in ``folder``, which is made when the first kernel is compiled.

    Numba's cache files hold machine code: the folder must be one that only this user can write to.
    """
    global _cache_folder  # noqa: PLW0603  one process, one cache
    _cache_folder = Path(folder)


def compile_kernel(function: F, signature: str) -> F:
    """Compile ``function`` for one numba signature, or load what an earlier process compiled.

    Raises:
        StoreError: when the cache folder can't be written.
    """
    import numba  # noqa: PLC0415  0.3 s, only paid by who needs it

    with _lock:
        if _cache_folder is not None:
            _make_private(_cache_folder)
            numba.config.CACHE_DIR = str(_cache_folder)  # type: ignore[attr-defined]
        return cast("F", numba.njit(signature, nogil=True, cache=_cache_folder is not None)(function))


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"can't make the folder for compiled kernels, {folder}: {error.strerror}") from error
