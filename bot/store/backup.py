"""Copies of the database: taken while the bot runs, checked before they are used.

Everything here blocks; call it from a thread or a command line.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.curation.trouble import StoreUnusableError
from bot.store.schema import APPLICATION, migrations

WAIT = 15.0  # seconds to wait for a writer that is just committing


def backup(source: Path, target: Path) -> None:
    """Copy the database into one file, by SQLite's online backup: writers need not stop.

    The copy appears under its name only once it is whole and checked.

    Raises:
        StoreUnusableError: There is nothing to copy, no place for it, or something else is there.
    """
    if not source.exists():
        raise StoreUnusableError(f"There is no database {source} to back up. Name it: --database.")
    if target.exists() and (target.samefile(source) or not _ours(target)):
        raise StoreUnusableError(f"{target} is no backup of Ostinato's; I won't write over it.")
    with _whole(target) as part:
        _copy(source, part)
        check(part)


def restore(copy: Path, target: Path) -> Path | None:
    """Put a checked copy in the database's place, all at once. The bot must not run.

    Returns:
        Where the database that was there before is kept now; None if there was none.

    Raises:
        StoreUnusableError: The copy can't be trusted, or the database is in use.
    """
    check(copy)
    with _stopped(target), _whole(target) as part:
        _copy(copy, part)
        check(part)
        return _set_aside(target)


def check(copy: Path) -> None:
    """Make sure that the file is a whole database of ours that this program understands.

    Raises:
        StoreUnusableError: It isn't; the message says why.
    """
    if not copy.is_file():
        raise StoreUnusableError(f"There is no file {copy}.")
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as database:
            why = _flaw(database)
    except sqlite3.Error as error:
        why = f"it can't be read as a database ({error})"
    if why:
        raise StoreUnusableError(f"{copy} can't be used: {why}.")


def _flaw(database: sqlite3.Connection) -> str:
    if database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        return "it is no database of Ostinato's"
    (version,) = database.execute("SELECT coalesce(max(version), 0) FROM migration").fetchone()
    if version > (known := migrations()[-1].version):
        return f"a newer Ostinato wrote it (schema {version}; this one knows up to {known})"
    (found,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        return f"it is damaged ({found})"
    if database.execute("PRAGMA foreign_key_check").fetchone():
        return "rows in it refer to others that are missing"
    return ""


def _ours(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            found: int = database.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error:
        return False
    return found == APPLICATION or path.stat().st_size == 0


def _copy(source: Path, target: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(source, timeout=WAIT)) as database,
            closing(sqlite3.connect(target)) as copy,
        ):
            database.backup(copy)  # in one step: one snapshot, and in WAL mode nobody waits for it
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    except sqlite3.Error as error:
        raise StoreUnusableError(f"{source} could not be copied: {error}.") from error


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A file beside the target that takes its place once the block has ended well."""
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        yield part
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise StoreUnusableError(f"I can't write {target}: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _stopped(target: Path) -> Iterator[None]:
    """Holds the database so that nobody else can open it; fails if somebody has it open.

    Leaving WAL mode needs the file for itself alone, and folds the log into the file.
    """
    if not target.exists():
        yield
        return
    with closing(sqlite3.connect(target, timeout=1.0, isolation_level=None)) as database:
        try:
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
            database.execute("PRAGMA journal_mode = DELETE")
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreUnusableError(
                f"{target} is in use. Stop Ostinato first, then restore again."
            ) from error
        except sqlite3.DatabaseError:  # damaged: a reason to restore, not to refuse
            pass
        yield


def _set_aside(target: Path) -> Path | None:
    """Give the present database a second name, so that it outlives its replacement."""
    for log in (target.with_name(f"{target.name}{end}") for end in ("-wal", "-shm", "-journal")):
        log.unlink(missing_ok=True)  # of a damaged database: it must not be read into the new one
    if not target.exists():
        return None
    before = target.with_name(f"{target.name}.before-restore")
    before.unlink(missing_ok=True)
    try:
        os.link(target, before)
    except OSError:  # a file system without hard links
        shutil.copy2(target, before)
    return before


def _sync(path: Path) -> None:
    """Make sure that the file, or the folder's list of names, is on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
