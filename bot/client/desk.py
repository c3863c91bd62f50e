"""Where interactions are received: commands, autocomplete, buttons, menus and forms."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.client import callers
from bot.client.answer import Answer, say
from bot.client.courier import Addresses, deliver
from bot.client.dress import asking_more, mendable
from bot.client.forms import form, shown_in, typed
from bot.client.given import Given, action_of, fetched, too_large
from bot.client.messages import text_of
from bot.client.press import Press, Presses
from bot.client.safe import shown
from bot.handlers.access import missing
from bot.handlers.command import Access, Command
from bot.handlers.complete import complete
from bot.handlers.perform import perform
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services

LONGEST_VALUE = 100  # characters of what autocomplete fills in
EXPIRED = "This button has expired. Please use the command again."
ANOTHERS = "This belongs to the person who asked. Use the command yourself to get your own."
LOST = "This form has expired. Please use the command again. What you typed:"
NO_FILE = "I could not fetch that file from Discord. Please attach it again."
NO_TEXT = "That message has no text that I could look for a song in."

log = logging.getLogger(__name__)


class Desk:
    """Answers interactions through the one funnel. ``owners`` are the ids of the bot's owners."""

    def __init__(self, services: Services, addresses: Addresses) -> None:
        self.services = services
        self._addresses = addresses
        self.presses = Presses()
        self.owners: frozenset[int] = frozenset()

    async def run(self, interaction: discord.Interaction, command: Command, given: Given) -> None:
        """Perform a slash command, or open its form where nothing of it was given."""
        action = action_of(command.name, given)
        bare = command.fill and not any(name in given for name in command.form)
        if bare and await self._opened(interaction, Press(_id(interaction), action)):
            return
        private = command.private or command.access is not Access.ANYONE
        answer = Answer(interaction, self.presses, private=private)
        await self._settle(
            await answer.give(self._performed(self._caller(interaction), action, given))
        )

    async def find_here(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Look for the song that a message speaks of."""
        text = text_of(message)
        if not text:
            await say(interaction, NO_TEXT)
            return
        action = Action("ask", {"question": text})
        answer = Answer(interaction, self.presses)
        await answer.give(self._performed(self._caller(interaction), action))

    async def offer(
        self, interaction: discord.Interaction, command: str, parameter: str, text: str
    ) -> list[app_commands.Choice[str]]:
        """Names for the option being typed. Never raises: no names is an answer too."""
        sent = {k: v for k, v in interaction.namespace if isinstance(v, str)}
        try:
            choices = await complete(
                command,
                parameter,
                {**sent, parameter: text},
                self._caller(interaction),
                self.services,
            )
        except Exception:
            log.exception("autocomplete failed", extra={"command": command})
            return []
        fitting = (c for c in choices if 0 < len(c.value) <= LONGEST_VALUE)
        return [app_commands.Choice(name=c.label[:100], value=c.value) for c in fitting][:25]

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Perform what the button or the menu's option stands for."""
        data: Any = interaction.data
        press = self.presses.read((data.get("values") or [data["custom_id"]])[0])
        if press is None:
            await say(interaction, EXPIRED)
        elif press.owner != _id(interaction):
            await say(interaction, ANOTHERS)
        elif not (press.form and await self._opened(interaction, press)):
            await self._follow(interaction, press, press.action)

    async def submitted(self, interaction: discord.Interaction) -> None:
        """Perform the command that a form was filled in for."""
        data: Any = interaction.data
        press, texts = self.presses.read(data["custom_id"]), typed(data)
        if press is None:
            lines = (f"{name}: {text}" for name, text in texts.items() if text)
            await say(interaction, f"{LOST}\n{shown(chr(10).join(lines), 1800)}")
            return
        if press.owner != _id(interaction):
            await say(interaction, ANOTHERS)
            return
        action = Action(press.action.command, {**press.action.arguments, **texts})
        await self._follow(interaction, press, action)

    async def _follow(self, interaction: discord.Interaction, press: Press, action: Action) -> None:
        message = interaction.message
        private = message is not None and message.flags.ephemeral
        answer = Answer(interaction, self.presses, in_place=press.in_place, private=private)
        await self._settle(await answer.give(self._performed(self._caller(interaction), action)))

    async def _settle(self, reply: Reply | None) -> None:
        """Send the news that a decision may have made."""
        if reply and reply.outcome is Outcome.DONE:
            await self.deliver()

    async def deliver(self) -> None:
        """Send all news that wait. Never raises: the next occasion tries again."""
        try:
            await deliver(self.services.store.notices, self._addresses)
        except Exception:
            log.exception("news could not be delivered")

    async def _opened(self, interaction: discord.Interaction, press: Press) -> bool:
        """Open the form of the press's command; False where a reply has to be given instead."""
        command = self.services.commands.get(press.action.command)
        if command is None or not shown_in(command):
            return False
        try:
            filled = await self._filled(command, Request(press.action, self._caller(interaction)))
        except Exception:  # the command itself will say what is wrong
            log.warning("a form could not be filled", exc_info=True)
            return False
        if filled is None:
            return False
        await interaction.response.send_modal(form(command, press, filled, self.presses))
        return True

    async def _filled(self, command: Command, request: Request) -> Mapping[str, str] | None:
        """What the form begins with; None where the caller may not use it or it makes no sense."""
        caller = request.caller
        arrival = await self.services.store.notices.arrive(caller.server, caller.user)
        if missing(command, caller, arrival.settings.curator_role):
            return None
        if command.fill is None:
            return request.action.arguments
        return await command.fill(request, self.services)

    async def _performed(self, caller: Caller, action: Action, given: Given | None = None) -> Reply:
        refused = too_large(given or {})
        if refused:
            return refused
        try:
            request = Request(action, caller, await fetched(given or {}))
        except discord.HTTPException:
            log.warning("an uploaded file could not be fetched", exc_info=True)
            return Reply(Outcome.FAILED, body=NO_FILE, private=True)
        reply = await perform(request, self.services)
        return asking_more(mendable(reply, self.services.commands.get(action.command), action))

    def _caller(self, interaction: discord.Interaction) -> Caller:
        return callers.of_interaction(interaction, self.owners)


def _id(interaction: discord.Interaction) -> str:
    return str(interaction.user.id)
