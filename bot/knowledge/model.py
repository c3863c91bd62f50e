"""The entities that Ostinato knows about. Plain values: frozen, slotted, without behaviour of I/O.

Every date is ISO 8601 text of the precision the source gives: ``2016``, ``2016-02`` or
``2016-02-18``. Every ``sources`` tuple holds keys of ``Source``; an empty tuple means that
nobody wrote the fact down where we could read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of entity that a name can belong to."""

    TRACK = "track"
    ARTIST = "artist"
    DRAMA = "drama"


class Topic(StrEnum):
    """What a fact is about."""

    MUSIC = "music"  # instruments, genre, tempo, mood, form
    SCENE = "scene"  # where in the story it is heard: a spoiler
    THEME = "theme"  # whom or what it stands for
    CHART = "chart"
    RECEPTION = "reception"
    RELEASE = "release"
    TRIVIA = "trivia"


class ArtistKind(StrEnum):
    """How many people perform under the name."""

    SOLO = "solo"
    DUO = "duo"
    GROUP = "group"


class Role(StrEnum):
    """What a credited person did for a track, beside performing it."""

    COMPOSER = "composer"
    LYRICIST = "lyricist"
    ARRANGER = "arranger"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. ``address`` is a web address, or None where none was recorded."""

    key: str
    title: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence in our own words. ``tags`` are plain search words (piano, whistling, rap)."""

    text: str
    topic: Topic
    sources: tuple[str, ...] = ()
    episode: int | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A point on which sources contradict each other, told in one sentence.

    ``field`` names the field of the entity that is in doubt (``released``, ``part``, ...).
    """

    field: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named by the facts who is not an artist of the base: writer, actor, member."""

    name: str
    name_ko: str | None = None


@dataclass(frozen=True, slots=True)
class CastMember:
    """An actor, and the character where it is known."""

    actor: Person
    character: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """Who composed, wrote or arranged. ``artist`` is an id where that person is in the base."""

    role: Role
    person: Person
    artist: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group. ``artist`` is an id where that person is an artist of the base."""

    person: Person
    artist: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Artist:
    """Somebody who performs: a soloist, a duo or a group."""

    id: str
    name: str
    name_ko: str | None = None
    aliases: tuple[str, ...] = ()
    kind: ArtistKind | None = None
    members: tuple[Member, ...] = ()
    debut: str | None = None
    facts: tuple[Fact, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    server: str | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """One song of one soundtrack. ``id`` is ``<drama id>/<slug>``.

    One that a server added has ``server`` set, and an id that begins with ``own/``.
    """

    id: str
    drama: str
    title: str
    title_ko: str | None = None
    aliases: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    featuring: tuple[str, ...] = ()
    part: str | None = None
    released: str | None = None
    credits: tuple[Credit, ...] = ()
    album: str | None = None
    original: str | None = None  # of a cover: whose song it was
    facts: tuple[Fact, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    link: str | None = None
    server: str | None = None


@dataclass(frozen=True, slots=True)
class Drama:
    """A television drama, without its tracks (the catalog knows those)."""

    id: str
    title: str
    title_ko: str | None = None
    aliases: tuple[str, ...] = ()
    network: str | None = None
    first_aired: str | None = None
    last_aired: str | None = None
    episodes: str | None = None
    writers: tuple[Person, ...] = ()
    directors: tuple[Person, ...] = ()
    music_directors: tuple[Person, ...] = ()
    cast: tuple[CastMember, ...] = ()
    facts: tuple[Fact, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    server: str | None = None


Entity = Track | Artist | Drama
