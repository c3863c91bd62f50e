from __future__ import annotations

import pytest

from bot.handlers.perform import perform
from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome, Reply, Style
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services
from bot.store.store import Store
from tests.handlers.curation import ADMIN, RAIN, offered, press, send


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def add(services: Services, **arguments: str) -> Reply:
    return await send(services, "addtrack", ADMIN, arguments)


async def song(services: Services, title: str, server: str | None = "s1") -> Reply:
    return await perform(Request(Action("song", {"song": title}), Caller("u9", server)), services)


async def test_previewed_confirmed_and_found_in_that_server_alone(services: Services) -> None:
    preview = await add(services, **RAIN)
    assert preview.outcome is Outcome.CONFIRM
    assert (await song(services, "Rain")).outcome is not Outcome.FOUND
    saved = await press(services, offered(preview, "confirm:yes"))
    assert saved.outcome is Outcome.DONE
    assert (await song(services, "Rain")).title == "Rain"
    for elsewhere in ("s2", None):
        assert (await song(services, "Rain", elsewhere)).outcome is not Outcome.FOUND


async def test_one_line_with_confirmation_saves_with_its_history(
    services: Services, store: Store
) -> None:
    reply = await add(services, **RAIN, confirm="yes")
    assert reply.outcome is Outcome.DONE
    change = await store.tracks.change("s1", 1)
    assert change is not None
    assert change.actor == "u1"
    [edit] = change.edits
    assert edit.before is None
    assert edit.after == (await store.tracks.overlay("s1")).tracks["own/rain"]


async def test_a_second_press_saves_nothing_more(services: Services, store: Store) -> None:
    preview = await add(services, **RAIN)
    await press(services, offered(preview, "confirm:yes"))
    again = await press(services, offered(preview, "confirm:yes"))
    assert again.outcome is Outcome.INVALID
    assert len((await store.tracks.overlay("s1")).tracks) == 1


async def test_members_may_not_and_a_lost_permission_counts(services: Services) -> None:
    member = Caller("u1", "s1")
    refused = await send(services, "addtrack", member, RAIN)
    assert refused.outcome is Outcome.NOT_ALLOWED
    preview = await add(services, **RAIN)
    refused = await press(services, offered(preview, "confirm:yes"), member)
    assert refused.outcome is Outcome.NOT_ALLOWED
    assert "Manage Server" in refused.body


async def test_a_draft_is_its_authors_alone(services: Services) -> None:
    preview = await add(services, **RAIN)
    for other in (
        Caller("u2", "s1", grants=ADMIN.grants),
        Caller("u1", "s2", grants=ADMIN.grants),
    ):
        reply = await press(services, offered(preview, "confirm:yes"), other)
        assert reply.outcome is Outcome.INVALID


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("title", "", "missing"),
        ("title", "x" * 500, "500"),
        ("title", "a\x00b", "can't be shown"),
        ("title", "\u200b\u2060", "can't be shown"),
        ("title", "a\u202eb", "can't be shown"),
        ("title", "\ufffd", "can't be shown"),
        ("artists", " , ", "empty"),
        ("released", "2016-02-30", "no such day"),
        ("released", "soon", "not a date"),
        ("released", "1066", "can't be the year"),
        ("link", "javascript:alert(1)", "Only web addresses"),
        ("link", "https://", "Only web addresses"),
        ("link", "https://user@evil.example", "@"),
        ("link", "http://[", "web address"),
    ],
)
async def test_bad_input_is_explained_and_the_rest_is_kept(
    services: Services, field: str, text: str, word: str
) -> None:
    wrong = await add(services, **{**RAIN, field: text, "note": "Slow."}, confirm="yes")
    assert wrong.outcome is Outcome.INVALID
    assert word in wrong.body
    [form] = [c for c in wrong.choices if c.style is Style.FORM]
    fill = COMMANDS["addtrack"].fill
    assert fill
    filled = await fill(Request(form.action, ADMIN), services)
    assert filled == {**RAIN, field: text, "note": "Slow."}
    right = {"title": "Rain", "artists": "Gummy", "released": "2016", "link": ""}[field]
    draft = form.action.arguments["draft"]
    mended = await add(services, draft=draft, confirm="yes", **{field: right})
    assert mended.outcome is Outcome.DONE, mended.body


async def test_every_problem_is_told_at_once(services: Services) -> None:
    reply = await add(services, drama="x", released="2016-13", link="ftp://a")
    assert len(reply.body.splitlines()) == 4


async def test_an_unknown_drama_is_offered_for_creation(services: Services) -> None:
    asked = await add(services, title="Rain", artists="Gummy", drama="Zzyzx Quartet")
    assert asked.outcome is Outcome.INVALID
    preview = await press(services, offered(asked, "create:yes"))
    assert preview.outcome is Outcome.CONFIRM
    assert "Zzyzx Quartet (new)" in [f.value for f in preview.fields]
    await press(services, offered(preview, "confirm:yes"))
    request = Request(Action("drama", {"drama": "zzyzx quartet"}), Caller("u9", "s1"))
    assert (await perform(request, services)).title == "Zzyzx Quartet"


async def test_approval_to_create_holds_for_that_name_only(services: Services) -> None:
    asked = await add(services, title="Rain", artists="Gummy", drama="Zzyzx Quartet")
    preview = await press(services, offered(asked, "create:yes"))
    draft = preview.choices[0].action.arguments["draft"]
    other = await add(services, draft=draft, drama="Qwertyuiop", confirm="yes")
    assert other.outcome is Outcome.INVALID


async def test_a_near_artist_is_asked_about(services: Services, store: Store) -> None:
    asked = await add(services, **{**RAIN, "artists": "Gumy, Punch"})
    assert asked.outcome is Outcome.AMBIGUOUS
    preview = await press(services, offered(asked, "gummy"))
    assert preview.outcome is Outcome.CONFIRM
    await press(services, offered(preview, "confirm:yes"))
    assert (await store.tracks.overlay("s1")).tracks["own/rain"].artists == ("gummy", "punch")


async def test_a_near_artist_may_be_somebody_else(services: Services, store: Store) -> None:
    asked = await add(services, **{**RAIN, "artists": "Gumy"})
    [new] = [c for c in asked.choices if "somebody else" in c.label]
    preview = await press(services, new)
    await press(services, offered(preview, "confirm:yes"))
    overlay = await store.tracks.overlay("s1")
    assert overlay.tracks["own/rain"].artists == ("own/gumy",)
    assert overlay.artists["own/gumy"].name == "Gumy"


async def test_newcomers_and_guests_are_made_once(services: Services, store: Store) -> None:
    reply = await add(
        services, **{**RAIN, "artists": "Nobody Yet feat. Chen, nobody yet"}, confirm="yes"
    )
    assert reply.outcome is Outcome.DONE
    overlay = await store.tracks.overlay("s1")
    track = overlay.tracks["own/rain"]
    assert track.artists == ("own/nobody-yet",)
    assert track.featuring == ("chen", "own/nobody-yet")
    assert list(overlay.artists) == ["own/nobody-yet"]


async def test_a_likely_duplicate_is_shown(services: Services) -> None:
    preview = await add(services, title="Everytime", artists="Chen", drama="DOTS")
    assert preview.outcome is Outcome.CONFIRM
    assert "Everytime — Chen, Punch" in preview.body
    fresh = await add(
        services, title="Everytime", artists="Nobody Yet", drama="Zzyzx", create="yes"
    )
    assert "looks like" not in fresh.body


async def test_a_misspelt_drama_is_told(services: Services) -> None:
    preview = await add(services, **{**RAIN, "drama": "Rainy Seson"})
    assert "I read “Rainy Seson” as Rainy Season." in preview.body


async def test_mentions_are_text(services: Services) -> None:
    await add(services, **{**RAIN, "title": "@everyone"}, confirm="yes")
    assert (await song(services, "@everyone")).title == "@everyone"


async def test_cancelling_forgets(services: Services) -> None:
    preview = await add(services, **RAIN)
    cancelled = await press(services, offered(preview, "cancel:yes"))
    assert cancelled.outcome is Outcome.DONE
    assert (await press(services, offered(preview, "confirm:yes"))).outcome is Outcome.INVALID


async def test_buttons_fit_in_discord(services: Services) -> None:
    long = {"title": "가" * 200, "artists": "나" * 150, "drama": "다" * 200}
    asked = await add(services, **long)
    preview = await press(services, offered(asked, "create:yes"))
    for choice in (*asked.choices, *preview.choices):
        carried = "".join((choice.action.command, *choice.action.arguments.values()))
        assert len(carried) <= 70
        assert len(choice.label) <= 80
