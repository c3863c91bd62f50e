"""How a file names an artist or a drama: by name, and with the id where the name is not enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.curation.changes import OWN
from bot.curation.differences import called
from bot.curation.names import bare, slug
from bot.knowledge.model import Artist, Drama

_WITH_ID = re.compile(r"(?P<name>.*\S) \[(?P<id>[^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A name that nobody bears yet; ``id`` where the file says what it should be."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that several bear."""

    name: str
    ids: tuple[str, ...]


class References:
    """Names of one kind of entity, both ways."""

    def __init__(
        self, shared: Mapping[str, Artist | Drama], own: Mapping[str, Artist | Drama]
    ) -> None:
        self._shared = _Names(shared)
        self._all = _Names({**shared, **own})
        self._own = own

    def read(self, text: str) -> str | Newcomer | Doubt:
        """The id that a reference means, or that it is new, or in doubt."""
        return self._all.read(text)

    def write(self, id: str) -> str:
        """The shortest reference that reads back as the id, here and in any other server."""
        entity = self._all.entities.get(id)
        name = called(entity) if entity else id
        fresh: str | Newcomer = id
        if id in self._own:
            alone = self._all.alike(name) == 1
            fresh = Newcomer(name) if alone and id == f"{OWN}{slug(name)}" else id
        plain = self._all.read(name) == id and self._shared.read(name) == fresh
        return name if plain else f"{name} [{id}]"


class _Names:
    def __init__(self, entities: Mapping[str, Artist | Drama]) -> None:
        self.entities = entities
        self._exact: defaultdict[str, set[str]] = defaultdict(set)
        self._bare: defaultdict[str, set[str]] = defaultdict(set)
        for entity in entities.values():
            for name in names(entity):
                self._exact[name].add(entity.id)
                self._bare[bare(name)].add(entity.id)

    def alike(self, name: str) -> int:
        """How many bear the name, up to case, spaces and punctuation."""
        return len(self._bare.get(bare(name), ()))

    def read(self, text: str) -> str | Newcomer | Doubt:
        explicit = _WITH_ID.fullmatch(text)
        if explicit and explicit["id"] in self.entities:
            return explicit["id"]
        if explicit and explicit["id"].startswith(OWN):
            return Newcomer(explicit["name"], explicit["id"])
        found = self._exact.get(text, set())
        if not found and text in self.entities:
            return text
        found = found or self._bare.get(bare(text), set())
        if len(found) > 1:
            return Doubt(text, tuple(sorted(found)))
        return next(iter(found), Newcomer(text))


def names(entity: Artist | Drama) -> tuple[str, ...]:
    """Every name of an artist or a drama."""
    if isinstance(entity, Artist):
        own = (entity.name, entity.name_ko, *entity.aliases)
    else:
        own = (entity.title, entity.title_ko, *entity.aliases)
    return tuple(name for name in own if name)
