from __future__ import annotations

import pytest

from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome, Reply, Style
from bot.handlers.request import Caller, Request
from bot.handlers.services import Services
from bot.store.store import Store
from tests.handlers.curation import ADMIN, OTHER, RAIN, done, offered, press, send


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def edit(services: Services, caller: Caller = ADMIN, /, **arguments: str) -> Reply:
    return await send(services, "edittrack", caller, arguments)


async def test_before_and_after_are_shown_then_saved(services: Services, store: Store) -> None:
    await done(services, "addtrack", **RAIN)
    preview = await edit(services, song="rain", part="4", released="2017-01")
    assert preview.outcome is Outcome.CONFIRM
    assert [(f.name, f.value) for f in preview.fields] == [
        ("Part", "3 → 4"),
        ("Release date", "nothing → January 2017"),
    ]
    assert (await store.tracks.overlay("s1")).tracks["own/rain"].part == "3"
    assert (await press(services, offered(preview, "confirm:yes"))).outcome is Outcome.DONE
    track = (await store.tracks.overlay("s1")).tracks["own/rain"]
    assert (track.part, track.released, track.artists) == ("4", "2017-01", ("gummy",))


async def test_a_field_is_emptied(services: Services, store: Store) -> None:
    await done(services, "addtrack", **RAIN)
    await done(services, "edittrack", song="own/rain", part="-")
    assert (await store.tracks.overlay("s1")).tracks["own/rain"].part is None


async def test_nothing_to_change_is_said(services: Services) -> None:
    await done(services, "addtrack", **RAIN)
    reply = await edit(services, song="own/rain", part="3", confirm="yes")
    assert reply.outcome is Outcome.INVALID
    assert "stays as it is" in reply.body


async def test_a_required_field_can_t_be_emptied(services: Services) -> None:
    reply = await edit(services, song="sun/everytime", title="-", confirm="yes")
    assert reply.outcome is Outcome.INVALID


async def test_a_shared_track_is_corrected_here_alone(services: Services) -> None:
    preview = await edit(services, song="sun/everytime", released="2016-02-24", note="Ours.")
    assert "this server only" in preview.body
    await press(services, offered(preview, "confirm:yes"))
    here = (await services.knowledge.view("s1")).catalog.tracks["sun/everytime"]
    there = (await services.knowledge.view("s2")).catalog.tracks["sun/everytime"]
    assert (here.released, there.released) == ("2016-02-24", "2016-02-25")
    assert [f.text for f in here.facts][-1] == "Ours."
    assert here.facts[:-1] == there.facts


async def test_a_correction_is_dropped_again(services: Services, store: Store) -> None:
    await done(services, "edittrack", song="sun/everytime", part="9")
    preview = await edit(services, song="sun/everytime", drop="yes")
    assert [f.value for f in preview.fields] == ["9 → 2"]
    await press(services, offered(preview, "confirm:yes"))
    assert not (await store.tracks.overlay("s1")).corrections
    nothing = await edit(services, song="sun/everytime", drop="yes")
    assert nothing.outcome is Outcome.INVALID


async def test_correcting_back_drops_the_correction(services: Services, store: Store) -> None:
    await done(services, "edittrack", song="sun/everytime", part="9")
    await done(services, "edittrack", song="sun/everytime", part="2")
    assert not (await store.tracks.overlay("s1")).corrections


async def test_a_correction_follows_the_shared_base_elsewhere(
    services: Services, store: Store
) -> None:
    await done(services, "edittrack", song="sun/everytime", part="9")
    [kept] = (await store.tracks.overlay("s1")).corrections.values()
    assert dict(kept.fields) == {"part": "9"}


async def test_a_change_in_between_is_shown_first(services: Services) -> None:
    await done(services, "addtrack", **RAIN)
    preview = await edit(services, song="own/rain", part="4")
    await send(
        services, "edittrack", OTHER, {"song": "own/rain", "title": "Rains", "confirm": "yes"}
    )
    again = await press(services, offered(preview, "confirm:yes"))
    assert again.outcome is Outcome.CONFIRM
    assert "look again" in again.body
    assert (await press(services, offered(again, "confirm:yes"))).outcome is Outcome.DONE


async def test_another_artist_leaves_no_orphan(services: Services, store: Store) -> None:
    await done(services, "addtrack", **{**RAIN, "artists": "Nobody Yet"})
    await done(services, "edittrack", song="own/rain", artists="Chen")
    overlay = await store.tracks.overlay("s1")
    assert not overlay.artists
    await done(services, "undo")
    assert list((await store.tracks.overlay("s1")).artists) == ["own/nobody-yet"]


async def test_an_ambiguous_song_keeps_what_was_typed(services: Services) -> None:
    asked = await edit(services, song="everytime", part="7")
    assert asked.outcome is Outcome.AMBIGUOUS
    preview = await press(services, offered(asked, "rain/everytime"))
    assert [f.value for f in preview.fields] == ["1 → 7"]


async def test_the_form_begins_with_the_track_as_it_is(services: Services) -> None:
    asked = await edit(services, song="sun/everytime")
    [form] = [c for c in asked.choices if c.style is Style.FORM]
    fill = COMMANDS["edittrack"].fill
    assert fill
    filled = await fill(Request(form.action, ADMIN), services)
    assert filled
    assert filled["artists"] == "Chen, Punch"
    assert filled["released"] == "2016-02-25"


async def test_members_may_not(services: Services) -> None:
    reply = await edit(services, Caller("u1", "s1"), song="sun/everytime", part="9")
    assert reply.outcome is Outcome.NOT_ALLOWED
