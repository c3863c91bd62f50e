"""The pinned versions satisfy the ranges, are hashed, and name no address."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot.settings import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN = PROJECT["dependencies"]
DEV = PROJECT["optional-dependencies"]["dev"]


def pinned(kind: str) -> dict[str, list[str]]:
    text = (ROOT / "constraints" / f"{kind}.txt").read_text(encoding="utf-8")
    versions: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE):
        versions.setdefault(canonicalize_name(name), []).append(version)
    return versions


@pytest.mark.parametrize(("kind", "wanted"), [("run", RUN), ("dev", [*RUN, *DEV])])
def test_pins_satisfy_the_ranges(kind: str, wanted: list[str]) -> None:
    have = pinned(kind)
    for requirement in map(Requirement, wanted):
        versions = have[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(v) for v in versions), requirement


@pytest.mark.parametrize("kind", ["run", "dev"])
def test_every_pin_is_hashed_and_no_address_is_named(kind: str) -> None:
    text = (ROOT / "constraints" / f"{kind}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
