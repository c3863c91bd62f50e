from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome, Reply, Style
from bot.handlers.request import Caller, Request
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.store.store import Store
from tests.fixed import LaidOver
from tests.handlers.curation import ADMIN, MEMBER, OTHER, RAIN, offered, press, send

FRIEND = Caller("u8", "s1")


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def suggested(services: Services, caller: Caller = MEMBER, /, **arguments: str) -> Reply:
    return await send(services, "suggest", caller, {**arguments, "confirm": "yes"})


async def news(services: Services, caller: Caller = MEMBER) -> list[str]:
    reply = await send(services, "about", caller)
    return [f.value for f in reply.fields if f.name == "News for you"]


async def test_previewed_suggested_and_approved(services: Services, store: Store) -> None:
    preview = await send(services, "suggest", MEMBER, RAIN)
    assert preview.outcome is Outcome.CONFIRM
    sent = await press(services, offered(preview, "confirm:yes"), MEMBER)
    assert sent.outcome is Outcome.DONE
    assert not (await store.tracks.overlay("s1")).tracks
    look = await press(services, (await send(services, "queue")).choices[0])
    assert ("Part", "3") in [(f.name, f.value) for f in look.fields]
    approved = await press(services, offered(look, "approve"))
    assert approved.outcome is Outcome.DONE
    assert (await store.tracks.overlay("s1")).tracks["own/rain"].part == "3"
    change = await store.tracks.change("s1", 1)
    assert change is not None
    assert change.actor == "u1"
    assert await news(services) == [
        "Your suggestion “Rain” was taken: it is in the server's list now."
    ]
    assert await news(services) == []


async def test_a_correction_is_edited_and_approved(services: Services, store: Store) -> None:
    await suggested(services, song="sun/everytime", part="9")
    look = await send(services, "queue", ADMIN, {"suggestion": "1"})
    assert [f.value for f in look.fields] == ["2 → 9"]
    [form] = [c for c in look.choices if c.label == "Edit and approve"]
    fill = COMMANDS[form.action.command].fill
    assert fill
    filled = await fill(Request(form.action, ADMIN), services)
    assert filled is not None
    assert filled["part"] == "9"
    edited = replace(
        form, action=replace(form.action, arguments={**form.action.arguments, "part": "8"})
    )
    preview = await press(services, edited)
    assert (await press(services, offered(preview, "confirm:yes"))).outcome is Outcome.DONE
    view = await services.knowledge.view("s1")
    assert view.catalog.tracks["sun/everytime"].part == "8"
    assert len(await news(services)) == 1
    assert (await send(services, "queue")).title == "The queue is empty"


async def test_rejected_with_a_reason_that_the_member_reads(services: Services) -> None:
    await suggested(services, **RAIN)
    unexplained = await send(services, "queue", ADMIN, {"reject": "1"})
    assert unexplained.outcome is Outcome.INVALID
    assert [c.style for c in unexplained.choices] == [Style.FORM]
    rejected = await send(services, "queue", ADMIN, {"reject": "1", "reason": "Not a drama."})
    assert rejected.outcome is Outcome.DONE
    assert await news(services) == ["Your suggestion “Rain” was not taken: Not a drama."]
    again = await send(services, "queue", ADMIN, {"approve": "1"})
    assert again.outcome is Outcome.NOT_FOUND


async def test_one_reviewer_at_a_time_and_a_claim_expires(catalog: Catalog, tmp_path: Path) -> None:
    moment = [datetime(2026, 1, 1, tzinfo=UTC)]
    async with Store.open(tmp_path / "clock.db", clock=lambda: moment[0]) as store:
        services = Services(
            commands=COMMANDS, knowledge=LaidOver(catalog, store.tracks), store=store
        )
        await suggested(services, **RAIN)
        await send(services, "queue", ADMIN, {"suggestion": "1"})
        for arguments in ({"suggestion": "1"}, {"approve": "1"}, {"reject": "1", "reason": "no"}):
            reply = await send(services, "queue", OTHER, arguments)
            assert reply.outcome is Outcome.NOT_ALLOWED
            assert "u1" in reply.body
        moment[0] += timedelta(minutes=16)
        reply = await send(services, "queue", OTHER, {"approve": "1"})
        assert reply.outcome is Outcome.DONE


async def test_duplicates_join_and_all_hear_of_it(services: Services) -> None:
    await suggested(services, **RAIN)
    joined = await suggested(services, FRIEND, **{**RAIN, "title": "RAIN!"})
    assert "share it" in joined.body
    assert (await suggested(services, **RAIN)).outcome is Outcome.INVALID
    await send(services, "queue", ADMIN, {"approve": "1"})
    assert len(await news(services)) == len(await news(services, FRIEND)) == 1


async def test_five_may_wait_and_nothing_typed_is_lost(services: Services) -> None:
    titles = ["Alpha", "Bravo", "Charlie", "Delta", "Echo"]
    for title in titles:
        assert (await suggested(services, **{**RAIN, "title": title})).outcome is Outcome.DONE
    sixth = await suggested(services, **{**RAIN, "title": "Foxtrot"})
    assert sixth.outcome is Outcome.INVALID
    await send(services, "queue", ADMIN, {"reject": "1", "reason": "no"})
    assert (await press(services, sixth.choices[0], MEMBER)).outcome is Outcome.DONE


async def test_a_server_may_take_none(services: Services) -> None:
    await send(services, "settings", ADMIN, {"suggestions": "no"})
    assert (await suggested(services, **RAIN)).outcome is Outcome.NOT_ALLOWED


async def test_members_may_not_review(services: Services) -> None:
    await suggested(services, **RAIN)
    for arguments in ({}, {"suggestion": "1"}, {"approve": "1"}, {"reject": "1", "reason": "x"}):
        assert (await send(services, "queue", MEMBER, arguments)).outcome is Outcome.NOT_ALLOWED


async def test_another_server_s_queue_is_its_own(services: Services) -> None:
    await suggested(services, **RAIN)
    elsewhere = replace(ADMIN, server="s2")
    assert (await send(services, "queue", elsewhere, {"approve": "1"})).outcome is Outcome.NOT_FOUND
    assert (await send(services, "queue", elsewhere)).title == "The queue is empty"


async def test_a_double_approval_saves_once(services: Services, store: Store) -> None:
    await suggested(services, **RAIN)
    look = await send(services, "queue", ADMIN, {"suggestion": "1"})
    await press(services, offered(look, "approve"))
    assert (await press(services, offered(look, "approve"))).outcome is Outcome.NOT_FOUND
    assert len((await store.tracks.overlay("s1")).tracks) == 1


async def test_what_it_was_about_may_be_gone(services: Services, store: Store) -> None:
    await send(services, "addtrack", ADMIN, {**RAIN, "confirm": "yes"})
    await suggested(services, song="own/rain", part="9")
    await send(services, "removetrack", ADMIN, {"song": "own/rain", "confirm": "yes"})
    approved = await send(services, "queue", ADMIN, {"approve": "1"})
    assert approved.outcome is not Outcome.DONE
    look = await send(services, "queue", ADMIN, {"suggestion": "1"})
    assert look.outcome is Outcome.FOUND


async def test_the_outbox_is_sent_once_or_shown(store: Store, services: Services) -> None:
    await suggested(services, **RAIN)
    await suggested(services, FRIEND, **RAIN)
    await send(services, "queue", ADMIN, {"approve": "1"})
    first, second = await store.notices.claim(), await store.notices.claim()
    assert first and second
    assert await store.notices.claim() is None
    assert await store.notices.take(first.member) == ()
    await store.notices.delivered(first.id)
    await store.notices.refused(second.id)
    assert await store.notices.claim() is None
    assert await store.notices.take(second.member) == (second.text,)
