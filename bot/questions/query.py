"""The typed query that a question becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.knowledge.model import Kind
from bot.questions.names import Work


class Form(StrEnum):
    """The form of a question, and so of its answer."""

    OPEN = "open"
    COUNT = "count"
    YES_NO = "yes_no"
    EITHER = "either"


class Wanted(StrEnum):
    """What is asked for."""

    PERFORMER = "performer"
    PARTNER = "partner"
    TRACK = "track"
    DRAMA = "drama"
    RELEASED = "released"
    AIRED = "aired"
    ENDED = "ended"
    DEBUT = "debut"
    PART = "part"
    EPISODE = "episode"
    SCENE = "scene"
    THEME = "theme"
    MUSIC = "music"
    CHART = "chart"
    ALBUM = "album"
    ORIGINAL = "original"
    COMPOSER = "composer"
    LYRICIST = "lyricist"
    ARRANGER = "arranger"
    MAKER = "maker"  # "who wrote": of a song its authors, of a drama its writers
    WRITER = "writer"
    DIRECTOR = "director"
    SCORER = "scorer"
    CAST = "cast"
    NETWORK = "network"
    EPISODES = "episodes"
    GROUP = "group"
    MEMBERS = "members"
    SIZE = "size"  # solo, duo or group
    KOREAN_NAME = "korean_name"
    OTHER_NAME = "other_name"
    FACT = "fact"
    ABOUT = "about"


ABOUT_DRAMA = {
    Wanted.AIRED, Wanted.ENDED, Wanted.NETWORK, Wanted.EPISODES, Wanted.CAST, Wanted.WRITER,
    Wanted.DIRECTOR, Wanted.SCORER,
}  # fmt: skip
ABOUT_ARTIST = {Wanted.GROUP, Wanted.MEMBERS, Wanted.SIZE, Wanted.DEBUT, Wanted.PARTNER}
OPEN_TO_ALL = {Wanted.TRACK, Wanted.ABOUT, Wanted.FACT}
AUTHORS = {Wanted.COMPOSER, Wanted.LYRICIST, Wanted.ARRANGER, Wanted.MAKER}


class Size(StrEnum):
    """How many perform: a filter ("by a trio") or a claim ("is Davichi a duo")."""

    SOLO = "solo"
    DUO = "duo"
    TRIO = "trio"
    GROUP = "group"
    DUET = "duet"  # two credited performers


@dataclass(frozen=True, slots=True)
class Link:
    """A name of the question, read as one kind of thing. ``guessed``: it was misspelt.

    ``start`` and ``end`` are units of the question, -1 for what an earlier one named.
    """

    text: str
    start: int
    kind: Kind
    ids: tuple[str, ...]
    guessed: bool = False
    end: int = -1


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something name-like that nothing is known by. ``role``: the kind it stands in for."""

    text: str
    role: Kind | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for, and everything that narrows it down."""

    form: Form
    wanted: Wanted
    links: tuple[Link, ...] = ()
    works: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)  # people, by spelling
    networks: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    terms: tuple[str, ...] = ()
    year: int | None = None
    month: int | None = None
    day: int | None = None
    episode: int | None = None
    part: int | None = None
    order: int | None = None  # 1 the first, 2 the second, -1 the last
    size: Size | None = None
    before: int = 0  # 1: claimed to be earlier, -1: claimed to be later
    bound: int = 0  # 1: before the date or the part that is told, -1: after it
    most: bool = False
    together: bool = False
    ends: bool = False  # the end of a series, not its beginning, is spoken of
    half: bool = False  # the second half of the series
    other: bool = False
    listing: bool = False
    cover: bool = False  # only remakes are asked for
    joined: bool = False  # names are joined by "and": each of them is asked about
    made: bool = False  # somebody is spoken of as an author, not as a performer
    sung: bool = False  # singing is what links a person to the songs
    inherited: bool = False
    within: tuple[str, ...] = ()  # the tracks of the last answer, where one of them is asked for
    without: tuple[str, ...] = ()  # dramas whose songs are left out
    without_artists: tuple[str, ...] = ()  # artists whose songs are left out
    seen: tuple[str, ...] = ()  # what an "other" question leaves out

    def of(self, kind: Kind) -> tuple[Link, ...]:
        """The links of that kind."""
        return tuple(link for link in self.links if link.kind is kind)

    def ids(self, kind: Kind) -> tuple[tuple[str, ...], ...]:
        """For each link of that kind the entities that it may stand for."""
        return tuple(link.ids for link in self.of(kind))
