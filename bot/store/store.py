"""Everything that is kept in the one file, opened together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.store.database import Database
from bot.store.drafts import DraftStore
from bot.store.notices import NoticeStore
from bot.store.privacy import PrivacyStore
from bot.store.rows import Clock, now
from bot.store.servers import ServerStore
from bot.store.suggestions import SuggestionStore
from bot.store.tracks import TrackStore


@dataclass(frozen=True, slots=True)
class Store:
    """The stores over one database file."""

    database: Database
    tracks: TrackStore
    drafts: DraftStore
    notices: NoticeStore
    suggestions: SuggestionStore
    servers: ServerStore
    privacy: PrivacyStore

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, clock: Clock = now) -> AsyncIterator[Store]:
        """Open the file, made and migrated if need be; close it at the end.

        Raises:
            StoreError: The file is newer than this program, damaged, or can't be written.
        """
        async with Database.open(path) as database:
            yield cls(
                database,
                TrackStore(database, clock),
                DraftStore(database, clock),
                NoticeStore(database, clock),
                SuggestionStore(database, clock),
                ServerStore(database, clock),
                PrivacyStore(database),
            )
