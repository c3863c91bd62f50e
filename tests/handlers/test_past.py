from __future__ import annotations

import pytest

from bot.handlers.reply import Outcome
from bot.handlers.services import Services
from bot.store.store import Store
from tests.handlers.curation import ADMIN, OTHER, RAIN, done, offered, press, send


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def titles(store: Store) -> set[str]:
    return {t.title for t in (await store.tracks.overlay("s1")).tracks.values()}


async def test_undo_walks_back_and_redo_forward(services: Services, store: Store) -> None:
    await done(services, "addtrack", **RAIN)
    await done(services, "edittrack", song="own/rain", title="Rains")
    await done(services, "undo")
    assert await titles(store) == {"Rain"}
    undone = await done(services, "undo")
    assert await titles(store) == set()
    nothing = await send(services, "undo")
    assert nothing.outcome is Outcome.NOT_FOUND
    await press(services, undone.choices[0])
    assert await titles(store) == {"Rain"}


async def test_a_number_that_is_none_undoes_nothing(services: Services, store: Store) -> None:
    await done(services, "addtrack", **RAIN)
    refused = await send(services, "undo", ADMIN, {"change": "the last one"})
    assert refused.outcome is Outcome.INVALID
    assert await titles(store) == {"Rain"}


async def test_an_older_change_is_refused_naming_the_newer(
    services: Services, store: Store
) -> None:
    await done(services, "addtrack", **RAIN)
    await done(services, "edittrack", song="own/rain", part="4")
    refused = await send(services, "undo", ADMIN, {"change": "1"})
    assert refused.outcome is Outcome.INVALID
    assert "change 2" in refused.body
    assert "part 3 → 4" in refused.body
    assert await titles(store) == {"Rain"}
    await press(services, refused.choices[0])
    assert (await done(services, "undo", change="1")).outcome is Outcome.DONE


async def test_a_track_that_rests_on_an_artist_holds_it(services: Services) -> None:
    await done(services, "addtrack", **{**RAIN, "artists": "Nobody Yet"})
    await done(services, "addtrack", **{**RAIN, "title": "Storm", "artists": "Nobody Yet"})
    refused = await send(services, "undo", ADMIN, {"change": "1"})
    assert refused.outcome is Outcome.INVALID
    assert "change 2" in refused.body


async def test_a_track_can_t_come_back_without_its_artist(services: Services) -> None:
    await done(services, "addtrack", **{**RAIN, "artists": "Nobody Yet"})
    await done(services, "addtrack", **{**RAIN, "title": "Storm", "artists": "Nobody Yet"})
    await done(services, "removetrack", song="own/storm")
    await done(services, "removetrack", song="own/rain")
    refused = await send(services, "undo", ADMIN, {"change": "3"})
    assert refused.outcome is Outcome.INVALID
    assert "change 4" in refused.body


async def test_undone_twice_is_told(services: Services) -> None:
    await done(services, "addtrack", **RAIN)
    await done(services, "undo", change="1")
    refused = await send(services, "undo", ADMIN, {"change": "1"})
    assert "undone before, by change 2" in refused.body


@pytest.mark.parametrize("change", ["7", "0", "9" * 40])
async def test_no_such_change(services: Services, change: str) -> None:
    await done(services, "addtrack", **RAIN)
    reply = await send(services, "undo", ADMIN, {"change": change})
    assert reply.outcome is Outcome.NOT_FOUND


async def test_history_pages_and_filters(services: Services) -> None:
    for number in range(12):
        await done(services, "addtrack", **{**RAIN, "title": f"Rain {number} {'abc' * number}"})
    await send(services, "edittrack", OTHER, {"song": "own/rain-0", "part": "9", "confirm": "yes"})
    first = await send(services, "history")
    assert first.title == "History (13 changes)"
    assert "changed “Rain 0”: part 3 → 9" in first.body
    second = await press(services, offered(first, "page 2"))
    assert "1. " in second.body
    assert second.body.count("\n") == 2
    hers = await send(services, "history", ADMIN, {"person": "u2"})
    assert hers.title == "History (1 change)"
    of_one = await send(services, "history", ADMIN, {"song": "own/rain-0"})
    assert of_one.title == "History (2 changes)"


async def test_history_of_a_removed_song_and_of_none(services: Services) -> None:
    await done(services, "addtrack", **RAIN)
    await done(services, "removetrack", song="own/rain")
    reply = await send(services, "history", ADMIN, {"song": "own/rain"})
    assert reply.title == "History (2 changes)"
    empty = await send(services, "history", ADMIN, {"song": "sun/everytime"})
    assert empty.outcome is Outcome.NOT_FOUND


async def test_one_server_s_history_is_its_own(services: Services, store: Store) -> None:
    await done(services, "addtrack", **RAIN)
    assert await store.tracks.undo("s2", "u1", 1) is None
    assert await store.tracks.change("s2", 1) is None
