"""The in-memory graph of dramas, tracks and artists that every command asks."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from bot.knowledge.model import Artist, Drama, Entity, Kind, Source, Track

V = TypeVar("V")


def part_order(track: Track) -> tuple[int, int, str, str]:
    """Sort key of a track within its soundtrack: numbered parts first, then named, then none."""
    part = track.part or ""
    digits = "".join(c for c in part if c in "0123456789")
    rank = 0 if part == digits != "" else 1 if part else 2
    return rank, int(digits[:9] or 0), track.released or "9999", track.id


def newest_first(tracks: Iterable[Track]) -> tuple[Track, ...]:
    """The tracks from the latest release to the earliest; undated ones last."""
    by_id = sorted(tracks, key=lambda t: t.id)
    return tuple(sorted(by_id, key=lambda t: t.released or "", reverse=True))


def _layered(own: Mapping[str, V], base: Mapping[str, V] | None) -> Mapping[str, V]:
    if base is None:
        return own
    return ChainMap(own, base)  # type: ignore[arg-type]  # wants mutable ones, but never writes


class Catalog:
    """Dramas, artists and tracks by id, and the edges between them.

    Immutable once built. ``extended`` lays a server's own entities over a shared catalog; that
    costs memory in proportion to the server's own entities only.
    """

    def __init__(
        self,
        dramas: Mapping[str, Drama],
        artists: Mapping[str, Artist],
        tracks: Mapping[str, Track],
        sources: Mapping[str, Source],
        base: Catalog | None = None,
    ) -> None:
        self.base = base
        self.own_tracks = tracks
        self.own_artists = artists
        self.own_dramas = dramas
        self.dramas: Mapping[str, Drama] = _layered(dramas, base.dramas if base else None)
        self.artists: Mapping[str, Artist] = _layered(artists, base.artists if base else None)
        self.tracks: Mapping[str, Track] = _layered(tracks, base.tracks if base else None)
        self.sources: Mapping[str, Source] = _layered(sources, base.sources if base else None)

    @classmethod
    def of(
        cls,
        dramas: Iterable[Drama] = (),
        artists: Iterable[Artist] = (),
        tracks: Iterable[Track] = (),
        sources: Iterable[Source] = (),
        base: Catalog | None = None,
    ) -> Catalog:
        """A catalog of the given entities; of two with one id the later stays."""
        return cls(
            {d.id: d for d in dramas},
            {a.id: a for a in artists},
            {t.id: t for t in tracks},
            {s.key: s for s in sources},
            base,
        )

    def extended(
        self,
        dramas: Iterable[Drama] = (),
        artists: Iterable[Artist] = (),
        tracks: Iterable[Track] = (),
        sources: Iterable[Source] = (),
    ) -> Catalog:
        """This catalog with more entities laid over it; this one stays as it is."""
        return Catalog.of(dramas, artists, tracks, sources, base=self)

    def entity(self, kind: Kind, id: str) -> Entity | None:
        """The entity of that kind with that id, or None."""
        if kind is Kind.TRACK:
            return self.tracks.get(id)
        if kind is Kind.ARTIST:
            return self.artists.get(id)
        return self.dramas.get(id)

    def soundtrack(self, drama: str) -> tuple[Track, ...]:
        """The tracks of a drama in the order of their parts."""
        own = self._own_by_drama.get(drama, ())
        return tuple(sorted((*own, *self._from_base(Catalog.soundtrack, drama)), key=part_order))

    def tracks_by(self, artist: str) -> tuple[Track, ...]:
        """The tracks an artist performs or is featured on, newest first."""
        own = self._own_by_artist.get(artist, ())
        return newest_first((*own, *self._from_base(Catalog.tracks_by, artist)))

    def performers(self, track: Track) -> tuple[Artist, ...]:
        """The main artists of a track, in the order of the credit."""
        return tuple(self.artists[a] for a in track.artists if a in self.artists)

    def featured(self, track: Track) -> tuple[Artist, ...]:
        """The artists credited as featured."""
        return tuple(self.artists[a] for a in track.featuring if a in self.artists)

    def groups_of(self, artist: str) -> tuple[Artist, ...]:
        """The groups and duos that list this artist as a member."""
        own = self._own_groups.get(artist, ())
        return own if self.base is None else (*own, *self.base.groups_of(artist))

    def _from_base(
        self, ask: Callable[[Catalog, str], tuple[Track, ...]], id: str
    ) -> Iterable[Track]:
        if self.base is None:
            return ()
        return (t for t in ask(self.base, id) if t.id not in self.own_tracks)

    @cached_property
    def _own_by_drama(self) -> Mapping[str, tuple[Track, ...]]:
        groups: defaultdict[str, list[Track]] = defaultdict(list)
        for track in self.own_tracks.values():
            groups[track.drama].append(track)
        return {drama: tuple(tracks) for drama, tracks in groups.items()}

    @cached_property
    def _own_by_artist(self) -> Mapping[str, tuple[Track, ...]]:
        groups: defaultdict[str, list[Track]] = defaultdict(list)
        for track in self.own_tracks.values():
            for artist in dict.fromkeys((*track.artists, *track.featuring)):
                groups[artist].append(track)
        return {artist: tuple(tracks) for artist, tracks in groups.items()}

    @cached_property
    def _own_groups(self) -> Mapping[str, tuple[Artist, ...]]:
        groups: defaultdict[str, list[Artist]] = defaultdict(list)
        for group in self.own_artists.values():
            for member in group.members:
                if member.artist:
                    groups[member.artist].append(group)
        return {artist: tuple(found) for artist, found in groups.items()}
