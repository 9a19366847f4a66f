"""Every real meme goes through the whole path offline: no crash, valid JSON, every file accounted for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

OUTCOMES = {"checked", "no_text", "no_quote", "several_quotes", "no_subject", "unsupported_language"}
VERDICTS = {"likely_real", "likely_fake", "not_enough_evidence"}


@pytest.mark.quality
@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_all_memes(data_dir: Path, tmp_path: Path) -> None:
    files = sorted(str(file) for file in (data_dir / "images/propaganda_memes").iterdir())
    environment = {**os.environ, "FACTCHECK_DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", *files, "--offline", "--json"],
        capture_output=True, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    results = json.loads(done.stdout)["results"]
    assert [result["input"]["name"] for result in results] == files
    assert len({result["id"] for result in results}) == len(files)
    outcomes = Counter(result["outcome"] for result in results)
    assert set(outcomes) <= OUTCOMES
    assert outcomes["checked"] + outcomes["no_subject"] >= 40
    for result in results:
        assert result["verdict"] in VERDICTS
        assert result["degraded"] == []
        if result["outcome"] not in {"checked", "no_subject"}:
            assert result["verdict"] == "not_enough_evidence"
        if result["verdict"] == "likely_fake":
            assert result["misattributed_to"], "offline, only the words under another name can make a quote fake"
