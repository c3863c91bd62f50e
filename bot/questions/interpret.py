"""From a reading to a query: which of its meanings each name has, and what fills the gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.questions.answer import Context
from bot.questions.concepts import Concept
from bot.questions.followups import inherit, picks
from bot.questions.lexicon import lexicon
from bot.questions.names import AUTHORED, Work
from bot.questions.numbers import Numbers, numbers_in
from bot.questions.query import (
    ABOUT_ARTIST,
    ABOUT_DRAMA,
    AUTHORS,
    OPEN_TO_ALL,
    Form,
    Link,
    Query,
    Unknown,
    Wanted,
)
from bot.questions.reading import Mention, Reading
from bot.questions.recast import recast
from bot.questions.rules import wanted_of
from bot.questions.select import Selection
from bot.questions.signals import Signals, bound_of, form_of, signals, size_of

_MOST_MENTIONS = 6
_MAKING = (
    Concept.COMPOSE,
    Concept.LYRICIST,
    Concept.ARRANGE,
    Concept.WRITE,
    Concept.SCORER,
    Concept.DIRECTOR,
    Concept.WRITER,
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a mention: entities of a kind, a person's works, or a network."""

    mention: Mention
    kind: Kind | None
    ids: tuple[str, ...] = ()
    works: tuple[Work, ...] = ()
    network: str = ""


def interpret(reading: Reading, catalog: Catalog, context: Context | None) -> Query | None:
    """The query that the reading asks, or None where nothing is asked that we could know."""
    s = signals(reading)
    wanted = wanted_of(s)
    if wanted is None and form_of(s) in (Form.EITHER, Form.YES_NO):
        wanted = Wanted.ABOUT
    if wanted is None and reading.mentions and reading.gaps:
        wanted = Wanted.FACT
    if wanted is None and picks(s, context):
        wanted = Wanted.TRACK
    if wanted is None:
        return None
    found = numbers_in(reading, lexicon(reading.language).words("plurals"))
    made = reading.has(*_MAKING)
    draft = _draft(s, wanted, found)
    queries = [_with(draft, senses, made) for senses in _choices(reading, wanted)]
    best = max(queries, key=lambda pair: pair[1] + _fit(pair[0], catalog), default=(draft, 0))[0]
    return _settled(s, best, catalog, context)


def _draft(s: Signals, wanted: Wanted, found: Numbers) -> Query:
    return Query(
        form_of(s),
        wanted,
        year=found.year,
        month=found.month,
        day=found.day,
        episode=found.episode,
        part=found.part,
        order=found.order,
        size=size_of(s) if wanted not in (Wanted.MEMBERS,) else None,
        before=1 if s.has(Concept.BEFORE) else -1 if s.has(Concept.AFTER) else 0,
        bound=bound_of(s),
        most=s.has(Concept.MOST),
        together=s.has(Concept.TOGETHER, Concept.WITH, Concept.DUET, Concept.FEATURE),
        ends=s.has(Concept.END),
        half=s.has(Concept.SECOND_HALF),
        other=s.has(Concept.ELSE),
        made=s.has(*_MAKING),
        listing=s.has(Concept.LIST) or _is_plural(s),
        joined=s.has(Concept.AND),
        cover=wanted is Wanted.TRACK and s.has(Concept.COVER),
        sung=s.has(Concept.SING, Concept.SINGER),
        unknown=(*(Unknown(g.text) for g in s.reading.gaps), *_strays(s, found)),
    )


def _is_plural(s: Signals) -> bool:
    plurals = lexicon(s.reading.language).words("plurals")
    return any(t.word in plurals for t in s.reading.where(Concept.SONG))


def _strays(s: Signals, found: Numbers) -> Iterator[Unknown]:
    """Numbers that nothing accounts for: "Goblin 2", "season 3"."""
    for number in found.loose:
        yield Unknown(str(number))
    for season in s.reading.where(Concept.SEASON):
        yield Unknown(f"{season.word} {found.season or ''}".strip())


def _choices(reading: Reading, wanted: Wanted) -> Iterator[tuple[Sense, ...]]:
    made = reading.has(*_MAKING)
    mentions = reading.mentions[:_MOST_MENTIONS]
    senses = [list(_senses(m, wanted, made)) for m in mentions]
    if wanted in AUTHORS and reading.has(Concept.WHO):
        senses = [_performing(own, m, mentions) for own, m in zip(senses, mentions, strict=True)]
    while _size(senses) > 24:  # keeps the work bounded; the earliest names keep their senses
        longest = max(range(len(senses)), key=lambda i: len(senses[i]))
        senses[longest] = sorted(senses[longest], key=lambda x: -_liking(x, wanted, made))[:1]
    yield from product(*senses)


def _performing(senses: list[Sense], mention: Mention, mentions: Sequence[Mention]) -> list[Sense]:
    """Whoever stands beside the song whose author is asked for sings it: "Stay by Punch"."""
    titled = any(m is not mention and m.ids(Kind.TRACK) for m in mentions)
    return [x for x in senses if x.kind] if titled and mention.ids(Kind.ARTIST) else senses


def _size(senses: Sequence[Sequence[Sense]]) -> int:
    size = 1
    for choices in senses:
        size *= max(1, len(choices))
    return size


def _senses(mention: Mention, wanted: Wanted, made: bool) -> Iterator[Sense]:
    for kind in Kind:
        if ids := mention.ids(kind):
            yield Sense(mention, kind, ids)
    if mention.names.works and (made or wanted in _PEOPLE or not mention.ids(Kind.ARTIST)):
        works = mention.names.works
        authored = tuple(w for w in works if w.job in AUTHORED) if made else ()
        yield Sense(mention, None, works=authored or works)
    if mention.names.network:
        yield Sense(mention, None, network=mention.names.network)


def _with(draft: Query, senses: Sequence[Sense], made: bool) -> tuple[Query, float]:
    links = tuple(
        Link(s.mention.text, s.mention.start, s.kind, s.ids, s.mention.score < 1.0, s.mention.end)
        for s in senses
        if s.kind
    )
    works = {s.mention.text: s.works for s in senses if s.works}
    networks = tuple(s.network for s in senses if s.network)
    liking = sum(_liking(s, draft.wanted, made) for s in senses)
    return replace(draft, links=links, works=works, networks=networks), liking


def _liking(sense: Sense, wanted: Wanted, made: bool) -> float:
    """How well a sense suits what is asked for and the words around it."""
    if sense.kind is None:
        return 2.5 if wanted in _PEOPLE and sense.works else 0.5
    if made and sense.kind is Kind.ARTIST and sense.mention.names.works:
        return 0.0  # as a maker, not as a performer
    hinted = 2.5 if sense.kind in sense.mention.hinted else 0.0
    return hinted + _likings(wanted)[sense.kind]


_PEOPLE = {
    Wanted.COMPOSER, Wanted.LYRICIST, Wanted.ARRANGER, Wanted.WRITER, Wanted.DIRECTOR,
    Wanted.SCORER, Wanted.CAST, Wanted.MAKER,
}  # fmt: skip


def _likings(wanted: Wanted) -> dict[Kind, float]:
    if wanted in ABOUT_DRAMA:
        return {Kind.DRAMA: 4.0, Kind.TRACK: 2.0, Kind.ARTIST: 1.0}
    if wanted in ABOUT_ARTIST:
        return {Kind.ARTIST: 4.0, Kind.TRACK: 2.0, Kind.DRAMA: 1.0}
    if wanted in OPEN_TO_ALL:
        return {Kind.DRAMA: 3.2, Kind.ARTIST: 3.1, Kind.TRACK: 2.0}
    return {Kind.TRACK: 3.0, Kind.DRAMA: 2.0, Kind.ARTIST: 1.5}


def _fit(query: Query, catalog: Catalog) -> float:
    """Names that belong together say what each of them means."""
    titles = query.of(Kind.TRACK)
    compares = query.form is Form.EITHER or query.order is not None or query.before
    compares = compares or query.joined
    doubled = max(0, len(titles) - 1) + max(0, len(query.of(Kind.DRAMA)) - 1)
    penalty = 0.0 if compares else -3.0 * doubled
    if len(query.links) < 2:
        return penalty
    named = replace(query, year=None, month=None, day=None, part=None, episode=None, size=None)
    penalty += 3.0 if _qualifier(query, catalog) else 0.0
    return penalty + (3.5 if Selection(catalog, replace(named, works={})).tracks() else 0.0)


def _settled(s: Signals, query: Query, catalog: Catalog, context: Context | None) -> Query:
    if query.other and s.has(Concept.SINGER) and query.of(Kind.TRACK):
        query = _by_the_same(query, catalog)
    query = recast(s, query)
    speaks_of_songs = s.has(Concept.SING, Concept.SONG, Concept.OST, Concept.SINGER)
    if s.has(Concept.MEMBER) and speaks_of_songs and not query.works:
        query = _of_members(query, catalog)
    elif query.of(Kind.TRACK) and not Selection(catalog, query).tracks():
        query = _by_a_member(query, catalog)
    belongs = s.has(Concept.MEMBER, Concept.GROUP)
    belongs = belongs or (query.form is Form.YES_NO and not speaks_of_songs)
    group = None if belongs else _qualifier(query, catalog)
    if group:
        query = replace(query, links=tuple(link for link in query.links if link is not group))
    if context:
        query = inherit(s, query, context, catalog)
    return query


def _by_the_same(query: Query, catalog: Catalog) -> Query:
    """Other songs by the singer of a song that is named: "another song by the singer of Toro"."""
    tracks = Selection(catalog, query).tracks()
    singers = tuple(dict.fromkeys(a for t in tracks for a in t.artists))
    if query.of(Kind.ARTIST) or len(singers) != 1 or query.form is not Form.OPEN:
        return query
    link = Link(catalog.artists[singers[0]].name, -1, Kind.ARTIST, singers)
    seen = tuple(t.id for t in tracks)
    return replace(query, wanted=Wanted.TRACK, links=(link,), seen=seen)


def _by_a_member(query: Query, catalog: Catalog) -> Query:
    """A song that a group doesn't sing, but one of its members: "the BTS guy of Sweet Night"."""
    titles = query.of(Kind.TRACK)
    others = _of_members(
        replace(query, links=tuple(k for k in query.links if k not in titles)), catalog
    )
    links = (*titles, *others.links)
    found = Selection(catalog, replace(query, links=links)).tracks()
    return replace(query, links=links) if found and query.form is Form.OPEN else query


def _of_members(query: Query, catalog: Catalog) -> Query:
    """Songs of the members of a group, not its members, are asked for: "EXO members' OSTs"."""
    groups = [k for k in query.of(Kind.ARTIST) if len(k.ids) == 1]
    groups = [k for k in groups if catalog.artists[k.ids[0]].members]
    if len(groups) != 1 or len(query.of(Kind.ARTIST)) > 1 or query.of(Kind.TRACK):
        return query
    group = groups[0]
    members = tuple(m.artist for m in catalog.artists[group.ids[0]].members if m.artist)
    link = replace(group, ids=(*group.ids, *members))
    links = tuple(link if k is group else k for k in query.links)
    return replace(query, wanted=Wanted.TRACK, size=None, links=links)


def _qualifier(query: Query, catalog: Catalog) -> Link | None:
    """The group that only says which artist is meant: "Jin from BTS", "EXO's Chen"."""
    artists = query.of(Kind.ARTIST)
    for link in artists:
        members = {m.artist for i in link.ids for m in catalog.artists[i].members}
        if any(other is not link and members & set(other.ids) for other in artists):
            return link
    return None
