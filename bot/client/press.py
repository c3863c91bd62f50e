"""What a button carries in its id, so that it still works after a restart.

Nothing about a button is kept in memory: its id says who may press it, which action it performs
and where the answer goes. An action too long for an id is kept in ``Overflow`` under a short name,
and a press on one that was forgotten says that the button has expired.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from urllib.parse import parse_qsl

from bot.handlers.request import Action

LONGEST = 100  # characters of an id, Discord's limit
VERSION = "o1"

_CODES = str.maketrans({c: f"%{ord(c):02X}" for c in "%&=+;#?!."} | {" ": "+"})


@dataclass(frozen=True, slots=True)
class Press:
    """A press: for ``owner`` alone, performs ``action``.

    ``in_place`` answers by changing the message pressed, else by a new one. ``form`` first asks
    for the command's parameters in a form.
    """

    owner: str
    action: Action
    in_place: bool = False
    form: bool = False


class Overflow:
    """The latest actions that were too long for an id, by token. Bounded; lost at a restart."""

    def __init__(self, most: int = 5000) -> None:
        self._most = most
        self._kept: OrderedDict[str, str] = OrderedDict()

    def put(self, text: str) -> str:
        """Keep the text. Returns the token that gets it back."""
        token = secrets.token_urlsafe(9)
        self._kept[token] = text
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return token

    def get(self, token: str) -> str | None:
        """The text kept under the token; None where it was never kept or pushed out."""
        return self._kept.get(token)


class Presses:
    """Turns presses into ids and back."""

    def __init__(self) -> None:
        self._overflow = Overflow()

    def id(self, press: Press) -> str:
        """The press as an id of at most 100 characters."""
        head = f"{VERSION}.{_place(press)}.{press.owner}."
        body = _written(press.action)
        if len(head) + len(body) > LONGEST:
            body = f"!{self._overflow.put(body)}"
        return head + body

    def read(self, id: str) -> Press | None:
        """The press that an id stands for; None where it can't be understood any more."""
        version, _, rest = id.partition(".")
        place, _, rest = rest.partition(".")
        owner, _, body = rest.partition(".")
        if body.startswith("!"):
            body = self._overflow.get(body[1:]) or ""
        if version != VERSION or place not in {"n", "e", "N", "E"} or not body:
            return None
        return Press(owner, _read(body), place in "eE", place in "NE")


def _place(press: Press) -> str:
    letter = "e" if press.in_place else "n"
    return letter.upper() if press.form else letter


def _written(action: Action) -> str:
    pairs = (f"{k}={v.translate(_CODES)}" for k, v in action.arguments.items())
    return f"{action.command}?{'&'.join(pairs)}"


def _read(body: str) -> Action:
    command, _, query = body.partition("?")
    return Action(command, dict(parse_qsl(query, keep_blank_values=True)))
