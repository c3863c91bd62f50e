"""The composition root: opens what the program needs, in order, and closes it in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.handlers.cooldown import Cooldowns, Rate
from bot.handlers.registry import COMMANDS
from bot.handlers.services import Services
from bot.library import Library
from bot.settings import Settings
from bot.store.store import Store


@asynccontextmanager
async def open_services(settings: Settings, rate: Rate) -> AsyncIterator[Services]:
    """Everything that the handlers need, open for as long as the context lasts.

    Raises:
        KnowledgeError: The knowledge files are broken.
        StoreError: The database can't be used.
    """
    settings.cache.parent.mkdir(parents=True, exist_ok=True)
    async with Store.open(settings.database) as store:
        library = await Library.open(settings.knowledge, settings.cache, store.tracks)
        yield Services(commands=COMMANDS, knowledge=library, store=store, cooldowns=Cooldowns(rate))
