"""Answers about dramas: when and where they aired, who made them and who is in them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Drama, Kind, Person, Track
from bot.questions.answer import Answer
from bot.questions.names import Job, Work
from bot.questions.query import Query, Wanted
from bot.questions.tell import Basis, Teller


def tell_drama(teller: Teller, drama: Drama) -> Answer:
    """What is asked about a drama."""
    tell = _TELLS.get(teller.query.wanted, _about)
    answer = tell(teller, drama)
    return answer or teller.unknown("no_fact", title=teller.phrases.title(drama))


def _aired(teller: Teller, drama: Drama) -> Answer | None:
    if not drama.first_aired:
        return None
    title, first = teller.phrases.title(drama), teller.phrases.date(drama.first_aired)
    fields = frozenset({"first_aired"})
    if drama.last_aired and drama.last_aired != drama.first_aired:
        last = teller.phrases.date(drama.last_aired)
        sentence = teller.say("aired_until", drama=title, first=first, last=last)
    else:
        line = "aired" if len(drama.first_aired) == len("2016-02-18") else "aired_in"
        sentence = teller.say(line, drama=title, date=first)
    return _said(teller, drama, sentence, fields)


def _ended(teller: Teller, drama: Drama) -> Answer | None:
    if not drama.last_aired:
        return None
    date = teller.phrases.date(drama.last_aired)
    sentence = teller.say("ended", drama=teller.phrases.title(drama), date=date)
    return _said(teller, drama, sentence, frozenset({"last_aired"}))


def _said(teller: Teller, drama: Drama, sentence: str, fields: frozenset[str]) -> Answer:
    disputed = [
        teller.say("disputed", text=teller.phrases.note(d.text))
        for d in drama.disputes
        if d.field in fields
    ]
    return teller.told([sentence, *disputed], Basis(dramas=[drama], fields=fields))


def _network(teller: Teller, drama: Drama) -> Answer | None:
    if not drama.network:
        return None
    sentence = teller.say("network", drama=teller.phrases.title(drama), network=drama.network)
    return _said(teller, drama, sentence, frozenset({"network"}))


def _episodes(teller: Teller, drama: Drama) -> Answer | None:
    if not drama.episodes:
        return None
    sentence = teller.say("episodes", drama=teller.phrases.title(drama), count=drama.episodes)
    return _said(teller, drama, sentence, frozenset({"episodes"}))


def _cast(teller: Teller, drama: Drama) -> Answer | None:
    if not drama.cast:
        return None
    roles = [w for works in teller.query.works.values() for w in works if w.owner == drama.id]
    for member in drama.cast:
        if member.character and any(_played(w, member.actor, member.character) for w in roles):
            sentence = teller.say(
                "cast_as",
                actor=teller.phrases.name(member.actor),
                character=member.character,
                drama=teller.phrases.title(drama),
            )
            return teller.told(sentence, Basis(dramas=[drama], extra=member.sources))
    people = [m.actor for m in drama.cast]
    sentence = teller.say(
        "cast", drama=teller.phrases.title(drama), people=teller.phrases.names(people)
    )
    sources = [s for m in drama.cast for s in m.sources]
    return teller.told(sentence, Basis(dramas=[drama], fields=frozenset({"cast"}), extra=sources))


def _played(work: Work, actor: Person, character: str) -> bool:
    return work.person.name in (actor.name, character)


def _people(teller: Teller, drama: Drama) -> Answer | None:
    people = {
        Wanted.WRITER: drama.writers,
        Wanted.MAKER: drama.writers,
        Wanted.DIRECTOR: drama.directors,
        Wanted.SCORER: drama.music_directors,
    }[teller.query.wanted]
    if not people:
        return None
    line = "writer" if teller.query.wanted is Wanted.MAKER else str(teller.query.wanted)
    sentence = teller.say(
        line, drama=teller.phrases.title(drama), people=teller.phrases.names(people)
    )
    return _said(teller, drama, sentence, frozenset({f"{line}s"}))


def _korean_name(teller: Teller, drama: Drama) -> Answer | None:
    if not drama.title_ko:
        return None
    sentence = teller.say("korean_name", name=drama.title, korean=drama.title_ko)
    return _said(teller, drama, sentence, frozenset({"title_ko"}))


def _other_name(teller: Teller, drama: Drama) -> Answer | None:
    names = [n for n in (drama.title_ko, *drama.aliases) if n]
    if not names:
        return None
    sentence = teller.say("other_name", name=drama.title, names=", ".join(names))
    return _said(teller, drama, sentence, frozenset({"aliases"}))


def _about(teller: Teller, drama: Drama) -> Answer | None:
    tracks = teller.catalog.soundtrack(drama.id)
    details = ""
    if drama.network and drama.first_aired:
        details = teller.phrases.say_small(
            "about_network", network=drama.network, year=drama.first_aired[:4]
        )
    lines = teller.lines(tracks, with_drama=False)
    sentence = teller.say(
        "about_drama_one" if len(tracks) == 1 else "about_drama",
        drama=teller.phrases.title(drama),
        details=details,
        count=len(tracks),
        lines=lines or "-",
    )
    basis = Basis(tracks=tracks, dramas=[drama])
    return teller.told([sentence, *(teller.phrases.note(f.text) for f in drama.facts[:3])], basis)


def _released(teller: Teller, drama: Drama) -> Answer | None:
    dates = sorted(t.released for t in teller.catalog.soundtrack(drama.id) if t.released)
    if not dates:
        return None
    first, last = teller.phrases.date(dates[0]), teller.phrases.date(dates[-1])
    title = teller.phrases.title(drama)
    tracks = teller.catalog.soundtrack(drama.id)
    sentence = teller.say("released_all", drama=title, first=first, last=last)
    basis = Basis(tracks=tracks, dramas=[drama], fields=frozenset({"released"}))
    return teller.told(sentence, basis)


_TELLS = {
    Wanted.AIRED: _aired,
    Wanted.ENDED: _ended,
    Wanted.NETWORK: _network,
    Wanted.EPISODES: _episodes,
    Wanted.CAST: _cast,
    Wanted.WRITER: _people,
    Wanted.MAKER: _people,
    Wanted.DIRECTOR: _people,
    Wanted.SCORER: _people,
    Wanted.KOREAN_NAME: _korean_name,
    Wanted.OTHER_NAME: _other_name,
    Wanted.RELEASED: _released,
}


def tell_dramas_of(teller: Teller, tracks: Sequence[Track]) -> Answer:
    """The dramas that the tracks of the linked artists belong to."""
    dramas = [teller.catalog.dramas[i] for i in dict.fromkeys(t.drama for t in tracks)]
    titles = teller.phrases.all_of([teller.phrases.title(d) for d in dramas])
    line = "drama_one_of" if len(dramas) == 1 else "dramas_of"
    sentence = teller.say(
        line, artists=teller.linked(Kind.ARTIST), count=len(dramas), dramas=titles
    )
    return teller.told(
        [sentence], Basis(tracks=tracks, dramas=dramas, fields=frozenset({"artists"}))
    )


def tell_dramas_where(teller: Teller) -> Answer | None:
    """The dramas of a year or of a network."""
    query = teller.query
    if query.year is None and not query.networks:
        return None
    found = [d for d in teller.catalog.dramas.values() if _is_of(d, query)]
    if not found:
        return teller.unknown("unclear")
    titles = teller.phrases.all_of([teller.phrases.title(d) for d in found], most=30)
    sentence = teller.say("dramas_where", count=len(found), dramas=titles)
    return teller.told(sentence, Basis(dramas=found))


def _is_of(drama: Drama, query: Query) -> bool:
    aired = (drama.first_aired or "")[:4]
    if query.year is not None and not _aired_in(aired, query):
        return False
    return all(n.casefold() in (drama.network or "").casefold() for n in query.networks)


def _aired_in(aired: str, query: Query) -> bool:
    """Whether that is the year told, or one before or after it."""
    told = str(query.year)
    if not query.bound or not aired:
        return aired == told
    return aired < told if query.bound > 0 else aired > told


def _played_by(teller: Teller, works: Sequence[Work]) -> list[str]:
    """Who plays the character, in every drama that has them."""
    return [
        teller.say(
            "cast_as",
            actor=teller.phrases.name(member.actor),
            character=member.character,
            drama=teller.phrases.title(teller.catalog.dramas[work.owner]),
        )
        for work in works
        for member in teller.catalog.dramas[work.owner].cast
        if member.character == work.person.name
    ]


def tell_works(teller: Teller, name: str, works: Sequence[Work]) -> Answer:
    """What a person who performs nothing is known for."""
    jobs: dict[Job, list[Work]] = {}
    for work in works:
        jobs.setdefault(work.job, []).append(work)
    sentences, tracks, dramas, artists = [], [], [], []
    for job, done in jobs.items():
        if job is Job.CHARACTER:
            sentences += _played_by(teller, done)
            dramas += [teller.catalog.dramas[w.owner] for w in done]
            continue
        owners = list(dict.fromkeys(w.owner for w in done))
        shown = []
        for owner in owners:
            if owner in teller.catalog.tracks:
                tracks.append(teller.catalog.tracks[owner])
                shown.append(teller.line(tracks[-1]))
            elif owner in teller.catalog.dramas:
                dramas.append(teller.catalog.dramas[owner])
                shown.append(teller.phrases.title(dramas[-1]))
            elif owner in teller.catalog.artists:
                artists.append(teller.catalog.artists[owner])
                shown.append(teller.phrases.name(artists[-1]))
        person = teller.phrases.name(done[0].person) or name
        works_shown = teller.phrases.all_of(shown)
        sentences.append(teller.say(f"person_{job}", person=person, works=works_shown))
    return teller.told(sentences, Basis(tracks=tracks, dramas=dramas, artists=artists))
