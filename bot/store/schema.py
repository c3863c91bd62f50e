"""The schema's history: numbered SQL files, each applied once together with its ledger row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import aiosqlite

from bot.curation.trouble import StoreUnusableError

APPLICATION = 0x4F535449  # "OSTI": marks the file as ours
_LEDGER = """
CREATE TABLE IF NOT EXISTS migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: ``0002_drafts.sql`` is version 2, named drafts."""

    version: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """Every step, in order."""
    folder = resources.files("bot.store") / "migrations"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(_migration(f.name, f.read_text(encoding="utf-8")) for f in files)


def _migration(file: str, sql: str) -> Migration:
    number, _, name = file.removesuffix(".sql").partition("_")
    return Migration(int(number), name, sql)


async def check(connection: aiosqlite.Connection, path: Path) -> None:
    """Make sure that the file is ours, or empty, and not from a newer program.

    Raises:
        StoreUnusableError: It isn't.
    """
    # In this order: another process that makes the file sets the mark before the first table.
    (tables,) = await _row(connection, "SELECT count(*) FROM sqlite_schema")
    (mark,) = await _row(connection, "PRAGMA application_id")
    if mark != APPLICATION and tables:
        raise StoreUnusableError(
            f"{path} is a database of some other program. Name another file with --database."
        )
    here, known = await version(connection), migrations()[-1].version
    if here > known:
        raise StoreUnusableError(
            f"{path} was written by a newer Ostinato (schema {here}; this one knows up to "
            f"{known}). Update Ostinato, or name another file with --database."
        )


async def version(connection: aiosqlite.Connection) -> int:
    """The latest step that the file has seen; 0 for an empty one."""
    found = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'"
    if not (await _row(connection, found))[0]:
        return 0
    (latest,) = await _row(connection, "SELECT coalesce(max(version), 0) FROM migration")
    return int(latest)


async def migrate(connection: aiosqlite.Connection, upto: int | None = None) -> None:
    """Apply the steps that the file has not seen, each in a transaction of its own.

    Two processes may start at once: each looks again once it holds the lock.
    """
    if (await _row(connection, "PRAGMA application_id"))[0] != APPLICATION:
        await connection.execute(f"PRAGMA application_id = {APPLICATION}")
    await connection.execute(_LEDGER)
    for step in migrations():
        if upto is None or step.version <= upto:
            await _apply(connection, step)


async def _apply(connection: aiosqlite.Connection, step: Migration) -> None:
    if await version(connection) >= step.version:
        return
    await connection.execute("BEGIN IMMEDIATE")
    try:
        if await version(connection) < step.version:
            for statement in _statements(step.sql):
                await connection.execute(statement)
            row = (step.version, step.name)
            await connection.execute("INSERT INTO migration (version, name) VALUES (?, ?)", row)
        await connection.execute("COMMIT")
    except BaseException:
        await connection.execute("ROLLBACK")
        raise


def _statements(sql: str) -> Iterator[str]:
    """Split a script; executescript would commit behind our back."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


async def _row(connection: aiosqlite.Connection, sql: str) -> sqlite3.Row | tuple[int, ...]:
    async with connection.execute(sql) as cursor:
        row = await cursor.fetchone()
    return row if row is not None else (0,)
