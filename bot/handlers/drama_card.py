"""A drama as a reply: what it is, and its soundtrack part by part."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.card import filled, paged, song_choices, standing, told
from bot.handlers.footnotes import Footnotes
from bot.handlers.phrases import (
    both_scripts,
    counted,
    date,
    people,
    performers,
    title_of,
)
from bot.handlers.reply import Field, Outcome, Reply
from bot.handlers.request import Action
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Drama, Track


def drama_card(drama: Drama, catalog: Catalog, page: int = 1) -> Reply:
    """A drama and its soundtrack in the order of the parts, a page at a time."""
    notes = Footnotes(catalog)
    tracks = catalog.soundtrack(drama.id)
    shown, more = paged(tracks, page, Action("drama", {"drama": drama.id}))
    fields = [
        Field("Network", drama.network or "", True),
        Field("Aired", _aired(drama), True),
        Field("Episodes", drama.episodes or "", True),
        Field(f"Soundtrack ({counted(len(tracks), 'track')})", _part_lines(shown, catalog)),
        Field("Written by", people(drama.writers), True),
        Field("Directed by", people(drama.directors), True),
        Field("Music direction", people(drama.music_directors), True),
        Field("Cast", _cast(drama)),
        Field("Also known as", ", ".join(drama.aliases)),
        *told(drama, notes),
    ]
    notes.mark(drama.sources)
    return Reply(
        Outcome.FOUND,
        title=title_of(drama),
        fields=filled(fields),
        choices=(*more, *song_choices(shown)),
        sources=notes.citations(),
        footer=standing(drama),
    )


def _aired(drama: Drama) -> str:
    days = [date(d) for d in (drama.first_aired, drama.last_aired) if d]
    return " to ".join(days)


def _cast(drama: Drama) -> str:
    return ", ".join(
        both_scripts(c.actor.name, c.actor.name_ko) + (f" as {c.character}" if c.character else "")
        for c in drama.cast
    )


def _part_lines(tracks: Sequence[Track], catalog: Catalog) -> str:
    return "\n".join(
        f"{f'Part {t.part}: ' if t.part else '• '}{title_of(t)} — {performers(t, catalog)}"
        for t in tracks
    )
