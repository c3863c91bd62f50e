"""News for one person, sent to them or shown with their next answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.curation.settings import ServerSettings


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that a member must still be told. ``id`` names it for the sender."""

    id: int
    server: str
    member: str
    text: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the funnel needs to know about a request: the server's settings, and if news wait."""

    settings: ServerSettings = ServerSettings()  # noqa: RUF009  # frozen
    news: bool = False
