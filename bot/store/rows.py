"""Small pieces of SQL that several stores need."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import aiosqlite

Clock = Callable[[], datetime]
Values = Sequence[Any] | Mapping[str, Any]


class RefusedError(Exception):
    """Rolls a transaction back, and carries the value that says why."""

    def __init__(self, why: Any) -> None:
        super().__init__()
        self.why = why


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """The moment as it is kept: UTC to the microsecond, so that texts sort as times do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


async def rows(
    connection: aiosqlite.Connection, sql: str, values: Values = ()
) -> list[sqlite3.Row]:
    """Every row that the query gives."""
    return list(await connection.execute_fetchall(sql, values))


async def row(
    connection: aiosqlite.Connection, sql: str, values: Values = ()
) -> sqlite3.Row | None:
    """The first row that the query gives, if any."""
    found = await rows(connection, sql, values)
    return found[0] if found else None


async def named_rows(
    connection: aiosqlite.Connection, sql: str, values: Values = ()
) -> tuple[dict[str, object], ...]:
    """Every row that the query gives, by the names of its columns."""
    async with connection.execute(sql, values) as cursor:
        columns = [column[0] for column in cursor.description]
        entries = await cursor.fetchall()
    return tuple(dict(zip(columns, entry, strict=True)) for entry in entries)


async def affected(connection: aiosqlite.Connection, sql: str, values: Values = ()) -> int:
    """Run the statement; how many rows it touched."""
    async with connection.execute(sql, values) as cursor:
        return cursor.rowcount


async def ensure_server(connection: aiosqlite.Connection, server: str) -> None:
    """Make sure that the server has a row for others to refer to.

    The revision begins anywhere: a server that was purged and comes back must not repeat a
    revision that somebody still has in a cache.
    """
    sql = "INSERT INTO server (id, revision) VALUES (?, abs(random() / 2)) ON CONFLICT DO NOTHING"
    await connection.execute(sql, (server,))
