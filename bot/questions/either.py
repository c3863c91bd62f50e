"""Either/or questions: which of two it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Kind, Track
from bot.questions.answer import Answer
from bot.questions.artists import tell_artist
from bot.questions.claims import claim
from bot.questions.earlier import dated_pair, singers_fit, told_in_order
from bot.questions.query import Link
from bot.questions.tell import Basis, Teller
from bot.questions.tracks import offered

_FIELDS = frozenset({"released"})


def tell_either(teller: Teller) -> Answer | None:
    """The alternative that holds; None where the alternatives aren't of a kind."""
    query = teller.query
    titles, artists, dramas = (query.of(kind) for kind in (Kind.TRACK, Kind.ARTIST, Kind.DRAMA))
    if len(titles) > 1 and (not artists or _compares_dates(teller)):
        return _earlier(teller, titles)
    if titles:
        return _which_holds(teller, titles, artists, dramas)
    if len(dramas) > 1 and artists:
        return _where(teller, artists, dramas)
    if len(artists) == 1 and query.size is not None:
        return tell_artist(teller, [teller.catalog.artists[i] for i in artists[0].ids])
    return None


def _tracks(teller: Teller, links: Sequence[Link]) -> list[Track]:
    return [teller.catalog.tracks[i] for link in links for i in link.ids]


def _which_holds(
    teller: Teller, titles: Sequence[Link], artists: Sequence[Link], dramas: Sequence[Link]
) -> Answer:
    """Of the songs and the people or dramas named, the pairs that the catalog knows."""
    people = {i for link in artists for i in link.ids}
    shows = {i for link in dramas for i in link.ids}
    tracks = _tracks(teller, titles)
    true = [
        t
        for t in tracks
        if (not people or people & {*t.artists, *t.featuring}) and (not shows or t.drama in shows)
    ]
    basis = Basis(tracks=true or tracks)
    if not true and len(tracks) > 1:
        return offered(teller, tracks)
    said = claim(teller, (true or tracks)[0]) if len(true or tracks) == 1 else teller.lines(true)
    return teller.told(said[:1].upper() + said[1:] + ".", basis)


def _where(teller: Teller, artists: Sequence[Link], dramas: Sequence[Link]) -> Answer:
    people = {i for link in artists for i in link.ids}
    shows = [i for link in dramas for i in link.ids]
    tracks = [
        t
        for show in shows
        for t in teller.catalog.soundtrack(show)
        if people & {*t.artists, *t.featuring}
    ]
    if not tracks:
        return teller.unknown("no_song_fits", **{"from": ""})
    return teller.told(teller.lines(tracks) + ".", Basis(tracks=tracks))


def _compares_dates(teller: Teller) -> bool:
    """Whether "first" or "earlier" is asked of songs whose singers only say which are meant."""
    query = teller.query
    ordered = query.order in (1, -1) or query.before
    return bool(ordered) and singers_fit(teller, query.of(Kind.TRACK))


def _earlier(teller: Teller, titles: Sequence[Link]) -> Answer:
    tracks = dated_pair(teller, titles)
    if undated := next((t for t in tracks if not t.released), None):
        return teller.unknown("no_date", title=teller.phrases.title(undated))
    return teller.told(told_in_order(teller, *tracks), Basis(tracks=tracks, fields=_FIELDS))
