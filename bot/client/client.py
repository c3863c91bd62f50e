"""The Discord client: what Discord sends becomes actions, and their replies go back."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.client import callers, messages
from bot.client.answer import say
from bot.client.cards import card
from bot.client.commands import INSTALLS, contexts, slash_command
from bot.client.desk import Desk
from bot.client.invite import invitation
from bot.client.sync import sync
from bot.handlers.perform import perform
from bot.handlers.reply import Outcome
from bot.handlers.request import OWNER, Action, Caller, Request
from bot.handlers.services import Services

GRACE = 10.0  # seconds that answers under way get at a stop
STALE = "That command has changed since Discord showed it to you. Please try again in a minute."

# Ostinato never speaks: a warning at each start that it can't would only alarm.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False

log = logging.getLogger(__name__)


def intents() -> discord.Intents:
    """Servers, and messages without their content: Discord adds it where the bot is spoken to."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


def owners_of(application: discord.AppInfo) -> frozenset[int]:
    """Who runs the bot: its owner, or those of the owning team who accepted."""
    if application.team is None:
        return frozenset({application.owner.id})
    accepted = discord.TeamMembershipState.accepted
    return frozenset(m.id for m in application.team.members if m.membership_state is accepted)


class Tree(app_commands.CommandTree["Client"]):
    """The commands; one that Discord shows in an older form is answered too."""

    async def on_error(
        self, interaction: discord.Interaction[Client], error: app_commands.AppCommandError
    ) -> None:
        """Say that the command has changed; anything else was answered where it happened."""
        log.warning("a command could not be read", exc_info=error)
        if not interaction.response.is_done():
            await say(interaction, STALE)


class Client(discord.AutoShardedClient):
    """Ostinato on Discord.

    Args:
        services: What the handlers need.
        ledger: A file that remembers which commands Discord has been told of.
    """

    def __init__(self, services: Services, ledger: Path) -> None:
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.services = replace(services, latency=self._measured)
        self.desk = Desk(self.services, self)
        self.tree = Tree(self)
        self._ledger = ledger
        self._busy: set[asyncio.Task[Any]] = set()
        self._add_commands()

    def _add_commands(self) -> None:
        for command in self.services.commands.values():
            self.tree.add_command(slash_command(command, self._run, self.desk.offer))
        if "ask" in self.services.commands:
            menu = app_commands.ContextMenu(
                name="Find the song here",
                callback=self._find_here,
                allowed_contexts=contexts(),
                allowed_installs=INSTALLS,
            )
            self.tree.add_command(menu)

    async def setup_hook(self) -> None:
        """Learn who owns the bot, and register the commands if they changed."""
        if self.application:
            self.desk.owners = owners_of(self.application)
        if await sync(self.tree, self._ledger):
            log.info("commands registered", extra={"commands": len(self.services.commands)})

    async def on_ready(self) -> None:
        """Say where the bot is."""
        invite = invitation(self.application_id or 0)
        log.info("ready", extra={"servers": len(self.guilds), "invite": invite})
        if self.services.servers:
            await self.services.servers.present([str(g.id) for g in self.guilds])
        await self.desk.deliver()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what the server kept."""
        if self.services.servers:
            await self.services.servers.joined(str(guild.id))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Let what the server kept go, in time."""
        if self.services.servers:
            await self.services.servers.left(str(guild.id))

    async def _run(self, *arguments: Any) -> None:
        with self._working():
            await self.desk.run(*arguments)

    async def _find_here(
        self, interaction: discord.Interaction[Any], message: discord.Message
    ) -> None:
        with self._working():
            await self.desk.find_here(interaction, message)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Answer buttons, menus and forms; the tree has the commands."""
        with self._working():
            if interaction.type is discord.InteractionType.component:
                await self.desk.pressed(interaction)
            elif interaction.type is discord.InteractionType.modal_submit:
                await self.desk.submitted(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a question put to the bot in a message."""
        question = messages.question_in(message, self.user) if self.user else None
        if question is None:
            return
        with self._working():
            caller = callers.of_message(message, self.desk.owners)
            reply = await messages.reply_to(question, caller, self.services)
            if reply:
                await messages.send(message, reply, self.desk.presses)

    async def reload(self) -> None:
        """Read the knowledge again, as /reload does; the owner is told if it can't be used."""
        owner = min(self.desk.owners, default=0)
        caller = Caller(str(owner), grants=frozenset({OWNER}))
        reply = await perform(Request(Action("reload"), caller), self.services)
        if reply.outcome is Outcome.DONE:
            return
        log.error("reload failed", extra={"problems": reply.body})
        try:
            await (await self.fetch_user(owner)).send(embed=card(reply))
        except discord.HTTPException:
            log.warning("the owner could not be told that the reload failed")

    async def close(self) -> None:
        """Finish the answers under way, then leave."""
        under_way = self._busy - {asyncio.current_task()}
        if under_way and not self.is_closed():
            await asyncio.wait(under_way, timeout=GRACE)
        await super().close()

    @contextmanager
    def _working(self) -> Iterator[None]:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  every event runs in a task
        self._busy.add(task)
        try:
            yield
        finally:
            self._busy.discard(task)

    def _measured(self) -> float | None:
        return None if math.isnan(self.latency) else self.latency
