"""What is stored about a person, on request shown or forgotten in every table."""

from __future__ import annotations

import aiosqlite

from bot.curation.privacy import Kept
from bot.store.database import Database
from bot.store.rows import named_rows

# Every column that holds the id of a person. A test compares this with the schema.
PERSONAL = frozenset(
    {
        ("change", "actor"),
        ("draft", "member"),
        ("suggestion", "reviewer"),
        ("suggester", "member"),
        ("notice", "member"),
    }
)
_KEPT = {
    "changes": (
        "SELECT c.server, c.id AS change, c.at, c.deed, e.kind, e.id, e.before, e.after "
        "FROM change AS c JOIN edit AS e ON e.server = c.server AND e.change = c.id "
        "WHERE c.actor = ? ORDER BY c.server, c.id, e.place"
    ),
    "drafts": "SELECT server, command, arguments, expires_at FROM draft WHERE member = ?",
    "suggestions": (
        "SELECT s.server, s.id AS suggestion, s.command, s.arguments, s.state, s.reason, "
        "s.made_at, m.joined_at FROM suggester AS m "
        "JOIN suggestion AS s ON s.server = m.server AND s.id = m.suggestion WHERE m.member = ?"
    ),
    "reviews": (
        "SELECT server, id AS suggestion, state, reason, decided_at, claimed_until "
        "FROM suggestion WHERE reviewer = ?"
    ),
    "notices": "SELECT server, text, made_at FROM notice WHERE member = ?",
}
_FORGET = (
    "UPDATE change SET actor = NULL WHERE actor = ?",
    "DELETE FROM draft WHERE member = ?",
    "DELETE FROM notice WHERE member = ?",
    "UPDATE suggestion SET reviewer = NULL, claimed_until = NULL WHERE reviewer = ?",
    "DELETE FROM suggester WHERE member = ?",
)
_UNOWNED = (
    "DELETE FROM suggestion WHERE NOT EXISTS (SELECT 1 FROM suggester AS m "
    "WHERE m.server = suggestion.server AND m.suggestion = suggestion.id)"
)


class PrivacyStore:
    """A person's rows, in all servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def about(self, member: str) -> Kept:
        """Everything that is stored about the person."""

        async def work(connection: aiosqlite.Connection) -> Kept:
            found = {n: await named_rows(connection, sql, (member,)) for n, sql in _KEPT.items()}
            return Kept(**found)

        return await self._database.read(work)

    async def forget(self, member: str) -> None:
        """Delete what is only the person's; what others rest on stays, without their name.

        Deleted content is overwritten in the file, and the write-ahead log is emptied.
        """

        async def work(connection: aiosqlite.Connection) -> None:
            for sql in _FORGET:
                await connection.execute(sql, (member,))
            await connection.execute(_UNOWNED)

        await self._database.write(work)
        await self._database.empty_log()
