"""Answers about tracks: a property of one song, or the songs that fit."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Kind, Topic, Track
from bot.questions.answer import Answer, Option, Outcome
from bot.questions.properties import PROPERTIES, TOPICS, Property, facts_on
from bot.questions.query import Link, Query, Wanted
from bot.questions.select import Selection, by_release, episodes_of, is_size
from bot.questions.tell import MOST_LINES, Basis, Teller

# What every song has: that only one of a title is known with it says nothing.
_OF_EVERY_SONG = {Wanted.PERFORMER, Wanted.RELEASED, Wanted.DRAMA, Wanted.PART}
_ASKS = {
    Wanted.PERFORMER: "ask_performer",
    Wanted.RELEASED: "ask_released",
    Wanted.DRAMA: "ask_drama",
}


def tell_property(teller: Teller, tracks: Sequence[Track]) -> Answer:
    """The property that is asked for, of the one track or of each."""
    if teller.query.wanted in TOPICS:
        return _tell_facts(teller, tracks)
    asked = PROPERTIES[teller.query.wanted]
    known = [t for t in tracks if asked.value(teller, t) is not None]
    if not known:
        return _not_known(teller, tracks)
    alone = len(tracks) == 1 or not teller.query.of(Kind.TRACK)
    if len(known) == 1 and (alone or teller.query.wanted not in _OF_EVERY_SONG):
        return _tell_one(teller, known[0], asked)
    remakes = teller.query.wanted is Wanted.ORIGINAL and not teller.query.of(Kind.TRACK)
    return _tell_each(teller, known if remakes else tracks, asked)


def _not_known(teller: Teller, tracks: Sequence[Track]) -> Answer:
    track = tracks[0]
    title = teller.phrases.title(track)
    if teller.query.wanted is Wanted.PERFORMER:
        drama = teller.drama_of(track)
        return teller.not_known_of([track], "no_performer", title=title, drama=drama)
    line = "no_date" if teller.query.wanted is Wanted.RELEASED else "no_fact"
    return teller.not_known_of(tracks, line, title=title)


def property_sentence(teller: Teller, track: Track, asked: Property) -> str:
    """The sentence that tells one property of one track."""
    values = dict(asked.value(teller, track) or {})
    told: dict[str, object] = {
        "title": teller.phrases.title(track),
        "drama": teller.drama_of(track),
        "artists": teller.artists_of(track),
    }
    line = asked.line
    if line == "released" and len(track.released or "") < len("2016-02-18"):
        line = "released_month"
    if line == "drama_of" and not told["artists"]:
        return teller.say("claim_from", **told) + "."
    return teller.say(line, **{**told, **values})


def _tell_one(teller: Teller, track: Track, asked: Property) -> Answer:
    sentences = [property_sentence(teller, track, asked), *_disputed(teller, track, asked)]
    extra = [s for c in track.credits for s in c.sources] if "credits" in asked.fields else []
    if teller.query.wanted is Wanted.EPISODE:
        extra = [s for sources in episodes_of(track).values() for s in sources]
    basis = Basis(tracks=[track], fields=asked.fields, extra=extra)
    return teller.told(sentences, basis)


def _disputed(teller: Teller, track: Track, asked: Property) -> list[str]:
    fields = asked.fields | ({"released"} if teller.query.wanted is Wanted.RELEASED else set())
    return [
        teller.say("disputed", text=teller.phrases.note(d.text))
        for d in track.disputes
        if d.field in fields
    ]


def _tell_each(teller: Teller, tracks: Sequence[Track], asked: Property) -> Answer:
    """Several songs of one title are offered; a whole soundtrack is listed."""
    lines = "; ".join(_with_value(teller, t, asked) for t in tracks[:MOST_LINES])
    basis = Basis(tracks=tracks, fields=asked.fields)
    versions = len({t.drama for t in tracks}) == 1  # one song, recorded more than once
    if versions or not teller.query.of(Kind.TRACK):
        return teller.told(teller.say("track_list", count=len(tracks), lines=lines), basis)
    return offered(teller, tracks, lines)


def _with_value(teller: Teller, track: Track, asked: Property) -> str:
    value = (asked.value(teller, track) or {}).get(asked.short)
    if asked.line in ("performer", "drama_of") or value is None:
        return teller.line(track)
    return f"{teller.line(track)}: {value}"


def offered(teller: Teller, tracks: Sequence[Track], lines: str = "") -> Answer:
    """Several songs may be meant: all are named, and each can be asked about."""
    title = teller.phrases.title(tracks[0])
    same = len({teller.phrases.title(t).casefold() for t in tracks}) == 1
    said = lines or teller.lines(tracks)
    sentence = (
        teller.say("several_titled", count=len(tracks), title=title, lines=said)
        if same
        else teller.say("track_list", count=len(tracks), lines=said)
    )
    ask = _ASKS.get(teller.query.wanted, "ask_about")
    options = [
        Option(teller.line(t), teller.say(ask, title=_full(teller, t)), t.id) for t in tracks[:5]
    ]
    sentences = (sentence, teller.phrases.word("which_one"))
    return teller.told(sentences, Basis(tracks=tracks), Outcome.AMBIGUOUS, options=options)


def _full(teller: Teller, track: Track) -> str:
    drama = teller.drama_of(track)
    return teller.say("ask_track_in", title=teller.phrases.title(track), drama=drama)


def _tell_facts(teller: Teller, tracks: Sequence[Track]) -> Answer:
    found = [(t, f) for t in tracks for f in facts_on(t, teller.query.wanted)]
    if not found:
        return _not_known(teller, tracks)
    if len({t.id for t, _ in found}) > 1 and teller.query.of(Kind.TRACK):
        return offered(teller, tracks)
    basis = Basis(tracks=[t for t, _ in found], facts=[f for _, f in found])
    hidden = [f for _, f in found[:4] if f.topic is Topic.SCENE]
    if hidden:
        return teller.told(teller.line(found[0][0]) + ".", basis, spoilers=hidden)
    texts = [f"{teller.phrases.title(t)}: {teller.phrases.note(f.text)}" for t, f in found[:4]]
    return teller.told(texts, basis)


def tell_tracks(teller: Teller, selection: Selection) -> Answer:
    """The songs that meet the conditions, or the first, last or n-th of them."""
    query = teller.query
    tracks = [t for t in selection.tracks() if t.id not in query.seen]
    if not tracks:
        return no_tracks(teller)
    if query.order is not None:
        return tell_place(teller, tracks)
    basis = Basis(
        tracks=tracks,
        artists=[teller.catalog.artists[i] for link in query.ids(Kind.ARTIST) for i in link[:1]],
        dramas=[teller.catalog.dramas[i] for link in query.ids(Kind.DRAMA) for i in link[:1]],
        fields=frozenset({"artists", "title"}),
    )
    return teller.told(_list_sentence(teller, query, tracks), basis)


def _list_sentence(teller: Teller, query: Query, tracks: Sequence[Track]) -> str:
    count = len(tracks)
    dramas, artists = query.of(Kind.DRAMA), query.of(Kind.ARTIST)
    one = len({t.drama for t in tracks}) == 1
    if dramas and one and not artists and _only(query, "drama"):
        line = "track_one_drama" if count == 1 else "track_list_drama"
        lines = teller.lines(tracks, with_drama=False)
        return teller.say(line, count=count, drama=teller.drama_of(tracks[0]), lines=lines)
    if artists and len(artists) == 1 and not dramas:
        line = "track_one_artist" if count == 1 else "track_list_artist"
        lines = teller.lines_by(artists[0].ids[0], tracks)
        return teller.say(line, count=count, artists=teller.linked(Kind.ARTIST), lines=lines)
    if count == 1:
        return teller.say("track_one", line=teller.line(tracks[0]))
    return teller.say("track_list", count=count, lines=teller.lines(tracks))


def _only(query: Query, _: str) -> bool:
    told = (query.year, query.month, query.part, query.episode, query.size, query.cover or None)
    return not any(v is not None for v in told) and not query.works


def tell_place(teller: Teller, tracks: Sequence[Track]) -> Answer:
    """The first, the last or the n-th by release."""
    ordered = by_release(tracks)
    place = teller.query.order or 1
    if answer := _numbered(teller, tracks, place):
        return answer
    dated = [t for t in ordered if t.released]
    at = place - 1 if place > 0 else len(ordered) + place
    if place < 0 and dated:
        ordered, at = dated, len(dated) + place
    if not 0 <= at < len(ordered):
        return no_tracks(teller)
    track = ordered[at]
    ties = [t for t in ordered if t.released and t.released == track.released]
    order = {1: "order_first", -1: "order_last"}.get(place, "order_nth")
    when = track.released and teller.phrases.say_small(
        "when", date=teller.phrases.date(track.released)
    )
    shown = teller.lines(ties if len(ties) > 1 and place in (1, -1) else [track])
    said = teller.phrases.say_small(order, number=place)
    sentence = teller.say("track_nth", line=shown, order=said, when=when or "")
    return teller.told(sentence, Basis(tracks=[track], fields=frozenset({"released"})))


def _numbered(teller: Teller, tracks: Sequence[Track], place: int) -> Answer | None:
    """The part of that number, where the soundtrack of one drama came out in numbered parts."""
    parts = [t for t in tracks if t.part == str(place)]
    if place < 2 or not parts or len({t.drama for t in tracks}) > 1:
        return None
    if len(parts) == 1 and teller.query.wanted in PROPERTIES:
        return tell_property(teller, parts)
    drama = teller.drama_of(parts[0])
    lines = teller.lines(parts, with_drama=False)
    sentence = teller.say("part_is", drama=drama, part=place, lines=lines)
    return teller.told(sentence, Basis(tracks=parts, fields=frozenset({"part"})))


def tell_performers(teller: Teller, tracks: Sequence[Track]) -> Answer:
    """Who sings on a soundtrack, or the one of them that the question asks for."""
    if len(tracks) == 1:
        return tell_property(teller, tracks)
    catalog = teller.catalog
    artists = [a for t in tracks for a in (*catalog.performers(t), *catalog.featured(t))]
    query = teller.query
    if query.size is not None:
        artists = [a for a in artists if is_size(a, query.size)] or artists
    if len({t.drama for t in tracks}) > 1 or not artists:
        return tell_property(teller, tracks)
    sentence = teller.say(
        "performer_of_all",
        drama=teller.drama_of(tracks[0]),
        artists=teller.phrases.names(list({a.id: a for a in artists}.values())),
    )
    more = [teller.lines(tracks, with_drama=False) + "."] if len(tracks) <= MOST_LINES else []
    return teller.told([sentence, *more], Basis(tracks=tracks, fields=frozenset({"artists"})))


def _asked_title(titles: Sequence[Link]) -> str:
    """The title as it was asked for; two that stand side by side are one that isn't known."""
    first = min(titles, key=lambda link: link.start)
    text, end = first.text, first.end
    while more := next((link for link in titles if link.start == end > 0), None):
        text, end = f"{text} {more.text}", more.end
    return text


def no_tracks(teller: Teller) -> Answer:
    """Nothing meets the conditions: say which one, and name no other song."""
    query = teller.query
    where = teller.linked(Kind.DRAMA)
    place = teller.phrases.say_small("from", drama=where) if where else ""
    if query.of(Kind.TRACK):
        artists = teller.linked(Kind.ARTIST)
        by = teller.phrases.say_small("by", artists=artists) if artists else ""
        title = _asked_title(query.of(Kind.TRACK)) or teller.linked(Kind.TRACK)
        return teller.unknown("no_such", title=title, by=by, **{"from": place})
    if query.episode is not None:
        return teller.unknown("no_episode", episode=query.episode, **{"from": place})
    if query.part is not None:
        return teller.unknown("no_part", part=query.part, **{"from": place})
    if query.of(Kind.ARTIST):
        alone = "no_other_song_by" if query.seen else "no_song_by"
        line = "no_song_together" if len(query.of(Kind.ARTIST)) > 1 else alone
        return teller.unknown(line, artists=teller.linked(Kind.ARTIST), **{"from": place})
    return teller.unknown("no_song_fits", **{"from": place})
