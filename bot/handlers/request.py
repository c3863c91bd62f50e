"""What a caller asks for, whatever the front end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

MANAGE_GUILD = "manage_guild"
_HALVES = re.compile("[\ud800-\udfff]")
OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, where, and what the front end vouches that they may do.

    ``grants`` are Discord permission names (``manage_guild``) and ``owner`` for the bot's owner;
    ``roles`` are the ids of the caller's roles in the server.
    """

    user: str
    server: str | None = None
    channel: str | None = None
    grants: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    locale: str = "en-US"


@dataclass(frozen=True, slots=True)
class Action:
    """A command with its arguments by parameter name: what a button or a typed line stands for."""

    command: str
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """An action and its caller. ``files`` holds the content of uploaded files by parameter."""

    action: Action
    caller: Caller
    files: Mapping[str, bytes] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The argument, stripped; empty where it was not given."""
        return self.action.arguments.get(name, "").strip()

    def given(self, name: str) -> bool:
        """Whether the argument was given, be it empty."""
        return name in self.action.arguments

    def agreed(self, name: str) -> bool:
        """Whether the argument says yes."""
        return self.text(name).casefold() in {"yes", "true", "y", "1"}

    @property
    def confirmed(self) -> bool:
        """Whether the caller has seen the preview and said yes."""
        return self.agreed("confirm")


def encodable(request: Request) -> Request:
    """The request with halves of surrogate pairs, which no encoding takes, made U+FFFD."""
    given, caller = request.action.arguments, request.caller
    arguments = {_encodable(name): _encodable(text) for name, text in given.items()}
    server = caller.server and _encodable(caller.server)
    channel = caller.channel and _encodable(caller.channel)
    return replace(
        request,
        action=Action(_encodable(request.action.command), arguments),
        caller=replace(caller, user=_encodable(caller.user), server=server, channel=channel),
    )


def _encodable(text: str) -> str:
    # A string that holds a surrogate is never ASCII, and nearly all that come are.
    return text if text.isascii() else _HALVES.sub("\ufffd", text)
