"""The queue of suggestions: joined by duplicates, claimed by one reviewer at a time, decided once.

Whoever made or joined a suggestion is told of the decision: the notices are posted in the same
transaction.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta

import aiosqlite

from bot.curation.changes import Change, DraftGone
from bot.curation.suggestions import (
    MOST_PENDING,
    AlreadyYours,
    NotPending,
    Proposal,
    Queue,
    Submitted,
    Suggestion,
    Taken,
    TooMany,
)
from bot.store.database import Database, Work
from bot.store.notices import post
from bot.store.rows import Clock, RefusedError, affected, ensure_server, now, row, rows, stamp

CLAIM = timedelta(minutes=15)
_READ = """
SELECT id, command, arguments, title, made_at, reviewer, claimed_until
FROM suggestion WHERE server = ? AND state = 'pending'
"""


class SuggestionStore:
    """Suggestions by server. Only pending ones are looked at again."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        self._database = database
        self._clock = clock

    async def submit(
        self, proposal: Proposal, draft: str | None = None
    ) -> Submitted | TooMany | AlreadyYours | DraftGone:
        """Put the proposal into the queue, or join the same one, and use up its draft."""
        at = stamp(self._clock())

        async def work(connection: aiosqlite.Connection) -> Submitted:
            await ensure_server(connection, proposal.server)
            if draft is not None and not await affected(
                connection, "DELETE FROM draft WHERE token = ?", (draft,)
            ):
                raise RefusedError(DraftGone())
            same = await _same(connection, proposal)
            await _check_room(connection, proposal, same)
            number = same or await _insert(connection, proposal, at)
            await connection.execute(
                "INSERT INTO suggester (server, suggestion, member, joined_at) VALUES (?, ?, ?, ?)",
                (proposal.server, number, proposal.member, at),
            )
            return Submitted(number, joined=same is not None)

        try:
            return await self._database.write(work)
        except RefusedError as refused:
            why: TooMany | AlreadyYours | DraftGone = refused.why
            return why

    async def queue(self, server: str, page: int, size: int) -> Queue:
        """A page of what is pending, oldest first."""

        async def work(connection: aiosqlite.Connection) -> Queue:
            counted = f"SELECT count(*) FROM ({_READ})"  # noqa: S608  # a constant
            (total,) = await row(connection, counted, (server,)) or (0,)
            sql = f"{_READ} ORDER BY id LIMIT ? OFFSET ?"
            found = await rows(connection, sql, (server, size, (max(page, 1) - 1) * size))
            return Queue(tuple([await _suggestion(connection, server, r) for r in found]), total)

        return await self._database.read(work)

    async def claim(self, server: str, id: int, reviewer: str) -> Suggestion | Taken | NotPending:
        """Keep the suggestion for one reviewer for a quarter of an hour."""
        moment = self._clock()
        until = stamp(moment + CLAIM)

        async def work(connection: aiosqlite.Connection) -> Suggestion:
            await _check_claim(connection, server, id, reviewer, stamp(moment))
            sql = (
                "UPDATE suggestion SET reviewer = ?, claimed_until = ? WHERE server = ? AND id = ?"
            )
            await connection.execute(sql, (reviewer, until, server, id))
            found = await row(connection, f"{_READ} AND id = ?", (server, id))
            assert found is not None  # noqa: S101  # checked in this very transaction
            return await _suggestion(connection, server, found)

        return await self._refusable(work)

    async def reject(
        self, server: str, id: int, reviewer: str, reason: str
    ) -> Suggestion | Taken | NotPending:
        """Turn the suggestion down, and leave word for everybody who made it."""
        at = stamp(self._clock())

        async def work(connection: aiosqlite.Connection) -> Suggestion:
            await _check_claim(connection, server, id, reviewer, at)
            found = await row(connection, f"{_READ} AND id = ?", (server, id))
            assert found is not None  # noqa: S101  # checked in this very transaction
            suggestion = await _suggestion(connection, server, found)
            sql = (
                "UPDATE suggestion SET state = 'rejected', reason = ?, reviewer = ?, "
                "decided_at = ? WHERE server = ? AND id = ?"
            )
            await connection.execute(sql, (reason, reviewer, at, server, id))
            why = f": {reason}" if reason else "."
            await _tell(connection, suggestion, f"was not taken{why}", at)
            return suggestion

        return await self._refusable(work)

    async def _refusable(self, work: Work[Suggestion]) -> Suggestion | Taken | NotPending:
        try:
            return await self._database.write(work)
        except RefusedError as refused:
            why: Taken | NotPending = refused.why
            return why


async def approve(connection: aiosqlite.Connection, change: Change, id: int) -> None:
    """Mark the suggestion as carried out by a change, within the change's own transaction.

    Raises:
        RefusedError: It is not pending, or somebody else holds it.
    """
    server, reviewer, at = change.server, change.actor or "", change.at
    await _check_claim(connection, server, id, reviewer, at)
    found = await row(connection, f"{_READ} AND id = ?", (server, id))
    assert found is not None  # noqa: S101  # checked in this very transaction
    suggestion = await _suggestion(connection, server, found)
    sql = (
        "UPDATE suggestion SET state = 'approved', reviewer = ?, decided_at = ?, change = ? "
        "WHERE server = ? AND id = ?"
    )
    await connection.execute(sql, (reviewer, at, change.id, server, id))
    await _tell(connection, suggestion, "was taken: it is in the server's list now.", at)


async def _same(connection: aiosqlite.Connection, proposal: Proposal) -> int | None:
    sql = "SELECT id FROM suggestion WHERE server = ? AND identity = ? AND state = 'pending'"
    found = await row(connection, sql, (proposal.server, proposal.identity))
    return int(found[0]) if found else None


async def _check_room(
    connection: aiosqlite.Connection, proposal: Proposal, same: int | None
) -> None:
    sql = (
        "SELECT suggestion.id FROM suggester JOIN suggestion ON suggestion.server = "
        "suggester.server AND suggestion.id = suggester.suggestion "
        "WHERE suggester.server = ? AND member = ? AND state = 'pending'"
    )
    mine = {int(r[0]) for r in await rows(connection, sql, (proposal.server, proposal.member))}
    if same in mine:
        raise RefusedError(AlreadyYours(same))
    if len(mine) >= MOST_PENDING:
        raise RefusedError(TooMany())


async def _insert(connection: aiosqlite.Connection, proposal: Proposal, at: str) -> int:
    latest = "SELECT coalesce(max(id), 0) FROM suggestion WHERE server = ?"
    (number,) = await row(connection, latest, (proposal.server,)) or (0,)
    await connection.execute(
        "INSERT INTO suggestion (server, id, command, arguments, identity, title, made_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            proposal.server,
            number + 1,
            proposal.command,
            json.dumps(dict(proposal.arguments)),
            proposal.identity,
            proposal.title,
            at,
        ),
    )
    return int(number) + 1


async def _check_claim(
    connection: aiosqlite.Connection, server: str, id: int, reviewer: str, at: str
) -> None:
    sql = (
        "SELECT reviewer, claimed_until FROM suggestion "
        "WHERE server = ? AND id = ? AND state = 'pending'"
    )
    found = await row(connection, sql, (server, id))
    if found is None:
        raise RefusedError(NotPending())
    holder, until = found
    if holder is not None and holder != reviewer and until > at:
        raise RefusedError(Taken(holder, until))


async def _suggestion(
    connection: aiosqlite.Connection, server: str, found: sqlite3.Row
) -> Suggestion:
    number, command, arguments, title, made_at, reviewer, until = found
    sql = "SELECT member FROM suggester WHERE server = ? AND suggestion = ? ORDER BY joined_at"
    members = tuple(m for (m,) in await rows(connection, sql, (server, number)))
    return Suggestion(
        number, server, command, json.loads(arguments), title, members, made_at, reviewer, until
    )


async def _tell(
    connection: aiosqlite.Connection, suggestion: Suggestion, fate: str, at: str
) -> None:
    for member in suggestion.members:
        text = f"Your suggestion “{suggestion.title}” {fate}"
        await post(connection, suggestion.server, member, text, at)
