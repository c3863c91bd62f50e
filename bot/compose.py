"""The composition root: opens what the program needs, in order, and closes it in reverse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.handlers.cooldown import Cooldowns, Rate
from bot.handlers.registry import COMMANDS
from bot.handlers.services import Services
from bot.library import Library
from bot.settings import Settings


@asynccontextmanager
async def open_services(settings: Settings, rate: Rate) -> AsyncIterator[Services]:
    """Everything that the handlers need, open for as long as the context lasts.

    Raises:
        KnowledgeError: The knowledge files are broken.
    """
    settings.cache.parent.mkdir(parents=True, exist_ok=True)
    library = await Library.open(settings.knowledge, settings.cache, None)
    yield Services(commands=COMMANDS, knowledge=library, cooldowns=Cooldowns(rate))
