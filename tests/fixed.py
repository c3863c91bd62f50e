"""Knowledge for tests: one view for everybody, or a server's list over a small catalog."""

from __future__ import annotations

from bot.handlers.stores import Tracks
from bot.knowledge.catalog import Catalog
from bot.matching.resolver import Resolver
from bot.matching.view import View


def view_of(catalog: Catalog) -> View:
    """All of a catalog, to be seen and found."""
    return View(catalog, Resolver.of(catalog))


class FixedKnowledge:
    """Knowledge that serves one view to everybody."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.problems: tuple[str, ...] = ()

    async def view(self, server: str | None) -> View:
        return self._view

    async def reload(self) -> tuple[str, ...]:
        return self.problems


class LaidOver:
    """Knowledge that lays each server's list over a catalog, anew for every view."""

    def __init__(self, shared: Catalog, tracks: Tracks) -> None:
        self._shared = shared
        self._tracks = tracks

    async def view(self, server: str | None) -> View:
        catalog = self._shared
        if server is not None:
            catalog = (await self._tracks.overlay(server)).over(self._shared)
        return view_of(catalog)

    async def reload(self) -> tuple[str, ...]:
        return ()
