"""Answers about artists: group, members, kind, debut, partners, and who they are."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Artist, Kind, Track
from bot.questions.answer import Answer
from bot.questions.query import Size, Wanted
from bot.questions.select import all_members_known, size_of
from bot.questions.tell import Basis, Teller
from bot.questions.tracks import tell_property


def tell_artist(teller: Teller, artists: Sequence[Artist]) -> Answer:
    """What is asked about one artist; of several of the same name, the one that is known."""
    tells = {
        Wanted.GROUP: _group,
        Wanted.MEMBERS: _members,
        Wanted.SIZE: _size,
        Wanted.DEBUT: _debut,
        Wanted.KOREAN_NAME: _korean_name,
        Wanted.OTHER_NAME: _other_name,
    }
    tell = tells.get(teller.query.wanted, _about)
    told = [answer for a in artists if (answer := tell(teller, a))]
    if not told:
        return teller.unknown("no_fact", title=teller.phrases.name(artists[0]))
    return told[0]


def _group(teller: Teller, artist: Artist) -> Answer | None:
    groups = teller.catalog.groups_of(artist.id)
    if not groups:
        return _size(teller, artist)
    sentence = teller.say(
        "group", artist=teller.phrases.name(artist), groups=teller.phrases.names(groups)
    )
    return teller.told(sentence, Basis(artists=[artist, *groups], fields=frozenset({"members"})))


def _members(teller: Teller, artist: Artist) -> Answer | None:
    members = [m.person for m in artist.members if not m.former]
    if not members:
        return _group(teller, artist) if teller.catalog.groups_of(artist.id) else None
    line = "members" if all_members_known(artist) else "members_known"
    sentence = teller.say(
        line, artist=teller.phrases.name(artist), members=teller.phrases.names(members)
    )
    return teller.told(sentence, Basis(artists=[artist], fields=frozenset({"members"})))


def _size(teller: Teller, artist: Artist) -> Answer | None:
    size = size_of(artist)
    if size is None:
        return None
    sentences = [teller.say(f"size_{size}", artist=teller.phrases.name(artist))]
    members = [m.person for m in artist.members if not m.former]
    if members and size is not Size.SOLO:
        note = "members_note" if all_members_known(artist) else "members_note_known"
        sentences.append(teller.say(note, members=teller.phrases.names(members)))
    return teller.told(sentences, Basis(artists=[artist], fields=frozenset({"kind"})))


def _debut(teller: Teller, artist: Artist) -> Answer | None:
    if not artist.debut:
        return None
    date = teller.phrases.date(artist.debut)
    sentence = teller.say("debut", artist=teller.phrases.name(artist), date=date)
    return teller.told(sentence, Basis(artists=[artist], fields=frozenset({"debut"})))


def _korean_name(teller: Teller, artist: Artist) -> Answer | None:
    if not artist.name_ko:
        return None
    sentence = teller.say("korean_name", name=artist.name, korean=artist.name_ko)
    return teller.told(sentence, Basis(artists=[artist], fields=frozenset({"name_ko"})))


def _other_name(teller: Teller, artist: Artist) -> Answer | None:
    names = [n for n in (artist.name_ko, *artist.aliases) if n]
    if not names:
        return None
    sentence = teller.say("other_name", name=artist.name, names=", ".join(names))
    return teller.told(sentence, Basis(artists=[artist]))


def _about(teller: Teller, artist: Artist) -> Answer | None:
    tracks = teller.catalog.tracks_by(artist.id)
    size = size_of(artist)
    name = teller.phrases.name(artist)
    if not tracks:
        return _group(teller, artist)
    sentence = teller.say(
        "about_artist_one" if len(tracks) == 1 else "about_artist",
        artist=name,
        kind=teller.phrases.word(f"kind_{size}") if size else "",
        count=len(tracks),
        lines=teller.lines_by(artist.id, tracks),
    )
    groups = teller.catalog.groups_of(artist.id)
    more = [teller.say("group", artist=name, groups=teller.phrases.names(groups))] if groups else []
    facts = [teller.phrases.note(f.text) for f in artist.facts[:2]]
    basis = Basis(tracks=tracks, artists=[artist], fields=frozenset({"name"}))
    return teller.told([sentence, *more, *facts], basis)


def tell_partners(teller: Teller, tracks: Sequence[Track]) -> Answer:
    """With whom the linked artists sing, on the linked song or on any."""
    asked = {i for link in teller.query.ids(Kind.ARTIST) for i in link}
    asked = asked or {a for t in tracks for a in t.artists[:1]}
    shared = [t for t in tracks if set(_all(t)) & asked and set(_all(t)) - asked]
    if not shared and len(asked) > 1:
        shared = [t for t in tracks if len(set(_all(t)) & asked) > 1]
        asked = set(_all(shared[0])[:1]) if shared else asked
    if not shared and tracks and not teller.query.of(Kind.ARTIST):
        return tell_property(teller.asking(Wanted.PERFORMER), tracks[:1])
    if not shared:
        return teller.unknown("no_song_together", artists=_named(teller, asked))
    partners = [teller.catalog.artists[a] for t in shared for a in _all(t) if a not in asked]
    basis = Basis(tracks=shared, fields=frozenset({"artists"}))
    names = teller.phrases.names(partners)
    if len(shared) == 1:
        title = teller.phrases.title(shared[0])
        here = [a for a in asked if a in _all(shared[0])]
        sentence = teller.say("partner", artist=_named(teller, here), title=title, partners=names)
        return teller.told(sentence, basis)
    sentence = teller.say("partners", artist=_named(teller, asked), partners=names)
    return teller.told([sentence, teller.lines(shared) + "."], basis)


def _all(track: Track) -> tuple[str, ...]:
    return (*track.artists, *track.featuring)


def _named(teller: Teller, ids: set[str] | list[str]) -> str:
    return teller.phrases.names(
        [teller.catalog.artists[i] for i in ids if i in teller.catalog.artists]
    )
