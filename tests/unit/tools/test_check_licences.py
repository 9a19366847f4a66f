import importlib.util
from importlib import metadata
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[3] / "tools" / "check_licences.py"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("check_licences", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Install a package without code: metadata lines and licence files."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def install(*lines, **files):
        folder = tmp_path / "thing-1.0.dist-info"
        (folder / "licenses").mkdir(parents=True)
        (folder / "METADATA").write_text(
            "\n".join(["Metadata-Version: 2.4", "Name: thing", "Version: 1.0", *lines, ""])
        )
        for name, text in files.items():
            (folder / "licenses" / name).write_text(text)
        names = ["METADATA", *(f"licenses/{name}" for name in files)]
        (folder / "RECORD").write_text("".join(f"thing-1.0.dist-info/{name},,\n" for name in names))
        return metadata.distribution("thing")

    return install


@pytest.mark.parametrize(
    "expression",
    [
        "MIT", "MIT OR GPL-3.0-only", "GPL-2.0-or-later OR MIT", "MPL-2.0 AND MIT", "MPL-2.0 AND (Apache-2.0 OR MIT)",
        "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause AND Apache-2.0 WITH LLVM-exception",
        "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", "(MIT OR GPL-3.0-only) AND (BSD-3-Clause OR AGPL-3.0-only)",
    ],
)  # fmt: skip
def test_allowed_as_a_whole(tool, expression):
    assert tool.is_allowed(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "", "GPL-3.0-only", "AGPL-3.0-or-later", "LGPL-2.1-or-later", "MIT AND GPL-3.0-only", "MIT OR",
        "(MIT OR GPL-3.0-only) AND AGPL-3.0-only", "LicenseRef-Proprietary", "Other/Proprietary License", "UNKNOWN",
        "see LICENSE", "MIT MIT", "(MIT", "MIT)", "()", "GPL-3.0-only WITH GCC-exception-3.1", "MIT WITH Something",
        "SSPL-1.0", "CC-BY-NC-4.0", "MIT; and more",
    ],
)  # fmt: skip
def test_not_allowed(tool, expression):
    assert not tool.is_allowed(expression)


@pytest.mark.parametrize(
    ("expression", "text", "classifiers", "licence"),
    [
        ("MIT", "GPL", ["License :: OSI Approved :: GNU General Public License (GPL)"], "MIT"),
        (None, "MIT License", [], "MIT"),
        (None, "Apache 2.0", ["License :: OSI Approved :: Apache Software License"], "Apache-2.0"),
        (None, "The BSD 2-Clause License", ["License :: OSI Approved :: BSD License"], "BSD-2-Clause"),
        (None, "MIT", ["License :: OSI Approved"], "MIT"),
        (None, "first line\nof a whole text", ["License :: OSI Approved :: MIT License"], "MIT"),
        (None, None, [], ""),
    ],
)
def test_what_metadata_declares(tool, expression, text, classifiers, licence):
    assert tool.declared(expression, text, classifiers) == licence


def test_old_metadata_that_contradicts_itself_is_not_allowed(tool):
    classifiers = ["License :: OSI Approved :: GNU General Public License v3 (GPLv3)"]
    assert not tool.is_allowed(tool.declared(None, "MIT", classifiers))


def test_a_package_that_is_all_right_has_no_problem(tool, package):
    package("License-Expression: MIT", LICENSE="Permission is hereby granted")
    assert tool.examine("thing", "1.0").problem == ""


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("License-Expression: GPL-3.0-only", "'GPL-3.0-only' is not allowed"),
        ("License: Proprietary", "'Proprietary' is not allowed"),
        ("Classifier: License :: Other/Proprietary License", "'Other/Proprietary License' is not allowed"),
        ("Summary: nothing", "declares no licence"),
    ],
)
def test_a_package_under_another_licence_is_named(tool, package, line, problem):
    package(line)
    assert problem in tool.examine("thing", "1.0").problem


def test_a_gnu_text_inside_a_wheel_wants_an_explanation(tool, package):
    package("License-Expression: MIT", COPYING="GNU LESSER GENERAL PUBLIC LICENSE\n   Version 2.1, February 1999")
    assert "LGPL" in tool.examine("thing", "1.0").problem


def test_a_package_that_is_not_the_locked_one_is_named(tool, package):
    package("License-Expression: MIT")
    assert "1.0 is installed" in tool.examine("thing", "2.0").problem
    assert "not installed" in tool.examine("no-such-package-here", "2.0").problem


def test_only_what_applies_here_is_read_from_a_lock(tool, tmp_path):
    lock = tmp_path / "lock"
    lock.write_text(
        "a.b==1.0 \\\n    --hash=sha256:00\n    # via c==9\n"
        "c==2 ; python_full_version >= '3.11' \\\n    --hash=sha256:00\nd==3 ; sys_platform == 'nowhere' \\\n"
    )
    assert tool.locked(lock) == [("a-b", "1.0"), ("c", "2")]


def test_the_default_lock_is_allowed(tool):
    problems = [tool.examine(name, version) for name, version in tool.locked(tool.ROOT / "requirements/default.lock")]
    assert [one for one in problems if one.problem] == []
    assert len(problems) > 50
