"""The report of ``python -m bot check``."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.load import load


async def check(directory: Path) -> tuple[str, int]:
    """The report as text, and the exit code: 0 without problems, else 1."""
    loaded = await load(directory)
    if loaded.catalog is None:
        return "\n".join(map(str, loaded.problems)), 1
    found = loaded.catalog
    counts = {
        "dramas": found.dramas,
        "tracks": found.tracks,
        "artists": found.artists,
        "sources": found.sources,
    }
    return ", ".join(f"{len(entities):,} {name}" for name, entities in counts.items()), 0
