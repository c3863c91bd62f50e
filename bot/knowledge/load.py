"""The knowledge base from its directory, checked, and no more parsed than has changed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.catalog import Catalog
from bot.knowledge.files import Content, Snapshot, take
from bot.knowledge.problems import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load found.

    ``catalog`` is None when there are ``problems``. ``parsed`` counts the files that the cache
    didn't hold. ``fingerprint`` stands for the content of all files and the code that reads them.
    """

    catalog: Catalog | None
    problems: tuple[Problem, ...]
    parsed: int
    fingerprint: str


async def load(directory: Path, cache: Path | None = None) -> Loaded:  # noqa: ARG001  # lands next
    """Loads the knowledge files. Without a cache file everything is parsed. Never raises."""
    snapshot = await asyncio.to_thread(take, directory)
    contents, problems = await asyncio.to_thread(_parse, snapshot)
    problems += await asyncio.to_thread(_bind, snapshot, contents)
    problems = [*snapshot.problems, *problems]
    catalog = None if problems else _catalog(contents)
    return Loaded(catalog, tuple(problems), len(contents), "")


def _parse(snapshot: Snapshot) -> tuple[dict[str, Content | None], list[Problem]]:
    from bot.knowledge.parse import parse

    contents: dict[str, Content | None] = {}
    problems: list[Problem] = []
    for name, data in snapshot.data.items():
        contents[name], found = parse(name, data, snapshot.shown(name))
        problems += found
    return contents, problems


def _bind(snapshot: Snapshot, contents: dict[str, Content | None]) -> list[Problem]:
    from bot.knowledge.parse import placed
    from bot.knowledge.references import check

    return [
        problem
        for name, faults in check(contents).items()
        for problem in placed(faults, snapshot.data[name], snapshot.shown(name))
    ]


def _catalog(contents: dict[str, Content | None]) -> Catalog:
    found = [content for content in contents.values() if content]
    return Catalog.of(
        (d for c in found for d in c.dramas),
        (a for c in found for a in c.artists),
        (t for c in found for t in c.tracks),
        (s for c in found for s in c.sources),
    )
