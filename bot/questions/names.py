"""Every name that a question can mention, by its exact spelling.

Beside the names of tracks, artists and dramas these are people who perform nothing (actors,
writers, composers, members of groups) and the networks. Spelling mistakes are the resolver's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Kind, Person, Role, Track
from bot.questions.units import Unit, joined, units

_LONG_WITHOUT_ARTICLE = 8  # letters of a name that is known without its "The"
_VERSION = re.compile(r"\bver(?:sion|\.|\b)", re.IGNORECASE)
_SHORT_VERSION = len("ver.")
_APOSTROPHE = re.compile(r"(?<=\w)['’`](?=\w)")  # which nobody types in a hurry
_ASIDE = re.compile(r"\s*[(\[（].*?[)\]）]|\s+-\s+.*$|\s+feat\..*$", re.IGNORECASE)


class Job(StrEnum):
    """What a person has to do with a drama, a track or a group."""

    CAST = "cast"
    CHARACTER = "character"
    WRITER = "writer"
    DIRECTOR = "director"
    SCORER = "scorer"
    COMPOSER = "composer"
    LYRICIST = "lyricist"
    ARRANGER = "arranger"
    MEMBER = "member"


AUTHORED = (Job.COMPOSER, Job.LYRICIST, Job.ARRANGER)  # jobs that make somebody a song's author


@dataclass(frozen=True, slots=True)
class Work:
    """A job that a named person did. ``owner`` is the id of the drama, track or group."""

    job: Job
    owner: str
    person: Person


@dataclass(slots=True)
class Referents:
    """All that one spelling may stand for.

    ``others`` holds what goes by the spelling although it is no main name: as an alias, or without
    what stands in brackets behind it. It counts where no main name is spelt so.
    """

    ids: dict[Kind, tuple[str, ...]] = field(default_factory=dict)
    others: dict[Kind, tuple[str, ...]] = field(default_factory=dict)
    works: tuple[Work, ...] = ()
    network: str = ""

    def add(self, kind: Kind, id: str) -> None:
        """Note one more entity of that name."""
        self.ids[kind] = tuple(dict.fromkeys((*self.ids.get(kind, ()), id)))

    def add_other(self, kind: Kind, id: str) -> None:
        """Note an entity that goes by the spelling as well."""
        self.others[kind] = tuple(dict.fromkeys((*self.others.get(kind, ()), id)))

    def __bool__(self) -> bool:
        return bool(self.ids or self.others or self.works or self.network)


class Names:
    """Spellings -> referents. ``base`` is searched as well: a server's own lie over the shared."""

    def __init__(self, catalog: Catalog, base: Names | None = None) -> None:
        self._base = base
        self._known: dict[str, Referents] = {}
        self._reach: dict[str, int] = {}
        for spelling, note in _entries(catalog):
            self._put(spelling, note)

    def _put(self, spelling: str, note: Callable[[Referents], None]) -> None:
        parts = units(spelling)
        if not parts:
            return
        note(self._known.setdefault(joined(parts), Referents()))
        first = parts[0].word
        self._reach[first] = max(self._reach.get(first, 0), len(parts))

    def reach(self, unit: Unit) -> int:
        """How many units the longest name has that begins with this one."""
        below = self._base.reach(unit) if self._base else 0
        return max(self._reach.get(unit.word, 0), below)

    def exact(self, parts: list[Unit]) -> Referents | None:
        """What the units name, or None."""
        return self.named(joined(parts))

    def named(self, spelling: str) -> Referents | None:
        """What a key (``units.key``) names, or None."""
        found = self.found(spelling)
        if found is None or not found.others:
            return found
        ids = {**found.others, **found.ids}  # main names go before others
        return Referents(ids, {}, found.works, found.network)

    def found(self, spelling: str) -> Referents | None:
        """All that a key names, main names and others apart."""
        own = self._known.get(spelling)
        below = self._base.found(spelling) if self._base else None
        return _merged(own, below) if own and below else own or below


def _merged(one: Referents, other: Referents) -> Referents:
    both = Referents(
        dict(other.ids), dict(other.others), one.works + other.works, one.network or other.network
    )
    for kind, ids in one.others.items():
        for entity_id in ids:
            both.add_other(kind, entity_id)
    for kind, ids in one.ids.items():
        for entity_id in ids:
            both.add(kind, entity_id)
    return both


_Entry = tuple[str, Callable[[Referents], None]]


def _entries(catalog: Catalog) -> Iterator[_Entry]:
    for kind, entities in _kinds(catalog).items():
        for entity in entities:
            for spelling in spellings(entity):
                yield spelling, _adder(kind, entity.id)
                if _APOSTROPHE.search(spelling):
                    yield _APOSTROPHE.sub("", spelling), _adder(kind, entity.id)
            for spelling in (*shortened(entity), *entity.aliases):
                yield spelling, _other_adder(kind, entity.id)
    for spelling, work in works(catalog):
        yield spelling, _worker(work)
    for drama in catalog.dramas.values():
        for network in networks(drama):
            yield network, _setter(network)


def _kinds(catalog: Catalog) -> Mapping[Kind, Iterable[Track | Artist | Drama]]:
    return {
        Kind.TRACK: catalog.tracks.values(),
        Kind.ARTIST: catalog.artists.values(),
        Kind.DRAMA: catalog.dramas.values(),
    }


def _adder(kind: Kind, id: str) -> Callable[[Referents], None]:
    return lambda found: found.add(kind, id)


def _other_adder(kind: Kind, id: str) -> Callable[[Referents], None]:
    return lambda found: found.add_other(kind, id)


def _worker(work: Work) -> Callable[[Referents], None]:
    def note(found: Referents) -> None:
        found.works = (*found.works, work)

    return note


def _setter(network: str) -> Callable[[Referents], None]:
    def note(found: Referents) -> None:
        found.network = network

    return note


def spellings(entity: Track | Artist | Drama) -> Iterator[str]:
    """The main names of the entity."""
    main = entity.name if isinstance(entity, Artist) else entity.title
    korean = entity.name_ko if isinstance(entity, Artist) else entity.title_ko
    for name in filter(None, (main, korean)):
        yield name
        if name[:4].casefold() == "the " and len(name) > _LONG_WITHOUT_ARTICLE:
            yield name[4:]
        if "-" in name and isinstance(entity, Artist):
            yield name.replace("-", "")
        if isinstance(entity, Track) and _VERSION.search(name):
            yield _VERSION.sub(lambda m: "ver" if len(m[0]) > _SHORT_VERSION else "version", name)


def shortened(entity: Track | Artist | Drama) -> Iterator[str]:
    """The main names without what stands in brackets or after a dash ("... (Drama Ver.)")."""
    main = entity.name if isinstance(entity, Artist) else entity.title
    korean = entity.name_ko if isinstance(entity, Artist) else entity.title_ko
    for name in filter(None, (main, korean)):
        plain = _ASIDE.sub("", name)
        if plain and plain != name:
            yield plain
    if isinstance(entity, Drama):
        yield from _heads(entity)


def _heads(drama: Drama) -> Iterator[str]:
    """The titles without what stands behind a colon."""
    for name in filter(None, (drama.title, drama.title_ko)):
        head, colon, _ = name.partition(":")
        if colon and head:
            yield head
        if colon and head.startswith("The ") and len(head) > _LONG_WITHOUT_ARTICLE:
            yield head.removeprefix("The ")


def networks(drama: Drama) -> Iterator[str]:
    """The single networks of a drama; "KBS2" also answers to "KBS"."""
    for network in re.split(r"[,/&]| and ", drama.network or ""):
        if name := network.strip():
            yield name


def works(catalog: Catalog) -> Iterator[tuple[str, Work]]:
    """Every spelling of every named person, with what they did."""
    for work in _all_works(catalog):
        for spelling in filter(None, (work.person.name, work.person.name_ko)):
            yield spelling, work
            if work.job is not Job.CHARACTER and "-" in spelling:
                yield spelling.replace("-", " "), work
                yield spelling.replace("-", ""), work


def _all_works(catalog: Catalog) -> Iterator[Work]:
    for drama in catalog.dramas.values():
        yield from _drama_works(drama)
    for track in catalog.tracks.values():
        for credit in track.credits:
            yield Work(_ROLES[credit.role], track.id, credit.person)
    for artist in catalog.artists.values():
        for member in artist.members:
            yield Work(Job.MEMBER, artist.id, member.person)


def _drama_works(drama: Drama) -> Iterator[Work]:
    for cast in drama.cast:
        yield Work(Job.CAST, drama.id, cast.actor)
        if cast.character:
            yield Work(Job.CHARACTER, drama.id, Person(cast.character))
    people = {
        Job.WRITER: drama.writers,
        Job.DIRECTOR: drama.directors,
        Job.SCORER: drama.music_directors,
    }
    for job, named in people.items():
        for person in named:
            yield Work(job, drama.id, person)


_ROLES = {
    Role.COMPOSER: Job.COMPOSER,
    Role.LYRICIST: Job.LYRICIST,
    Role.ARRANGER: Job.ARRANGER,
}
