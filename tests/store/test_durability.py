from __future__ import annotations

import asyncio
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import aiosqlite

from benchmarks.durability import kill_once, losses, run
from bot.curation.changes import Change, Deed, Edit
from bot.curation.history import Asked
from bot.store.backup import backup, check
from bot.store.store import Store
from tests.store.lists import added, rain

KILLS = 12


def test_a_killed_process_loses_nothing_acknowledged(tmp_path: Path) -> None:
    total, wrong = run(KILLS, tmp_path, random.Random(7))  # noqa: S311  # moments, not secrets
    assert wrong == []
    assert total >= KILLS


def test_a_loss_would_be_noticed(tmp_path: Path) -> None:
    path = tmp_path / "0.db"
    acknowledged = kill_once(path, 0.1)
    server = max(acknowledged, key=lambda s: len(acknowledged[s]))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM edit WHERE server = ? AND change = 1", (server,))
    assert asyncio.run(losses(path, acknowledged))


async def test_commits_wait_for_the_disk(store: Store) -> None:
    async def pragmas(connection: aiosqlite.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        found = []
        for name in names:
            async with connection.execute(f"PRAGMA {name}") as cursor:
                found += [value for (value,) in await cursor.fetchall()]
        return found

    assert await store.database.write(pragmas) == ["wal", 2, 1]


async def test_twenty_writers_and_readers_while_a_backup_runs(tmp_path: Path) -> None:
    path, each = tmp_path / "live.db", 8

    async def write(store: Store, writer: int) -> None:
        for number in range(each):
            await added(store, rain(writer * 100 + number), server=f"s{writer % 4}")

    async def read(store: Store, reader: int) -> None:
        for _ in range(each):
            page = await store.tracks.changes(f"s{reader % 4}", Asked(size=1000))
            overlay = await store.tracks.overlay(f"s{reader % 4}")
            assert len(overlay.tracks) >= page.total

    async def copy(number: int) -> None:
        for _ in range(3):
            await asyncio.to_thread(backup, path, tmp_path / f"copy{number}.db")

    async with Store.open(path) as one, Store.open(path) as other:
        work = [write(s, n) for n, s in enumerate([one, other] * 10)]
        work += [read(s, n) for n, s in enumerate([one, other] * 10)]
        await asyncio.gather(*work, copy(1), copy(2))
        totals = [(await one.tracks.changes(f"s{n}", Asked())).total for n in range(4)]
    assert totals == [5 * each] * 4
    check(tmp_path / "copy1.db")


async def test_a_cancelled_writer_leaves_no_transaction_behind(store: Store) -> None:
    for delay in range(40):
        task = asyncio.create_task(added(store, rain(delay)))
        for _ in range(delay):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await added(store, rain(1000))
    overlay, page = await store.tracks.overlay("s1"), await store.tracks.changes("s1", Asked())
    assert len(overlay.tracks) == page.total


async def test_a_failing_write_keeps_nothing_and_the_next_one_works(store: Store) -> None:
    await added(store, rain(1))

    async def work(connection: aiosqlite.Connection) -> None:
        await connection.execute("DELETE FROM record")
        raise RuntimeError

    results = await asyncio.gather(store.database.write(work), return_exceptions=True)
    assert isinstance(results[0], RuntimeError)
    assert len((await store.tracks.overlay("s1")).tracks) == 1
    await added(store, rain(2))


async def test_two_who_change_the_same_are_told_apart(store: Store) -> None:
    await added(store, rain(1))
    edits = [Edit.replace(rain(1), replace(rain(1), part=str(n))) for n in range(2)]
    done = await asyncio.gather(
        *(store.tracks.apply("s1", "u1", Deed.EDIT, [edit]) for edit in edits)
    )
    assert sorted(isinstance(d, Change) for d in done) == [False, True]
