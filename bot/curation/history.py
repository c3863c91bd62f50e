"""What may be asked of a server's history, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.curation.changes import Change


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries: of one record, by one person, or all. Pages count from 1."""

    record: str | None = None
    actor: str | None = None
    page: int = 1
    size: int = 10


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries, newest first, out of ``total``."""

    changes: tuple[Change, ...]
    total: int
