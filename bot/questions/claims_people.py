"""Yes/no questions about artists, dramas and people who sing nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.model import Artist, Drama, Kind
from bot.questions.answer import Answer
from bot.questions.describe import best_fact
from bot.questions.names import Job, Work
from bot.questions.query import Query, Size, Wanted
from bot.questions.select import Selection, is_size
from bot.questions.select import size_of as actual_size
from bot.questions.tell import Basis, Teller
from bot.questions.tracks import no_tracks
from bot.questions.verdict import no, yes

_OF_GROUPS = {Wanted.MEMBERS, Wanted.GROUP, Wanted.SIZE, Wanted.ABOUT}


def claim_of_artist(teller: Teller) -> Answer | None:
    """Is somebody a member, a duo, on a soundtrack; do two sing together?"""
    query = teller.query
    artists = query.of(Kind.ARTIST)
    if query.wanted in _OF_GROUPS and not query.together:
        member = _is_member(teller) if len(artists) > 1 or query.works else None
        if member:
            return member
        if query.wanted is Wanted.MEMBERS and len(artists) == 1 and not query.works:
            return _is_in_a_group(teller)
    if query.size is not None and not query.sung and not query.of(Kind.DRAMA):
        return _is_of_size(teller, query.size)
    if len(artists) > 1:
        return _sing_together(teller)
    if query.joined and len(query.of(Kind.DRAMA)) > 1:
        return _sings_in_each(teller)
    if query.wanted is Wanted.ABOUT and len(query.links) == 1:
        return None  # "is IU famous" asks for no songs
    tracks = Selection(teller.catalog, query).tracks()
    if tracks:
        said = teller.phrases.say_small(
            "claim_songs", artists=teller.linked(Kind.ARTIST), lines=teller.lines_of(tracks)
        )
        return yes(teller, said, Basis(tracks=tracks))
    if query.of(Kind.DRAMA) and not query.year:
        return teller.unknown(
            "not_known", artists=teller.linked(Kind.ARTIST), drama=teller.linked(Kind.DRAMA)
        )
    return no_tracks(teller)


def _sings_in_each(teller: Teller) -> Answer:
    """Whether somebody sings in each of several dramas; those where nothing is known are named."""
    query = teller.query
    others = tuple(link for link in query.links if link.kind is not Kind.DRAMA)
    found = {
        link: Selection(teller.catalog, replace(query, links=(*others, link))).tracks()
        for link in query.of(Kind.DRAMA)
    }
    artists = teller.linked(Kind.ARTIST)
    lacking = [teller.catalog.dramas[k.ids[0]] for k, tracks in found.items() if not tracks]
    if lacking:
        names = teller.phrases.all_of([teller.phrases.title(d) for d in lacking])
        return teller.unknown("not_known", artists=artists, drama=names)
    tracks = [t for each in found.values() for t in each]
    lines = teller.lines_of(tracks)
    said = teller.phrases.say_small("claim_songs", artists=artists, lines=lines)
    return yes(teller, said, Basis(tracks=tracks))


def _is_member(teller: Teller) -> Answer | None:
    named = [teller.catalog.artists[link.ids[0]] for link in teller.query.of(Kind.ARTIST)]
    people = {w.person.name for works in teller.query.works.values() for w in works}
    for group in (a for a in named if a.members):
        for member in group.members:
            match = next((a for a in named if a.id == member.artist), None)
            if match or member.person.name in people:
                said = teller.phrases.say_small(
                    "claim_member",
                    artist=teller.phrases.name(match or member.person),
                    group=teller.phrases.name(group),
                )
                return yes(teller, said, Basis(artists=[group]))
    groups = [g for a in named for g in teller.catalog.groups_of(a.id)]
    if groups and len(named) > 1:
        return _member_elsewhere(teller, named, groups)
    return None


def _member_elsewhere(
    teller: Teller, named: Sequence[Artist], groups: Sequence[Artist]
) -> Answer | None:
    member = next((a for a in named if teller.catalog.groups_of(a.id)), None)
    if member is None:
        return None
    said = teller.phrases.say_small(
        "claim_member", artist=teller.phrases.name(member), group=teller.phrases.names(groups)
    )
    return no(teller, [said], Basis(artists=[member, *groups]))


def _is_in_a_group(teller: Teller) -> Answer | None:
    """The groups of an artist; that we know of none denies nothing."""
    artist = teller.catalog.artists[teller.query.of(Kind.ARTIST)[0].ids[0]]
    groups = teller.catalog.groups_of(artist.id)
    name = teller.phrases.name(artist)
    if groups:
        said = teller.phrases.say_small(
            "claim_member", artist=name, group=teller.phrases.names(groups)
        )
        return yes(teller, said, Basis(artists=[artist, *groups], fields=frozenset({"members"})))
    if actual_size(artist) is Size.SOLO:
        sentence = teller.say("claim_soloist", artist=name)
        return teller.told(sentence, Basis(artists=[artist], fields=frozenset({"kind"})))
    return _is_of_size(teller, Size.GROUP)


def _is_of_size(teller: Teller, size: Size) -> Answer:
    artist = teller.catalog.artists[teller.query.of(Kind.ARTIST)[0].ids[0]]
    fits, actual = is_size(artist, size), actual_size(artist)
    if fits is None or actual is None:
        return teller.unknown("no_fact", title=teller.phrases.name(artist))
    said = teller.phrases.say_small(
        f"claim_size_{size if fits else actual}", artist=teller.phrases.name(artist)
    )
    basis = Basis(artists=[artist], fields=frozenset({"kind"}))
    return yes(teller, said, basis) if fits else no(teller, [said], basis)


def _sing_together(teller: Teller) -> Answer:
    tracks = Selection(teller.catalog, teller.query).tracks()
    if not tracks:
        return no_tracks(teller)
    said = teller.say("together", artists=teller.linked(Kind.ARTIST), lines=teller.lines(tracks))
    return yes(teller, said, Basis(tracks=tracks))


def claim_of_drama(teller: Teller, terms: Sequence[str]) -> Answer | None:
    """Did it air there and then, is somebody in it, has it such songs?"""
    query = teller.query
    drama = teller.catalog.dramas[query.of(Kind.DRAMA)[0].ids[0]]
    if query.works:
        return _worked_on(teller, drama)
    if query.networks:
        return _aired_on(teller, drama)
    if terms:
        return _is_so(teller, drama, terms)
    if query.year and not query.listing and query.wanted is not Wanted.TRACK:
        return _aired_in(teller, drama)
    if query.wanted not in (Wanted.TRACK, Wanted.PERFORMER):
        return None
    tracks = Selection(teller.catalog, query).tracks()
    if not tracks:
        return no_tracks(teller)
    return yes(teller, teller.lines(tracks), Basis(tracks=tracks, dramas=[drama]))


def _is_so(teller: Teller, drama: Drama, terms: Sequence[str]) -> Answer | None:
    """Whether a fact of the drama says all that the question says."""
    fact, share = best_fact(drama.facts, terms)
    if fact is None or share < 1.0:
        return None
    title = teller.phrases.title(drama)
    said = teller.phrases.say_small("claim_fact", title=title, fact=teller.phrases.note(fact.text))
    return yes(teller, said, Basis(dramas=[drama], facts=[fact]))


def _aired_on(teller: Teller, drama: Drama) -> Answer:
    if not drama.network:
        return teller.unknown("no_fact", title=teller.phrases.title(drama))
    said = teller.phrases.say_small(
        "claim_network", drama=teller.phrases.title(drama), network=drama.network
    )
    basis = Basis(dramas=[drama], fields=frozenset({"network"}))
    if teller.query.networks[0].casefold() in drama.network.casefold():
        return yes(teller, said, basis)
    return no(teller, [said], basis)


def _aired_in(teller: Teller, drama: Drama) -> Answer:
    if not drama.first_aired:
        return teller.unknown("no_fact", title=teller.phrases.title(drama))
    last = drama.last_aired or drama.first_aired
    said = teller.phrases.say_small(
        "claim_aired",
        drama=teller.phrases.title(drama),
        first=teller.phrases.date(drama.first_aired),
        last=teller.phrases.date(last),
    )
    basis = Basis(dramas=[drama], fields=frozenset({"first_aired"}))
    dates = (last,) if teller.query.ends else (drama.first_aired, last)
    fits = any(_is_then(teller.query, d) for d in dates)
    return yes(teller, said, basis) if fits else no(teller, [said], basis)


def _is_then(query: Query, iso: str) -> bool:
    """Whether the date is the year, month and day that the question names."""
    told = [int(p) for p in iso.split("-")]
    asked = (query.year, query.month, query.day)
    return all(a is None or (i < len(told) and told[i] == a) for i, a in enumerate(asked))


def _worked_on(teller: Teller, drama: Drama) -> Answer | None:
    works = [w for found in teller.query.works.values() for w in found]
    here = [w for w in works if w.owner == drama.id]
    if teller.query.sung:
        return claim_of_people(teller)
    if here:
        said = _jobs_said(teller, drama, here[0])
        return yes(teller, said, Basis(dramas=[drama], extra=_cast_sources(drama, here[0])))
    return _other_people(teller, drama, works[0].job)


def _other_people(teller: Teller, drama: Drama, job: Job) -> Answer | None:
    """Who wrote or directed it instead; a cast list is never complete enough to deny."""
    people = {
        Job.WRITER: drama.writers,
        Job.DIRECTOR: drama.directors,
        Job.SCORER: drama.music_directors,
    }.get(job)
    title = teller.phrases.title(drama)
    if not people:
        return teller.unknown("no_fact", title=title)
    said = teller.phrases.say_small(str(job), drama=title, people=teller.phrases.names(people))
    return no(teller, [said], Basis(dramas=[drama]))


def _jobs_said(teller: Teller, drama: Drama, work: Work) -> str:
    person, title = teller.phrases.name(work.person), teller.phrases.title(drama)
    if work.job is Job.CAST:
        return teller.phrases.say_small("claim_cast", person=person, drama=title)
    line = f"person_{work.job}"
    return teller.phrases.say_small(line, person=person, works=title)


def _cast_sources(drama: Drama, work: Work) -> list[str]:
    return [s for m in drama.cast for s in m.sources if m.actor.name == work.person.name]


def claim_of_people(teller: Teller) -> Answer | None:
    """Somebody of the cast is asked about as a singer: no song of theirs is known."""
    for works in teller.query.works.values():
        for work in works:
            if work.job is Job.CAST and work.owner in teller.catalog.dramas:
                drama = teller.catalog.dramas[work.owner]
                quiet = replace(teller.query, links=())
                return Teller(teller.catalog, teller.index, quiet, teller.phrases.language).unknown(
                    "cast_no_song",
                    person=teller.phrases.name(work.person),
                    drama=teller.phrases.title(drama),
                )
    return None
