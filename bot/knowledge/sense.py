"""What a file of valid entries can still get wrong: doubles, dates in disorder, stale marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.knowledge.entries import Entry
from bot.knowledge.files import artist_file
from bot.knowledge.problems import Fault, Path
from bot.knowledge.schema import ArtistEntry, DramaEntry, SourcesFile, TrackEntry
from bot.knowledge.values import LONGEST_DRAMA_ID, LONGEST_TRACK_ID, SLUG


def drama(entry: DramaEntry, id: str) -> list[Fault]:
    """What is wrong within a drama's file."""
    faults = [*_file_name(id), *_air_dates(entry), *_marks(entry, ())]
    faults += _doubles((("soundtrack", i, "id"), t.id) for i, t in enumerate(entry.soundtrack))
    faults += _same_songs(entry.soundtrack)
    faults += _parts(entry.soundtrack)
    for row, track in enumerate(entry.soundtrack):
        faults += _track(track, id, ("soundtrack", row))
    return faults


def artists(entries: Sequence[ArtistEntry], name: str) -> list[Fault]:
    """What is wrong within a file of artists."""
    faults = list(_doubles(((row, "id"), a.id) for row, a in enumerate(entries)))
    for row, artist in enumerate(entries):
        faults += _marks(artist, (row,))
        if artist_file(artist.id) != name:
            remedy = f"Move the artist to {artist_file(artist.id)}"
            faults.append(Fault((row, "id"), "is in the file of another letter", remedy))
        if any(member.artist == artist.id for member in artist.members):
            fault = Fault((row, "members"), "names the artist itself", "Name the members")
            faults.append(fault)
    return faults


def sources(file: SourcesFile) -> list[Fault]:
    """What is wrong within the file of sources."""
    addresses = (
        ((key, "address"), s.address.rstrip("/")) for key, s in file.root.items() if s.address
    )
    return list(_doubles(addresses))


def _file_name(id: str) -> Iterator[Fault]:
    if not re.fullmatch(SLUG, id) or len(id) > LONGEST_DRAMA_ID:
        remedy = (
            "Name it in lower-case letters, digits and single hyphens,"
            f" {LONGEST_DRAMA_ID} at most: my-love.yaml"
        )
        yield Fault((), "has a name that can't be an id", remedy)


def _air_dates(entry: DramaEntry) -> Iterator[Fault]:
    first, last = entry.first_aired, entry.last_aired
    if first and last and last[: len(first)] < first[: len(last)]:
        yield Fault(("last_aired",), "is before first_aired", "Check both dates")


def _track(track: TrackEntry, drama: str, path: Path) -> Iterator[Fault]:
    yield from _marks(track, path)
    if len(f"{drama}/{track.id}") > LONGEST_TRACK_ID:
        most = LONGEST_TRACK_ID - len(drama) - 1
        remedy = f"Use at most {most} characters here"
        yield Fault((*path, "id"), "is too long together with the drama's id", remedy)
    credited = bool(track.composers or track.lyricists or track.arrangers)
    if track.credit_sources and not credited:
        remedy = "Name the composers, lyricists or arrangers, or delete the line"
        yield Fault((*path, "credit_sources"), "has no credits to support", remedy)
    for row, artist in enumerate(track.featuring):
        if artist in track.artists:
            fault = "is among the artists already"
            yield Fault((*path, "featuring", row), fault, "Keep the artist in one of the lists")


def _marks(entry: Entry, path: Path) -> Iterator[Fault]:
    """Marks on keys that aren't there, and items given twice."""
    for row, key in enumerate(getattr(entry, "unverified", ())):
        if not getattr(entry, key):
            remedy = "Delete the mark, or fill that key in"
            yield Fault((*path, "unverified", row), f"marks {key}, which isn't given", remedy)
    for key in ("aliases", "artists", "featuring", "sources", "credit_sources", "unverified"):
        items = getattr(entry, key, ())
        yield from _doubles(((*path, key, row), item) for row, item in enumerate(items))


def _doubles(places: Iterable[tuple[Path, str]]) -> Iterator[Fault]:
    seen = set()
    for path, value in places:
        if value in seen:
            yield Fault(path, f'"{value}" is there already', "Keep one of the two")
        seen.add(value)


def _same_songs(tracks: Sequence[TrackEntry]) -> Iterator[Fault]:
    """One song entered twice: the same title by the same artists."""
    first: dict[tuple[str, frozenset[str]], str] = {}
    for row, track in enumerate(tracks):
        song = (track.title.casefold(), frozenset(track.artists))
        if song in first:
            remedy = "Merge the two, or say in the title how they differ"
            text = f'is the same title by the same artists as "{first[song]}"'
            yield Fault(("soundtrack", row, "title"), text, remedy)
        first.setdefault(song, track.id)


def _parts(tracks: Sequence[TrackEntry]) -> Iterator[Fault]:
    """A part is one release: its songs (at times several) can't be of different dates."""
    first: dict[str, tuple[str, str]] = {}
    for row, track in enumerate(tracks):
        if not track.part or not track.released or _in_doubt(track):
            continue
        other, date = first.setdefault(track.part, (track.id, track.released))
        size = min(len(date), len(track.released))
        if date[:size] != track.released[:size]:
            text = f'{track.part} is the part of "{other}" too, released {date}'
            remedy = "Correct one of them, or add a dispute about the part"
            yield Fault(("soundtrack", row, "part"), text, remedy)


def _in_doubt(track: TrackEntry) -> bool:
    doubts = {*track.unverified, *(d.field for d in track.disputes)}
    return bool(doubts & {"part", "released"})
