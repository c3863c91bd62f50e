"""A client on a simulated Discord, with the product's commands and some made-up ones."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import discord
import pytest
import simcord

from bot.client.client import Client
from bot.handlers.services import Services
from tests.client.probes import PROBES


@dataclass(frozen=True, slots=True)
class Scene:
    """A server with a channel, an admin and two members."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    admin: simcord.MemberActor
    ann: simcord.MemberActor
    ben: simcord.MemberActor


@pytest.fixture
def probing(services: Services) -> Services:
    return replace(services, commands={**services.commands, **{c.name: c for c in PROBES}})


@pytest.fixture
def client(probing: Services, tmp_path: Path) -> Client:
    return Client(probing, tmp_path / "ledger")


@pytest.fixture
def restarted(probing: Services, tmp_path: Path) -> Client:
    """Another client in the first one's place, as after a restart."""
    return Client(probing, tmp_path / "ledger")


@pytest.fixture
async def env(client: Client) -> AsyncIterator[simcord.Env]:
    """simcord's own fixture, for a client that learns its number of shards from Discord."""
    env = simcord.Env(client, shard_count=1)
    await env.start()
    yield env
    await env.shutdown()
    env.raise_errors()


@pytest.fixture
def scene(env: simcord.Env) -> Scene:
    guild = env.create_guild()
    admins = guild.create_role("Admins", permissions=discord.Permissions(manage_guild=True))
    return Scene(
        env,
        guild,
        guild.create_text_channel("general"),
        guild.add_member(env.create_user("admin"), roles=[admins]),
        guild.add_member(env.create_user("ann")),
        guild.add_member(env.create_user("ben")),
    )
