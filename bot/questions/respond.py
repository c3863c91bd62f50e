"""From a query that is understood to its answer; None where it lacks what it needs."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Kind, Track
from bot.questions.about import tell_track
from bot.questions.answer import Answer
from bot.questions.artists import tell_artist, tell_partners
from bot.questions.claims import tell_claim
from bot.questions.counts import (
    count_dramas,
    count_members,
    count_performers,
    count_tracks,
    tell_most,
)
from bot.questions.dramas import tell_drama, tell_dramas_of, tell_dramas_where, tell_works
from bot.questions.either import tell_either
from bot.questions.names import Job
from bot.questions.properties import PROPERTIES, TOPICS
from bot.questions.query import Form, Query, Wanted
from bot.questions.select import Selection
from bot.questions.several import asks_of_several, tell_several
from bot.questions.tell import Teller
from bot.questions.tracks import (
    no_tracks,
    offered,
    tell_performers,
    tell_place,
    tell_property,
    tell_tracks,
)

_OF_ARTISTS = {Wanted.GROUP, Wanted.MEMBERS, Wanted.SIZE, Wanted.DEBUT}
_OF_DRAMAS = {
    Wanted.AIRED, Wanted.ENDED, Wanted.NETWORK, Wanted.EPISODES, Wanted.CAST, Wanted.WRITER,
    Wanted.DIRECTOR, Wanted.SCORER,
}  # fmt: skip
_OF_PEOPLE = {
    Wanted.ABOUT, Wanted.ARRANGER, Wanted.CAST, Wanted.COMPOSER, Wanted.DIRECTOR, Wanted.DRAMA,
    Wanted.GROUP, Wanted.LYRICIST, Wanted.MAKER, Wanted.MEMBERS, Wanted.PERFORMER, Wanted.SCORER,
    Wanted.TRACK, Wanted.WRITER,
}  # fmt: skip
_JOBS = {
    Wanted.WRITER: Job.WRITER,
    Wanted.DIRECTOR: Job.DIRECTOR,
    Wanted.SCORER: Job.SCORER,
    Wanted.COMPOSER: Job.COMPOSER,
    Wanted.LYRICIST: Job.LYRICIST,
    Wanted.ARRANGER: Job.ARRANGER,
    Wanted.CAST: Job.CAST,
}


def respond(teller: Teller, terms: Sequence[str]) -> Answer | None:
    """Answer the query; ``terms`` are what a yes/no question claims of a song beside names."""
    query = teller.query
    if query.form is Form.YES_NO:
        return tell_claim(teller, terms)
    if query.form is Form.EITHER:
        return tell_either(teller)
    if _asks_what_a_singer_wrote(query):
        return teller.unknown("no_fact", title=teller.linked(Kind.ARTIST))
    if query.form is Form.COUNT:
        return _count(teller)
    return _open(teller)


def _asks_what_a_singer_wrote(query: Query) -> bool:
    """Whether songs are asked for by an author of whom we only know what they sing."""
    wants_songs = query.wanted in (Wanted.TRACK, Wanted.DRAMA)
    credited = query.of(Kind.TRACK) or query.works
    return query.made and wants_songs and bool(query.of(Kind.ARTIST)) and not credited


def _count(teller: Teller) -> Answer | None:
    selection = Selection(teller.catalog, teller.query)
    wanted = teller.query.wanted
    if wanted is Wanted.EPISODES:
        return _of_dramas(teller)
    if wanted in (Wanted.MEMBERS, Wanted.GROUP, Wanted.SIZE):
        return count_members(teller)
    if wanted is Wanted.ABOUT:
        return count_members(teller) if teller.query.of(Kind.ARTIST) else None
    if wanted is Wanted.PERFORMER:
        return count_performers(teller, selection)
    if wanted is Wanted.DRAMA:
        return count_dramas(teller, selection)
    if wanted in (Wanted.TRACK, Wanted.PART):
        return count_tracks(teller, selection)
    return None


def _open(teller: Teller) -> Answer | None:
    query = teller.query
    selection = Selection(teller.catalog, query)
    if query.most:
        return tell_most(teller, selection)
    if query.works and query.wanted is not Wanted.CAST:
        return _of_people(teller, selection)
    if query.wanted in _OF_DRAMAS:
        return _of_dramas(teller)
    if query.wanted in _OF_ARTISTS:
        return _of_artists(teller)
    if query.wanted is Wanted.PARTNER:
        return _partners(teller, selection)
    if query.wanted is Wanted.TRACK:
        return tell_tracks(teller, selection) if selection.narrowed() or query.order else None
    if query.wanted is Wanted.DRAMA and not query.links and not query.works:
        return tell_dramas_where(teller)
    if query.wanted is Wanted.ABOUT:
        return _about(teller, selection)
    if query.wanted in PROPERTIES or query.wanted in TOPICS:
        return _property(teller, selection)
    return None


def _of_people(teller: Teller, selection: Selection) -> Answer | None:
    """Somebody who performs nothing is named: what they did, or the songs they made."""
    query = teller.query
    if query.wanted not in _OF_PEOPLE:
        return None
    name, works = next(iter(query.works.items()))
    if query.wanted is Wanted.PERFORMER or (query.sung and query.wanted is Wanted.TRACK):
        return tell_claim(teller)
    job = _JOBS.get(query.wanted)
    chosen = [w for w in works if w.job is job] if job else list(works)
    if query.wanted is Wanted.GROUP:
        chosen = [w for w in works if w.job is Job.MEMBER]
    if query.wanted is Wanted.TRACK and not all(w.job in (Job.CAST, Job.CHARACTER) for w in works):
        return tell_tracks(teller, selection)
    return tell_works(teller, name, chosen) if chosen else None


def _of_dramas(teller: Teller) -> Answer | None:
    ids = [i for link in teller.query.ids(Kind.DRAMA) for i in link]
    ids = ids or [
        teller.catalog.tracks[i].drama for link in teller.query.ids(Kind.TRACK) for i in link
    ]
    if not ids and teller.query.works:
        ids = [w.owner for works in teller.query.works.values() for w in works if w.job in _PLAYED]
    dramas = [teller.catalog.dramas[i] for i in dict.fromkeys(ids) if i in teller.catalog.dramas]
    return tell_drama(teller, dramas[0]) if dramas else None


_PLAYED = (Job.CAST, Job.CHARACTER)


def _of_artists(teller: Teller) -> Answer | None:
    ids = [i for link in teller.query.ids(Kind.ARTIST) for i in link]
    if not ids:
        tracks = Selection(teller.catalog, teller.query).tracks() if teller.query.links else []
        ids = [a for t in tracks for a in t.artists]
    artists = [teller.catalog.artists[i] for i in ids if i in teller.catalog.artists]
    return tell_artist(teller, artists) if artists else None


def _partners(teller: Teller, selection: Selection) -> Answer | None:
    if not (teller.query.of(Kind.ARTIST) or teller.query.of(Kind.TRACK)):
        return None
    return tell_partners(teller, selection.tracks())


def _about(teller: Teller, selection: Selection) -> Answer | None:
    query = teller.query
    if len(query.links) == 1 and not query.of(Kind.TRACK):
        link = query.links[0]
        if link.kind is Kind.DRAMA:
            return tell_drama(teller, teller.catalog.dramas[link.ids[0]])
        return tell_artist(teller, [teller.catalog.artists[i] for i in link.ids])
    if not query.links:
        return None
    tracks = selection.tracks()
    if not tracks:
        return tell_claim(teller) if query.of(Kind.TRACK) else no_tracks(teller)
    if not query.of(Kind.TRACK):
        return tell_tracks(teller, selection)
    return _one_track(teller, tracks)


def _one_track(teller: Teller, tracks: Sequence[Track]) -> Answer:
    return tell_track(teller, tracks[0]) if len(tracks) == 1 else offered(teller, tracks)


def _property(teller: Teller, selection: Selection) -> Answer | None:
    query = teller.query
    if not selection.narrowed() and query.order is None:
        return None
    if asks_of_several(teller) and (answer := tell_several(teller)):
        return answer
    titles = query.of(Kind.TRACK)
    if not titles and (answer := _of_the_whole(teller, selection)):
        return answer
    tracks = selection.tracks()
    if not tracks:
        return no_tracks(teller)
    if titles or query.order is not None:
        return tell_property(teller, tracks) if titles else tell_place(teller, tracks)
    if query.wanted is Wanted.PERFORMER:
        return tell_performers(teller, tracks) if _has_more_than_artists(query) else None
    return tell_property(teller, tracks)


def _has_more_than_artists(query: Query) -> bool:
    """Whether a song is spoken of: "who sings Gummy" asks nothing."""
    told = (query.year, query.part, query.episode, query.size)
    return bool(query.of(Kind.DRAMA) or query.works or any(told)) or not query.of(Kind.ARTIST)


_OF_THE_WHOLE = {Wanted.RELEASED, Wanted.KOREAN_NAME, Wanted.OTHER_NAME, Wanted.MAKER}


def _of_the_whole(teller: Teller, selection: Selection) -> Answer | None:
    """The property of an artist or of a whole drama, where no song of theirs is singled out."""
    query = teller.query
    if query.of(Kind.ARTIST):
        if query.wanted in (Wanted.KOREAN_NAME, Wanted.OTHER_NAME):
            return _of_artists(teller)
        tracks = selection.tracks() if query.wanted is Wanted.DRAMA else []
        return tell_dramas_of(teller, tracks) if tracks else None
    told = (query.order, query.part, query.episode, query.size)
    if not query.of(Kind.DRAMA) or query.wanted not in _OF_THE_WHOLE or any(told):
        return None
    return tell_drama(teller, teller.catalog.dramas[query.of(Kind.DRAMA)[0].ids[0]])
