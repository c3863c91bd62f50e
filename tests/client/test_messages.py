"""Who is answered in plain messages, how, and who is not."""

from __future__ import annotations

import discord

from tests.client.conftest import Scene


def said(scene: Scene) -> list[discord.Message]:
    me = scene.guild.me
    assert me is not None
    return [m for m in scene.channel.history() if m.author.id == me.id]


def mention(scene: Scene) -> str:
    me = scene.guild.me
    assert me is not None
    return me.mention


async def test_a_mention_is_answered_by_a_reply(scene: Scene) -> None:
    asked = await scene.ann.send(scene.channel, f"{mention(scene)} who sings Always?")
    (answer,) = said(scene)
    assert answer.embeds[0].description == "You ask: who sings Always?"
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    (sent,) = [r for r in scene.env.http_requests if r.path.endswith("/messages")]
    assert isinstance(sent.json, dict)
    assert sent.json["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_a_reply_to_an_answer_goes_on(scene: Scene) -> None:
    await scene.ann.send(scene.channel, f"{mention(scene)} hello")
    (first,) = said(scene)
    await scene.ann.send(scene.channel, "and who else?", reply_to=first)
    assert said(scene)[-1].embeds[0].description == "You ask: and who else?"


async def test_a_direct_message_needs_no_mention(scene: Scene) -> None:
    await scene.ann.send_dm("who sings Always?")
    last = scene.ann.user.dm_channel.last_message
    assert last is not None
    assert last.embeds[0].description == "You ask: who sings Always?"


async def test_talk_among_others_is_left_alone(scene: Scene) -> None:
    await scene.ann.send(scene.channel, "who sings Always?")
    await scene.ann.send(scene.channel, f"{scene.ben.mention} @everyone who sings Always?")
    assert said(scene) == []


async def test_bots_are_left_alone(scene: Scene) -> None:
    robot = scene.guild.add_member(scene.env.create_user("robot", bot=True))
    await robot.send(scene.channel, f"{mention(scene)} who sings Always?")
    await scene.guild.create_webhook(scene.channel).send(f"{mention(scene)} who?")
    assert said(scene) == []


async def test_a_bare_mention_asks_for_help(scene: Scene) -> None:
    await scene.ann.send(scene.channel, mention(scene))
    assert said(scene)[0].embeds[0].description == "You ask: help"


async def test_what_is_private_is_not_said_aloud(scene: Scene) -> None:
    await scene.ann.send(scene.channel, f"{mention(scene)} hush")
    assert said(scene) == []


async def test_text_stands_in_for_a_card(scene: Scene) -> None:
    scene.env.inject_error("POST", "/channels/*/messages", status=403)
    await scene.ann.send(scene.channel, f"{mention(scene)} who sings *Always*?")
    (answer,) = said(scene)
    assert answer.content == r"You ask: who sings \*Always\*?"
    assert answer.reference is None


async def test_a_channel_that_refuses_everything_is_borne(scene: Scene) -> None:
    scene.env.inject_error("POST", "/channels/*/messages", status=403, times=2)
    await scene.ann.send(scene.channel, f"{mention(scene)} who sings Always?")
    assert said(scene) == []
