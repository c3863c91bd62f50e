"""Drafts: what was typed for a command, until it is saved, dropped or too old."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import timedelta

import aiosqlite

from bot.curation.drafts import Draft
from bot.store.database import Database
from bot.store.rows import Clock, ensure_server, now, row, stamp

LIFE = timedelta(days=1)
MOST = 20  # of one member in one server; the oldest make room


_CROWDED = """
DELETE FROM draft WHERE server = ? AND member = ? AND token NOT IN (
    SELECT token FROM draft WHERE server = ? AND member = ? ORDER BY expires_at DESC LIMIT ?)
"""


class DraftStore:
    """Drafts by token. A token works only for the person and the server it was made for."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def keep(
        self,
        server: str,
        member: str,
        command: str,
        arguments: Mapping[str, str],
        token: str | None = None,
    ) -> str:
        """Keep what was typed for a day, in place of what ``token`` named; returns the token."""
        name = token or secrets.token_urlsafe(6)
        text = json.dumps(dict(arguments))  # ASCII, so that any Unicode survives
        expires = stamp(self._clock() + LIFE)

        async def work(connection: aiosqlite.Connection) -> str:
            await ensure_server(connection, server)
            await self._sweep(connection)
            await connection.execute(
                "INSERT INTO draft (token, server, member, command, arguments, expires_at) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                "SET arguments = excluded.arguments, expires_at = excluded.expires_at "
                "WHERE server = excluded.server AND member = excluded.member",
                (name, server, member, command, text, expires),
            )
            await connection.execute(_CROWDED, (server, member, server, member, MOST))
            return name

        return await self._database.write(work)

    async def find(self, token: str, server: str, member: str) -> Draft | None:
        """The draft, if it is that person's in that server and still fresh."""

        async def work(connection: aiosqlite.Connection) -> Draft | None:
            found = await row(
                connection,
                "SELECT command, arguments FROM draft "
                "WHERE token = ? AND server = ? AND member = ? AND expires_at > ?",
                (token, server, member, stamp(self._clock())),
            )
            if found is None:
                return None
            return Draft(token, server, member, found[0], json.loads(found[1]))

        return await self._database.read(work)

    async def drop(self, token: str, server: str, member: str) -> None:
        """Forget the draft; nothing happens if there is none."""

        async def work(connection: aiosqlite.Connection) -> None:
            await connection.execute(
                "DELETE FROM draft WHERE token = ? AND server = ? AND member = ?",
                (token, server, member),
            )

        await self._database.write(work)

    async def _sweep(self, connection: aiosqlite.Connection) -> None:
        await connection.execute("DELETE FROM draft WHERE expires_at <= ?", (stamp(self._clock()),))
