"""A conversation with the real client over real sockets."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from tests.end_to_end import payloads
from tests.end_to_end.conftest import Running
from tests.end_to_end.description import Description

pytestmark = pytest.mark.asyncio(loop_scope="module")

IN_PLACE, FORM = 7, 9


async def test_it_connects_with_few_intents_and_registers_its_commands(bot: Running) -> None:
    assert bot.discord.identified["intents"] == 1 << 0 | 1 << 9 | 1 << 12
    call = await bot.discord.call(lambda c: c.method == "PUT")
    commands = {c["name"]: c for c in call.body}
    assert commands["addtrack"]["default_member_permissions"] == 1 << 5
    assert {"song", "artist", "drama", "help"} <= set(commands)


async def test_a_song_is_looked_up_and_an_unclear_name_settled(bot: Running) -> None:
    asked = await bot.member.slash("song", song="everytime")
    assert asked.title == "Which song?"
    label = "Everytime — Chen · Descendants of the Sun"
    settled = await bot.member.press(asked, label)
    assert settled.kind == IN_PLACE
    assert settled.title == "Everytime"
    refused = await bot.admin.press(asked, label)
    assert refused.private


async def test_names_are_offered_while_typing(bot: Running) -> None:
    offered = await bot.member.typing("song", "song", "every")
    assert "Everytime — Gummy · Rainy Season" in offered.names


async def test_a_member_may_not_add_a_song(bot: Running) -> None:
    refused = await bot.member.slash("addtrack", title="Rain")
    assert refused.private
    assert "Manage Server" in refused.text


async def test_an_admin_adds_a_song_which_is_found_at_once(bot: Running) -> None:
    form = await bot.admin.slash("addtrack")
    assert form.kind == FORM
    preview = await bot.admin.submit(
        form, title="Wet Streets", artists="Gummy", drama="Rainy Season"
    )
    assert "Wet Streets" in preview.text
    added = await bot.admin.press(preview, _label(preview.data, style=1))
    assert "Wet Streets" in added.text
    found = await bot.member.slash("song", song="wet street")
    assert found.title == "Wet Streets"
    offered = await bot.member.typing("song", "song", "wet")
    assert offered.names[0] == "Wet Streets — Gummy · Rainy Season"
    elsewhere = await bot.stranger.typing("song", "song", "wet")
    assert not [name for name in elsewhere.names if "Wet" in name]
    assert (await bot.stranger.slash("song", song="wet streets")).title != "Wet Streets"


def _label(data: payloads.Payload, style: int) -> str:
    """The first button of that style."""
    parts = (part for row in data["components"] for part in row["components"])
    return str(next(part["label"] for part in parts if part.get("style") == style))


async def test_what_is_wrong_in_a_form_can_be_mended(bot: Running) -> None:
    form = await bot.admin.slash("addtrack")
    texts = {"title": "x" * 90, "artists": "Gummy", "drama": "Rainy Season"}
    refused = await bot.admin.submit(form, **{**texts, "released": "30 February"})
    assert refused.private
    again = await bot.admin.press(refused, "Edit")
    assert again.kind == FORM
    assert texts["title"] in again.text
    mended = await bot.admin.submit(again, released="2016-02-30", title="Puddle")
    assert mended.kind == IN_PLACE
    assert "Puddle" in mended.text


async def test_a_mention_is_answered_by_a_message(bot: Running) -> None:
    me = payloads.user(payloads.BOT, "ostinato", bot=True)
    call = await bot.member.say(f"<@{payloads.BOT}> who sings Everytime?", mentions=[me])
    assert str(call.body["message_reference"]["channel_id"]) == payloads.CHANNEL
    assert call.body["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_it_comes_to_a_server_and_goes(bot: Running) -> None:
    other = {**payloads.guild(), "id": "200000000000000009", "channels": [], "members": []}
    await bot.discord.send("GUILD_CREATE", other)
    assert (await bot.stranger.slash("about")).title
    await bot.discord.send("GUILD_DELETE", {"id": other["id"]})
    assert (await bot.member.slash("about")).title


async def test_it_reads_the_knowledge_again_on_sighup(bot: Running) -> None:
    bot.process.send_signal(signal.SIGHUP)
    while "reload" not in bot.log.read_text():
        await bot.member.slash("about")


@pytest.mark.skipif("DISCORD_OPENAPI" not in os.environ, reason="set it to the description's path")
async def test_every_call_is_as_discord_describes_it(bot: Running) -> None:
    description = Description(Path(os.environ["DISCORD_OPENAPI"]))
    assert [o for call in bot.discord.calls for o in description.objections(call)] == []


async def test_it_stops_when_told_to_after_the_last_answer(bot: Running) -> None:
    answer = await bot.member.slash("about")
    assert "Ostinato" in answer.title
    bot.process.terminate()
    assert await bot.stopped() == 0
    lines = [json.loads(line) for line in bot.log.read_text().splitlines()]
    assert not [line for line in lines if line["level"] in ("ERROR", "CRITICAL")]
    assert "simulated-token" not in bot.log.read_text()
