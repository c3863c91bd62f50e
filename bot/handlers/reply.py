"""What a handler answers, rendered by each front end in its own medium.

All text is plain: the front end escapes it, so no handler can forget to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.handlers.request import Action


class Outcome(StrEnum):
    """How a request ended. Stable: programs read it in ``chat --pipe``."""

    FOUND = "found"
    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"
    CONFIRM = "confirm"
    DONE = "done"
    NOT_ALLOWED = "not_allowed"
    INVALID = "invalid"
    COOLDOWN = "cooldown"
    FAILED = "failed"


class Style(StrEnum):
    """How a choice presents itself."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    FORM = "form"  # opens the command's form, filled in with the action's arguments


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value. A spoiler stays hidden until the reader asks for it.

    ``episode`` is the latest that a spoiler tells of; None where that isn't known. ``personal``
    is for the caller alone, even in a reply that all may see.
    """

    name: str
    value: str
    inline: bool = False
    spoiler: bool = False
    episode: int | None = None
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to press: performs ``action`` for the caller. ``value`` names it for programs.

    Keep the arguments short: Discord carries an action in a button id of 100 characters.
    """

    label: str
    action: Action
    value: str = ""
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled web address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as shown to a reader."""

    label: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to hand over."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one request. ``private`` replies are seen by the caller alone.

    ``hint`` says how to go on by typing; front ends with buttons leave it out.
    """

    outcome: Outcome
    title: str = ""
    body: str = ""
    fields: tuple[Field, ...] = ()
    choices: tuple[Choice, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[Citation, ...] = ()
    footer: str = ""
    hint: str = ""
    private: bool = False
    attachments: tuple[Attachment, ...] = ()
