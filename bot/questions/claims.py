"""Yes/no questions: "Yes, ...", or "No, ..." with what is known instead.

What the catalog merely does not mention is neither confirmed nor denied: two artists without a
song together, an actor who is not known to sing, an instrument that no fact speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Kind, Track
from bot.questions.answer import Answer
from bot.questions.claims_people import claim_of_artist, claim_of_drama, claim_of_people
from bot.questions.describe import best_fact
from bot.questions.earlier import dated_pair, told_in_order
from bot.questions.query import Wanted
from bot.questions.select import Selection, by_release
from bot.questions.tell import Basis, Teller
from bot.questions.tracks import no_tracks
from bot.questions.verdict import no, yes


def tell_claim(teller: Teller, terms: Sequence[str] = ()) -> Answer | None:
    """The answer to a yes/no question; None where it claims nothing that we understand."""
    query = teller.query
    if len(query.of(Kind.TRACK)) > 1:
        return _is_earlier(teller) if query.before or query.order else None
    if query.of(Kind.TRACK):
        return _about_track(teller, terms)
    if query.of(Kind.ARTIST):
        return None if terms else claim_of_artist(teller)  # what else is claimed is not looked up
    if query.of(Kind.DRAMA):
        return claim_of_drama(teller, terms)
    if query.works:
        return claim_of_people(teller)
    return None


def _about_track(teller: Teller, terms: Sequence[str]) -> Answer | None:
    query = teller.query
    named = Selection(teller.catalog, query)
    base = named.tracks(leave_out=[n for n in named.conditions if not n.startswith("title")])
    if not base:
        return no_tracks(teller)
    if query.unknown:
        return _corrected(teller, base)
    if query.made and query.of(Kind.ARTIST):
        return _made_by(teller, base)
    if query.wanted is Wanted.ORIGINAL:
        return _is_cover(teller, base)
    if terms:
        return _has_feature(teller, named.tracks() or base, terms)
    if query.order is not None:
        return _is_placed(teller, base)
    if len(named.conditions) == 1:
        return None  # nothing is claimed of the song that we understand
    fitting = named.tracks()
    if fitting:
        return yes(teller, claim(teller, fitting[0]), Basis(tracks=fitting))
    return _denied(teller, named, base)


def _made_by(teller: Teller, base: Sequence[Track]) -> Answer:
    """Whether an artist wrote the song, by its credits alone."""
    asked = {i for link in teller.query.ids(Kind.ARTIST) for i in link}
    names = {teller.catalog.artists[i].name for i in asked}
    for track in (t for t in base if t.credits):
        said, basis = _job(teller, track), Basis(tracks=[track])
        if any(c.artist in asked or c.person.name in names for c in track.credits):
            return yes(teller, "; ".join(said), basis)
        return no(teller, said, basis)
    return teller.unknown("no_fact", title=teller.phrases.title(base[0]))


def _is_cover(teller: Teller, base: Sequence[Track]) -> Answer:
    for track in base:
        if track.original:
            title = teller.phrases.title(track)
            said = teller.phrases.say_small("claim_cover", title=title, original=track.original)
            return yes(teller, said, Basis(tracks=[track], fields=frozenset({"original"})))
    return teller.unknown("no_fact", title=teller.phrases.title(base[0]))


def claim(teller: Teller, track: Track) -> str:
    """The sentence that tells of a track what the question claimed."""
    query, phrases = teller.query, teller.phrases
    told: dict[str, object] = {
        "title": phrases.title(track),
        "artists": teller.artists_of(track),
        "drama": teller.drama_of(track),
    }
    if query.part is not None:
        return phrases.say_small("claim_part", part=track.part, **told)
    if (query.year or query.month) and track.released:
        return phrases.say_small("claim_released", date=phrases.date(track.released), **told)
    if query.works:
        return "; ".join(_job(teller, track))
    if query.of(Kind.DRAMA) and not query.of(Kind.ARTIST):
        return phrases.say_small("claim_from", **told)
    if query.of(Kind.ARTIST) and query.of(Kind.DRAMA):
        return teller.line(track)
    return phrases.say_small("claim_by", **told)


def _job(teller: Teller, track: Track) -> list[str]:
    people = [f"{c.role}: {teller.phrases.name(c.person)}" for c in track.credits]
    title = teller.phrases.title(track)
    return [teller.phrases.say_small("claim_job", title=title, people=", ".join(people))]


def _denied(teller: Teller, named: Selection, base: Sequence[Track]) -> Answer | None:
    """Which condition fails says what to correct; what is not known is not denied."""
    in_drama = named.tracks(
        leave_out=[n for n in named.conditions if n[:5] not in ("title", "drama")]
    )
    track = (in_drama or base)[0]
    query, phrases = teller.query, teller.phrases
    told: dict[str, object] = {
        "title": phrases.title(track),
        "artists": teller.artists_of(track),
        "drama": teller.drama_of(track),
    }
    if query.of(Kind.DRAMA) and not in_drama:
        return _elsewhere(teller, base)
    if any(not named.conditions[n](track) for n in named.conditions if n.startswith("artist")):
        return _by_others(teller, in_drama or base)
    if (query.year or query.month or query.day) and not named.conditions["date"](track):
        if not track.released:
            return teller.unknown("no_date", title=told["title"])
        said = phrases.say_small("claim_released", date=phrases.date(track.released), **told)
        return no(teller, [said], Basis(tracks=[track], fields=frozenset({"released"})))
    if query.part is not None and track.part:
        said = phrases.say_small("claim_part", part=track.part, **told)
        return no(teller, [said], Basis(tracks=[track], fields=frozenset({"part"})))
    if query.size is not None:
        return no(teller, [phrases.say_small("claim_by", **told)], Basis(tracks=[track]))
    return _other_makers(teller, track)


def _other_makers(teller: Teller, track: Track) -> Answer:
    jobs = {w.job for works in teller.query.works.values() for w in works}
    if track.credits and jobs:
        return no(teller, _job(teller, track), Basis(tracks=[track]))
    return teller.unknown("no_fact", title=teller.phrases.title(track))


def _by_others(teller: Teller, tracks: Sequence[Track]) -> Answer | None:
    """Denied, with whose song it is: "No, Talk Love is by K.Will; by Davichi I know ..."."""
    said = _true_lines(teller, tracks)
    if not said:
        return teller.unknown("no_fact", title=teller.phrases.title(tracks[0]))
    basis = Basis(tracks=tracks, fields=frozenset({"artists"}))
    others = [
        t
        for link in teller.query.ids(Kind.ARTIST)
        for i in link
        for t in teller.catalog.tracks_by(i)
    ]
    here = {t.drama for t in tracks}
    near = [t for t in others if t.drama in here and t not in tracks]
    if near and len(teller.query.of(Kind.ARTIST)) == 1:
        lines = teller.lines(near, with_drama=False)
        artists = teller.linked(Kind.ARTIST)
        titles = ", ".join(teller.phrases.title(t) for t in near[:5])
        said.append(teller.phrases.say_small("other_songs", artists=artists, lines=titles or lines))
    return no(teller, said, basis)


def _true_lines(teller: Teller, tracks: Sequence[Track]) -> list[str]:
    sung = [t for t in tracks if teller.artists_of(t)]
    if len(sung) == 1:
        said = teller.phrases.say_small(
            "claim_by", title=teller.phrases.title(sung[0]), artists=teller.artists_of(sung[0])
        )
        return [said]
    return [teller.line(t) for t in sung[:5]]


def _elsewhere(teller: Teller, tracks: Sequence[Track]) -> Answer:
    said = [
        teller.phrases.say_small(
            "claim_from", title=teller.phrases.title(t), drama=teller.drama_of(t)
        )
        for t in tracks[:5]
    ]
    return no(teller, said, Basis(tracks=tracks))


def _corrected(teller: Teller, tracks: Sequence[Track]) -> Answer | None:
    """Somebody or some drama that we don't know is claimed for a song that we do."""
    roles = {u.role for u in teller.query.unknown}
    if roles == {Kind.DRAMA}:
        return _elsewhere(teller, tracks)
    if roles == {Kind.ARTIST}:
        said = _true_lines(teller, tracks)
        return no(teller, said, Basis(tracks=tracks)) if said else None
    return None


def _has_feature(teller: Teller, tracks: Sequence[Track], terms: Sequence[str]) -> Answer:
    for track in tracks:
        fact, share = best_fact(track.facts, terms)
        if fact and share > 0.99:
            title = teller.phrases.title(track)
            said = teller.phrases.say_small(
                "claim_fact", title=title, fact=teller.phrases.note(fact.text)
            )
            return yes(teller, said, Basis(tracks=[track], facts=[fact]))
    return teller.unknown("no_fact", title=teller.phrases.title(tracks[0]))


def _is_placed(teller: Teller, base: Sequence[Track]) -> Answer | None:
    """The first or last song of the soundtrack that it belongs to, or not."""
    track, place = base[0], teller.query.order or 1
    ordered = by_release(teller.catalog.soundtrack(track.drama))
    dated = [t for t in ordered if t.released] or ordered
    at = place - 1 if place > 0 else len(dated) + place
    if not 0 <= at < len(dated) or place not in (1, -1):
        return None
    actual = dated[at]
    line = "claim_first" if place == 1 else "claim_last"
    said = teller.phrases.say_small(line, line=teller.line(actual))
    basis = Basis(tracks=[actual], fields=frozenset({"released"}))
    same = actual.id == track.id or (actual.released and actual.released == track.released)
    return yes(teller, said, basis) if same else no(teller, [said], basis)


def _is_earlier(teller: Teller) -> Answer | None:
    titles = teller.query.of(Kind.TRACK)
    asked, other = dated_pair(teller, titles)
    if not (asked.released and other.released):
        return teller.unknown("no_date", title=teller.phrases.title(asked))
    wanted_first = (teller.query.before or teller.query.order or 1) > 0
    fits = (asked.released < other.released) if wanted_first else (asked.released > other.released)
    said, basis = told_in_order(teller, asked, other), Basis(tracks=[asked, other])
    return yes(teller, said, basis) if fits else no(teller, [said], basis)
