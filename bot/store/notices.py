"""The outbox: what members must be told. A front end sends it, or their next answer shows it."""

from __future__ import annotations

from datetime import timedelta

import aiosqlite

from bot.curation.notices import Arrival, Notice
from bot.curation.settings import ServerSettings
from bot.store.bodies import record_of
from bot.store.database import Database
from bot.store.rows import Clock, now, row, rows, stamp

SENDING = timedelta(minutes=1)  # how long a sender may take before the notice is free again


async def post(
    connection: aiosqlite.Connection, server: str, member: str, text: str, at: str
) -> None:
    """Put a notice into the outbox, within the caller's transaction."""
    await connection.execute(
        "INSERT INTO notice (server, member, text, made_at) VALUES (?, ?, ?, ?)",
        (server, member, text, at),
    )


class NoticeStore:
    """Notices, each told once."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def arrive(self, server: str | None, member: str) -> Arrival:
        """The server's settings, and whether news wait for the member, in one look."""

        async def work(connection: aiosqlite.Connection) -> Arrival:
            sql = (
                "SELECT (SELECT body FROM record WHERE server = ? AND kind = 'settings'), "
                "EXISTS (SELECT 1 FROM notice WHERE member = ?)"
            )
            found = await row(connection, sql, (server, member))
            body, news = found if found else (None, 0)
            settings = record_of("settings", body, server or "") if body else ServerSettings()
            assert isinstance(settings, ServerSettings)  # noqa: S101  # narrows the kind asked for
            return Arrival(settings, bool(news))

        return await self._database.read(work)

    async def take(self, member: str) -> tuple[str, ...]:
        """The member's news, which count as told from now on."""

        async def work(connection: aiosqlite.Connection) -> tuple[str, ...]:
            sql = (
                "DELETE FROM notice WHERE member = ? AND (sending_until IS NULL OR "
                "sending_until < ?) RETURNING id, text"
            )
            found = await rows(connection, sql, (member, stamp(self._clock())))
            return tuple(text for _, text in sorted(map(tuple, found)))

        return await self._database.write(work)

    async def claim(self) -> Notice | None:
        """The oldest notice that nobody is sending, kept for the caller for a minute."""

        async def work(connection: aiosqlite.Connection) -> Notice | None:
            moment = self._clock()
            sql = (
                "UPDATE notice SET sending_until = ? WHERE id = (SELECT min(id) FROM notice "
                "WHERE NOT refused AND (sending_until IS NULL OR sending_until < ?)) "
                "RETURNING id, server, member, text"
            )
            found = await rows(connection, sql, (stamp(moment + SENDING), stamp(moment)))
            return Notice(*found[0]) if found else None

        return await self._database.write(work)

    async def delivered(self, id: int) -> None:
        """The notice was sent."""

        async def work(connection: aiosqlite.Connection) -> None:
            await connection.execute("DELETE FROM notice WHERE id = ?", (id,))

        await self._database.write(work)

    async def refused(self, id: int) -> None:
        """The member takes no messages: their next answer shows the notice instead."""

        async def work(connection: aiosqlite.Connection) -> None:
            sql = "UPDATE notice SET refused = 1, sending_until = NULL WHERE id = ?"
            await connection.execute(sql, (id,))

        await self._database.write(work)
