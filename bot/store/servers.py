"""What a server kept goes thirty days after the bot was removed from it, or on request."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

import aiosqlite

from bot.store.database import Database
from bot.store.rows import Clock, affected, named_rows, now, stamp

GRACE = timedelta(days=30)
# Servers of Discord have numbers. Those of the terminal have names, and nobody leaves them.
_OF_DISCORD = "id <> '' AND id NOT GLOB '*[^0-9]*'"


_TABLES = ("record", "change", "edit", "suggestion", "suggester")
_OF = "WHERE server = ?"


class ServerStore:
    """Joined, left and purged servers."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def joined(self, server: str) -> None:
        """The bot was added to the server, perhaps again: nothing goes."""
        await self._run("UPDATE server SET left_at = NULL WHERE id = ?", server)

    async def left(self, server: str) -> None:
        """The bot was removed from the server."""
        sql = "UPDATE server SET left_at = coalesce(left_at, ?) WHERE id = ?"
        await self._run(sql, stamp(self._clock()), server)

    async def present(self, servers: Collection[str]) -> None:
        """All servers that the bot is in. Any other one of Discord's was left by now."""
        at = stamp(self._clock())

        async def work(connection: aiosqlite.Connection) -> None:
            await connection.execute("CREATE TEMP TABLE present (id TEXT PRIMARY KEY)")
            await connection.executemany(
                "INSERT INTO present VALUES (?)", [(server,) for server in set(servers)]
            )
            await connection.execute(
                "UPDATE server SET left_at = NULL WHERE id IN (SELECT id FROM present)"
            )
            await connection.execute(
                f"UPDATE server SET left_at = ? WHERE left_at IS NULL AND {_OF_DISCORD} "  # noqa: S608  # a constant
                "AND id NOT IN (SELECT id FROM present)",
                (at,),
            )
            await connection.execute("DROP TABLE present")

        await self._database.write(work)

    async def everything(self, server: str) -> dict[str, tuple[dict[str, object], ...]]:
        """Every row that the server keeps, by table. Unsaved forms are left to who typed them."""

        async def work(
            connection: aiosqlite.Connection,
        ) -> dict[str, tuple[dict[str, object], ...]]:
            return {
                table: await named_rows(connection, f"SELECT * FROM {table} {_OF}", (server,))  # noqa: S608  # constants
                for table in _TABLES
            }

        return await self._database.read(work)

    async def purge(self, server: str) -> bool:
        """Delete everything that the server kept. Returns whether there was anything."""
        gone = bool(await self._run("DELETE FROM server WHERE id = ?", server))
        await self._database.empty_log()
        return gone

    async def purge_due(self) -> int:
        """Delete what servers kept that the bot left thirty days ago. Returns how many."""
        due = stamp(self._clock() - GRACE)
        gone = await self._run("DELETE FROM server WHERE left_at < ?", due)
        if gone:
            await self._database.empty_log()
        return gone

    async def _run(self, sql: str, *values: str) -> int:
        async def work(connection: aiosqlite.Connection) -> int:
            return await affected(connection, sql, values)

        return await self._database.write(work)
