from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.curation.history import Asked
from bot.handlers.reply import Outcome
from bot.handlers.request import Caller
from bot.handlers.services import Services
from bot.store.store import Store
from tests.handlers.curation import ADMIN, MEMBER, RAIN, offered, press, send
from tests.store.lists import added, rain

moment = [datetime(2026, 1, 1, tzinfo=UTC)]


@pytest.fixture
async def aging(tmp_path: Path) -> AsyncIterator[Store]:
    moment[0] = datetime(2026, 1, 1, tzinfo=UTC)
    async with Store.open(tmp_path / "aging.db", clock=lambda: moment[0]) as store:
        for server in ("11", "22", "terminal"):
            await added(store, rain(1), server=server)
        yield store


async def kept(store: Store) -> set[str]:
    servers = ("11", "22", "terminal")
    return {s for s in servers if (await store.tracks.changes(s, Asked())).total}


async def test_thirty_days_after_the_bot_left(aging: Store) -> None:
    await aging.servers.left("11")
    moment[0] += timedelta(days=29)
    assert await aging.servers.purge_due() == 0
    moment[0] += timedelta(days=2)
    assert await aging.servers.purge_due() == 1
    assert await kept(aging) == {"22", "terminal"}


async def test_coming_back_in_time_keeps_everything(aging: Store) -> None:
    await aging.servers.left("11")
    await aging.servers.joined("11")
    moment[0] += timedelta(days=90)
    assert await aging.servers.purge_due() == 0


async def test_a_server_left_while_the_bot_was_off(aging: Store) -> None:
    await aging.servers.present(["22"])
    moment[0] += timedelta(days=20)
    await aging.servers.present(["22"])
    moment[0] += timedelta(days=11)
    assert await aging.servers.purge_due() == 1
    assert await kept(aging) == {"22", "terminal"}


async def test_a_purged_server_that_returns_repeats_no_revision(aging: Store) -> None:
    before = await aging.tracks.revision("11")
    await aging.servers.purge("11")
    assert await aging.tracks.revision("11") == 0
    await added(aging, rain(2), server="11")
    assert await aging.tracks.revision("11") != before


async def test_an_admin_purges_the_server_alone(curating: Services, store: Store) -> None:
    await send(curating, "addtrack", ADMIN, {**RAIN, "confirm": "yes"})
    await send(curating, "undo")
    await send(curating, "suggest", MEMBER, {**RAIN, "confirm": "yes"})
    await added(store, rain(1), server="s2")
    assert (await send(curating, "purge", MEMBER)).outcome is Outcome.NOT_ALLOWED
    asked = await send(curating, "purge")
    everything = json.loads(asked.attachments[0].data)
    counts = {table: len(entries) for table, entries in everything.items()}
    assert counts == {"record": 0, "change": 2, "edit": 2, "suggestion": 1, "suggester": 1}
    assert (await press(curating, offered(asked, "confirm:yes"))).outcome is Outcome.DONE
    assert not (await store.tracks.changes("s1", Asked())).total
    assert (await store.tracks.changes("s2", Asked())).total == 1
    nowhere = await send(curating, "purge", Caller("u1", None, grants=ADMIN.grants))
    assert nowhere.outcome is Outcome.NOT_ALLOWED
