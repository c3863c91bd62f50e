"""A server's own list, and how it lies over the shared catalog."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, TypeVar

from bot.curation.changes import OWN, Correction, Edit, Record
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Fact, Source, Topic, Track

T = TypeVar("T", Drama, Artist)
SERVER_SOURCE = Source("server", "This server's own list")


@dataclass(frozen=True, slots=True)
class Overlay:
    """Everything one server added or corrected, by id."""

    dramas: Mapping[str, Drama] = field(default_factory=dict)
    artists: Mapping[str, Artist] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)

    def over(self, shared: Catalog) -> Catalog:
        """The shared catalog with this list laid over it."""
        added = self.added(shared)
        return shared.extended(
            added.dramas.values(),
            added.artists.values(),
            added.tracks.values(),
            added.sources.values(),
        )

    def added(self, shared: Catalog) -> Catalog:
        """What this list lays over the shared catalog, corrections as whole tracks.

        A track whose drama or artist has left the shared base keeps a stand-in of that id, so
        that no reference dangles.
        """
        tracks = [*self._corrected(shared), *self.tracks.values()]
        dramas = {t.drama: Drama(t.drama, _readable(t.drama)) for t in tracks}
        artists = {a: Artist(a, _readable(a)) for t in tracks for a in (*t.artists, *t.featuring)}
        return Catalog.of(
            [*_unknown(dramas, shared.dramas), *self.dramas.values()],
            [*_unknown(artists, shared.artists), *self.artists.values()],
            tracks,
            [SERVER_SOURCE],
        )

    def _corrected(self, shared: Catalog) -> Iterator[Track]:
        for correction in self.corrections.values():
            track = shared.tracks.get(correction.id)
            if track is not None:
                yield corrected(track, correction)

    def records(self) -> Iterator[Record]:
        """Every record, dramas and artists before the tracks that need them."""
        yield from self.dramas.values()
        yield from self.artists.values()
        yield from self.tracks.values()
        yield from self.corrections.values()


def corrected(track: Track, correction: Correction) -> Track:
    """The shared track with the server's values in place of its own."""
    changes: dict[str, Any] = dict(correction.fields)
    note = changes.pop("note", None)
    facts = (*track.facts, *noted(note))
    sources = tuple(dict.fromkeys((*track.sources, SERVER_SOURCE.key)))
    unverified = tuple(name for name in track.unverified if name not in changes)
    return replace(track, **changes, facts=facts, sources=sources, unverified=unverified)


def noted(note: str | None) -> tuple[Fact, ...]:
    """A curator's note as the fact that a card shows."""
    return (Fact(note, Topic.TRIVIA, (SERVER_SOURCE.key,)),) if note else ()


def references(track: Track) -> set[str]:
    """Ids of the server's own dramas and artists that a track rests on."""
    return {i for i in (track.drama, *track.artists, *track.featuring) if i.startswith(OWN)}


def orphaned(overlay: Overlay, gone: Track, stays: Track | None = None) -> list[Edit]:
    """Edits that remove what only ``gone`` needed, once ``stays`` has taken its place."""
    others = [t for t in overlay.tracks.values() if t.id != gone.id]
    needed = {i for t in (*others, *([stays] if stays else [])) for i in references(t)}
    needed |= {i for c in overlay.corrections.values() for i in c.names()}
    loose = sorted(references(gone) - needed)
    kept: tuple[Mapping[str, Drama | Artist], ...] = (overlay.dramas, overlay.artists)
    return [Edit.remove(own[i]) for i in loose for own in kept if i in own]


def _unknown(stand_ins: Mapping[str, T], shared: Mapping[str, T]) -> Iterator[T]:
    return (e for e in stand_ins.values() if e.id not in shared)


def _readable(id: str) -> str:
    return id.removeprefix(OWN).replace("-", " ").title()


def note_of(track: Track) -> str:
    """The note that a server's curators wrote on the track; empty if none."""
    own = (SERVER_SOURCE.key,)
    return "\n".join(f.text for f in track.facts if f.topic is Topic.TRIVIA and f.sources == own)


def fresh(slug: str, taken: Container[str]) -> str:
    """An id of the server's own that was never used: ``own/rain``, ``own/rain-2``, ..."""
    ids = (f"{OWN}{slug}" + (f"-{n}" if n > 1 else "") for n in count(1))
    return next(name for name in ids if name not in taken)
