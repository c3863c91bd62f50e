"""Carries edits out: each only if its record is as it was seen, and no reference left dangling."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import aiosqlite

from bot.curation.changes import Conflict, Edit, Record, RecordKind
from bot.curation.overlay import references
from bot.knowledge.model import Track
from bot.store.bodies import body_of, record_of
from bot.store.rows import RefusedError, row, rows

_AMONG = "IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
_REMOVE = "DELETE FROM record WHERE server = ? AND kind = ? AND id = ?"
_PUT = (
    "INSERT INTO record (server, kind, id, body) VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET body = excluded.body"
)


async def carry_out(connection: aiosqlite.Connection, server: str, edits: Sequence[Edit]) -> None:
    """Bring every record from ``before`` to ``after``.

    Raises:
        RefusedError: One is no longer as it was seen.
    """
    present = await _present(connection, server, edits)
    for edit in edits:
        body = present.get((edit.kind, edit.id))
        found = None if body is None else record_of(edit.kind, body, server)
        if _body(found) != _body(edit.before):  # not the texts: an older program wrote others
            raise RefusedError(await conflict(connection, server, edit.kind, edit.id))
    # Generators, so that a large import is turned into JSON in the connection's thread.
    gone = ((server, e.kind, e.id) for e in edits if e.after is None)
    await connection.executemany(_REMOVE, gone)
    put = ((server, e.kind, e.id, body_of(e.after)) for e in edits if e.after is not None)
    await connection.executemany(_PUT, put)


async def _present(
    connection: aiosqlite.Connection, server: str, edits: Sequence[Edit]
) -> dict[tuple[str, str], str]:
    sql = f"SELECT kind, id, body FROM record WHERE server = ? AND (kind, id) {_AMONG}"  # noqa: S608  # a constant
    keys = json.dumps([(edit.kind, edit.id) for edit in edits])
    return {(kind, name): body for kind, name, body in await rows(connection, sql, (server, keys))}


async def check_references(
    connection: aiosqlite.Connection, server: str, edits: Sequence[Edit]
) -> None:
    """Leave no track without an artist or a drama of the server's own that it names.

    Raises:
        RefusedError: One would be.
    """
    await _check_needed(connection, server, [e.after for e in edits if isinstance(e.after, Track)])
    gone = {e.id for e in edits if e.after is None and e.kind in _NEEDED}
    if gone:
        await _check_unneeded(connection, server, gone)


_NEEDED = {RecordKind.ARTIST, RecordKind.DRAMA}


async def _check_needed(
    connection: aiosqlite.Connection, server: str, tracks: Iterable[Track]
) -> None:
    wanted = {
        (RecordKind.DRAMA if name == track.drama else RecordKind.ARTIST, name)
        for track in tracks
        for name in references(track)
    }
    sql = f"SELECT kind, id FROM record WHERE server = ? AND (kind, id) {_AMONG}"  # noqa: S608  # a constant
    found = await rows(connection, sql, (server, json.dumps(sorted(wanted))))
    missing = wanted - {(RecordKind(kind), name) for kind, name in found}
    for kind, name in sorted(missing)[:1]:
        raise RefusedError(await conflict(connection, server, kind, name))


async def _check_unneeded(connection: aiosqlite.Connection, server: str, gone: set[str]) -> None:
    sql = "SELECT id, body FROM record WHERE server = ? AND kind = 'track'"
    for name, body in await rows(connection, sql, (server,)):
        track = record_of(RecordKind.TRACK, body, server)
        if isinstance(track, Track) and references(track) & gone:
            raise RefusedError(await conflict(connection, server, RecordKind.TRACK, name))


async def conflict(
    connection: aiosqlite.Connection, server: str, kind: RecordKind, id: str
) -> Conflict:
    """The conflict over a record, with the latest change that touched it."""
    sql = "SELECT max(change) FROM edit WHERE server = ? AND kind = ? AND id = ?"
    found = await row(connection, sql, (server, kind, id))
    return Conflict(found[0] if found else None, id)


def _body(record: Record | None) -> str | None:
    return None if record is None else body_of(record)
