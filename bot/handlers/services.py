"""What handlers may use: small protocols, filled in by the composition root."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.handlers.command import Command
from bot.handlers.cooldown import Cooldowns
from bot.handlers.stores import Stores
from bot.matching.view import View
from bot.questions.answer import Context
from bot.questions.recent import RecentContexts, Talk


class Knowledge(Protocol):
    """The knowledge in service."""

    async def view(self, server: str | None) -> View:
        """What a server sees: the shared base and, laid over it, the server's own tracks."""
        ...

    async def reload(self) -> tuple[str, ...]:
        """Read the files again. Returns the problems; with any, the last good knowledge stays."""
        ...


class Contexts(Protocol):
    """What was last talked about, by conversation: who asked, in which server and channel."""

    async def recall(self, talk: Talk) -> Context | None:
        """What the last answer there was about, unless too long ago."""
        ...

    async def remember(self, talk: Talk, context: Context) -> None:
        """Keep what an answer was about."""
        ...


class Servers(Protocol):
    """Is told where the bot is, so that what a server kept can go some time after the bot left."""

    async def joined(self, server: str) -> None:
        """The bot was added to the server, perhaps again."""
        ...

    async def left(self, server: str) -> None:
        """The bot was removed from the server."""
        ...

    async def present(self, servers: Collection[str]) -> None:
        """All servers the bot is in, told at each start: it may have been removed meanwhile."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a handler may reach. Built once per process, handed to every handler.

    ``latency`` gives the seconds to Discord and back, None where there is no Discord.
    """

    commands: Mapping[str, Command]
    knowledge: Knowledge
    store: Stores
    cooldowns: Cooldowns = field(default_factory=Cooldowns)
    contexts: Contexts = field(default_factory=RecentContexts)
    latency: Callable[[], float | None] = lambda: None
    servers: Servers | None = None
    random: random.Random = field(default_factory=random.Random)
