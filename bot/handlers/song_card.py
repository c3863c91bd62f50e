"""A song as a reply: all that is known of it, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote, quote_plus

from bot.handlers.card import HEADINGS, filled, latest_episode, standing, told
from bot.handlers.footnotes import Footnotes
from bot.handlers.phrases import (
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
from bot.knowledge.model import Credit, Fact, Role, Topic, Track

SEARCHES = (
    ("Spotify", "https://open.spotify.com/search/{path}"),
    ("YouTube", "https://www.youtube.com/results?search_query={query}"),
    ("Apple Music", "https://music.apple.com/us/search?term={query}"),
    ("Melon", "https://www.melon.com/search/total/index.htm?q={query}"),
)
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
        *told(track, notes),
    ]
    notes.mark(track.sources)
    return Reply(
        Outcome.FOUND,
        title=title_of(track),
        body=_song_line(track, catalog),
        fields=filled(fields),
        choices=_choices(track, catalog),
        links=(*search_links(track, catalog), *_own_link(track)),
        sources=notes.citations(),
        footer=standing(track),
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


def _choices(track: Track, catalog: Catalog) -> tuple[Choice, ...]:
    artists = [
        Choice(f"More by {a.name}", Action("artist", {"artist": a.id}), a.id)
        for a in catalog.performers(track)[:3]
    ]
    soundtrack = Choice("The soundtrack", Action("drama", {"drama": track.drama}), track.drama)
    sources = Choice("Says who?", Action("source", {"song": track.id}), track.id)
    return (*artists, soundtrack, sources)


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
        fields=filled(fields),
        choices=(Choice("Back to the song", Action("song", {"song": track.id}), track.id),),
        sources=notes.citations(),
        footer=standing(track),
    )
