"""One way to open an ONNX model: on the CPU, with the threads that we were given, without log lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def open_session(path: Path, threads: int) -> Any:  # noqa: ANN401 - onnxruntime is untyped
    """An inference session whose ``run`` may be called from several threads."""
    import onnxruntime  # noqa: PLC0415 - loaded with the first picture

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
