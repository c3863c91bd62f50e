"""The product's table of contents: every command, its parameters and who may use it.

Help, the Discord tree, the terminal and the README's table are all checked against this list.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.handlers.reply import Reply
from bot.handlers.request import Request
from bot.handlers.services import Services
from bot.knowledge.model import Kind

Handler = Callable[[Request, Services], Awaitable[Reply]]


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
    CURATOR = "curator"  # Manage Server, or the role a server chose
    ADMIN = "admin"  # Manage Server
    OWNER = "owner"  # runs the bot


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. ``complete`` names the kind of entity that autocomplete offers."""

    name: str
    description: str
    required: bool = False
    type: Type = Type.TEXT
    complete: Kind | None = None
    options: tuple[str, ...] = ()
    max_length: int = 200


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``form`` lists the parameters a Discord form shows (five at most)."""

    name: str
    description: str
    run: Handler
    parameters: tuple[Parameter, ...] = ()
    access: Access = Access.ANYONE
    server_only: bool = False
    private: bool = False
    form: tuple[str, ...] = ()


COMMANDS: tuple[Command, ...] = ()
