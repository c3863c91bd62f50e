"""What a question leaves to the last answer: pronouns, "and the drama?", "what about ...?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.questions.answer import Context
from bot.questions.concepts import Concept
from bot.questions.lexicon import lexicon
from bot.questions.query import ABOUT_ARTIST, ABOUT_DRAMA, OPEN_TO_ALL, Form, Link, Query, Wanted
from bot.questions.select import Selection
from bot.questions.signals import Signals
from bot.questions.units import key


def inherit(s: Signals, query: Query, context: Context, catalog: Catalog) -> Query:
    """Fill in from the last answer what this question leaves to it, and nothing else."""
    if (number := _lone_number(s)) is not None and _is_part(context, catalog):
        return _other_part(replace(query, part=number, unknown=()), context)
    if query.unknown:
        return query
    whole = _from_the_last(s, query, context, catalog)
    return whole if whole is not None else _filled(s, query, context)


def _filled(s: Signals, query: Query, context: Context) -> Query:
    """The question with what its pronouns, or its lack of a name, leave to the last answer."""
    links = list(query.links)
    for kind, concept in _PRONOUNS.items():
        lacking = not query.of(kind) or (kind is Kind.ARTIST and _asks_of_membership(query))
        if s.has(concept) and lacking and (link := _recalled(kind, query, context)):
            links.append(link)
    query = replace(query, links=tuple(links), inherited=len(links) > len(query.links))
    bare = not query.links and not query.works and _is_bare(s, query)
    if bare and query.form is Form.COUNT and context.wanted == Wanted.TRACK:
        query = replace(query, wanted=Wanted.TRACK)
    if bare and query.wanted is Wanted.PARTNER:
        return _with_partner(query, context)
    if bare and query.part is not None:
        query = _other_part(query, context)
    elif bare and (link := _recalled(_needed(s, query.wanted, context), query, context)):
        query = replace(query, links=(link,), inherited=True)
    if query.other and query.inherited:
        query = replace(query, seen=context.tracks)
    return query


def _one_of_those(s: Signals, query: Query, context: Context) -> Query | None:
    """Of the songs that the last answer listed: "the second one", "the one in Dream High"."""
    singled = lexicon(s.reading.language).words("singled_out")
    if len(context.tracks) < 2 or not any(u.word in singled for u in s.reading.parts):
        return None
    wanted = query.wanted if query.wanted is not Wanted.ABOUT else Wanted(context.wanted or "about")
    if query.order is not None and not query.links and not s.has(Concept.RELEASE):
        at = query.order - 1 if query.order > 0 else query.order
        ids = context.tracks[at : at + 1] if at >= 0 else context.tracks[at:][:1]
        return _of_tracks(query, wanted, ids)
    shows = {i for link in query.of(Kind.DRAMA) for i in link.ids}
    ids = tuple(t for t in context.tracks if t.split("/")[0] in shows)
    return _of_tracks(query, wanted, ids) if len(query.links) == 1 else None


def _asks_of_membership(query: Query) -> bool:
    """Whether a group that is named is what somebody is asked to be in: "is he in BTS?"."""
    return query.form is Form.YES_NO and not query.sung


def _of_tracks(query: Query, wanted: Wanted, ids: tuple[str, ...]) -> Query | None:
    if not ids:
        return None
    wanted = wanted if wanted is not Wanted.TRACK else Wanted.ABOUT
    link = Link("", -1, Kind.TRACK, ids)
    return replace(query, wanted=wanted, form=Form.OPEN, links=(link,), order=None, inherited=True)


def _with_partner(query: Query, context: Context) -> Query:
    """Asks with whom the artist sings whom the last answer was about, on its one song."""
    links = [Link("", -1, Kind.ARTIST, context.artists[:1])] if context.artists else []
    if len(context.tracks) == 1:
        links.append(Link("", -1, Kind.TRACK, context.tracks))
    return replace(query, links=tuple(links), inherited=bool(links))


def _lone_number(s: Signals) -> int | None:
    """The number where the question is hardly more than one: "and 4?", "3은?"."""
    light = {Concept.WHAT_ABOUT, Concept.PARTICLE, Concept.FILLER, Concept.AND, Concept.CARDINAL}
    numbers = [t.number for t in s.reading.where(Concept.CARDINAL) if t.word.isdecimal()]
    alone = all(t.concepts & light for t in s.reading.tokens)
    alone = alone and not s.reading.mentions and not s.reading.gaps
    return numbers[0] if alone and len(numbers) == 1 else None


def _is_part(context: Context, catalog: Catalog) -> bool:
    """Whether the last answer was about one song, a numbered part of its soundtrack."""
    songs = [catalog.tracks[i] for i in context.tracks if i in catalog.tracks]
    return len(songs) == 1 and songs[0].part is not None


def _other_part(query: Query, context: Context) -> Query:
    """Another part of the soundtrack that the last answer was about: "and part 3?"."""
    if not context.dramas:
        return query
    wanted = query.wanted
    if wanted in (Wanted.PART, Wanted.ABOUT) and context.wanted:
        wanted = Wanted(context.wanted)
    link = Link("", -1, Kind.DRAMA, context.dramas[:1])
    return replace(query, wanted=wanted, links=(link,), inherited=True)


def _from_the_last(s: Signals, query: Query, context: Context, catalog: Catalog) -> Query | None:
    """The last question over again with something else in it, or one about its answer."""
    if _is_ellipsis(s, query) and context.wanted:
        return _again(s, query, context, catalog)
    if narrowed := _one_of_those(s, query, context):
        return narrowed
    if picks(s, context):
        return replace(query, within=context.tracks, inherited=True)
    return _bare_number(s, query, context)


def picks(s: Signals, context: Context | None) -> bool:
    """Whether one of the songs just listed is asked for: "which one is by Heize?"."""
    if context is None or len(context.tracks) < 2 or s.has(Concept.SONG, Concept.OST):
        return False
    if len(s.reading.mentions) != 1 or s.reading.mentions[0].ids(Kind.TRACK):
        return False
    ones = lexicon(s.reading.language).words("the_one")
    return any(t.word in ones for t in s.reading.tokens)


def _bare_number(s: Signals, query: Query, context: Context) -> Query | None:
    """Read "how many?" as of what was listed, "11번은?" as of the soundtrack spoken of."""
    if query.links or query.works or not context.wanted:
        return None
    if query.order is not None and query.wanted is Wanted.ABOUT and context.dramas:
        link = Link("", -1, Kind.DRAMA, context.dramas[:1])
        return replace(query, wanted=Wanted(context.wanted), links=(link,), inherited=True)
    counts = all(t.concepts & {Concept.HOW_MANY, Concept.FILLER} for t in s.reading.tokens)
    if query.form is Form.COUNT and counts and context.wanted in _COUNTED:
        wanted = Wanted(context.wanted)
        return replace(query, wanted=wanted, links=context.links, inherited=True)
    return None


_COUNTED = {Wanted.TRACK, Wanted.DRAMA}
_PRONOUNS = {Kind.TRACK: Concept.IT, Kind.ARTIST: Concept.THEY, Kind.DRAMA: Concept.THERE_DRAMA}


def _is_ellipsis(s: Signals, query: Query) -> bool:
    """Whether the question is but a name after "and", "what about" or before "는?"."""
    if len(query.links) != 1 or query.wanted is not Wanted.ABOUT:
        return False
    light = {Concept.WHAT_ABOUT, Concept.PARTICLE, Concept.FILLER, Concept.AND, Concept.WHAT}
    marked = any(Concept.WHAT_ABOUT in t.concepts for t in s.reading.tokens)
    return marked and all(t.concepts & light for t in s.reading.tokens)


def _again(s: Signals, query: Query, context: Context, catalog: Catalog) -> Query:
    """The last question, asked about another name; a song of the drama in question goes first."""
    named = s.reading.mentions[0]
    link = query.links[0]
    here = tuple(i for i in named.ids(Kind.TRACK) if catalog.tracks[i].drama in context.dramas)
    if here:
        link = Link(named.text, named.start, Kind.TRACK, here)
    kept = tuple(_kept(link, context, catalog))
    again = replace(query, wanted=Wanted(context.wanted), form=Form.OPEN, inherited=True)
    together = replace(again, links=(*kept, link))
    if kept and Selection(catalog, together).tracks():
        return together
    return replace(again, links=(link,))


def _kept(link: Link, context: Context, catalog: Catalog) -> Iterator[Link]:
    """What the last question named beside: "... in Goblin", then "and in EXO Next Door?"."""
    if link.kind is not Kind.DRAMA:
        return
    for other in context.links:
        if other.kind is Kind.ARTIST:
            yield other
        elif other.kind is Kind.TRACK:
            titles = {key(catalog.tracks[i].title) for i in other.ids if i in catalog.tracks}
            same = (t.id for i in link.ids for t in catalog.soundtrack(i) if key(t.title) in titles)
            yield replace(other, ids=tuple(same))


def _is_bare(s: Signals, query: Query) -> bool:
    """Whether the question can't stand alone: it names nothing and describes nothing."""
    if query.wanted is Wanted.FACT:
        return False
    if query.form is Form.COUNT and query.wanted in (Wanted.TRACK, Wanted.MEMBERS):
        return not s.has(Concept.ALL_TOLD)
    if query.wanted in OPEN_TO_ALL:
        leans = s.has(*_LEANING) or query.order is not None
        return leans and (query.episode is None or s.has(Concept.WHAT_ABOUT))
    return query.wanted is Wanted.SIZE or (query.year is None and not query.size)


_PLACED = (Concept.OST, Concept.DRAMA, Concept.SINGER, Concept.THEY, Concept.EPISODE)
_LEANING = (Concept.ELSE, Concept.WHAT_ABOUT, Concept.IT, Concept.THEY, Concept.THERE_DRAMA)


def _needed(s: Signals, wanted: Wanted, context: Context) -> Kind:
    if wanted in ABOUT_DRAMA:
        return Kind.DRAMA
    if wanted in ABOUT_ARTIST:
        return Kind.ARTIST
    if wanted in OPEN_TO_ALL:
        if context.subject in (Kind.ARTIST, Kind.DRAMA) and not s.has(*_PLACED):
            return Kind(context.subject)
        if len(context.dramas) == 1 and len(context.tracks) > 1:
            return Kind.DRAMA
        if s.has(Concept.OST, Concept.DRAMA, Concept.THERE_DRAMA) or not context.artists:
            return Kind.DRAMA
        return Kind.DRAMA if s.has(Concept.EPISODE, Concept.PART) else Kind.ARTIST
    return Kind.TRACK if context.tracks else Kind.ARTIST if wanted is Wanted.DRAMA else Kind.DRAMA


def _recalled(kind: Kind, query: Query, context: Context) -> Link | None:
    if kind is Kind.TRACK and query.wanted in ABOUT_DRAMA:
        kind = Kind.DRAMA
    tracks = (context.song,) if context.song else context.tracks
    ids = {Kind.TRACK: tracks, Kind.ARTIST: context.artists, Kind.DRAMA: context.dramas}[kind]
    return Link("", -1, kind, ids) if ids else None


def follows(now: Context, before: Context) -> bool:
    """Whether a list still belongs to the talk about the song before: "who sings with her?"."""
    return not now.song and before.song in now.tracks
