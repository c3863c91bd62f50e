"""How much of the knowledge is backed by sources. Counts statements: facts, and values given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import CastMember, Credit, Dispute, Drama, Entity, Fact, Track

_NO_STATEMENTS: Final = frozenset(
    {"id", "drama", "facts", "disputes", "sources", "unverified", "link", "server", "credits"}
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of statements. Each is sourced, marked unverified, or bare: without either.

    ``disputed`` counts those that sources contradict each other on, once more.
    """

    sourced: int = 0
    unverified: int = 0
    bare: int = 0
    disputed: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        """The counts of both."""
        return Coverage(
            self.sourced + other.sourced,
            self.unverified + other.unverified,
            self.bare + other.bare,
            self.disputed + other.disputed,
        )

    @property
    def all(self) -> int:
        """How many statements there are."""
        return self.sourced + self.unverified + self.bare


def facts(entities: Iterable[Entity]) -> Coverage:
    """The sentences of the entities. One without a source is shown as such, so it's no gap."""
    found: list[Fact] = [fact for entity in entities for fact in entity.facts]
    sourced = sum(bool(fact.sources) for fact in found)
    return Coverage(sourced, len(found) - sourced)


def values(entities: Iterable[Entity]) -> Coverage:
    """The values given for the entities: titles, dates, credits, members, ..."""
    return sum((_values(entity) for entity in entities), Coverage())


def soundtrack(catalog: Catalog, drama: Drama) -> Coverage:
    """Facts and values of a drama and its tracks together."""
    entities: tuple[Entity, ...] = (drama, *catalog.soundtrack(drama.id))
    return facts(entities) + values(entities)


def _values(entity: Entity) -> Coverage:
    backed = _backed(entity)
    given = backed.keys()
    marked = given & set(entity.unverified)
    sourced = {key for key in given - marked if backed[key]}
    disputes: tuple[Dispute, ...] = entity.disputes
    bare = len(given) - len(marked) - len(sourced)
    return Coverage(len(sourced), len(marked), bare, len({d.field for d in disputes}))


def _backed(entity: Entity) -> dict[str, bool]:
    """For each value that is given, whether there are sources for it."""
    keys = [key for key in entity.__slots__ if key not in _NO_STATEMENTS and getattr(entity, key)]
    backed = {key: bool(entity.sources) for key in keys}
    if isinstance(entity, Track):
        backed |= {f"{credit.role}s": _is_backed(credit, entity) for credit in entity.credits}
    if isinstance(entity, Drama) and entity.cast:
        backed["cast"] = all(_is_backed(actor, entity) for actor in entity.cast)
    return backed


def _is_backed(part: Credit | CastMember, whole: Drama | Track) -> bool:
    return bool(part.sources or whole.sources)
