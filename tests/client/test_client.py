"""Coming, going, and telling Discord which commands there are."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
import simcord

from bot.client.client import Client
from bot.client.invite import invitation
from bot.client.serve import serve
from bot.compose import open_services
from bot.handlers.cooldown import UNLIMITED
from bot.handlers.services import Services
from bot.settings import Settings
from tests.client.conftest import Scene
from tests.fixed import FixedKnowledge


class Log:
    """Notes what it is told about servers."""

    def __init__(self) -> None:
        self.told: list[tuple[str, object]] = []

    async def joined(self, server: str) -> None:
        self.told.append(("joined", server))

    async def left(self, server: str) -> None:
        self.told.append(("left", server))

    async def present(self, servers: Collection[str]) -> None:
        self.told.append(("present", list(servers)))


def registrations(env: simcord.Env) -> int:
    return sum(r.method == "PUT" and r.path.endswith("/commands") for r in env.http_requests)


async def test_commands_are_sent_only_when_they_changed(
    scene: Scene, restarted: Client, services: Services, tmp_path: Path
) -> None:
    assert registrations(scene.env) == 1
    await scene.env.restart_bot(restarted)
    assert registrations(scene.env) == 1
    fewer = {k: v for k, v in services.commands.items() if k != "random"}
    await scene.env.restart_bot(Client(replace(services, commands=fewer), tmp_path / "ledger"))
    assert registrations(scene.env) == 2


async def test_a_refused_registration_is_tried_again(services: Services, tmp_path: Path) -> None:
    ledger = tmp_path / "deep" / "ledger"
    client = Client(services, ledger)
    env = simcord.Env(client, shard_count=1)
    env.inject_error("PUT", "/applications/*/commands", status=500, times=10)
    await env.start()
    assert not ledger.exists()
    await env.shutdown()


async def test_servers_are_told_apart(probing: Services, tmp_path: Path) -> None:
    log = Log()
    env = simcord.Env(Client(replace(probing, servers=log), tmp_path / "ledger"), shard_count=1)
    await env.start()
    guild = env.create_guild()
    await env.restart_bot()
    assert log.told == [("present", []), ("present", [str(guild.id)])]
    joined = env.bot.get_guild(guild.id)
    assert joined is not None
    env.bot.dispatch("guild_join", joined)  # simcord has every server there from the start
    await env.settle()
    assert log.told[-1] == ("joined", str(guild.id))
    await joined.leave()
    await env.settle()
    assert log.told[-1] == ("left", str(guild.id))
    await env.shutdown()


async def test_the_owner_hears_of_a_failed_reload(scene: Scene, client: Client) -> None:
    knowledge = client.services.knowledge
    assert isinstance(knowledge, FixedKnowledge)
    await client.reload()
    assert not [r for r in scene.env.http_requests if r.path == "/users/@me/channels"]
    knowledge.problems = ("a.yaml:3: title: missing",)
    await client.reload()
    (message,) = [r for r in scene.env.http_requests if r.path.endswith("/messages")]
    assert "a.yaml:3" in str(message.json)


def test_the_invitation_asks_for_the_least() -> None:
    link = invitation("42")
    assert "client_id=42" in link
    assert "scope=bot+applications.commands" in link
    permissions = int(link.partition("permissions=")[2].partition("&")[0])
    assert permissions & 0x8 == 0  # never Administrator
    assert permissions & 0x20 == 0  # nor Manage Server


async def test_without_a_token_it_says_what_to_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    settings = Settings(cache=tmp_path / "cache.db", knowledge=tmp_path / "nowhere")
    code = await serve("", "42", open_services(settings, UNLIMITED), tmp_path / "ledger")
    told = capsys.readouterr().err
    assert code == 2
    for step in ("discord.com/developers/applications", ".env", "DISCORD_TOKEN", invitation("42")):
        assert step in told


async def test_answers_under_way_are_finished_before_it_stops(client: Client) -> None:
    finished = []

    async def answer() -> None:
        with client._working():
            await asyncio.sleep(0.01)
            finished.append(True)

    async with client:
        task = asyncio.create_task(answer())
        await asyncio.sleep(0)
        await client.close()
        assert finished
    await task


async def told(scene: Scene) -> list[str]:
    last = scene.ann.user.dm_channel.last_message
    return [last.content] if last else []


async def test_news_reach_a_member_by_direct_message(scene: Scene, client: Client) -> None:
    await decided(scene)
    assert ["Rain" in text for text in await told(scene)] == [True]
    assert not (await client.services.store.notices.arrive(None, str(scene.ann.id))).news


async def test_who_takes_no_messages_hears_with_the_next_answer(scene: Scene) -> None:
    scene.env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    await decided(scene)
    assert await told(scene) == []
    answer = await scene.ann.slash(scene.channel, "about")
    assert answer.response is not None
    assert not answer.response.ephemeral
    assert "News for you" not in [f.name for f in answer.response.embeds[0].fields]
    (news,) = answer.followups
    assert news.ephemeral
    assert "Rain" in (news.embeds[0].fields[0].value or "")


async def decided(scene: Scene) -> None:
    """Ann suggests a song, and the admin turns it down."""
    preview = await scene.ann.slash(
        scene.channel, "suggest", title="Rain", artists="Gummy", drama="Rainy Season"
    )
    assert preview.response is not None
    await scene.ann.click(preview.response, label="Suggest it")
    await scene.admin.slash(scene.channel, "queue", reject=1, reason="Not of this drama.")
