from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.knowledge import cache as module
from bot.knowledge.cache import Cache
from bot.knowledge.load import load
from tests.knowledge.directory import GOOD, written


def scribble(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to be taken for one" * 40)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def drop_the_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE entry")


def change_the_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE entry RENAME COLUMN seal TO whale")


def age(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 0")


def zero_the_pages(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))


def lie_in_the_data(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE entry SET data = x'5b5b5d5d'")
        db.commit()


@pytest.mark.parametrize(
    "damage",
    [
        Path.unlink,
        scribble,
        truncate,
        empty,
        drop_the_table,
        change_the_table,
        age,
        zero_the_pages,
        lie_in_the_data,
    ],
)
async def test_a_damaged_cache_is_built_again(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    sound = await load(knowledge, cache)
    damage(cache)
    rebuilt = await load(knowledge, cache)
    warm = await load(knowledge, cache)

    assert rebuilt.problems == ()
    assert rebuilt.catalog is not None
    assert sound.catalog is not None
    assert rebuilt.catalog.tracks == sound.catalog.tracks
    assert (rebuilt.parsed, warm.parsed) == (3, 0)


async def test_bytes_flipped_at_random_never_change_an_answer(tmp_path: Path) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    sound = await load(knowledge, cache)
    data = cache.read_bytes()
    dice = random.Random(16)  # noqa: S311  # damage, not secrets
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(dice.choice((1, 8, 200))):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        cache.write_bytes(broken)
        loaded = await load(knowledge, cache)
        assert loaded.problems == ()
        assert loaded.catalog is not None
        assert sound.catalog is not None
        assert loaded.catalog.artists == sound.catalog.artists
        assert loaded.catalog.tracks == sound.catalog.tracks


async def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "theirs.db"
    with closing(sqlite3.connect(cache)) as db:
        db.execute("CREATE TABLE precious (thing TEXT)")
        db.execute("INSERT INTO precious VALUES ('gold')")
        db.commit()
    loaded = await load(knowledge, cache)

    assert loaded.catalog is not None
    with closing(sqlite3.connect(cache)) as db:
        assert db.execute("SELECT * FROM precious").fetchall() == [("gold",)]


async def test_what_was_no_database_is_moved_and_not_deleted(tmp_path: Path) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "notes.txt"
    cache.write_text("my notes " * 100)
    await load(knowledge, cache)

    assert (tmp_path / "notes.txt.damaged").read_text() == "my notes " * 100
    assert (await load(knowledge, cache)).parsed == 0


async def test_a_locked_cache_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    await load(knowledge, cache)
    with closing(sqlite3.connect(cache, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        loaded = await load(knowledge, cache)

    assert loaded.catalog is not None
    assert loaded.parsed == 3
    assert (await load(knowledge, cache)).parsed == 0


async def test_a_directory_in_its_place_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache.db").mkdir()
    loaded = await load(written(tmp_path / "k", GOOD), tmp_path / "cache.db")

    assert loaded.catalog is not None


async def test_a_file_in_place_of_its_directory_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    loaded = await load(written(tmp_path / "k", GOOD), tmp_path / "data" / "cache.db")

    assert loaded.catalog is not None


async def test_other_code_reads_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    before = await load(knowledge, cache)
    monkeypatch.setattr("bot.knowledge.load.__version__", "99.0")
    after = await load(knowledge, cache)

    assert after.parsed == 3
    assert after.fingerprint != before.fingerprint


async def test_a_blob_comes_back_under_its_fingerprint_only(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.db")
    await cache.put_blob("index", "one", b"\x00\xff")
    assert await cache.get_blob("index", "one") == b"\x00\xff"
    assert await cache.get_blob("index", "two") is None
    assert await cache.get_blob("other", "one") is None

    await cache.put_blob("index", "two", b"new")
    assert await cache.get_blob("index", "one") is None
    assert await cache.get_blob("index", "two") == b"new"


async def test_blobs_outlive_a_change_of_files(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    await Cache(path).put_blob("index", "one", b"kept")
    await load(written(tmp_path / "k", GOOD), path)

    assert await Cache(path).get_blob("index", "one") == b"kept"


async def test_removed_files_leave_the_cache_with_the_next_change(tmp_path: Path) -> None:
    more = {**GOOD, "dramas/w.yaml": "title: W\n"}
    knowledge, cache = written(tmp_path / "k", more), tmp_path / "cache.db"
    await load(knowledge, cache)
    (knowledge / "dramas/w.yaml").unlink()
    await load(written(knowledge, {"artists/c.yaml": "- {id: chen, name: C}\n"}), cache)

    with closing(sqlite3.connect(cache)) as db:
        names = {name for (name,) in db.execute("SELECT name FROM entry")}
    assert names == {*GOOD, "*"}


async def test_without_a_path_nothing_is_kept() -> None:
    cache = Cache(None)
    await cache.put_blob("index", "one", b"gone")

    assert await cache.get_blob("index", "one") is None
