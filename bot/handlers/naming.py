"""From the names in a form to the entities they mean, or to the question that must be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.curation.form import Form, billed
from bot.curation.names import same_name, slug
from bot.curation.overlay import fresh
from bot.knowledge.model import Artist, Drama, Kind, Track
from bot.matching.resolve import Ambiguous, Found, Match, Resolution
from bot.matching.view import View

NEW = "new"  # what a picked artist is when it is none of those offered


@dataclass(frozen=True, slots=True)
class Named:
    """Every name settled: ids of the known, and the newcomers that have to be made."""

    drama: str
    artists: tuple[str, ...]
    featuring: tuple[str, ...]
    dramas: tuple[Drama, ...] = ()
    newcomers: tuple[Artist, ...] = ()
    readings: tuple[str, ...] = ()

    @property
    def made(self) -> tuple[Drama | Artist, ...]:
        """Everything that has to be made."""
        return (*self.dramas, *self.newcomers)


@dataclass(frozen=True, slots=True)
class WhichDrama:
    """The drama's name is unknown, or means several."""

    typed: str
    offers: tuple[Match, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class WhichArtist:
    """An artist's name is near to a known one but not the same. ``place`` counts from 0."""

    place: int
    typed: str
    offers: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What the person has already decided: ids by artist's name, and the drama to create."""

    picks: Mapping[str, str] = field(default_factory=dict)
    create: str = ""


def named(
    form: Form, settled: Settled, view: View, taken: frozenset[str]
) -> Named | WhichDrama | WhichArtist:
    """Look every name of the form up; the first doubtful one comes back as a question."""
    drama = _drama(form.drama, settled.create, view, taken)
    if isinstance(drama, WhichDrama):
        return drama
    main, featured = names_in(form, view)
    made = frozenset() if isinstance(drama, str) else frozenset({drama.id})
    artists = _Artists(settled, view, taken | made)
    for place, name in enumerate((*main, *featured)):
        question = artists.settle(place, name)
        if question:
            return question
    return Named(
        drama if isinstance(drama, str) else drama.id,
        tuple(dict.fromkeys(artists.ids[n] for n in main)),
        tuple(dict.fromkeys(artists.ids[n] for n in featured)),
        () if isinstance(drama, str) else (drama,),
        tuple(artists.newcomers),
        _reading(form.drama, drama, view),
    )


def names_in(form: Form, view: View) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The form's artists, main and featured; a known name with a comma in it stays whole."""
    return billed(form.artists, lambda name: bool(_exact(name, Kind.ARTIST, view)))


def _exact(name: str, kind: Kind, view: View) -> list[str]:
    """Ids of the entities that bear this very name, up to case, spaces and punctuation."""
    if view.catalog.entity(kind, name):
        return [name]
    matches = _meant(view.resolver.resolve(name, kind))
    return [m.id for m in matches if any(same_name(name, n) for n in _names(m.id, kind, view))]


def _names(id: str, kind: Kind, view: View) -> list[str]:
    entity = view.catalog.entity(kind, id)
    if isinstance(entity, Artist):
        return [n for n in (entity.name, entity.name_ko, *entity.aliases) if n]
    if entity is None:
        return []
    return [n for n in (entity.title, entity.title_ko, *entity.aliases) if n]


def _drama(typed: str, create: str, view: View, taken: frozenset[str]) -> str | Drama | WhichDrama:
    exact = _exact(typed, Kind.DRAMA, view)
    if len(exact) == 1:
        return exact[0]
    if create == typed and not exact:
        return Drama(fresh(slug(typed), taken), typed, sources=("server",))
    resolution = view.resolver.resolve(typed, Kind.DRAMA)
    if isinstance(resolution, Found):
        return resolution.match.id
    if isinstance(resolution, Ambiguous):
        return WhichDrama(typed, resolution.matches, known=True)
    return WhichDrama(typed, resolution.nearest, known=False)


def _reading(typed: str, drama: str | Drama, view: View) -> tuple[str, ...]:
    """How a misspelt drama was read, so that nobody has to guess."""
    known = view.catalog.dramas.get(drama) if isinstance(drama, str) else None
    if known is None or typed == known.id:
        return ()
    same = any(same_name(typed, n) for n in _names(known.id, Kind.DRAMA, view))
    return () if same else (f"I read “{typed}” as {known.title}.",)


class _Artists:
    """Settles one name after the other; the same newcomer twice is made once."""

    def __init__(self, settled: Settled, view: View, taken: frozenset[str]) -> None:
        self._settled = settled
        self._view = view
        self._taken = set(taken)
        self.ids: dict[str, str] = {}
        self.newcomers: list[Artist] = []

    def settle(self, place: int, name: str) -> WhichArtist | None:
        """Note the id that the name stands for, or return the question."""
        picked = self._settled.picks.get(name)
        exact = _exact(name, Kind.ARTIST, self._view)
        if picked and self._view.catalog.entity(Kind.ARTIST, picked):
            self.ids[name] = picked
        elif len(exact) == 1:
            self.ids[name] = exact[0]
        elif picked == NEW:
            self._newcomer(name)
        else:
            return self._ask(place, name)
        return None

    def _ask(self, place: int, name: str) -> WhichArtist | None:
        near = tuple(_meant(self._view.resolver.resolve(name, Kind.ARTIST)))
        if near:
            return WhichArtist(place, name, near)
        self._newcomer(name)
        return None

    def _newcomer(self, name: str) -> None:
        same = next((a for a in self.newcomers if same_name(a.name, name)), None)
        if same is None:
            same = Artist(fresh(slug(name), frozenset(self._taken)), name, sources=("server",))
            self._taken.add(same.id)
            self.newcomers.append(same)
        self.ids[name] = same.id


def likely_duplicates(form: Form, names: Named, view: View) -> tuple[Track, ...]:
    """Tracks that the title may mean, of the same drama or with an artist of it."""
    near = {t.id: t for t in view.catalog.soundtrack(names.drama)}
    for artist in (*names.artists, *names.featuring):
        near |= {t.id: t for t in view.catalog.tracks_by(artist)}
    found: dict[str, Track] = {}
    for title in filter(None, (form.title, form.title_ko)):
        resolution = view.resolver.resolve(title, Kind.TRACK, within=near)
        found |= {m.id: near[m.id] for m in _meant(resolution) if m.id in near}
    return tuple(found.values())


def _meant(resolution: Resolution) -> Sequence[Match]:
    if isinstance(resolution, Found):
        return (resolution.match,)
    return resolution.matches if isinstance(resolution, Ambiguous) else ()
