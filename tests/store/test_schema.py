from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest

from bot.curation.trouble import StoreUnusableError
from bot.store import schema
from bot.store.store import Store
from tests.store.lists import added, rain

VERSIONS = [m.version for m in schema.migrations()]


def objects(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as database:
        return set(database.execute("SELECT name, sql FROM sqlite_schema"))


def test_versions_count_up_without_a_gap() -> None:
    assert list(range(1, len(VERSIONS) + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
async def test_every_earlier_schema_comes_up_to_date_with_its_rows(
    tmp_path: Path, version: int
) -> None:
    old, fresh = tmp_path / "old.db", tmp_path / "fresh.db"
    async with aiosqlite.connect(old, isolation_level=None) as connection:
        await schema.migrate(connection, upto=version)
        assert await schema.version(connection) == version
        await connection.executescript(
            """
            INSERT INTO server (id, revision) VALUES ('s1', 5);
            INSERT INTO record VALUES
                ('s1', 'track', 'own/r', '{"id":"own/r","drama":"d","title":"비 ☔"}');
            INSERT INTO change (server, id, actor, at, deed) VALUES ('s1', 1, 'u', 'now', 'add');
            INSERT INTO edit VALUES ('s1', 1, 0, 'track', 'own/r', NULL,
                '{"id":"own/r","drama":"d","title":"비 ☔"}');
            """
        )
    async with Store.open(old) as store:
        assert (await store.tracks.overlay("s1")).tracks["own/r"].title == "비 ☔"
        await added(store, rain(1))
        assert (await store.tracks.undo("s1", "u", 1)) is not None
        assert not (await store.tracks.overlay("s1")).tracks.get("own/r")
    async with Store.open(fresh):
        pass
    assert objects(old) == objects(fresh)


async def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    async with Store.open(path):
        pass
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO migration (version, name) VALUES (9999, 'later')")
    before = objects(path)
    with pytest.raises(StoreUnusableError, match=r"newer Ostinato \(schema 9999; this one"):
        async with Store.open(path):
            pass
    assert objects(path) == before


async def test_a_failing_step_leaves_neither_change_nor_ledger_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = schema.migrations()
    broken = schema.Migration(
        VERSIONS[-1] + 1, "broken", "CREATE TABLE half (x);\nINSERT INTO nowhere VALUES (1);\n"
    )
    monkeypatch.setattr(schema, "migrations", lambda: (*steps, broken))
    path = tmp_path / "x.db"
    with pytest.raises(sqlite3.OperationalError):
        async with Store.open(path):
            pass
    assert "half" not in {name for name, _ in objects(path)}
    monkeypatch.undo()
    async with Store.open(path):
        pass


async def test_somebody_else_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE theirs (x)")
    before = objects(path)
    with pytest.raises(StoreUnusableError, match="some other program"):
        async with Store.open(path):
            pass
    assert objects(path) == before


@pytest.mark.parametrize(
    "content", [b"no database at all" * 500, b"SQLite format 3\x00" + b"x" * 5000]
)
async def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.db"
    path.write_bytes(content)  # a test
    with pytest.raises(StoreUnusableError, match=r"bad\.db"):
        async with Store.open(path):
            pass


async def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusableError):
        async with Store.open(tmp_path):
            pass
    file = tmp_path / "file"
    file.touch()  # a test
    with pytest.raises(StoreUnusableError):
        async with Store.open(file / "x.db"):
            pass


async def test_many_may_make_the_file_at_once(tmp_path: Path) -> None:
    async def make(path: Path, number: int) -> None:
        async with Store.open(path) as store:
            await added(store, rain(number))

    for turn in range(5):
        path = tmp_path / f"{turn}.db"
        await asyncio.gather(*(make(path, number) for number in range(6)))
        async with Store.open(path) as store:
            assert len((await store.tracks.overlay("s1")).tracks) == 6
