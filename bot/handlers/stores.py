"""What handlers need of the stores. Filled in by the composition root."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.curation.changes import (
    NOWHERE,
    Change,
    Conflict,
    Deed,
    DraftGone,
    Edit,
    Origin,
    Refusal,
)
from bot.curation.drafts import Draft
from bot.curation.history import Asked, Page
from bot.curation.notices import Arrival, Notice
from bot.curation.overlay import Overlay
from bot.curation.privacy import Kept
from bot.curation.suggestions import (
    AlreadyYours,
    NotPending,
    Proposal,
    Queue,
    Submitted,
    Suggestion,
    Taken,
    TooMany,
)


class Tracks(Protocol):
    """Each server's own list and its history."""

    async def overlay(self, server: str) -> Overlay:
        """Everything that the server added or corrected."""
        ...

    async def taken(self, server: str) -> frozenset[str]:
        """Every id of its own that the server has ever used."""
        ...

    async def apply(
        self, server: str, actor: str, deed: Deed, edits: Sequence[Edit], origin: Origin = NOWHERE
    ) -> Change | Refusal:
        """Carry out the edits as one change, all or none, and settle what they came from."""
        ...

    async def undo(self, server: str, actor: str, id: int) -> Change | Conflict | None:
        """Take a change back exactly; None if there is no such change."""
        ...

    async def change(self, server: str, id: int) -> Change | None:
        """One entry of the history."""
        ...

    async def latest(self, server: str) -> int | None:
        """The id of the newest change that still stands and is no undo itself."""
        ...

    async def changes(self, server: str, asked: Asked) -> Page:
        """A page of the history, newest first."""
        ...


class Drafts(Protocol):
    """What people typed and have not saved yet."""

    async def keep(
        self,
        server: str,
        member: str,
        command: str,
        arguments: Mapping[str, str],
        token: str | None = None,
    ) -> str:
        """Keep what was typed, in place of what ``token`` named; returns the token."""
        ...

    async def find(self, token: str, server: str, member: str) -> Draft | None:
        """The draft, if it is that person's in that server and still fresh."""
        ...

    async def drop(self, token: str, server: str, member: str) -> None:
        """Forget the draft."""
        ...


class Notices(Protocol):
    """News for members, each told once."""

    async def arrive(self, server: str | None, member: str) -> Arrival:
        """The server's settings, and whether news wait for the member."""
        ...

    async def take(self, member: str) -> tuple[str, ...]:
        """The member's news, which count as told from now on."""
        ...

    async def claim(self) -> Notice | None:
        """The oldest notice that nobody is sending, kept for the caller for a minute."""
        ...

    async def delivered(self, id: int) -> None:
        """The notice was sent."""
        ...

    async def refused(self, id: int) -> None:
        """The member takes no messages: their next answer shows the notice instead."""
        ...


class Suggestions(Protocol):
    """What members propose."""

    async def submit(
        self, proposal: Proposal, draft: str | None = None
    ) -> Submitted | TooMany | AlreadyYours | DraftGone:
        """Put the proposal into the queue, or join the same one, and use up its draft."""
        ...

    async def queue(self, server: str, page: int, size: int) -> Queue:
        """A page of what is pending, oldest first."""
        ...

    async def claim(self, server: str, id: int, reviewer: str) -> Suggestion | Taken | NotPending:
        """Keep the suggestion for one reviewer for a while."""
        ...

    async def reject(
        self, server: str, id: int, reviewer: str, reason: str
    ) -> Suggestion | Taken | NotPending:
        """Turn the suggestion down, and leave word for everybody who made it."""
        ...


class Privacy(Protocol):
    """What is stored about a person."""

    async def about(self, member: str) -> Kept:
        """Everything that is stored about the person, in all servers."""
        ...

    async def forget(self, member: str) -> None:
        """Delete what is only the person's; what others rest on stays, without their name."""
        ...


class Departures(Protocol):
    """What a server keeps as a whole."""

    async def everything(self, server: str) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Every row that the server keeps, by table."""
        ...

    async def purge(self, server: str) -> bool:
        """Delete everything that the server kept. Returns whether there was anything."""
        ...


class Stores(Protocol):
    """All of them."""

    @property
    def tracks(self) -> Tracks:
        """Lists and history."""
        ...

    @property
    def notices(self) -> Notices:
        """The outbox."""
        ...

    @property
    def suggestions(self) -> Suggestions:
        """The queue."""
        ...

    @property
    def privacy(self) -> Privacy:
        """What is stored about people."""
        ...

    @property
    def servers(self) -> Departures:
        """What servers kept as a whole."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Unsaved work."""
        ...
