"""What every kind of answer needs: words, evidence, context, related questions, and "no"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Entity, Fact, Kind, Track
from bot.questions.answer import Answer, Context, Option, Outcome
from bot.questions.index import Index
from bot.questions.phrases import Phrases
from bot.questions.query import Query, Wanted
from bot.questions.units import key

MOST_LINES = 30
LONGEST_QUESTION = 60
_MOST_SOURCES = 6
_ABOUT_SINGERS = (
    "not_known",
    "no_song_by",
    "no_other_song_by",
)  # "no" about a singer who may be asked about next
_MOST_RECALLED = 40  # tracks of an answer that a follow-up may be about


@dataclass(slots=True)
class Basis:
    """What an answer rests on. ``fields``: those of the entities that it told."""

    tracks: Sequence[Track] = ()
    artists: Sequence[Artist] = ()
    dramas: Sequence[Drama] = ()
    facts: Sequence[Fact] = ()
    fields: frozenset[str] = frozenset()
    extra: Sequence[str] = field(default_factory=tuple)

    def sources(self) -> tuple[str, ...]:
        """The keys of the sources, the most particular first."""
        if self.facts:
            found = [s for fact in self.facts for s in fact.sources]
        else:
            found = [*self.extra]
            for entity in self._entities():
                found += entity.sources[:3]
        return tuple(dict.fromkeys(found))[:_MOST_SOURCES]

    def _entities(self) -> list[Entity]:
        return [*self.tracks, *self.artists, *self.dramas]

    def is_verified(self) -> bool:
        """Whether all that was told was read somewhere."""
        doubtful = any(self.fields & set(entity.unverified) for entity in self._entities())
        return bool(self.sources()) and not doubtful


class Teller:
    """Answers one query, in one language, from one catalog."""

    def __init__(self, catalog: Catalog, index: Index, query: Query, language: str) -> None:
        self.catalog = catalog
        self.index = index
        self.query = query
        self.phrases = Phrases(language)

    def asking(self, wanted: Wanted) -> Teller:
        """The teller of the same question about something else."""
        query = replace(self.query, wanted=wanted)
        return Teller(self.catalog, self.index, query, self.phrases.language)

    def say(self, line: str, /, **values: object) -> str:
        """A sentence of the phrase data."""
        return self.phrases.say(line, **values)

    def told(
        self,
        sentences: str | Sequence[str],
        basis: Basis,
        outcome: Outcome = Outcome.ANSWERED,
        spoilers: Sequence[Fact] = (),
        options: Sequence[Option] = (),
    ) -> Answer:
        """An answer with its evidence, its context and what may be asked next."""
        lines = (sentences,) if isinstance(sentences, str) else tuple(sentences)
        return Answer(
            outcome,
            lines,
            tuple(spoilers),
            basis.sources(),
            basis.is_verified(),
            self._related(basis) if not options else (),
            tuple(options),
            self._context(basis),
            self.phrases.language,
        )

    def not_known_of(self, tracks: Sequence[Track], line: str, /, **values: object) -> Answer:
        """An honest "no" about a song that is known, and may be asked about next."""
        context = self._context(Basis(tracks=tracks))
        return replace(self.unknown(line, **values), context=context)

    def unknown(self, line: str, /, **values: object) -> Answer:
        """An honest "no", with what is known of the drama that was named."""
        lines = [self.say(line, **values), *self._known()]
        named = Context(
            artists=tuple(i for link in self.query.of(Kind.ARTIST) for i in link.ids[:1]),
            wanted=self.query.wanted,
            form=self.query.form,
        )
        return Answer(
            Outcome.UNKNOWN,
            tuple(lines),
            context=named if line in _ABOUT_SINGERS else None,
            language=self.phrases.language,
        )

    def _known(self) -> Iterable[str]:
        for link in self.query.of(Kind.DRAMA)[:1]:
            drama = self.catalog.dramas[link.ids[0]]
            count = len(self.catalog.soundtrack(drama.id))
            line = "known_soundtrack_one" if count == 1 else "known_soundtrack"
            if count:
                yield self.say(line, drama=self.phrases.title(drama), count=count)

    def _context(self, basis: Basis) -> Context:
        tracks = basis.tracks
        artists = [i for link in self.query.of(Kind.ARTIST) if len(link.ids) == 1 for i in link.ids]
        artists += [a.id for a in basis.artists]
        if not artists:
            artists += [a for t in tracks for a in (*t.artists, *t.featuring)]
        dramas = [d.id for d in basis.dramas] or [t.drama for t in tracks]
        return Context(
            tuple(t.id for t in tracks[:_MOST_RECALLED]),
            tuple(dict.fromkeys(artists))[:20],
            tuple(dict.fromkeys(dramas))[:20],
            self.query.wanted,
            self.query.form,
            self.query.links[0].kind if self.query.links else "",
            self.query.links,
            tracks[0].id if len(tracks) == 1 else "",
        )

    def _related(self, basis: Basis) -> tuple[str, ...]:
        asked = [q for q in self._askable(basis) if len(q) <= LONGEST_QUESTION]
        return tuple(dict.fromkeys(asked))[:3]

    def _askable(self, basis: Basis) -> Iterable[str]:
        wanted = self.query.wanted
        for track in basis.tracks[:1]:
            label = self.label(track)
            if wanted is not Wanted.PERFORMER and track.artists:
                yield self.say("ask_performer", title=label)
            if wanted is not Wanted.RELEASED and track.released:
                yield self.say("ask_released", title=label)
            for artist in self.catalog.performers(track)[:1]:
                yield self.say("ask_tracks_by", artist=self.phrases.name(artist))
            drama = self.catalog.dramas.get(track.drama)
            if drama and len(self.catalog.soundtrack(drama.id)) > 1:
                yield self.say("ask_tracks_of", drama=self.phrases.title(drama))
        if not basis.tracks:
            yield from (
                self.say("ask_tracks_of", drama=self.phrases.title(d)) for d in basis.dramas
            )
            yield from (
                self.say("ask_tracks_by", artist=self.phrases.name(a)) for a in basis.artists
            )

    def label(self, track: Track) -> str:
        """The title, with the drama where other songs share the title."""
        title = self.phrases.title(track)
        named = self.index.names.named(key(title))
        drama = self.catalog.dramas.get(track.drama)
        if named and len(named.ids.get(Kind.TRACK, ())) > 1 and drama:
            return self.say("ask_track_in", title=title, drama=self.phrases.title(drama))
        return title

    def line(self, track: Track, with_drama: bool = True) -> str:
        """``Everytime by Chen and Punch (Descendants of the Sun)``."""
        drama = self.drama_of(track) if with_drama else ""
        artists = self.phrases.performers(self.catalog, track)
        title = self.phrases.title(track)
        if not artists:
            return f"{title} ({drama})" if drama else title
        if drama:
            return self.phrases.say_small("line", title=title, artists=artists, drama=drama)
        return self.phrases.say_small("line_part", title=title, artists=artists)

    def lines_by(self, artist: str, tracks: Sequence[Track]) -> str:
        """Several tracks in a sentence that names the artist: who else sings is told, no more."""
        return self._run([self._line_by(artist, t) for t in tracks[:MOST_LINES]], tracks)

    def _line_by(self, artist: str, track: Track) -> str:
        if (*track.artists, *track.featuring) != (artist,):
            return self.line(track)
        title = self.phrases.title(track)
        return self.phrases.say_small("line_alone", title=title, drama=self.drama_of(track))

    def lines(self, tracks: Sequence[Track], with_drama: bool = True) -> str:
        """Several tracks in one run of text."""
        return self._run([self.line(t, with_drama) for t in tracks[:MOST_LINES]], tracks)

    def lines_of(self, tracks: Sequence[Track]) -> str:
        """The same after a sentence that names everybody whom the question names."""
        named = self.query.of(Kind.ARTIST)
        return self.lines_by(named[0].ids[0], tracks) if len(named) == 1 else self.lines(tracks)

    def _run(self, shown: Sequence[str], tracks: Sequence[Track]) -> str:
        rest = len(tracks) - len(shown)
        joined = "; ".join(shown)
        return self.say("more", names=joined, rest=rest) if rest > 0 else joined

    def drama_of(self, track: Track) -> str:
        """The title of the drama that a track belongs to."""
        drama = self.catalog.dramas.get(track.drama)
        return self.phrases.title(drama) if drama else track.drama

    def artists_of(self, track: Track) -> str:
        """Who performs the track, or an empty text."""
        return self.phrases.performers(self.catalog, track)

    def linked(self, kind: Kind) -> str:
        """The names of the linked artists or dramas, as the catalog writes them."""
        names = []
        for link in self.query.of(kind):
            entity = self.catalog.entity(kind, link.ids[0])
            if isinstance(entity, Artist):
                names.append(self.phrases.name(entity))
            elif entity:
                names.append(self.phrases.title(entity))
        return self.phrases.all_of(list(dict.fromkeys(names)))
