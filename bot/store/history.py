"""The history of a server's list: written inside the change's own transaction, read by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import aiosqlite

from bot.curation.changes import Change, Deed, Edit, Record, RecordKind
from bot.curation.history import Asked, Page
from bot.store.bodies import body_of, record_of
from bot.store.rows import row, rows

_READ = """
SELECT id, actor, at, deed, undoes,
       (SELECT max(later.id) FROM change AS later
        WHERE later.server = change.server AND later.undoes = change.id)
FROM change
WHERE server = :server
  AND (:id IS NULL OR id = :id)
  AND (:actor IS NULL OR actor = :actor)
  AND (:record IS NULL OR id IN (
      SELECT change FROM edit WHERE edit.server = :server AND edit.id = :record))
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is about to be written down: who did what, when."""

    server: str
    actor: str
    at: str
    deed: Deed
    edits: Sequence[Edit]
    undoes: int | None = None


async def record(connection: aiosqlite.Connection, entry: Entry) -> Change:
    """Write one entry and let the server's revision grow; the caller holds the transaction."""
    (latest,) = await row(
        connection, "SELECT coalesce(max(id), 0) FROM change WHERE server = ?", (entry.server,)
    ) or (0,)
    number = int(latest) + 1
    await connection.execute(
        "INSERT INTO change (server, id, actor, at, deed, undoes) VALUES (?, ?, ?, ?, ?, ?)",
        (entry.server, number, entry.actor, entry.at, entry.deed, entry.undoes),
    )
    await connection.executemany(
        "INSERT INTO edit (server, change, place, kind, id, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (entry.server, number, place, e.kind, e.id, _body(e.before), _body(e.after))
            for place, e in enumerate(entry.edits)
        ),
    )
    await connection.execute(
        "UPDATE server SET revision = revision + 1 WHERE id = ?", (entry.server,)
    )
    edits = tuple(entry.edits)
    return Change(number, entry.server, entry.actor, entry.at, entry.deed, edits, entry.undoes)


async def change(connection: aiosqlite.Connection, server: str, id: int) -> Change | None:
    """One entry, with its edits."""
    found = await _changes(connection, _READ, _values(server, Asked(), id))
    return found[0] if found else None


async def page(connection: aiosqlite.Connection, server: str, asked: Asked) -> Page:
    """The entries asked for, newest first, and how many there are in all."""
    values = _values(server, asked)
    (total,) = await row(connection, f"SELECT count(*) FROM ({_READ})", values) or (0,)  # noqa: S608 # a constant
    values |= {"most": asked.size, "skip": (max(asked.page, 1) - 1) * asked.size}
    sql = f"{_READ} ORDER BY id DESC LIMIT :most OFFSET :skip"
    return Page(tuple(await _changes(connection, sql, values)), int(total))


async def latest(connection: aiosqlite.Connection, server: str) -> int | None:
    """The id of the newest change that is no undo itself and stands: nothing undid it for good."""
    sql = "SELECT id, undoes FROM change WHERE server = ? ORDER BY id DESC"
    undone: set[int] = set()
    async with connection.execute(sql, (server,)) as found:
        async for number, undoes in found:
            if number in undone:
                continue
            if undoes is None:
                return int(number)
            undone.add(undoes)
    return None


def _values(server: str, asked: Asked, id: int | None = None) -> dict[str, str | int | None]:
    return {"server": server, "id": id, "actor": asked.actor, "record": asked.record}


async def _changes(
    connection: aiosqlite.Connection, sql: str, values: dict[str, str | int | None]
) -> list[Change]:
    server = str(values["server"])
    found = await rows(connection, sql, values)
    edits = await _edits(connection, server, [int(r[0]) for r in found])
    return [
        Change(number, server, actor, at, Deed(deed), tuple(edits[number]), undoes, undone_by)
        for number, actor, at, deed, undoes, undone_by in found
    ]


async def _edits(
    connection: aiosqlite.Connection, server: str, ids: Sequence[int]
) -> defaultdict[int, list[Edit]]:
    edits: defaultdict[int, list[Edit]] = defaultdict(list)
    sql = "SELECT kind, id, before, after FROM edit WHERE server = ? AND change = ? ORDER BY place"
    for number in ids:
        for kind, name, *states in await rows(connection, sql, (server, number)):
            before, after = (s and record_of(kind, s, server) for s in states)
            edits[number].append(Edit(RecordKind(kind), name, before, after))
    return edits


def _body(record: Record | None) -> str | None:
    return None if record is None else body_of(record)
