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
    Record,
    RecordKind,
    Refusal,
)
from bot.curation.history import Asked, Page
from bot.curation.overlay import Overlay, references
from bot.knowledge.model import Track
from bot.store import history, suggestions
from bot.store.bodies import body_of, record_of
from bot.store.database import Database
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
            for edit in entry.edits:
                await _carry_out(connection, entry.server, edit)
            await _check_references(connection, entry.server, entry.edits)
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


async def _carry_out(connection: aiosqlite.Connection, server: str, edit: Edit) -> None:
    key = (server, edit.kind, edit.id)
    found = await row(
        connection, "SELECT body FROM record WHERE server = ? AND kind = ? AND id = ?", key
    )
    present = record_of(edit.kind, found[0], server) if found else None
    if _body(present) != _body(edit.before):  # not the texts: an older program wrote others
        raise RefusedError(await _conflict(connection, server, edit.kind, edit.id))
    if edit.after is None:
        sql = "DELETE FROM record WHERE server = ? AND kind = ? AND id = ?"
        await connection.execute(sql, key)
    else:
        sql = (
            "INSERT INTO record (server, kind, id, body) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET body = excluded.body"
        )
        await connection.execute(sql, (*key, body_of(edit.after)))


async def _check_references(
    connection: aiosqlite.Connection, server: str, edits: Sequence[Edit]
) -> None:
    """No track may be left without an artist or a drama of the server's own that it names."""
    for edit in edits:
        if isinstance(edit.after, Track):
            await _check_needs(connection, server, edit.after)
        if edit.after is None and edit.kind in {RecordKind.ARTIST, RecordKind.DRAMA}:
            await _check_unneeded(connection, server, edit.id)


async def _check_needs(connection: aiosqlite.Connection, server: str, track: Track) -> None:
    for needed in sorted(references(track)):
        sql = "SELECT kind FROM record WHERE server = ? AND id = ? AND kind IN ('artist', 'drama')"
        if await row(connection, sql, (server, needed)) is None:
            kind = RecordKind.DRAMA if needed == track.drama else RecordKind.ARTIST
            raise RefusedError(await _conflict(connection, server, kind, needed))


async def _check_unneeded(connection: aiosqlite.Connection, server: str, id: str) -> None:
    sql = "SELECT id, body FROM record WHERE server = ? AND kind = 'track' AND instr(body, ?)"
    for track_id, body in await rows(connection, sql, (server, id)):
        track = record_of(RecordKind.TRACK, body, server)
        if isinstance(track, Track) and id in references(track):
            raise RefusedError(await _conflict(connection, server, RecordKind.TRACK, track_id))


async def _conflict(
    connection: aiosqlite.Connection, server: str, kind: RecordKind, id: str
) -> Conflict:
    sql = "SELECT max(change) FROM edit WHERE server = ? AND kind = ? AND id = ?"
    found = await row(connection, sql, (server, kind, id))
    return Conflict(found[0] if found else None, id)


def _body(record: Record | None) -> str | None:
    return None if record is None else body_of(record)
