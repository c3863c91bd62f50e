"""What handlers may use: small protocols, filled in by the composition root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.matching.view import View


class Knowledge(Protocol):
    """The knowledge in service."""

    async def view(self, server: str | None) -> View:
        """What a server sees: the shared base and, laid over it, the server's own tracks."""
        ...

    async def reload(self) -> tuple[str, ...]:
        """Read the files again. Returns the problems; with any, the last good knowledge stays."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a handler may reach. Handed to every handler; built once per process."""

    knowledge: Knowledge
