"""Fail when a package of the default install may not be given to everyone: GPL, AGPL, proprietary or unknown.

In: a lock file, and the metadata of the packages as installed here. Out: one clear line per problem and exit 1, or a
summary; ``--markdown`` prints the table that README shows. A licence expression must be allowed as a whole: of ``OR``
one side, of ``AND`` both. Metadata is silent about libraries inside wheels, so the licence files are searched for the
full text of a GNU licence as well; each find needs a row in ``BUNDLED`` that says why it is all right.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-CMU",
    "PSF-2.0", "Unlicense", "Zlib",
    # Copyleft by file: it asks nothing of files that are not its own.
    "MPL-1.1", "MPL-2.0",
}  # fmt: skip
ALLOWED_EXCEPTIONS = {"LLVM-exception"}

# What metadata writes where it names no SPDX identifier.
SPELLINGS = {
    "3-clause bsd license": "BSD-3-Clause", "apache 2.0": "Apache-2.0", "apache software license": "Apache-2.0",
    "boost software license": "BSL-1.0", "bsd": "BSD-3-Clause", "bsd license": "BSD-3-Clause",
    "cc0 1.0 universal (cc0 1.0) public domain dedication": "CC0-1.0", "isc license": "ISC",
    "isc license (iscl)": "ISC", "mit license": "MIT", "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0", "the bsd 2-clause license": "BSD-2-Clause",
}  # fmt: skip

# Packages whose metadata says nothing usable: licence, and where a person can read it.
UNDECLARED: dict[str, tuple[str, str]] = {}

# GNU licence texts inside wheels: which kinds, and why the wheel may be used all the same. The LGPL lets anyone use
# an unmodified library that can be replaced, as a shared library in its own file can.
BUNDLED: dict[str, tuple[set[str], str]] = {
    "numpy": ({"GPL"}, "GCC's Fortran run time, under the GCC Runtime Library Exception"),
    "opencv-python-headless": ({"LGPL"}, "FFmpeg and libquadmath, LGPL 2.1: unmodified shared libraries of their own"),
    "setuptools": ({"LGPL"}, "autocommand, LGPL 3: an unmodified module in its own folder"),
    "shapely": ({"LGPL"}, "GEOS, LGPL 2.1: an unmodified shared library of its own"),
    "tld": ({"GPL", "LGPL"}, "the texts of its other choices; taken under MPL 1.1"),
}
_GNU_TEXT = re.compile(r"GNU\s+(LESSER\s+|LIBRARY\s+|AFFERO\s+)?GENERAL\s+PUBLIC\s+LICENSE\s+Version\s+\d")
_KINDS = {"": "GPL", "LESSER": "LGPL", "LIBRARY": "LGPL", "AFFERO": "AGPL"}
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|3rd-?party|third-?party)", re.IGNORECASE)
_TOKEN = re.compile(r"\(|\)|[A-Za-z0-9.+-]+")


class Finding(NamedTuple):
    """One package: ``problem`` is empty when it is all right."""

    name: str
    version: str
    licence: str
    bundled: str
    problem: str


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression leaves a way to use the work under allowed licences alone."""
    tokens = _TOKEN.findall(expression)
    if not tokens or re.sub(r"\s", "", expression) != "".join(tokens):
        return False
    try:
        allowed = _any_of(tokens)
    except IndexError:
        return False
    return allowed and not tokens


def _any_of(tokens: list[str]) -> bool:
    allowed = _all_of(tokens)
    while tokens and tokens[0].upper() == "OR":
        tokens.pop(0)
        allowed = _all_of(tokens) or allowed
    return allowed


def _all_of(tokens: list[str]) -> bool:
    allowed = _one(tokens)
    while tokens and tokens[0].upper() == "AND":
        tokens.pop(0)
        allowed = _one(tokens) and allowed
    return allowed


def _one(tokens: list[str]) -> bool:
    token = tokens.pop(0)
    if token == "(":  # noqa: S105 - a bracket, not a password
        allowed = _any_of(tokens)
        return tokens.pop(0) == ")" and allowed
    allowed = token in ALLOWED
    if tokens and tokens[0].upper() == "WITH":
        tokens.pop(0)
        allowed = tokens.pop(0) in ALLOWED_EXCEPTIONS and allowed
    return allowed


def declared(expression: str | None, text: str | None, classifiers: list[str]) -> str:
    """The licence that metadata declares, as an SPDX expression where it can be told; "" for none.

    The expression decides alone. Older metadata has a free text and classifiers: both must hold, so they are joined.
    """
    if expression:
        return expression
    lines = (text or "").strip().splitlines()
    said = [lines[0].strip()] if len(lines) == 1 else []
    said += [name for c in classifiers if (name := c.rpartition("::")[2].strip()) != "OSI Approved"]
    known = dict.fromkeys(_spdx(one) for one in said)
    if len(known) > 1 and "BSD-3-Clause" in known and any(k.startswith("BSD-2") for k in known):
        del known["BSD-3-Clause"]  # the classifier "BSD License" names no variant
    return " AND ".join(f"({one})" if " OR " in one else one for one in known)


def _spdx(said: str) -> str:
    return SPELLINGS.get(said.lower(), said)


def gnu_texts(distribution: metadata.Distribution) -> set[str]:
    """Kinds of GNU licences whose full text lies among a package's licence files: GPL, LGPL, AGPL."""
    kinds = set()
    for file in distribution.files or []:
        if _LICENCE_FILE.search(file.name) or "licenses" in file.parts:
            path = Path(str(distribution.locate_file(file)))
            text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
            kinds |= {_KINDS[match.strip()] for match in _GNU_TEXT.findall(text)}
    return kinds


def examine(name: str, version: str) -> Finding:
    """Look at one package of the lock as it is installed here."""
    try:
        distribution = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return Finding(name, version, "", "", "not installed: run make test first")
    if distribution.version != version:
        return Finding(name, version, "", "", f"{distribution.version} is installed: run make test first")
    meta = distribution.metadata
    classifiers = [c for c in meta.get_all("Classifier") or [] if c.startswith("License ::")]
    licence = declared(meta.get("License-Expression"), meta.get("License"), classifiers)
    licence = licence or UNDECLARED.get(name, ("", ""))[0]
    kinds, why = BUNDLED.get(name, (set(), ""))
    unexplained = gnu_texts(distribution) - kinds
    problem = ""
    if not is_allowed(licence):
        problem = f"licence {licence!r} is not allowed" if licence else "declares no licence"
    elif unexplained:
        problem = f"holds the text of {', '.join(sorted(unexplained))}: explain it in BUNDLED or drop the package"
    return Finding(name, version, licence, why, problem)


def locked(lock: Path) -> list[tuple[str, str]]:
    """Names and versions in a lock file that apply on this platform and Python."""
    found = []
    for line in re.findall(r"^[A-Za-z0-9][^\s#]*==.*$", lock.read_text(encoding="utf-8"), flags=re.MULTILINE):
        requirement = Requirement(line.rstrip("\\ "))
        if requirement.marker is None or requirement.marker.evaluate():
            found.append((canonicalize_name(requirement.name), str(requirement.specifier).removeprefix("==")))
    return found


def markdown(findings: list[Finding]) -> str:
    """The tables for README: packages by licence, then what wheels bundle."""
    by_licence: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        by_licence[finding.licence].append(finding.name)
    rows = [f"| {licence} | {', '.join(sorted(names))} |" for licence, names in sorted(by_licence.items())]
    bundled = [f"| {finding.name} | {finding.bundled} |" for finding in findings if finding.bundled]
    head = ["| licence | packages of the default install |", "|---|---|"]
    return "\n".join([*head, *rows, "", "| wheel | what it bundles under a GNU licence |", "|---|---|", *bundled])


def main() -> int:
    """Check the lock and say what was found."""
    parser = argparse.ArgumentParser(description="Check the licences of the default install.")
    parser.add_argument("--lock", type=Path, default=ROOT / "requirements" / "default.lock")
    parser.add_argument("--markdown", action="store_true", help="print the tables for README")
    options = parser.parse_args()
    findings = [examine(name, version) for name, version in locked(options.lock)]
    for finding in findings:
        if finding.problem:
            print(f"{finding.name} {finding.version}: {finding.problem}", file=sys.stderr)
    if any(finding.problem for finding in findings):
        return 1
    print(markdown(findings) if options.markdown else f"licences: {len(findings)} packages, all allowed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
