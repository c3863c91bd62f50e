"""What the engine prepares once for a catalog: names and descriptions."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from bot.knowledge.catalog import Catalog
from bot.questions.describe import Descriptions
from bot.questions.loanwords import Loanwords
from bot.questions.names import Names


class Index:
    """Names and descriptions of a catalog. A server's own lie over those of the shared base."""

    def __init__(self, catalog: Catalog, base: Index | None = None) -> None:
        own = Catalog(catalog.own_dramas, catalog.own_artists, catalog.own_tracks, {})
        self.names: Names = Names(own, base.names if base else None)
        self.loanwords: Loanwords = Loanwords(own, base.loanwords if base else None)
        self.tracks: Descriptions = Descriptions(
            {i: track.facts for i, track in own.tracks.items()}, base.tracks if base else None
        )
        self.dramas: Descriptions = Descriptions(
            {i: drama.facts for i, drama in own.dramas.items()}, base.dramas if base else None
        )
        self.artists: Descriptions = Descriptions(
            {i: artist.facts for i, artist in own.artists.items()}, base.artists if base else None
        )


_indexes: WeakKeyDictionary[Catalog, Index] = WeakKeyDictionary()


def is_prepared(catalog: Catalog) -> bool:
    """Whether the shared base of the catalog has its index; what a server adds costs little."""
    return (catalog.base or catalog) in _indexes


def index_of(catalog: Catalog) -> Index:
    """The index of a catalog, built at the first question; one per catalog, while it lives."""
    found = _indexes.get(catalog)
    if found is None:
        base = index_of(catalog.base) if catalog.base else None
        found = _indexes[catalog] = Index(catalog, base)
    return found
