"""What a command is: its name, its parameters, who may use it and what it runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.handlers.reply import Reply
from bot.handlers.request import Request
from bot.knowledge.model import Kind

if TYPE_CHECKING:
    from bot.handlers.services import Services

Handler = Callable[[Request, "Services"], Awaitable[Reply]]
Filler = Callable[[Request, "Services"], Awaitable[Mapping[str, str] | None]]


class Type(StrEnum):
    """What a parameter takes."""

    TEXT = "text"
    INTEGER = "integer"
    YES_NO = "yes_no"
    FILE = "file"
    USER = "user"
    ROLE = "role"
    CHANNEL = "channel"


class Access(StrEnum):
    """Who may use a command."""

    ANYONE = "anyone"
    CURATOR = "curator"  # Manage Server, or the role that a server chose
    ADMIN = "admin"  # Manage Server
    OWNER = "owner"  # runs the bot


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a command.

    ``complete`` names the kind of entity that autocomplete offers, ``options`` the only values
    allowed. A ``hidden`` parameter is carried by buttons and typed lines, and is not declared to
    Discord. ``several`` takes a list with commas; autocomplete is for its last name. ``own`` offers
    only what the server added itself.
    """

    name: str
    description: str
    required: bool = False
    type: Type = Type.TEXT
    complete: Kind | None = None
    options: tuple[str, ...] = ()
    max_length: int = 200
    hidden: bool = False
    several: bool = False
    own: bool = False


CONFIRM = Parameter("confirm", "yes, where I would ask", type=Type.YES_NO, hidden=True)


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``form`` lists the parameters that a Discord form shows (five at most).

    ``fill`` says what the form begins with, given the arguments so far: a draft's text, the track
    as it stands; None has the command answer instead. A command with ``fill`` opens its form when
    it is used without anything that the form asks for; without, only a button opens the form,
    which begins with the button's arguments.
    """

    name: str
    description: str
    run: Handler
    parameters: tuple[Parameter, ...] = ()
    access: Access = Access.ANYONE
    server_only: bool = False
    private: bool = False
    form: tuple[str, ...] = ()
    fill: Filler | None = None

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, hidden ones included.

        Every command takes ``confirm``: nobody need know which of them ask.
        """
        return next((p for p in (*self.parameters, CONFIRM) if p.name == name), None)

    @property
    def usage(self) -> str:
        """How to type it: ``/song <song> [artist:…] [drama:…]``."""
        shown = [p for p in self.parameters if not p.hidden]
        first = (f"<{p.name}>" if p.required else f"[{p.name}]" for p in shown[:1])
        rest = (f"{p.name}:…" if p.required else f"[{p.name}:…]" for p in shown[1:])
        return " ".join((f"/{self.name}", *first, *rest))
