from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.curation.trouble import StoreUnusableError
from bot.store.backup import backup, check, restore
from bot.store.store import Store
from tests.store.lists import added, rain


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


@pytest.fixture
async def database(tmp_path: Path) -> Path:
    path = tmp_path / "live.db"
    async with Store.open(path) as store:
        await added(store, rain(1), rain(2))
    return path


async def test_a_backup_of_a_running_store_restores_to_the_same(tmp_path: Path) -> None:
    live, copy = tmp_path / "live.db", tmp_path / "copies" / "copy.db"
    async with Store.open(live) as store:
        await added(store, rain(1))
        backup(live, copy)
        before = dump(copy)
        await added(store, rain(2))
    kept = restore(copy, live)
    assert dump(live) == before
    assert kept is not None
    async with Store.open(live) as store:
        assert list((await store.tracks.overlay("s1")).tracks) == ["own/rain-1"]
    async with Store.open(kept) as store:
        assert len((await store.tracks.overlay("s1")).tracks) == 2
    assert await asyncio.to_thread(os.listdir, copy.parent) == ["copy.db"]


def test_restoring_where_there_was_nothing(database: Path, tmp_path: Path) -> None:
    assert restore(database, tmp_path / "new" / "fresh.db") is None
    check(tmp_path / "new" / "fresh.db")


async def test_a_database_in_use_is_not_replaced(database: Path, tmp_path: Path) -> None:
    backup(database, tmp_path / "copy.db")
    async with Store.open(database) as store:
        await added(store, rain(3))
        with pytest.raises(StoreUnusableError, match="Stop Ostinato"):
            restore(tmp_path / "copy.db", database)
        assert len((await store.tracks.overlay("s1")).tracks) == 3
        await added(store, rain(4))


def test_a_damaged_copy_is_refused_and_nothing_replaced(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup(database, copy)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 3000] = b"\xff" * 3000
    copy.write_bytes(content)
    before = database.read_bytes()
    with pytest.raises(StoreUnusableError, match="can't be used"):
        restore(copy, database)
    assert database.read_bytes() == before


def test_other_files_are_no_backups(database: Path, tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("not a database, but long enough to look like a file of some kind" * 20)
    with closing(sqlite3.connect(other)) as foreign:
        foreign.execute("CREATE TABLE t (x)")
    for file in (text, other, tmp_path / "missing.db"):
        with pytest.raises(StoreUnusableError):
            restore(file, database)
    for file in (text, other, database):
        with pytest.raises(StoreUnusableError, match="won't write over"):
            backup(database, file)
    assert text.read_text().startswith("not a database")


def test_a_newer_backup_is_refused(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup(database, copy)
    with closing(sqlite3.connect(copy)) as newer, newer:
        newer.execute("INSERT INTO migration (version, name) VALUES (9999, 'later')")
    with pytest.raises(StoreUnusableError, match="newer"):
        restore(copy, database)


async def test_a_damaged_database_can_be_restored(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup(database, copy)
    await asyncio.to_thread(database.write_bytes, b"rubbish" * 1000)
    restore(copy, database)
    async with Store.open(database) as store:
        assert len((await store.tracks.overlay("s1")).tracks) == 2


def test_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusableError, match="no database"):
        backup(tmp_path / "missing.db", tmp_path / "copy.db")
    assert not (tmp_path / "missing.db").exists()
