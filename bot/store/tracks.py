"""A server's own tracks, artists, dramas and corrections; each write with its history row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import aiosqlite

from bot.curation.changes import (
    NOWHERE,
    Change,
    Conflict,
    Deed,
    DraftGone,
    Edit,
    Origin,
    Refusal,
)
from bot.curation.history import Asked, Page
from bot.curation.overlay import Overlay
from bot.store import history, suggestions
from bot.store.bodies import record_of
from bot.store.database import Database
from bot.store.edits import carry_out, check_references
from bot.store.rows import Clock, RefusedError, affected, ensure_server, now, row, rows, stamp


class TrackStore:
    """What each server keeps of its own. One server's rows are never read for another."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def revision(self, server: str) -> int:
        """A number that grows with every write to that server's list."""

        async def work(connection: aiosqlite.Connection) -> int:
            found = await row(connection, "SELECT revision FROM server WHERE id = ?", (server,))
            return int(found[0]) if found else 0

        return await self._database.read(work)

    async def overlay(self, server: str) -> Overlay:
        """Everything that the server added or corrected."""

        async def work(connection: aiosqlite.Connection) -> Overlay:
            sql = "SELECT kind, id, body FROM record WHERE server = ? AND kind <> 'settings'"
            shelves: defaultdict[str, dict[str, Any]] = defaultdict(dict)
            for kind, name, body in await rows(connection, sql, (server,)):
                shelves[kind][name] = record_of(kind, body, server)
            return Overlay(*(shelves[k] for k in ("drama", "artist", "track", "correction")))

        return await self._database.read(work)

    async def taken(self, server: str) -> frozenset[str]:
        """Every id of its own that the server has ever used, so that none is given twice."""

        async def work(connection: aiosqlite.Connection) -> frozenset[str]:
            sql = "SELECT DISTINCT id FROM edit WHERE server = ? AND kind <> 'correction'"
            return frozenset(name for (name,) in await rows(connection, sql, (server,)))

        return await self._database.read(work)

    async def apply(
        self,
        server: str,
        actor: str,
        deed: Deed,
        edits: Sequence[Edit],
        origin: Origin = NOWHERE,
    ) -> Change | Refusal:
        """Carry out the edits as one change, all or none, and settle what they came from.

        Returns:
            The change; or the conflict, if a record is no longer as the edits expect it; or why
            the draft or the suggestion that they came from can't be used any more.
        """
        entry = history.Entry(server, actor, stamp(self._clock()), deed, edits)
        return await self._write(entry, origin)

    async def undo(self, server: str, actor: str, id: int) -> Change | Conflict | None:
        """Take a change back exactly. None: there is no such change in that server."""
        change = await self.change(server, id)
        if change is None:
            return None
        inverse = [edit.inverse for edit in reversed(change.edits)]
        at = stamp(self._clock())
        done = await self._write(history.Entry(server, actor, at, Deed.UNDO, inverse, id))
        return done if isinstance(done, Change | Conflict) else None

    async def change(self, server: str, id: int) -> Change | None:
        """One entry of the history."""
        return await self._database.read(lambda c: history.change(c, server, id))

    async def latest(self, server: str) -> int | None:
        """The id of the newest change that /undo would take back; None if there is none."""
        return await self._database.read(lambda c: history.latest(c, server))

    async def changes(self, server: str, asked: Asked) -> Page:
        """A page of the history, newest first."""
        return await self._database.read(lambda c: history.page(c, server, asked))

    async def _write(self, entry: history.Entry, origin: Origin = NOWHERE) -> Change | Refusal:
        async def work(connection: aiosqlite.Connection) -> Change:
            await ensure_server(connection, entry.server)
            await _use_up(connection, origin.draft)
            await carry_out(connection, entry.server, entry.edits)
            await check_references(connection, entry.server, entry.edits)
            change = await history.record(connection, entry)
            if origin.suggestion is not None:
                await suggestions.approve(connection, change, origin.suggestion)
            return change

        try:
            return await self._database.write(work)
        except RefusedError as refused:
            why: Refusal = refused.why
            return why


async def _use_up(connection: aiosqlite.Connection, draft: str | None) -> None:
    if draft is None:
        return
    if not await affected(connection, "DELETE FROM draft WHERE token = ?", (draft,)):
        raise RefusedError(DraftGone())
