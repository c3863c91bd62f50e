"""What a question leaves to the last answer: pronouns, "and the drama?", "what about ...?"."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.model import Kind
from bot.questions.answer import Context
from bot.questions.concepts import Concept
from bot.questions.lexicon import lexicon
from bot.questions.query import ABOUT_ARTIST, ABOUT_DRAMA, OPEN_TO_ALL, Form, Link, Query, Wanted
from bot.questions.signals import Signals


def inherit(s: Signals, query: Query, context: Context) -> Query:
    """Fill in from the last answer what this question leaves to it, and nothing else."""
    if query.unknown:
        return query
    if _is_ellipsis(s, query) and context.wanted:
        return _again(query, context)
    if narrowed := _one_of_those(s, query, context):
        return narrowed
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
    if bare and (link := _recalled(_needed(s, query.wanted, context), query, context)):
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


_PRONOUNS = {Kind.TRACK: Concept.IT, Kind.ARTIST: Concept.THEY, Kind.DRAMA: Concept.THERE_DRAMA}


def _is_ellipsis(s: Signals, query: Query) -> bool:
    """Whether the question is but a name after "and", "what about" or before "는?"."""
    if len(query.links) != 1 or query.wanted is not Wanted.ABOUT:
        return False
    light = {Concept.WHAT_ABOUT, Concept.PARTICLE, Concept.FILLER, Concept.AND, Concept.WHAT}
    marked = any(Concept.WHAT_ABOUT in t.concepts for t in s.reading.tokens)
    return marked and all(t.concepts & light for t in s.reading.tokens)


def _again(query: Query, context: Context) -> Query:
    """The last question, asked about another name."""
    links = list(query.links)
    if links[0].kind is Kind.TRACK and len(links[0].ids) > 1 and context.dramas:
        near = tuple(i for i in links[0].ids if i.split("/")[0] in context.dramas)
        links[0] = replace(links[0], ids=near or links[0].ids)
    return replace(
        query, wanted=Wanted(context.wanted), form=Form.OPEN, links=tuple(links), inherited=True
    )


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
    ids = {Kind.TRACK: context.tracks, Kind.ARTIST: context.artists, Kind.DRAMA: context.dramas}[
        kind
    ]
    return Link("", -1, kind, ids) if ids else None
