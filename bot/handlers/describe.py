"""Entities as replies: the card of a song, an artist, a drama."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote, quote_plus

from bot.handlers.footnotes import Footnotes
from bot.handlers.phrases import (
    both_scripts,
    date,
    label,
    name_of,
    people,
    performers,
    title_of,
)
from bot.handlers.reply import Choice, Field, Link, Outcome, Reply
from bot.handlers.request import Action
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Credit, Drama, Entity, Fact, Role, Topic, Track

PAGE = 20
SEARCHES = (
    ("Spotify", "https://open.spotify.com/search/{path}"),
    ("YouTube", "https://www.youtube.com/results?search_query={query}"),
    ("Apple Music", "https://music.apple.com/us/search?term={query}"),
    ("Melon", "https://www.melon.com/search/total/index.htm?q={query}"),
)
HEADINGS = {
    Topic.MUSIC: "Music",
    Topic.THEME: "What it stands for",
    Topic.SCENE: "Where it is heard",
    Topic.RELEASE: "Release",
    Topic.CHART: "Charts",
    Topic.RECEPTION: "Reception",
    Topic.TRIVIA: "Also",
}
ROLES = {Role.COMPOSER: "Music by", Role.LYRICIST: "Words by", Role.ARRANGER: "Arranged by"}


def song_card(track: Track, catalog: Catalog) -> Reply:
    """Everything known about one track."""
    notes = Footnotes(catalog)
    drama = catalog.dramas.get(track.drama)
    fields = [
        Field("Artists" if len(track.artists) > 1 else "Artist", _credited(track, catalog), True),
        Field("Drama", title_of(drama) if drama else "", True),
        Field("Part", track.part or "", True),
        Field("Released", date(track.released) if track.released else "", True),
        *_credits(track.credits, notes),
        Field("Album", track.album or "", True),
        Field("Original", track.original or "", True),
        Field("Also known as", ", ".join(track.aliases)),
        *_told(track, notes),
    ]
    notes.mark(track.sources)
    return Reply(
        Outcome.FOUND,
        title=title_of(track),
        body=_song_line(track, catalog),
        fields=_filled(fields),
        choices=_song_choices(track, catalog),
        links=(*search_links(track, catalog), *_own_link(track)),
        sources=notes.citations(),
        footer=_standing(track),
    )


def _song_line(track: Track, catalog: Catalog) -> str:
    drama = catalog.dramas.get(track.drama)
    of = f" of {drama.title}" if drama else ""
    return f"{performers(track, catalog)}, from the soundtrack{of}."


def _credited(track: Track, catalog: Catalog) -> str:
    main = ", ".join(name_of(a) for a in catalog.performers(track))
    featured = ", ".join(name_of(a) for a in catalog.featured(track))
    return f"{main} feat. {featured}" if featured else main


def _credits(credits: Sequence[Credit], notes: Footnotes) -> Iterable[Field]:
    for role, heading in ROLES.items():
        named = [c for c in credits if c.role is role]
        marks = notes.mark(named[0].sources) if named else ""
        yield Field(heading, f"{people([c.person for c in named])} {marks}".strip(), True)


def _told(entity: Entity, notes: Footnotes) -> Iterable[Field]:
    for topic, heading in HEADINGS.items():
        facts = [f for f in entity.facts if f.topic is topic]
        scene = topic is Topic.SCENE
        yield Field(heading, notes.lines(facts), spoiler=scene, episode=latest_episode(facts))
    yield Field("Sources disagree", notes.lines(entity.disputes))


def latest_episode(facts: Sequence[Fact]) -> int | None:
    """The latest episode that the facts tell of; None if one doesn't say which."""
    episodes = [f.episode for f in facts]
    return None if None in episodes else max((e for e in episodes if e), default=None)


def _filled(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(f for f in fields if f.value)


def _standing(entity: Entity) -> str:
    if entity.server:
        return "Added by this server"
    if not entity.unverified:
        return ""
    named = ", ".join(_in_words(field) for field in entity.unverified)
    return f"Unverified: {named}"


def _in_words(field: str) -> str:
    if field in {"title", "name"}:
        return f"English {field}"
    return {"title_ko": "Korean title", "name_ko": "Korean name"}.get(
        field, field.replace("_", " ")
    )


def search_links(track: Track, catalog: Catalog) -> tuple[Link, ...]:
    """Links that search for the track on music services. They promise no result."""
    title = track.title_ko if "title" in track.unverified and track.title_ko else track.title
    words = " ".join((title, *(a.name for a in catalog.performers(track))))
    return tuple(
        Link(name, url.format(path=quote(words, safe=""), query=quote_plus(words)))
        for name, url in SEARCHES
    )


def _own_link(track: Track) -> tuple[Link, ...]:
    return (Link("Link", track.link),) if track.link else ()


def _song_choices(track: Track, catalog: Catalog) -> tuple[Choice, ...]:
    artists = [
        Choice(f"More by {a.name}", Action("artist", {"artist": a.id}), a.id)
        for a in catalog.performers(track)[:3]
    ]
    soundtrack = Choice("The soundtrack", Action("drama", {"drama": track.drama}), track.drama)
    sources = Choice("Says who?", Action("source", {"song": track.id}), track.id)
    return (*artists, soundtrack, sources)


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
        *_told(artist, notes),
    ]
    notes.mark(artist.sources)
    for track in shown:
        notes.mark(track.sources)
    return Reply(
        Outcome.FOUND,
        title=name_of(artist),
        fields=_filled(fields),
        choices=(*more, *_people_choices(artist, catalog), *_open_choices(shown)),
        sources=notes.citations(),
        footer=_standing(artist),
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


def _open_choices(tracks: Sequence[Track]) -> tuple[Choice, ...]:
    return tuple(Choice(t.title, Action("song", {"song": t.id}), t.id) for t in tracks)


def drama_card(drama: Drama, catalog: Catalog, page: int = 1) -> Reply:
    """A drama and its soundtrack in the order of the parts, a page at a time."""
    notes = Footnotes(catalog)
    tracks = catalog.soundtrack(drama.id)
    shown, more = paged(tracks, page, Action("drama", {"drama": drama.id}))
    fields = [
        Field("Network", drama.network or "", True),
        Field("Aired", _aired(drama), True),
        Field("Episodes", drama.episodes or "", True),
        Field(f"Soundtrack ({_count(len(tracks), 'track')})", _part_lines(shown, catalog)),
        Field("Written by", people(drama.writers), True),
        Field("Directed by", people(drama.directors), True),
        Field("Music direction", people(drama.music_directors), True),
        Field("Cast", _cast(drama)),
        Field("Also known as", ", ".join(drama.aliases)),
        *_told(drama, notes),
    ]
    notes.mark(drama.sources)
    return Reply(
        Outcome.FOUND,
        title=title_of(drama),
        fields=_filled(fields),
        choices=(*more, *_open_choices(shown)),
        sources=notes.citations(),
        footer=_standing(drama),
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


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


def paged(
    tracks: Sequence[Track], page: int, action: Action
) -> tuple[Sequence[Track], tuple[Choice, ...]]:
    """One page of tracks and the choices that lead to the pages beside it."""
    last = max(1, -(-len(tracks) // PAGE))
    here = min(max(1, page), last)
    steps = [(f"◀ Page {here - 1}", here - 1), (f"Page {here + 1} of {last} ▶", here + 1)]
    choices = tuple(
        Choice(text, Action(action.command, {**action.arguments, "page": str(to)}), f"page {to}")
        for text, to in steps
        if 1 <= to <= last
    )
    return tracks[(here - 1) * PAGE : here * PAGE], choices


def sources_card(track: Track, catalog: Catalog) -> Reply:
    """Who says what about a track: every fact with its sources spelled out."""
    notes = Footnotes(catalog)
    told: list[Fact] = sorted(track.facts, key=lambda f: list(HEADINGS).index(f.topic))
    open_facts = [f for f in told if f.topic is not Topic.SCENE]
    scenes = [f for f in told if f.topic is Topic.SCENE]
    fields = (
        Field("The track itself", f"{label(track, catalog)} {notes.mark(track.sources)}"),
        *_credits(track.credits, notes),
        Field("Facts", notes.lines(open_facts)),
        Field(
            "Where it is heard", notes.lines(scenes), spoiler=True, episode=latest_episode(scenes)
        ),
        Field("Sources disagree", notes.lines(track.disputes)),
    )
    return Reply(
        Outcome.FOUND,
        title=f"Who says so: {title_of(track)}",
        fields=_filled(fields),
        choices=(Choice("Back to the song", Action("song", {"song": track.id}), track.id),),
        sources=notes.citations(),
        footer=_standing(track),
    )
