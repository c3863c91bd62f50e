"""The name index of the shared base, kept in the cache beside the parsed files."""

from __future__ import annotations

import asyncio
from hashlib import blake2b
from pathlib import Path

from bot import matching
from bot.knowledge.cache import Cache
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.matching.resolver import Resolver


async def resolver_of(catalog: Catalog, fingerprint: str, cache: Path | None) -> Resolver:
    """The resolver over a catalog: from the cache where it was built before, else built and kept.

    Args:
        catalog: The shared base.
        fingerprint: Stands for the files that the catalog was made of.
        cache: The cache file; None keeps nothing.
    """
    store = Cache(cache)
    wanted = f"{fingerprint}-{await asyncio.to_thread(_code)}"
    kept = {kind: await store.get_blob(_name(kind), wanted) for kind in Kind}
    found = {kind: blob for kind, blob in kept.items() if blob is not None}
    if len(found) == len(Kind):
        return Resolver.load(catalog, found)
    resolver = await asyncio.to_thread(Resolver.of, catalog)
    for kind, blob in resolver.dump().items():
        await store.put_blob(_name(kind), wanted, blob)
    return resolver


def _name(kind: Kind) -> str:
    return f"index/{kind.value}"


def _code() -> str:
    """Stands for the code that builds the index: an upgraded program builds it anew."""
    digest = blake2b(digest_size=8)
    for module in sorted(Path(*matching.__path__).glob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()
