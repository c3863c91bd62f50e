"""The SQLite file: how it is opened, and the two ways to reach it, ``write`` and ``read``."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.curation.trouble import StoreBusyError, StoreFullError, StoreUnusableError
from bot.store import schema

T = TypeVar("T")
Work = Callable[[aiosqlite.Connection], Awaitable[T]]

WAIT = 15.0  # seconds to wait for another process that writes
_ALWAYS = """
PRAGMA foreign_keys = ON;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
"""


class Database:
    """One writer and one reader over a file in WAL mode.

    Coroutines that share a connection share its transaction, so each connection has a lock, and
    a unit of work holds it from BEGIN to COMMIT.
    """

    def __init__(
        self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection
    ) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._running: set[asyncio.Task[object]] = set()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncIterator[Database]:
        """Open the file, made if need be, with its schema brought up to date.

        Raises:
            StoreError: The file is newer than this program, damaged, or can't be written.
        """
        async with _connected(path) as writer, _connected(path, query_only=True) as reader:
            database = cls(path, writer, reader)
            try:
                yield database
            finally:
                await asyncio.gather(*database._running, return_exceptions=True)

    async def write(self, work: Work[T]) -> T:
        """Run the work in one transaction: all of it is kept, or on any error none of it.

        When the caller is cancelled, work that has begun is still finished, so that no
        transaction stays open on the shared connection.

        Raises:
            StoreError: No room, or another process holds the file.
        """
        return await self._finished(self._transaction("BEGIN IMMEDIATE", work))

    async def read(self, work: Work[T]) -> T:
        """Run the work on one unchanging snapshot.

        Raises:
            StoreError: The file can't be read.
        """
        return await self._finished(self._transaction("BEGIN", work))

    async def empty_log(self) -> None:
        """Move the write-ahead log into the file and cut it, as far as readers allow."""
        async with self._writing:
            with suppress(sqlite3.Error):  # a matter of tidiness: the next checkpoint does it
                await self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def _finished(self, transaction: Awaitable[T]) -> T:
        task: asyncio.Future[T] = asyncio.ensure_future(transaction)
        self._running.add(task)  # type: ignore[arg-type]  # a Task, as a coroutine went in
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _transaction(self, begin: str, work: Work[T]) -> T:
        writes = begin != "BEGIN"
        connection = self._writer if writes else self._reader
        async with self._writing if writes else self._reading:
            try:
                await connection.execute(begin)
                result = await work(connection)
                await connection.execute("COMMIT")
            except BaseException as error:
                # Without asking in_transaction first: a COMMIT may still be under way there.
                with suppress(sqlite3.Error):
                    await connection.execute("ROLLBACK")
                raise _in_our_words(error, self.path) from error
            return result


def _touch(path: Path) -> None:
    """Fail here if the file can't be opened: aiosqlite's thread would outlive its own failure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sqlite3.connect(path).close()


@asynccontextmanager
async def _connected(
    path: Path, *, query_only: bool = False
) -> AsyncIterator[aiosqlite.Connection]:
    try:
        await asyncio.to_thread(_touch, path)
        connection = await aiosqlite.connect(path, timeout=WAIT, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _in_our_words(error, path) from error
    try:
        try:
            await _prepare(connection, path, query_only=query_only)
        except (OSError, sqlite3.Error) as error:
            raise _in_our_words(error, path) from error
        yield connection
    finally:
        await connection.close()


async def _prepare(connection: aiosqlite.Connection, path: Path, *, query_only: bool) -> None:
    await connection.executescript(_ALWAYS)
    if query_only:
        await connection.execute("PRAGMA query_only = ON")
        return
    await schema.check(connection, path)
    await connection.execute("PRAGMA journal_mode = WAL")
    await schema.migrate(connection)


def _in_our_words(error: BaseException, path: Path) -> BaseException:
    """The error as people should read it; bugs and cancellation as they are."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, OSError):
        return StoreUnusableError(f"I can't open the database {path}: {error.strerror or error}.")
    if not isinstance(error, sqlite3.Error) or code is None:
        return error
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_WRITE:
        return StoreFullError()
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreBusyError()
    if primary in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return StoreUnusableError(
            f"{path} is not a database that I can read, or it is damaged. Restore a backup with "
            "`python -m bot restore FILE`, or name another file with --database."
        )
    if primary in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}:
        return StoreUnusableError(
            f"I can't write the database {path} ({error}). Check that the folder exists and that "
            "this user may write to it."
        )
    return error
