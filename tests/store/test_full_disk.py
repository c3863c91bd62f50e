"""A file size limit stands in for a full disk: the system refuses to let the file grow."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.curation.trouble import StoreFullError
from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.store.store import Store
from tests.fixed import LaidOver
from tests.handlers.curation import ADMIN, MEMBER, RAIN, done, send
from tests.store.lists import added, rain

if sys.platform == "win32":
    pytest.skip("limits of file sizes are POSIX", allow_module_level=True)
import resource


@contextmanager
def full_disk(at: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (at, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def log_size(path: Path) -> int:
    return path.with_name(f"{path.name}-wal").stat().st_size


async def test_it_is_told_and_what_was_there_stays(catalog: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "full.db"
    async with Store.open(path) as store:
        services = Services(
            commands=COMMANDS, knowledge=LaidOver(catalog, store.tracks), store=store
        )
        await done(services, "addtrack", **RAIN)
        with full_disk(log_size(path) + 5000):
            reply = await send(
                services,
                "addtrack",
                ADMIN,
                {**RAIN, "title": "Storm", "note": "비" * 900, "confirm": "yes"},
            )
            assert reply.outcome is Outcome.FAILED
            assert "disk" in reply.body and "is full" in reply.body
            found = await send(services, "song", MEMBER, {"song": "rain"})
            assert found.outcome is Outcome.FOUND
        await done(services, "addtrack", **{**RAIN, "title": "Storm"})
        assert len((await store.tracks.overlay("s1")).tracks) == 2
    async with Store.open(path) as store:
        assert len((await store.tracks.overlay("s1")).tracks) == 2


async def test_wherever_the_room_ends_nothing_is_half_written(tmp_path: Path) -> None:
    path = tmp_path / "full.db"
    async with Store.open(path) as store:
        await added(store, rain(0))
        for room in range(0, 30000, 1500):
            before = await store.tracks.overlay("s1")
            big = [replace(rain(room + n + 1), title="x" * 3000) for n in range(3)]
            with full_disk(log_size(path) + room):
                try:
                    await added(store, *big[:1])
                except StoreFullError:
                    assert await store.tracks.overlay("s1") == before
        await added(store, rain(99999))
