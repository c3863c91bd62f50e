"""The composition root: opens what the program needs, in order, and closes it in reverse."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.curation.trouble import StoreError
from bot.handlers.cooldown import Cooldowns, Rate
from bot.handlers.registry import COMMANDS
from bot.handlers.services import Services
from bot.library import Library
from bot.settings import Settings
from bot.store.servers import ServerStore
from bot.store.store import Store

log = logging.getLogger(__name__)

FIRST_PURGE, EACH_PURGE = 60.0, 6 * 3600.0  # seconds


@asynccontextmanager
async def open_services(settings: Settings, rate: Rate) -> AsyncIterator[Services]:
    """Everything that the handlers need, open for as long as the context lasts.

    Raises:
        KnowledgeError: The knowledge files are broken.
        StoreError: The database can't be used.
    """
    async with Store.open(settings.database) as store, _purging(store.servers):
        library = await Library.open(settings.knowledge, settings.cache, store.tracks)
        yield Services(
            commands=COMMANDS,
            knowledge=library,
            store=store,
            servers=store.servers,
            cooldowns=Cooldowns(rate),
        )


@asynccontextmanager
async def _purging(servers: ServerStore) -> AsyncIterator[None]:
    """Meanwhile, now and then, forget the servers that the bot left long ago."""
    task = asyncio.create_task(_purge_now_and_then(servers))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _purge_now_and_then(servers: ServerStore) -> None:
    await asyncio.sleep(FIRST_PURGE)
    while True:
        try:
            gone = await servers.purge_due()
        except StoreError as error:
            log.warning("purge put off", extra={"why": repr(error)})
        else:
            log.info("purged", extra={"servers": gone})
        await asyncio.sleep(EACH_PURGE)
