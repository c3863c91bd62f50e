from __future__ import annotations

import pytest

from bot.handlers.reply import Outcome
from bot.handlers.services import Services
from bot.store.store import Store
from tests.handlers.curation import ADMIN, RAIN, done, offered, press, send


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def test_removed_with_what_only_it_needed(services: Services, store: Store) -> None:
    newcomers = {**RAIN, "artists": "Nobody Yet", "drama": "Zzyzx", "create": "yes"}
    await done(services, "addtrack", **newcomers)
    preview = await send(services, "removetrack", ADMIN, {"song": "rain"})
    assert preview.outcome is Outcome.CONFIRM
    removed = await press(services, offered(preview, "confirm:yes"))
    assert removed.outcome is Outcome.DONE
    assert not list((await store.tracks.overlay("s1")).records())


async def test_an_artist_that_others_need_stays(services: Services, store: Store) -> None:
    await done(services, "addtrack", **{**RAIN, "artists": "Nobody Yet"})
    await done(services, "addtrack", **{**RAIN, "title": "Storm", "artists": "Nobody Yet"})
    await done(services, "removetrack", song="own/rain")
    assert list((await store.tracks.overlay("s1")).artists) == ["own/nobody-yet"]


async def test_a_removal_is_undone_exactly(services: Services, store: Store) -> None:
    await done(services, "addtrack", **{**RAIN, "artists": "Nobody Yet", "note": "비 ☔"})
    before = await store.tracks.overlay("s1")
    removed = await done(services, "removetrack", song="own/rain")
    await press(services, removed.choices[0])
    assert await store.tracks.overlay("s1") == before


async def test_shared_tracks_can_t_be_removed(services: Services) -> None:
    reply = await send(services, "removetrack", ADMIN, {"song": "sun/everytime", "confirm": "yes"})
    assert reply.outcome is Outcome.INVALID
    assert "shared" in reply.body


async def test_unknown_and_ambiguous_names(services: Services) -> None:
    unknown = await send(services, "removetrack", ADMIN, {"song": "qqqqqqqq", "confirm": "yes"})
    assert unknown.outcome is Outcome.NOT_FOUND
    several = await send(services, "removetrack", ADMIN, {"song": "everytime", "confirm": "yes"})
    assert several.outcome is Outcome.AMBIGUOUS
    assert "confirm" not in several.choices[0].action.arguments
