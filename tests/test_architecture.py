"""The direction of dependencies: each room imports only from the rooms listed for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).resolve().parent.parent / "bot"
MAY_IMPORT = {
    "knowledge": {"knowledge"},
    "matching": {"matching", "knowledge"},
    "questions": {"questions", "matching", "knowledge"},
    "curation": {"curation", "knowledge"},
    "store": {"store", "curation", "knowledge"},
    "handlers": {"handlers", "curation", "questions", "matching", "knowledge"},
    "client": {"client", "handlers", "knowledge"},
    "chat": {"chat", "handlers", "knowledge"},
}
ONLY_IN = {
    "discord": {"client"},
    "aiosqlite": {"knowledge", "store"},
    "prompt_toolkit": {"chat"},
    "yaml": {"knowledge", "curation"},
}
COMPOSITION = {"bot", "modes"}  # builds everything, so it may import everything
PURE = {"matching", "questions", "curation"}
IMPURE = {"asyncio", "aiosqlite", "sqlite3", "socket", "subprocess", "os", "discord"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def files() -> list[Path]:
    return sorted(p for p in BOT.rglob("*.py") if p.parent.name not in COMPOSITION)


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(BOT)))
def test_rooms_import_in_one_direction(path: Path) -> None:
    room = path.relative_to(BOT).parts[0]
    for module in imports(path):
        top, _, rest = module.partition(".")
        if top == "bot" and rest:
            assert rest.split(".")[0] in MAY_IMPORT[room], f"{path} imports {module}"
        if top in ONLY_IN:
            assert room in ONLY_IN[top], f"{path} imports {module}"
        if room in PURE:
            assert top not in IMPURE, f"{path} imports {module}"
