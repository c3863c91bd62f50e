"""Takes news to people by direct message."""

from __future__ import annotations

import logging
from typing import Protocol

import discord

from bot.client.safe import CONTENT, shown
from bot.handlers.stores import Notices

log = logging.getLogger(__name__)


class Addresses(Protocol):
    """Finds people by their id, as a client does."""

    async def fetch_user(self, user_id: int, /) -> discord.User:
        """The person."""
        ...


async def deliver(notices: Notices, addresses: Addresses) -> None:
    """Send all news that wait. Whoever takes no messages is told with their next answer."""
    while notice := await notices.claim():
        try:
            person = await addresses.fetch_user(int(notice.member))
            await person.send(shown(notice.text, CONTENT))
        except (discord.Forbidden, discord.NotFound, ValueError):
            await notices.refused(notice.id)
        except discord.HTTPException:
            log.warning("news could not be sent now", exc_info=True)
            return  # the claim lapses, and the next occasion tries again
        else:
            await notices.delivered(notice.id)
