"""A SQLite file that keeps what was made from the knowledge files. It may be deleted at any time.

Nothing here fails: a cache that is locked, damaged, of another version or not ours at all is one
that holds nothing. Each entry carries a seal over its bytes, so damage that SQLite doesn't notice
is noticed as well.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosqlite
from aiosqlite import Connection

_log = logging.getLogger(__name__)

_OURS: Final = 0x4F535443  # SQLite's application_id: "OSTC"
_VERSION: Final = 1
_PATIENCE: Final = 1.0  # seconds to wait for another process; parsing anew takes about as long
_TABLES: Final = (
    "BEGIN IMMEDIATE",
    "DROP TABLE IF EXISTS entry",
    "CREATE TABLE entry (shelf TEXT NOT NULL, name TEXT NOT NULL,"
    " fingerprint TEXT NOT NULL, data BLOB NOT NULL, seal BLOB NOT NULL,"
    " PRIMARY KEY (shelf, name)) STRICT",
    f"PRAGMA application_id = {_OURS}",
    f"PRAGMA user_version = {_VERSION}",
    "COMMIT",
)
_NOT_ITS_FAULT: Final = {  # the file may be in order; only not for us, or not now
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
}
_FILES: Final = "file"
_BLOBS: Final = "blob"


_Row = tuple[str, str, str, bytes]  # shelf, name, fingerprint, data
_T = TypeVar("_T")


class _ForeignError(Exception):
    """The file is a healthy database of something else, and none of our business."""


class Cache:
    """What was made from the knowledge files, each under the fingerprint of what it's made of.

    Without a path nothing is kept.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path

    async def files(self, wanted: Mapping[str, str]) -> dict[str, bytes]:
        """The data kept for those names, where the fingerprint is still the wanted one."""
        rows: list[Any] = await self._within(_shelf(_FILES), [])
        return {
            name: data
            for name, fingerprint, data, seal in rows
            if wanted.get(name) == fingerprint and _is_sealed(name, fingerprint, data, seal)
        }

    async def keep_files(
        self, changed: Mapping[str, tuple[str, bytes]], present: Collection[str]
    ) -> None:
        """Keeps (fingerprint, data) of the changed names; forgets names that aren't present."""
        rows = [(_FILES, name, *kept) for name, kept in changed.items()]
        await self._within(_exchange(rows, present), None)

    async def get_blob(self, name: str, fingerprint: str) -> bytes | None:
        """The data put under that name with that fingerprint, or None."""
        rows: list[Any] = await self._within(_shelf(_BLOBS, name), [])
        for found, kept, data, seal in rows:
            if kept == fingerprint and _is_sealed(found, kept, data, seal):
                return bytes(data)
        return None

    async def put_blob(self, name: str, fingerprint: str, data: bytes) -> None:
        """Keeps the data in place of what was under the name."""
        await self._within(_exchange([(_BLOBS, name, fingerprint, data)]), None)

    async def _within(self, work: Callable[[Connection], Awaitable[_T]], otherwise: _T) -> _T:
        """Does the work on an open cache; a damaged one is set aside and begun anew."""
        if self._path is None:
            return otherwise
        for last in (False, True):
            try:
                return await _on(self._path, work)
            except (sqlite3.Error, ValueError) as error:  # also for text that isn't UTF-8
                _log.warning("the knowledge cache %s: %s", self._path, error)
                if last or not _is_damage(error):
                    break
                _set_aside(self._path)
            except (OSError, _ForeignError) as error:
                _log.warning("the knowledge cache %s: %s", self._path, error)
                break
        return otherwise


async def _on(path: Path, work: Callable[[Connection], Awaitable[_T]]) -> _T:
    path.parent.mkdir(parents=True, exist_ok=True)
    async with aiosqlite.connect(path, timeout=_PATIENCE, isolation_level=None) as db:
        await _prepare(db)
        return await work(db)


def _is_damage(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF not in _NOT_ITS_FAULT  # the low byte; the rest tells variants apart


def _set_aside(path: Path) -> None:
    """Moves the file out of the way, lest it's something that somebody misses."""
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.damaged"))
        for ending in ("-journal", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


async def _prepare(db: Connection) -> None:
    """Makes the table where it isn't yet there in this version."""
    if await _number(db, "PRAGMA application_id") != _OURS:
        if await _number(db, "SELECT count(*) FROM sqlite_master"):
            raise _ForeignError("is another program's database; going on without a cache")
    elif await _number(db, "PRAGMA user_version") == _VERSION:
        return
    for statement in _TABLES:
        await db.execute(statement)


async def _number(db: Connection, query: str) -> int:
    rows = list(await db.execute_fetchall(query))
    return int(rows[0][0])


def _shelf(shelf: str, name: str | None = None) -> Callable[[Connection], Awaitable[list[Any]]]:
    """Work that reads a shelf, or one name on it."""

    async def work(db: Connection) -> list[Any]:
        query = (
            "SELECT name, fingerprint, data, seal FROM entry"
            " WHERE shelf = ?1 AND (?2 IS NULL OR name = ?2)"
        )
        return list(await db.execute_fetchall(query, (shelf, name)))

    return work


def _exchange(
    rows: list[_Row], present: Collection[str] | None = None
) -> Callable[[Connection], Awaitable[None]]:
    """Work that writes the rows and, if told which files are present, forgets all others."""
    sealed = [(*row, _seal(*row[1:])) for row in rows]

    async def work(db: Connection) -> None:
        await db.execute("BEGIN IMMEDIATE")
        if present is not None:
            kept = await db.execute_fetchall("SELECT name FROM entry WHERE shelf = ?", (_FILES,))
            gone = [(_FILES, name) for (name,) in kept if name not in present]
            await db.executemany("DELETE FROM entry WHERE shelf = ? AND name = ?", gone)
        await db.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", sealed)
        await db.execute("COMMIT")

    return work


def _is_sealed(name: str, fingerprint: str, data: object, seal: object) -> bool:
    return isinstance(data, bytes) and seal == _seal(name, fingerprint, data)


def _seal(name: str, fingerprint: str, data: bytes) -> bytes:
    """A short digest of an entry."""
    digest = blake2b(f"{name}\0{fingerprint}\0".encode(), digest_size=16)
    digest.update(data)
    return digest.digest()
