"""The knowledge base from its directory, checked, with no more parsed than has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bot import __version__
from bot.knowledge.cache import Cache
from bot.knowledge.catalog import Catalog
from bot.knowledge.files import Content, Snapshot, take
from bot.knowledge.pack import pack, unpack
from bot.knowledge.problems import Problem

_BOUND = "*"  # kept beside the files once they have been found to fit together


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


async def load(directory: Path, cache: Path | None = None) -> Loaded:
    """Loads the knowledge files. Without a cache file everything is parsed. Never raises.

    Files and parser run in a thread, so that a bot answers on while it reloads.
    """
    store = Cache(cache)
    snapshot = await asyncio.to_thread(take, directory)
    prints = await asyncio.to_thread(_fingerprints, snapshot)
    rows = await store.files(prints)
    kept = await asyncio.to_thread(_unpack, rows)
    fresh, faulty = await asyncio.to_thread(_parse, snapshot, kept)
    contents = {name: (fresh if name in fresh else kept)[name] for name in snapshot.data}
    problems = [*snapshot.problems, *(p for found in faulty.values() for p in found)]
    if _BOUND not in rows:
        problems += await asyncio.to_thread(_bind, snapshot, contents)
        sound = {name: content for name, content in fresh.items() if name not in faulty}
        news = await asyncio.to_thread(_pack, sound, prints)
        if not problems:
            news[_BOUND] = (prints[_BOUND], b"")
        if news:
            await store.keep_files(news, prints)
    catalog = None if problems else await asyncio.to_thread(_catalog, contents)
    return Loaded(catalog, tuple(problems), len(fresh), prints[_BOUND])


def _fingerprints(snapshot: Snapshot) -> dict[str, str]:
    """For each file, and for all, what stands for their content and the code that reads them."""
    digest = blake2b(__version__.encode(), digest_size=8)
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    code = digest.hexdigest()
    prints = {name: f"{code}-{found}" for name, found in snapshot.digests.items()}
    text = "\n".join(f"{name} {found}" for name, found in sorted(prints.items()))
    return prints | {_BOUND: blake2b(text.encode(), digest_size=20).hexdigest()}


def _unpack(kept: dict[str, bytes]) -> dict[str, Content | None]:
    return {name: unpack(Content, data) for name, data in kept.items() if name != _BOUND}


def _pack(
    contents: Mapping[str, Content | None], prints: Mapping[str, str]
) -> dict[str, tuple[str, bytes]]:
    return {name: (prints[name], pack(content)) for name, content in contents.items()}


def _parse(
    snapshot: Snapshot, known: Mapping[str, Content | None]
) -> tuple[dict[str, Content | None], dict[str, list[Problem]]]:
    """The contents of the files that aren't known, and the problems of those that have any."""
    unknown = [name for name in snapshot.data if name not in known]
    if not unknown:
        return {}, {}
    from bot.knowledge.parse import parse  # not loaded at all while nothing has changed

    contents: dict[str, Content | None] = {}
    problems: dict[str, list[Problem]] = {}
    for name in unknown:
        contents[name], found = parse(name, snapshot.data[name], snapshot.shown(name))
        if found:
            problems[name] = found
    return contents, problems


def _bind(snapshot: Snapshot, contents: Mapping[str, Content | None]) -> list[Problem]:
    """What is wrong between the files."""
    from bot.knowledge.references import check

    faults = check(contents)
    if not faults:
        return []
    from bot.knowledge.parse import placed

    return [
        problem
        for name, found in faults.items()
        for problem in placed(found, snapshot.data[name], snapshot.shown(name))
    ]


def _catalog(contents: Mapping[str, Content | None]) -> Catalog:
    found = [content for content in contents.values() if content]
    return Catalog.of(
        (d for c in found for d in c.dramas),
        (a for c in found for a in c.artists),
        (t for c in found for t in c.tracks),
        (s for c in found for s in c.sources),
    )
