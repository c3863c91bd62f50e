"""The in-memory graph of dramas, tracks and artists that every command asks."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from bot.knowledge.model import Artist, Drama, Entity, Kind, Source, Track


def part_order(track: Track) -> tuple[int, int, str, str]:
    """Sort key of a track within its soundtrack: numbered parts first, then named, then none."""
    part = track.part or ""
    digits = "".join(c for c in part if c.isdigit())
    rank = 0 if part.isdigit() else 1 if part else 2
    return rank, int(digits) if digits else 0, track.released or "9999", track.id


def newest_first(tracks: Iterable[Track]) -> tuple[Track, ...]:
    """The tracks from the latest release to the earliest; undated ones last."""
    by_id = sorted(tracks, key=lambda t: t.id)
    return tuple(sorted(by_id, key=lambda t: t.released or "", reverse=True))


class Catalog:
    """Dramas, artists and tracks by id, and the edges between them.

    Immutable once built. ``extended`` lays a server's own entities over a shared catalog without
    copying it.
    """

    def __init__(
        self,
        dramas: Mapping[str, Drama],
        artists: Mapping[str, Artist],
        tracks: Mapping[str, Track],
        sources: Mapping[str, Source],
    ) -> None:
        self.dramas = dramas
        self.artists = artists
        self.tracks = tracks
        self.sources = sources

    @classmethod
    def of(
        cls,
        dramas: Iterable[Drama] = (),
        artists: Iterable[Artist] = (),
        tracks: Iterable[Track] = (),
        sources: Iterable[Source] = (),
    ) -> Catalog:
        """A catalog of the given entities; of two with one id the later stays."""
        return cls(
            {d.id: d for d in dramas},
            {a.id: a for a in artists},
            {t.id: t for t in tracks},
            {s.key: s for s in sources},
        )

    @cached_property
    def _by_drama(self) -> Mapping[str, tuple[Track, ...]]:
        groups: defaultdict[str, list[Track]] = defaultdict(list)
        for track in self.tracks.values():
            groups[track.drama].append(track)
        return {drama: tuple(sorted(tracks, key=part_order)) for drama, tracks in groups.items()}

    @cached_property
    def _by_artist(self) -> Mapping[str, tuple[Track, ...]]:
        groups: defaultdict[str, list[Track]] = defaultdict(list)
        for track in self.tracks.values():
            for artist in dict.fromkeys((*track.artists, *track.featuring)):
                groups[artist].append(track)
        return {artist: newest_first(tracks) for artist, tracks in groups.items()}

    def entity(self, kind: Kind, id: str) -> Entity | None:
        """The entity of that kind with that id, or None."""
        found: Entity | None
        if kind is Kind.TRACK:
            found = self.tracks.get(id)
        elif kind is Kind.ARTIST:
            found = self.artists.get(id)
        else:
            found = self.dramas.get(id)
        return found

    def soundtrack(self, drama: str) -> tuple[Track, ...]:
        """The tracks of a drama in the order of their parts."""
        return self._by_drama.get(drama, ())

    def tracks_by(self, artist: str) -> tuple[Track, ...]:
        """The tracks an artist performs or is featured on, newest first."""
        return self._by_artist.get(artist, ())

    def performers(self, track: Track) -> tuple[Artist, ...]:
        """The main artists of a track, in the order of the credit."""
        return tuple(self.artists[a] for a in track.artists if a in self.artists)

    def featured(self, track: Track) -> tuple[Artist, ...]:
        """The artists credited as featured."""
        return tuple(self.artists[a] for a in track.featuring if a in self.artists)

    def groups_of(self, artist: str) -> tuple[Artist, ...]:
        """The groups and duos that list this artist as a member."""
        return self._groups.get(artist, ())

    @cached_property
    def _groups(self) -> Mapping[str, tuple[Artist, ...]]:
        groups: defaultdict[str, list[Artist]] = defaultdict(list)
        for group in self.artists.values():
            for member in group.members:
                if member.artist:
                    groups[member.artist].append(group)
        return {artist: tuple(found) for artist, found in groups.items()}

    def extended(
        self,
        dramas: Iterable[Drama] = (),
        artists: Iterable[Artist] = (),
        tracks: Iterable[Track] = (),
        sources: Iterable[Source] = (),
    ) -> Catalog:
        """This catalog with more entities laid over it; this one stays as it is."""
        own = Catalog.of(dramas, artists, tracks, sources)
        return Catalog(
            ChainMap(dict(own.dramas), dict(self.dramas)),
            ChainMap(dict(own.artists), dict(self.artists)),
            ChainMap(dict(own.tracks), dict(self.tracks)),
            ChainMap(dict(own.sources), dict(self.sources)),
        )
