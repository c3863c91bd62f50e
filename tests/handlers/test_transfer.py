from __future__ import annotations

from dataclasses import replace

import pytest

from bot.curation.overlay import Overlay
from bot.handlers.perform import perform
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services
from bot.store.bodies import body_of
from bot.store.store import Store
from tests.handlers.curation import ADMIN, MEMBER, RAIN, done, offered, press, send

ELSEWHERE = replace(ADMIN, server="s2")


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def take_in(
    services: Services, data: bytes, caller: Caller = ADMIN, /, **arguments: str
) -> Reply:
    request = Request(Action("import", {"file": "x", **arguments}), caller, {"file": data})
    return await perform(request, services)


async def handed_out(services: Services, format: str, caller: Caller = ADMIN) -> bytes:
    reply = await send(services, "export", caller, {"format": format})
    assert reply.outcome is Outcome.DONE
    [attachment] = reply.attachments
    assert attachment.name == f"ostinato-{caller.server}.{format}"
    return attachment.data


def bodies(overlay: Overlay) -> list[str]:
    """The records without the server they are in."""
    return [body_of(record) for record in overlay.records()]


@pytest.mark.parametrize("format", ["yaml", "csv"])
async def test_to_another_server_and_back(services: Services, store: Store, format: str) -> None:
    await done(services, "addtrack", **{**RAIN, "artists": "Nobody, 비 feat. Chen", "note": "=1"})
    await done(services, "edittrack", song="sun/everytime", part="9", note="Ours ☔")
    data = await handed_out(services, format)
    again = await take_in(services, data, confirm="yes")
    assert again.title == "Nothing to import"
    preview = await take_in(services, data, ELSEWHERE)
    assert preview.outcome is Outcome.CONFIRM
    assert not list((await store.tracks.overlay("s2")).records())
    saved = await press(services, offered(preview, "confirm:yes"), ELSEWHERE)
    assert saved.outcome is Outcome.DONE
    one, other = [bodies(await store.tracks.overlay(s)) for s in ("s1", "s2")]
    assert one == other
    assert await handed_out(services, format, ELSEWHERE) == data
    await press(services, saved.choices[0], ELSEWHERE)
    assert not list((await store.tracks.overlay("s2")).records())


async def test_all_or_nothing(services: Services, store: Store) -> None:
    text = "title,artists,drama\nGood,Gummy,sun\nBad,,sun\n"
    reply = await take_in(services, text.encode(), confirm="yes")
    assert reply.outcome is Outcome.INVALID
    assert "Line 3" in reply.body
    assert not list((await store.tracks.overlay("s1")).records())


async def test_a_large_import_is_one_change(services: Services, store: Store) -> None:
    lines = [f"Song {n},Artist {n % 50},Drama {n % 20}" for n in range(600)]
    text = "\n".join(("title,artists,drama", *lines))
    reply = await take_in(services, text.encode(), confirm="yes")
    assert reply.outcome is Outcome.DONE
    assert len((await store.tracks.overlay("s1")).tracks) == 600
    await done(services, "undo")
    assert not list((await store.tracks.overlay("s1")).records())


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\xfd", b"nonsense", b"tracks: [", b"\x00" * 50])
async def test_what_can_t_be_read_is_explained(services: Services, data: bytes) -> None:
    reply = await take_in(services, data, confirm="yes")
    assert reply.outcome is Outcome.INVALID
    assert reply.body


async def test_members_may_neither(services: Services) -> None:
    for command in ("export", "import"):
        assert (await send(services, command, MEMBER)).outcome is Outcome.NOT_ALLOWED


async def test_without_a_file(services: Services) -> None:
    assert (await send(services, "import")).outcome is Outcome.INVALID
