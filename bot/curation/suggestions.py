"""What members propose, and how it fares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_PENDING = 5  # per member and server


@dataclass(frozen=True, slots=True)
class Proposal:
    """A filled-in form, and the command that would carry it out.

    ``identity`` is the same for two proposals that would do the same.
    """

    server: str
    member: str
    command: str
    arguments: Mapping[str, str]
    identity: str
    title: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pending proposal in a server's queue. Times are UTC, ISO 8601."""

    id: int
    server: str
    command: str
    arguments: Mapping[str, str]
    title: str
    members: tuple[str, ...]
    made_at: str
    reviewer: str | None = None
    claimed_until: str | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """Some pending suggestions, oldest first, out of ``total``."""

    suggestions: tuple[Suggestion, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Submitted:
    """The proposal is in the queue. ``joined``: somebody else had proposed the same."""

    id: int
    joined: bool


@dataclass(frozen=True, slots=True)
class TooMany:
    """The member has as many pending suggestions as allowed."""


@dataclass(frozen=True, slots=True)
class AlreadyYours:
    """The member has proposed the same before, and it is still pending."""

    id: int


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody else is looking at the suggestion until then."""

    reviewer: str
    until: str


@dataclass(frozen=True, slots=True)
class NotPending:
    """There is no such suggestion, or it was decided before."""
