"""How many: songs, artists, members, dramas."""

from __future__ import annotations

from collections import Counter

from bot.knowledge.model import Kind, Track
from bot.questions.answer import Answer
from bot.questions.query import Query, Wanted
from bot.questions.select import Selection, all_members_known
from bot.questions.tell import Basis, Teller
from bot.questions.tracks import no_tracks


def count_members(teller: Teller) -> Answer:
    """The members of the linked group, and their number."""
    for artist_id in (i for ids in teller.query.ids(Kind.ARTIST) for i in ids):
        artist = teller.catalog.artists[artist_id]
        members = [m.person for m in artist.members if not m.former]
        if members:
            sentence = teller.say(
                "count_members" if all_members_known(artist) else "count_members_known",
                artist=teller.phrases.name(artist),
                count=len(members),
                members=teller.phrases.names(members),
            )
            return teller.told(sentence, Basis(artists=[artist], fields=frozenset({"members"})))
    return teller.unknown("no_fact", title=teller.linked(Kind.ARTIST) or "-")


def count_performers(teller: Teller, selection: Selection) -> Answer:
    """The artists of a soundtrack, or of everything."""
    if not teller.query.of(Kind.DRAMA):
        sentence = teller.say("count_artists", count=len(teller.catalog.artists), scope="")
        return teller.told(sentence, Basis())
    tracks = selection.tracks()
    artists = [a for t in tracks for a in (*t.artists, *t.featuring) if a in teller.catalog.artists]
    names = [teller.phrases.name(teller.catalog.artists[a]) for a in dict.fromkeys(artists)]
    sentence = teller.say(
        "count_performers",
        count=len(names),
        drama=teller.linked(Kind.DRAMA),
        artists=teller.phrases.all_of(names),
    )
    return teller.told(sentence, Basis(tracks=tracks))


def count_dramas(teller: Teller, selection: Selection) -> Answer:
    """The dramas that the conditions leave, or all."""
    if not selection.narrowed():
        sentence = teller.say("count_dramas", count=len(teller.catalog.dramas), scope="")
        return teller.told(sentence, Basis())
    tracks = selection.tracks()
    if not tracks:
        return no_tracks(teller)
    dramas = [teller.catalog.dramas[i] for i in dict.fromkeys(t.drama for t in tracks)]
    titles = teller.phrases.all_of([teller.phrases.title(d) for d in dramas])
    line = "drama_one_of" if len(dramas) == 1 else "dramas_of"
    artists = teller.linked(Kind.ARTIST)
    sentence = teller.say(line, artists=artists, count=len(dramas), dramas=titles)
    return teller.told(sentence, Basis(tracks=tracks, dramas=dramas))


def tell_most(teller: Teller, selection: Selection) -> Answer | None:
    """Who sings most of the songs, or which drama has most of them."""
    tracks, catalog = selection.tracks(), teller.catalog
    if teller.query.wanted is Wanted.DRAMA:
        best = Counter(t.drama for t in tracks).most_common(1)
        named = [teller.phrases.title(catalog.dramas[i]) for i, _ in best]
    elif teller.query.wanted is Wanted.PERFORMER:
        best = Counter(a for t in tracks for a in (*t.artists, *t.featuring)).most_common(1)
        named = [teller.phrases.name(catalog.artists[i]) for i, _ in best]
    else:
        return None
    if not best:
        return no_tracks(teller)
    sentence = teller.say("most", name=named[0], count=best[0][1])
    return teller.told(sentence, Basis(tracks=[t for t in tracks if _holds(t, best[0][0])]))


def _holds(track: Track, id: str) -> bool:
    return track.drama == id or id in track.artists or id in track.featuring


def count_tracks(teller: Teller, selection: Selection) -> Answer:
    """The songs that meet the conditions."""
    tracks = [t for t in selection.tracks() if t.id not in teller.query.seen]
    if not tracks:
        return no_tracks(teller)
    scope = _scope(teller, teller.query)
    if len(tracks) == 1:
        sentence = teller.say("count_one", scope=scope, lines=teller.line(tracks[0]))
        return teller.told(sentence, Basis(tracks=tracks))
    sentence = teller.say("count_tracks", count=len(tracks), scope=scope)
    more = [teller.lines_of(tracks) + "."] if selection.narrowed() else []
    return teller.told([sentence, *more], Basis(tracks=tracks[:20]))


def _scope(teller: Teller, query: Query) -> str:
    said = []
    if query.of(Kind.DRAMA):
        said.append(teller.phrases.say_small("scope_drama", drama=teller.linked(Kind.DRAMA)))
    if query.of(Kind.ARTIST):
        said.append(teller.phrases.say_small("scope_artist", artists=teller.linked(Kind.ARTIST)))
    if query.year and query.bound:
        told = [f"{n:02}" for n in (query.year, query.month, query.day) if n is not None]
        line = "scope_before" if query.bound > 0 else "scope_after"
        said.append(teller.phrases.say_small(line, date=teller.phrases.date("-".join(told))))
    elif query.year:
        said.append(teller.phrases.say_small("scope_year", year=query.year))
    return "".join(said) or teller.phrases.word("scope_all")
