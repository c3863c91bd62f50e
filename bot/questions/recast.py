"""What the names of a question add to its words: "who" about a song asks for its singer."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lexicon import lexicon
from bot.questions.query import AUTHORS, Form, Query, Size, Wanted
from bot.questions.signals import Signals


def recast(s: Signals, query: Query) -> Query:
    """What the names add to the words: "who" about a song asks for its singer, and so on."""
    return _narrowed(s, _turned(s, query))


def _turned(s: Signals, query: Query) -> Query:
    """What is asked for, and in which form, now that the names are known."""
    if query.form is Form.OPEN and (_is_claim(s, query) or _is_korean_claim(s, query)):
        group = Size.GROUP if s.has(Concept.GROUP) and _one_artist(query) else None
        return replace(query, form=Form.YES_NO, size=query.size or group)
    if query.wanted is Wanted.ABOUT and s.has(Concept.WHO) and query.of(Kind.TRACK):
        return replace(query, wanted=Wanted.PERFORMER)
    if query.wanted is Wanted.MEMBERS and query.of(Kind.DRAMA) and not query.of(Kind.ARTIST):
        counted = Wanted.TRACK if query.form is Form.COUNT else Wanted.CAST
        return replace(query, wanted=counted)
    if query.form is Form.YES_NO and s.has(Concept.GROUP) and _one_artist(query):
        return replace(query, size=query.size or Size.GROUP)
    if query.form is Form.OPEN and query.order is not None and len(query.of(Kind.TRACK)) > 1:
        return replace(query, form=Form.EITHER)
    if query.other and query.wanted is Wanted.TRACK and query.of(Kind.TRACK):
        return _besides(query)
    if query.wanted is Wanted.PARTNER and not _has_partner(s, query):
        return replace(query, wanted=Wanted.PERFORMER)
    if query.wanted in (Wanted.SCENE, Wanted.EPISODE) and _asks_songs(s, query):
        return replace(query, wanted=Wanted.TRACK)
    if query.wanted is Wanted.RELEASED and _asks_of_a_month(s, query):
        return replace(query, wanted=Wanted.TRACK)
    return replace(query, wanted=Wanted.TRACK) if _asks_tracks(s, query) else query


def _narrowed(s: Signals, query: Query) -> Query:
    """What a list of songs leaves out, or is restricted to: groups, duets, all but a drama."""
    named = query.of(Kind.DRAMA) or query.of(Kind.ARTIST)
    if query.wanted is Wanted.ABOUT and query.size is Size.DUET and named:
        return replace(query, wanted=Wanted.TRACK)
    if query.wanted is not Wanted.TRACK:
        return query
    if query.size is None and s.has(Concept.GROUP) and not query.of(Kind.ARTIST):
        return replace(query, size=Size.GROUP)
    return _but_for_some(s, query)


def _but_for_some(s: Signals, query: Query) -> Query:
    """Leaves out whoever is beside "except": "에일리 노래 중에 도깨비 말고", "not by Punch"."""
    beside, korean = _excluded_at(s), s.reading.language == "ko"
    named = query.of(Kind.DRAMA) + query.of(Kind.ARTIST)
    out = [k for k in named if (k.end if korean else k.start) in beside]
    if not out:
        return query
    links = tuple(link for link in query.links if link not in out)
    dramas = tuple(i for link in out if link.kind is Kind.DRAMA for i in link.ids)
    artists = tuple(i for link in out if link.kind is Kind.ARTIST for i in link.ids)
    return replace(query, links=links, without=dramas, without_artists=artists)


def _excluded_at(s: Signals) -> set[int]:
    """Where a name begins that "except" or "not by" leaves out, or ends before "말고"."""
    words = lexicon(s.reading.language)
    tokens = [t for t in s.reading.tokens if t.word in words.words("excluding")]
    if s.reading.language == "ko":
        return {t.start for t in tokens}
    after = {t.end for t in tokens}
    links = words.words("links")
    return after | {t.end for t in s.reading.tokens if t.word in links and t.start in after}


def _asks_tracks(s: Signals, query: Query) -> bool:
    """Whether songs are asked for after all: by their sound, or by their singer."""
    if query.wanted is Wanted.MUSIC and not query.of(Kind.TRACK) and s.has(Concept.SONG):
        return True
    if query.wanted in AUTHORS:
        return _asks_what_is_made(s, query)
    return query.wanted is Wanted.PERFORMER and _asks_what_is_sung(s, query)


def _asks_what_is_sung(s: Signals, query: Query) -> bool:
    """Whether a singer but no song is named, and nobody is asked for: "크러쉬가 부른 건?"."""
    named = query.form is Form.OPEN and query.of(Kind.ARTIST) and not query.of(Kind.TRACK)
    return bool(named) and not s.has(Concept.WHO, Concept.SINGER)


def _asks_what_is_made(s: Signals, query: Query) -> bool:
    """Whether somebody is named, and "what" they made is asked: "what did Gaemi compose?"."""
    named = query.of(Kind.ARTIST) and not query.of(Kind.TRACK) and not query.works
    if not named or s.has(Concept.WHO):
        return False
    return s.has(Concept.WHAT) or _says_by_whom(s)


def _says_by_whom(s: Signals) -> bool:
    """Whether the maker is named beside what they made: "songs composed by", "작곡한 노래"."""
    made = s.reading.where(Concept.COMPOSE, Concept.LYRICIST, Concept.ARRANGE, Concept.WRITE)
    named = {m.start for m in s.reading.mentions}
    songs = {t.start for t in s.reading.where(Concept.SONG, Concept.OST)}
    return any(
        (t.word.endswith(" by") and t.end in named) or (t.word.endswith("한") and t.end in songs)
        for t in made
    )


def _has_partner(s: Signals, query: Query) -> bool:
    """Whether there is somebody, or a song, to be with."""
    named = query.of(Kind.ARTIST) or query.of(Kind.TRACK) or query.works
    return bool(named) or s.has(Concept.THEY, Concept.IT) or not query.unknown


def _asks_songs(s: Signals, query: Query) -> bool:
    """Whether no song is named whose scene could be asked for, so that songs are."""
    return not query.of(Kind.TRACK) and s.has(Concept.SONG, Concept.OST, Concept.PLAY)


def _asks_of_a_month(s: Signals, query: Query) -> bool:
    """Whether "what came out in February" asks for songs: the time is given, no song is."""
    dated = query.year is not None or query.month is not None
    return dated and s.has(Concept.WHAT) and not query.of(Kind.TRACK) and not s.has(Concept.WHEN)


def _besides(query: Query) -> Query:
    """The songs named are those to leave out: "what else is there besides Someday?"."""
    seen = tuple(i for link in query.of(Kind.TRACK) for i in link.ids)
    links = tuple(link for link in query.links if link.kind is not Kind.TRACK)
    return replace(query, links=links, seen=seen) if links else query


def _one_artist(query: Query) -> bool:
    return len(query.of(Kind.ARTIST)) == 1 == len(query.links) and not query.works


def _is_korean_claim(s: Signals, query: Query) -> bool:
    """Whether a Korean sentence without a question word claims something: "거미는 솔로야?"."""
    if s.reading.language != "ko" or s.names_kind or not query.of(Kind.ARTIST):
        return False
    last = max(s.reading.tokens, key=lambda t: t.end, default=None)
    if last is None or last.end < len(s.reading.parts):
        return False
    if query.wanted is Wanted.SIZE and len(query.links) == 1:
        return s.reading.text.endswith("?") or last.word in _COPULAS
    return Concept.SING in last.concepts and last.word.endswith(_FINITE)


_COPULAS = ("야", "이야", "니", "이니", "인가", "인가요", "예요", "이에요")
_FINITE = ("어", "어요", "나", "나요", "니", "지", "지요", "죠", "습니까", "음", "냐")


def _is_claim(s: Signals, query: Query) -> bool:
    """Whether song and singer (or drama) are both given: "Everytime by Chen?", "윤미래 노래야?"."""
    if s.names_kind or s.has(Concept.SINGER) or not query.of(Kind.TRACK):
        return False
    if not (query.of(Kind.ARTIST) or query.of(Kind.DRAMA)):
        return False
    if s.has(Concept.DRAMA) and not query.of(Kind.DRAMA):
        return False  # "Hallelujah Kim Feel drama?" asks which
    asserts = s.reading.text.endswith("?") or s.has(Concept.TAG) or s.reading.language == "ko"
    return asserts and query.wanted in (Wanted.TRACK, Wanted.PERFORMER, Wanted.ABOUT, Wanted.DRAMA)
