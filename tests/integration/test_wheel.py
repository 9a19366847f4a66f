"""What ``pip install .`` gives, used from a folder that is not the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel's files in a folder of their own."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--wheel-dir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode and "No matching distribution found for hatchling" in built.stderr:
        pytest.skip("no package index to fetch the build backend from")
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(folder.glob("factcheck-*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def run(site, code):
    """Run Python with the wheel's files first on its path, somewhere else."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=site.parent, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_source_lists_come_along(installed):
    code = (
        "import json, factcheck\n"
        "from factcheck.evidence.sources import SourceLists, lists_folder\n"
        "found = SourceLists.load().classify('https://www.reuters.com/world')\n"
        "print(json.dumps([factcheck.__file__, str(lists_folder()), found.source_class, found.rule]))"
    )
    module, lists, source_class, rule = run(installed, code)
    assert Path(module).is_relative_to(installed)
    assert Path(lists).is_relative_to(installed)
    assert (source_class, rule) == ("highly_trusted", "domain reuters.com")


def test_every_list_of_the_checkout_is_in_the_wheel(installed):
    ours = {file.name: file.read_bytes() for file in (ROOT / "source_lists").iterdir()}
    packed = {file.name: file.read_bytes() for file in (installed / "factcheck" / "source_lists").iterdir()}
    assert packed == ours
