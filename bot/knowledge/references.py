"""What binds the files together: artist ids, source keys, ids that may be used once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.knowledge.files import SOURCES, Content, artist_file
from bot.knowledge.model import Artist, Credit, Drama, Fact, Role, Track
from bot.knowledge.problems import Fault, Path, did_you_mean

_KEYS: Final = {
    Role.COMPOSER: "composers",
    Role.LYRICIST: "lyricists",
    Role.ARRANGER: "arrangers",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names an artist by id, or a source by key."""

    path: Path
    target: str


def check(contents: Mapping[str, Content | None]) -> dict[str, list[Fault]]:
    """The faults by file name; files without any are left out.

    Content is None where it couldn't be told: what such a file may have held isn't reported as
    missing by the others.
    """
    told = {name: content for name, content in contents.items() if content}
    untold = contents.keys() - told.keys()
    sources = {source.key for content in told.values() for source in content.sources}
    artists = {artist.id for content in told.values() for artist in content.artists}
    faults = {
        name: [
            *_missing(artist_references(content), artists, untold, "artist"),
            *_missing(source_references(content), sources, untold, "source"),
        ]
        for name, content in told.items()
    }
    return {name: found for name, found in faults.items() if found}


def _missing(
    references: Iterable[Reference], known: set[str], untold: Collection[str], kind: str
) -> Iterator[Fault]:
    for target, path in ((r.target, r.path) for r in references):
        home = artist_file(target) if kind == "artist" else SOURCES
        if target not in known and home not in untold:
            hint = did_you_mean(target, sorted(known))
            remedy = f"{hint}If not, add it to {home}" if hint else f"Add it to {home}"
            yield Fault(path, f'there is no {kind} "{target}"', remedy)


def artist_references(content: Content) -> Iterator[Reference]:
    """Every place in the file that names an artist."""
    for row, track in enumerate(content.tracks):
        yield from _each(("soundtrack", row, "artists"), track.artists)
        yield from _each(("soundtrack", row, "featuring"), track.featuring)
        yield from _credited(("soundtrack", row), track.credits)
    for row, artist in enumerate(content.artists):
        for place, member in enumerate(artist.members):
            if member.artist:
                yield Reference((row, "members", place, "artist"), member.artist)


def source_references(content: Content) -> Iterator[Reference]:
    """Every place in the file that names a source."""
    for drama in content.dramas:
        yield from _cited(drama, ())
        for row, actor in enumerate(drama.cast):
            yield from _each(("cast", row, "sources"), actor.sources)
    for row, track in enumerate(content.tracks):
        yield from _cited(track, ("soundtrack", row))
        for credit in track.credits[:1]:  # all credits of a track share their sources
            yield from _each(("soundtrack", row, "credit_sources"), credit.sources)
    for row, artist in enumerate(content.artists):
        yield from _cited(artist, (row,))


def _cited(entity: Drama | Track | Artist, path: Path) -> Iterator[Reference]:
    yield from _each((*path, "sources"), entity.sources)
    yield from _facts((*path, "facts"), entity.facts)
    for row, dispute in enumerate(entity.disputes):
        yield from _each((*path, "disputes", row, "sources"), dispute.sources)


def _facts(path: Path, facts: tuple[Fact, ...]) -> Iterator[Reference]:
    for row, fact in enumerate(facts):
        yield from _each((*path, row, "sources"), fact.sources)


def _each(path: Path, targets: tuple[str, ...]) -> Iterator[Reference]:
    return (Reference((*path, row), target) for row, target in enumerate(targets))


def _credited(path: Path, credits: tuple[Credit, ...]) -> Iterator[Reference]:
    for role, key in _KEYS.items():
        for row, credit in enumerate(c for c in credits if c.role is role):
            if credit.artist:
                yield Reference((*path, key, row, "artist"), credit.artist)
