"""What may be written in a knowledge file: one class for each kind of file.

These classes check the files, make the entities of ``model`` from them, and are the source of
the JSON Schemas that editors use. The text under a field is what an editor shows for it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, RootModel

from bot.knowledge import model
from bot.knowledge.entries import (
    ArtistDispute,
    CastEntry,
    CreditEntry,
    DramaDispute,
    Entry,
    FactEntry,
    MemberEntry,
    PersonEntry,
    TrackDispute,
)
from bot.knowledge.values import (
    Address,
    ArtistField,
    Date,
    DramaField,
    Key,
    Sentence,
    Slug,
    Text,
    TrackField,
)


class TrackEntry(Entry):
    """One song of the soundtrack."""

    id: Slug
    """Unique within the drama; never changed later. Lower-case letters, digits and hyphens."""
    part: Text | None = None
    """The part it was released as: 3, or a name such as Special Track."""
    title: Text
    """The title in English or Latin letters; the Hangul one where no other is known."""
    title_ko: Text | None = None
    """The title in Hangul."""
    aliases: tuple[Text, ...] = ()
    """Other titles and spellings that people search for."""
    artists: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """Ids of the artists, in the order of the credit."""
    featuring: tuple[Slug, ...] = ()
    """Ids of featured artists."""
    released: Date | None = None
    """2016-02-18, 2016-02 or 2016, as precisely as the source says."""
    composers: tuple[CreditEntry, ...] = ()
    """Who composed it."""
    lyricists: tuple[CreditEntry, ...] = ()
    """Who wrote the words."""
    arrangers: tuple[CreditEntry, ...] = ()
    """Who arranged it."""
    credit_sources: tuple[Key, ...] = ()
    """Keys of sources.yaml: where the composers, lyricists and arrangers were read."""
    album: Text | None = None
    """The release that holds it."""
    original: Text | None = None
    """Of a cover: whose song it was."""
    facts: tuple[FactEntry, ...] = ()
    """What is worth knowing about the track."""
    disputes: tuple[TrackDispute, ...] = ()
    """Points on which sources contradict each other."""
    sources: tuple[Key, ...] = ()
    """Keys of sources.yaml: where the other keys were read."""
    unverified: tuple[TrackField, ...] = ()
    """Keys of this entry that no source confirms."""

    def entity(self, drama: str) -> model.Track:
        """The track as the rest of the program knows it."""
        return model.Track(
            id=f"{drama}/{self.id}",
            drama=drama,
            title=self.title,
            title_ko=self.title_ko,
            aliases=self.aliases,
            artists=self.artists,
            featuring=self.featuring,
            part=self.part,
            released=self.released,
            credits=self._credits(),
            album=self.album,
            original=self.original,
            facts=tuple(f.entity() for f in self.facts),
            disputes=tuple(d.entity() for d in self.disputes),
            sources=self.sources,
            unverified=self.unverified,
        )

    def _credits(self) -> tuple[model.Credit, ...]:
        roles = (
            (model.Role.COMPOSER, self.composers),
            (model.Role.LYRICIST, self.lyricists),
            (model.Role.ARRANGER, self.arrangers),
        )
        return tuple(c.entity(role, self.credit_sources) for role, found in roles for c in found)


class DramaEntry(Entry):
    """A drama and its soundtrack. The file's name is the drama's id."""

    title: Text
    """The title in English."""
    title_ko: Text | None = None
    """The title in Hangul."""
    aliases: tuple[Text, ...] = ()
    """Other titles, abbreviations and spellings that people search for."""
    network: Text | None = None
    """Where it aired first: tvN, KBS2, Netflix."""
    first_aired: Date | None = None
    """2016-02-24, 2016-02 or 2016, as precisely as the source says."""
    last_aired: Date | None = None
    """As first_aired."""
    episodes: Text | None = None
    """How many: 16, or 16 + 3 special episodes."""
    writers: tuple[PersonEntry, ...] = ()
    """Who wrote it."""
    directors: tuple[PersonEntry, ...] = ()
    """Who directed it."""
    music_directors: tuple[PersonEntry, ...] = ()
    """Who was responsible for its music."""
    cast: tuple[CastEntry, ...] = ()
    """The actors."""
    facts: tuple[FactEntry, ...] = ()
    """What is worth knowing about the drama and its soundtrack as a whole."""
    disputes: tuple[DramaDispute, ...] = ()
    """Points on which sources contradict each other."""
    sources: tuple[Key, ...] = ()
    """Keys of sources.yaml: where the other keys were read."""
    unverified: tuple[DramaField, ...] = ()
    """Keys of this entry that no source confirms."""
    soundtrack: tuple[TrackEntry, ...] = ()
    """The songs, in the order of their parts."""

    def entity(self, id: str) -> model.Drama:
        """The drama as the rest of the program knows it, under the id of its file."""
        return model.Drama(
            id=id,
            title=self.title,
            title_ko=self.title_ko,
            aliases=self.aliases,
            network=self.network,
            first_aired=self.first_aired,
            last_aired=self.last_aired,
            episodes=self.episodes,
            writers=tuple(p.person() for p in self.writers),
            directors=tuple(p.person() for p in self.directors),
            music_directors=tuple(p.person() for p in self.music_directors),
            cast=tuple(c.entity() for c in self.cast),
            facts=tuple(f.entity() for f in self.facts),
            disputes=tuple(d.entity() for d in self.disputes),
            sources=self.sources,
            unverified=self.unverified,
        )


class ArtistEntry(Entry):
    """Somebody who performs: a soloist, a duo or a group."""

    id: Slug
    """Unique; never changed later. Lower-case letters, digits and hyphens."""
    name: Text
    """The name in Latin letters as the artist writes it; in Hangul where no other is known."""
    name_ko: Text | None = None
    """The name in Hangul."""
    aliases: tuple[Text, ...] = ()
    """Other names and spellings that people search for, former names too."""
    kind: model.ArtistKind | None = None
    """How many perform under the name."""
    members: tuple[MemberEntry, ...] = ()
    """Of a group or duo: who belongs to it."""
    debut: Date | None = None
    """2016-02-18, 2016-02 or 2016, as precisely as the source says."""
    facts: tuple[FactEntry, ...] = ()
    """What is worth knowing about their music. No private lives."""
    disputes: tuple[ArtistDispute, ...] = ()
    """Points on which sources contradict each other."""
    sources: tuple[Key, ...] = ()
    """Keys of sources.yaml: where the other keys were read."""
    unverified: tuple[ArtistField, ...] = ()
    """Keys of this entry that no source confirms."""

    def entity(self) -> model.Artist:
        """The artist as the rest of the program knows them."""
        return model.Artist(
            id=self.id,
            name=self.name,
            name_ko=self.name_ko,
            aliases=self.aliases,
            kind=self.kind,
            members=tuple(m.entity() for m in self.members),
            debut=self.debut,
            facts=tuple(f.entity() for f in self.facts),
            disputes=tuple(d.entity() for d in self.disputes),
            sources=self.sources,
            unverified=self.unverified,
        )


class SourceEntry(Entry):
    """Where facts were read."""

    title: Sentence
    """What a reader should see: The Korea Herald, 3 April 2024."""
    address: Address | None = None
    """The web address, where one was recorded."""

    def entity(self, key: str) -> model.Source:
        """The source as the rest of the program knows it."""
        return model.Source(key, self.title, self.address)


class ArtistsFile(RootModel[tuple[ArtistEntry, ...]]):
    """artists/<letter>.yaml: the artists whose ids begin with that letter."""


class SourcesFile(RootModel[dict[Key, SourceEntry]]):
    """sources.yaml: every source once, under the key that facts refer to it by."""
