"""The one resolver that every command asks."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.matching.completion import completions
from bot.matching.confidence import confidence, features
from bot.matching.context import splits
from bot.matching.decide import CONTEXT, certain, decide
from bot.matching.fold import fold
from bot.matching.forms import Form
from bot.matching.index import Index
from bot.matching.names import Name, names_of
from bot.matching.query import LONGEST, Asked, folded_or_symbols, letters_of
from bot.matching.rank import merged
from bot.matching.resolve import Found, Match, Reason, Resolution
from bot.matching.search import CERTAIN, lessened, search

_CONTEXT: Final = 0.02  # penalty for reading some words as the artist or the drama


@dataclass(frozen=True, slots=True)
class _Layer:
    """One catalog with an index for each kind: the shared base, or what one server added."""

    catalog: Catalog
    indexes: Mapping[Kind, Index]

    @classmethod
    def of(cls, catalog: Catalog) -> _Layer:
        return cls(catalog, {kind: _index(tuple(names_of(catalog, kind))) for kind in Kind})


@cache
def _empty() -> Index:
    """The index of nothing, shared by the thousand servers that added tracks but no dramas."""
    return Index.of(())


def _index(names: Sequence[Name]) -> Index:
    return Index.of(names) if names else _empty()


class Resolver:
    """Finds the entity that a typed name means. Immutable.

    Layers are searched side by side: the shared base, and over it what one server added, so that
    adding a track costs the index of that server's few names and nothing else.
    """

    def __init__(self, layers: tuple[_Layer, ...]) -> None:
        self._layers = layers

    @classmethod
    def of(cls, catalog: Catalog) -> Resolver:
        """A resolver over every name in the catalog."""
        return cls((_Layer.of(catalog),))

    def extended(self, own: Catalog) -> Resolver:
        """This resolver with more entities searched beside its own, without a rebuild.

        Args:
            own: Only the entities to add, such as one server's tracks.
        """
        return Resolver((*self._layers, _Layer.of(own)))

    def dump(self) -> dict[Kind, bytes]:
        """The indexes of the lowest layer, the shared base, as bytes to keep in a cache."""
        return {kind: index.dump() for kind, index in self._layers[0].indexes.items()}

    @classmethod
    def load(cls, catalog: Catalog, dumped: Mapping[Kind, bytes]) -> Resolver:
        """The resolver of a catalog from what ``dump`` wrote for the same catalog."""
        return cls((_Layer(catalog, {kind: Index.load(b) for kind, b in dumped.items()}),))

    def exact(self, text: str, kind: Kind) -> tuple[str, ...]:
        """The ids of entities that have just this name, case, accents and spaces aside.

        Costs some 20 microseconds, so that every span of a question can be looked up.
        """
        letters = letters_of(folded_or_symbols(text))
        found = [
            (index.form_of[row], index.id_of(row))
            for index in self._indexes(kind)
            for row in index.exact(letters)
        ]
        best = min((form for form, _ in found), default=Form.FULL)
        return tuple(dict.fromkeys(held for form, held in found if form == best))

    def candidates(self, query: str, kind: Kind, limit: int = 10) -> list[Match]:
        """The nearest entities, best first, each once."""
        return self._nearest(query, kind)[:limit]

    def resolve(self, query: str, kind: Kind, within: Container[str] | None = None) -> Resolution:
        """What the query means among entities of that kind (and, if given, within those ids)."""
        named = self._by_id(query.strip(), kind)
        if named and (within is None or named.id in within):
            return Found(named)
        asked = Asked(folded_or_symbols(query))
        return decide(asked, self._nearest(query, kind, within), self._indexes(kind))

    def confidence(self, query: str, kind: Kind, found: Sequence[Match]) -> tuple[float, float]:
        """How likely the first of the matches is meant, and how likely one of the first five."""
        if not found:
            return 0.0, 0.0
        asked = Asked(folded_or_symbols(query))
        if certain(found[0]):
            return 1.0, 1.0
        numbers = features(asked, found, self._indexes(kind))
        return confidence("sure", numbers), confidence("known", numbers)

    def complete(self, text: str, kind: Kind, limit: int = 25) -> list[Match]:
        """Entities that may be meant once the rest is typed, best first."""
        asked = Asked(folded_or_symbols(text))
        return completions(asked, self._indexes(kind), limit)

    def _indexes(self, kind: Kind) -> list[Index]:
        return [layer.indexes[kind] for layer in self._layers]

    def _by_id(self, text: str, kind: Kind) -> Match | None:
        for layer in self._layers:
            if layer.catalog.entity(kind, text) is not None:
                return Match(text, text, 1.0, (Reason("stable id", 0.0),))
        return None

    def _nearest(self, query: str, kind: Kind, within: Container[str] | None = None) -> list[Match]:
        found = search(query, self._indexes(kind), within)
        sure = found and found[0].score >= CERTAIN
        if kind is Kind.TRACK and not sure and len(query) <= LONGEST:
            found = merged([found, self._in_context(fold(query), within)])
        return found

    def _in_context(self, folded: str, within: Container[str] | None) -> list[Match]:
        """Tracks by title and artist, or title and drama, in either order."""
        found: list[list[Match]] = []
        best = 0.0
        tracks = self._indexes(Kind.TRACK)
        for title, context in splits(folded):
            for kind in (Kind.ARTIST, Kind.DRAMA):
                allowed = self._tracks_of(self.exact(context, kind), kind)
                if within is not None:
                    allowed = {track for track in allowed if track in within}
                if allowed:
                    reason = Reason(f"{CONTEXT} {kind}", -_CONTEXT, context)
                    near = search(title, tracks, allowed, best)
                    found.append(lessened(near, reason))
                    best = max(best, near[0].score if near else 0.0)
        return merged(found)

    def _tracks_of(self, ids: Collection[str], kind: Kind) -> set[str]:
        def tracks(catalog: Catalog, id: str) -> Iterable[str]:
            held = catalog.tracks_by(id) if kind is Kind.ARTIST else catalog.soundtrack(id)
            return (track.id for track in held)

        layers = self._layers
        return set(chain.from_iterable(tracks(one.catalog, i) for one in layers for i in ids))
