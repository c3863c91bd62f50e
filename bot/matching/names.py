"""The names under which each entity of a catalog can be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Kind, Track


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one entity. ``weight`` breaks ties between equals only (popularity)."""

    id: str
    text: str
    weight: float = 0.0
    lang: str = ""


def _spellings(entity: Track | Artist | Drama) -> Iterator[tuple[str, str]]:
    if isinstance(entity, Artist):
        yield entity.name, ""
        if entity.name_ko:
            yield entity.name_ko, "ko"
    else:
        yield entity.title, ""
        if entity.title_ko:
            yield entity.title_ko, "ko"
    for alias in entity.aliases:
        yield alias, ""


def _weight(catalog: Catalog, entity: Track | Artist | Drama) -> float:
    """How well known somebody or something is, judged by the number of tracks."""
    if isinstance(entity, Artist):
        return float(len(catalog.tracks_by(entity.id)))
    return float(len(catalog.soundtrack(entity.id))) if isinstance(entity, Drama) else 0.0


def names_of(catalog: Catalog, kind: Kind) -> Iterator[Name]:
    """Every spelling of every entity of that kind."""
    entities: dict[Kind, Iterator[Track | Artist | Drama]] = {
        Kind.TRACK: iter(catalog.tracks.values()),
        Kind.ARTIST: iter(catalog.artists.values()),
        Kind.DRAMA: iter(catalog.dramas.values()),
    }
    for entity in entities[kind]:
        weight = _weight(catalog, entity)
        for text, lang in _spellings(entity):
            yield Name(entity.id, text, weight, lang)
