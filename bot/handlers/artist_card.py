"""An artist as a reply: who they are, and every track of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.handlers.card import filled, paged, song_choices, standing, told
from bot.handlers.footnotes import Footnotes
from bot.handlers.phrases import (
    date,
    name_of,
    people,
    performers,
    title_of,
)
from bot.handlers.reply import Choice, Field, Outcome, Reply
from bot.handlers.request import Action
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Track


def artist_card(artist: Artist, catalog: Catalog, page: int = 1) -> Reply:
    """Who an artist is and every track of theirs, newest first."""
    notes = Footnotes(catalog)
    tracks = catalog.tracks_by(artist.id)
    shown, more = paged(tracks, page, Action("artist", {"artist": artist.id}))
    fields = [
        Field("Kind", artist.kind.value if artist.kind else "", True),
        Field("Debut", date(artist.debut) if artist.debut else "", True),
        Field("Member of", ", ".join(name_of(g) for g in catalog.groups_of(artist.id)), True),
        *_members(artist),
        Field(f"Tracks ({len(tracks)})", _dated_lines(shown, catalog)),
        Field("Also known as", ", ".join(artist.aliases)),
        *told(artist, notes),
    ]
    notes.mark(artist.sources)
    for track in shown:
        notes.mark(track.sources)
    return Reply(
        Outcome.FOUND,
        title=name_of(artist),
        fields=filled(fields),
        choices=(*more, *_people_choices(artist, catalog), *song_choices(shown)),
        sources=notes.citations(),
        footer=standing(artist),
    )


def _members(artist: Artist) -> Iterable[Field]:
    now = people([m.person for m in artist.members if not m.former])
    before = people([m.person for m in artist.members if m.former])
    yield Field("Members", now)
    yield Field("Former members", before)


def _people_choices(artist: Artist, catalog: Catalog) -> tuple[Choice, ...]:
    """The members of a group with songs of their own, and the groups of a member."""
    ids = (m.artist for m in artist.members if m.artist)
    members = (catalog.artists[id_] for id_ in ids if id_ in catalog.artists)
    near = [a for a in (*members, *catalog.groups_of(artist.id)) if catalog.tracks_by(a.id)]
    return tuple(Choice(a.name, Action("artist", {"artist": a.id}), a.id) for a in near)


def _dated_lines(tracks: Sequence[Track], catalog: Catalog) -> str:
    return "\n".join(f"• {_dated(track, catalog)}" for track in tracks)


def _dated(track: Track, catalog: Catalog) -> str:
    when = f" ({date(track.released)})" if track.released else ""
    drama = catalog.dramas.get(track.drama)
    others = performers(track, catalog)
    return f"{title_of(track)} — {others} · {drama.title if drama else track.drama}{when}"
