"""Small lists for tests of the store."""

from __future__ import annotations

from bot.curation.changes import Change, Deed, Edit
from bot.knowledge.model import Track
from bot.store.store import Store


def rain(number: int, server: str = "s1") -> Track:
    """A track of its own kind."""
    title = f"Rain {number}"
    return Track(f"own/rain-{number}", "d", title, artists=("a",), server=server)


async def added(store: Store, *tracks: Track, server: str = "s1") -> list[Change]:
    """Add each track as a change of its own."""
    changes = []
    for track in tracks:
        change = await store.tracks.apply(server, "u1", Deed.ADD, [Edit.add(track)])
        assert isinstance(change, Change)
        changes.append(change)
    return changes
