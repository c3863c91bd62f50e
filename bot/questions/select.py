"""Which tracks a query speaks of: one condition for everything that narrows it down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from bot.knowledge.catalog import Catalog, part_order
from bot.knowledge.model import Artist, ArtistKind, Kind, Topic, Track
from bot.questions.names import Job, Work
from bot.questions.query import Query, Size

Condition = Callable[[Track], bool]
LAST_EPISODE = -1

_EPISODES = re.compile(
    r"\b(?:episodes?|ep\.?)\s+((?:\d+(?:\s*(?:,|and|&|or|to)\s*)?)+)", re.IGNORECASE
)
_TRIO = re.compile(r"\b(?:trio|three members)\b", re.IGNORECASE)
_SPELT = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": LAST_EPISODE,
    "last": LAST_EPISODE,
}
_SPELT_EPISODE = re.compile(rf"\b({'|'.join(_SPELT)}) episode\b", re.IGNORECASE)


def episodes_of(track: Track) -> dict[int, list[str]]:
    """The episodes that the facts of a track speak of, each with the sources that say so."""
    found: dict[int, list[str]] = {}
    for fact in track.facts:
        numbers = {fact.episode} if fact.episode is not None else set()
        if fact.topic in (Topic.SCENE, Topic.THEME):
            numbers |= {
                int(n) for m in _EPISODES.finditer(fact.text) for n in re.findall(r"\d+", m[1])
            }
            numbers |= {_SPELT[m[1].lower()] for m in _SPELT_EPISODE.finditer(fact.text)}
        for number in numbers:
            found.setdefault(number, []).extend(fact.sources)
    return found


def size_of(artist: Artist) -> Size | None:
    """Solo, duo, trio or group by the kind and the facts; we may know but a few of the members."""
    if artist.kind is ArtistKind.GROUP:
        return Size.TRIO if any(_TRIO.search(f.text) for f in artist.facts) else Size.GROUP
    if artist.kind is None:
        return None
    return {ArtistKind.SOLO: Size.SOLO, ArtistKind.DUO: Size.DUO}.get(artist.kind)


def is_size(artist: Artist, size: Size) -> bool | None:
    """Whether the artist is a soloist, duo, trio or group; a trio is a group. None: not known."""
    actual = size_of(artist)
    members = [m for m in artist.members if not m.former]
    if actual is None or (size is Size.TRIO and actual is Size.GROUP and len(members) < 4):
        return None
    return actual is size or (size is Size.GROUP and actual is Size.TRIO)


def all_members_known(artist: Artist) -> bool:
    """Whether no member is missing from the catalog, as far as its kind tells."""
    members = [m for m in artist.members if not m.former]
    return len(members) == {Size.DUO: 2, Size.TRIO: 3}.get(size_of(artist) or Size.GROUP)


class Selection:
    """The conditions of a query over a catalog."""

    def __init__(self, catalog: Catalog, query: Query) -> None:
        self.catalog = catalog
        self.query = query
        self.conditions = dict(self._named()) | dict(self._told())

    def tracks(self, leave_out: Iterable[str] = ()) -> list[Track]:
        """The tracks that meet every condition but those left out, by soundtrack and part."""
        ignored = set(leave_out)
        conditions = [c for name, c in self.conditions.items() if name not in ignored]
        found = [t for t in self._candidates(ignored) if all(c(t) for c in conditions)]
        return sorted(found, key=lambda t: (t.drama, part_order(t)))

    def narrowed(self) -> bool:
        """Whether anything narrows the query down at all."""
        return bool(self.conditions)

    def _candidates(self, ignored: set[str]) -> Iterable[Track]:
        titles = self.query.of(Kind.TRACK)
        dramas = self.query.of(Kind.DRAMA)
        if titles and "title" not in ignored:
            return [self.catalog.tracks[i] for i in titles[0].ids if i in self.catalog.tracks]
        if dramas and "drama" not in ignored:
            return [t for i in dramas[0].ids for t in self.catalog.soundtrack(i)]
        return self.catalog.tracks.values()

    def _named(self) -> Iterable[tuple[str, Condition]]:
        for number, ids in enumerate(self.query.ids(Kind.TRACK)):
            yield f"title{number or ''}", _one_of(ids)
        for number, ids in enumerate(self.query.ids(Kind.DRAMA)):
            yield f"drama{number or ''}", _in_drama(ids)
        for number, ids in enumerate(self.query.ids(Kind.ARTIST)):
            yield f"artist{number or ''}", _by_artist(ids)
        for name, works in self.query.works.items():
            yield f"work:{name}", _worked_on(works)

    def _told(self) -> Iterable[tuple[str, Condition]]:
        q = self.query
        if q.within:
            yield "within", _one_of(q.within)
        if q.year or q.month or q.day:
            yield "date", lambda t: in_time(t, q)
        if q.part is not None:
            yield "part", lambda t: in_part(t, q)
        if q.episode is not None:
            yield "episode", lambda t: q.episode in episodes_of(t)
        if q.without:
            yield "without", lambda t: t.drama not in q.without
        if q.without_artists:
            others = _by_artist(q.without_artists)
            yield "without_artists", lambda t: not others(t)
        if q.cover:
            yield "cover", lambda t: t.original is not None
        if q.size is not None:
            yield "size", lambda t: sized(self.catalog, t, q.size)


def _one_of(ids: Sequence[str]) -> Condition:
    return lambda track: track.id in ids


def _in_drama(ids: Sequence[str]) -> Condition:
    return lambda track: track.drama in ids


def _by_artist(ids: Sequence[str]) -> Condition:
    return lambda track: any(i in track.artists or i in track.featuring for i in ids)


def _worked_on(works: Sequence[Work]) -> Condition:
    """Authors of songs select those songs; makers of dramas select the soundtracks."""
    owners = {w.owner for w in works if w.job is not Job.MEMBER}
    return lambda track: track.id in owners or track.drama in owners


def number_of(part: str | None) -> int | None:
    """The number of a part, None for a named one."""
    return int(part) if part and part.isdecimal() else None


def dated(track: Track, year: int | None, month: int | None, day: int | None) -> bool | None:
    """Whether the track came out then; None where its date is not known so precisely."""
    known = [int(p) for p in (track.released or "").split("-") if p.isdecimal()]
    for at, wanted in enumerate((year, month, day)):
        if wanted is not None:
            if at >= len(known):
                return None
            if known[at] != wanted:
                return False
    return True


def in_time(track: Track, query: Query) -> bool:
    """Whether the track came out on the date told, or surely before or after it."""
    if not query.bound or query.year is None:
        return dated(track, query.year, query.month, query.day) is True
    told = [n for n in (query.year, query.month, query.day) if n is not None]
    known = [int(p) for p in (track.released or "").split("-") if p.isdecimal()][: len(told)]
    told = told[: len(known)]
    return known < told if query.bound > 0 else known > told


def in_part(track: Track, query: Query) -> bool:
    """Whether the track belongs to the part told, or to one before or after it."""
    number, told = number_of(track.part), query.part or 0
    if not query.bound or number is None:
        return number == query.part
    return number < told if query.bound > 0 else number > told


def sized(catalog: Catalog, track: Track, size: Size | None) -> bool:
    """Whether a soloist, a duo, a trio or a group performs the track; or whether it is a duet."""
    performers = (*catalog.performers(track), *catalog.featured(track))
    if size is Size.DUET:
        return len(performers) == 2 or any(is_size(a, Size.DUO) for a in performers)
    if size is None:
        return True
    return any(is_size(a, size) for a in performers) and (
        size is not Size.SOLO or len(performers) == 1
    )


def by_release(tracks: Iterable[Track]) -> list[Track]:
    """Tracks from the first release to the last; those without a date go by their part."""
    return sorted(tracks, key=lambda t: (t.released or "9999", part_order(t)))
