"""One interaction, one answer: in time, in the right place, seen by the right people.

Discord drops an interaction that is not answered within three seconds, so a slow answer is
announced first ("thinking…") and follows later.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

import discord

from bot.client.dress import dressed, parted, redressed
from bot.client.press import Presses
from bot.handlers.reply import Outcome, Reply

PATIENCE = 1.5  # seconds until a slow answer is announced
HUSH = "The answer is for you alone."

# These don't change the message whose button was pressed: it may be pressed again.
ASIDE = {Outcome.COOLDOWN, Outcome.NOT_ALLOWED, Outcome.FAILED}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """How one interaction is answered.

    ``in_place`` changes the message whose button was pressed. ``private`` is for an answer that
    has to be announced before it is known: whether only the caller shall see it.
    """

    interaction: discord.Interaction
    presses: Presses
    in_place: bool = False
    private: bool = False

    async def give(self, work: Coroutine[Any, Any, Reply]) -> Reply | None:
        """Send what the work returns, and return it; None where that could not be.

        Never raises: a failure is logged and, if need be, said.
        """
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task}, timeout=PATIENCE)
            if not task.done():
                await self._announce()
            reply = await task
            public, personal = parted(reply)
            await self._send(public)
            if personal:
                await self.interaction.followup.send(**self._dressed(personal), ephemeral=True)
            return reply
        except discord.NotFound:
            log.warning("an interaction was gone before it was answered")
        except Exception:
            await self._apologise()
        finally:
            task.cancel()
        return None

    async def _announce(self) -> None:
        if self.in_place:
            await self.interaction.response.defer()
        else:
            await self.interaction.response.defer(thinking=True, ephemeral=self.private)

    async def _send(self, reply: Reply) -> None:
        announced = self.interaction.response.is_done()
        if self._replaces(reply):
            await self._replace(reply, announced)
        elif not announced:
            await self.interaction.response.send_message(
                **self._dressed(reply), ephemeral=reply.private
            )
        elif self.in_place or self.private:
            await self.interaction.followup.send(**self._dressed(reply), ephemeral=reply.private)
        elif reply.private:
            # The announcement was public; whatever completes it is public too, so that a private
            # answer has to come after something else has completed it.
            await self.interaction.edit_original_response(content=HUSH)
            await self.interaction.followup.send(**self._dressed(reply), ephemeral=True)
            await self.interaction.delete_original_response()
        else:
            await self.interaction.followup.send(**self._dressed(reply))

    def _replaces(self, reply: Reply) -> bool:
        message = self.interaction.message
        if not self.in_place or message is None or reply.outcome in ASIDE:
            return False
        return message.flags.ephemeral or not reply.private

    async def _replace(self, reply: Reply, announced: bool) -> None:
        changed = redressed(reply, self._owner, self.presses, embeds=self._embeds)
        if announced:
            await self.interaction.edit_original_response(**changed)
        else:
            await self.interaction.response.edit_message(**changed)

    def _dressed(self, reply: Reply) -> dict[str, Any]:
        return dressed(reply, self._owner, self.presses, embeds=self._embeds)

    @property
    def _owner(self) -> str:
        return str(self.interaction.user.id)

    @property
    def _embeds(self) -> bool:
        """Whether the bot may embed here; in direct messages it always may."""
        return self.interaction.guild_id is None or self.interaction.app_permissions.embed_links

    async def _apologise(self) -> None:
        reference = secrets.token_hex(4)
        log.exception("an answer could not be sent", extra={"reference": reference})
        text = (
            "I have an answer but could not show it. If it happens again, tell the person who runs "
            f"this bot the reference {reference}."
        )
        try:
            await say(self.interaction, text)
        except discord.HTTPException:
            log.warning("nor could the apology", extra={"reference": reference})


async def say(interaction: discord.Interaction, text: str) -> None:
    """Tell the caller alone."""
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True)
    else:
        await interaction.response.send_message(text, ephemeral=True)
