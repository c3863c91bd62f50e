"""What may be written in a knowledge file: one class for each kind of entry.

These classes check the files, make the entities of ``model`` from them, and are the source of
the JSON Schemas that editors use. The text under a field is what an editor shows for it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

from bot.knowledge import model
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


class Entry(BaseModel):
    """A mapping in a file. A key that isn't declared is a mistake; an absent one is unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class FactEntry(Entry):
    """One thing worth knowing, in a sentence of our own."""

    text: Sentence
    """The sentence, in your own words. Never copied, never lyrics."""
    topic: model.Topic
    """What it is about. A scene is hidden as a spoiler until the reader asks."""
    sources: tuple[Key, ...] = ()
    """Keys of sources.yaml. Leave it out only if nobody wrote it down."""
    episode: Annotated[int, Field(ge=0, le=2000)] | None = None
    """The episode of a scene."""
    tags: tuple[Text, ...] = ()
    """Plain words that find it: piano, whistling, rap."""

    def entity(self) -> model.Fact:
        """The fact as the rest of the program knows it."""
        return model.Fact(self.text, self.topic, self.sources, self.episode, self.tags)


class DisputeEntry(Entry):
    """A point on which sources contradict each other."""

    field: str
    text: Sentence
    """Who says what, in a sentence."""
    sources: Annotated[tuple[Key, ...], Field(min_length=1)]
    """Keys of sources.yaml: those that disagree."""

    def entity(self) -> model.Dispute:
        """The dispute as the rest of the program knows it."""
        return model.Dispute(self.field, self.text, self.sources)


class DramaDispute(DisputeEntry):
    """A point about a drama on which sources contradict each other."""

    field: DramaField
    """The key that is in doubt."""


class TrackDispute(DisputeEntry):
    """A point about a track on which sources contradict each other."""

    field: TrackField
    """The key that is in doubt."""


class ArtistDispute(DisputeEntry):
    """A point about an artist on which sources contradict each other."""

    field: ArtistField
    """The key that is in doubt."""


class PersonEntry(Entry):
    """Somebody by name."""

    name: Text
    """The name in Latin letters, or in Hangul where only that is known."""
    name_ko: Text | None = None
    """The name in Hangul."""

    def person(self) -> model.Person:
        """The person as the rest of the program knows them."""
        return model.Person(self.name, self.name_ko)


class CastEntry(PersonEntry):
    """An actor and, where known, the character."""

    character: Text | None = None
    """The name of the character."""
    sources: tuple[Key, ...] = ()
    """Keys of sources.yaml."""

    def entity(self) -> model.CastMember:
        """The actor as the rest of the program knows them."""
        return model.CastMember(self.person(), self.character, self.sources)


class CreditEntry(PersonEntry):
    """Somebody who composed, wrote or arranged."""

    artist: Slug | None = None
    """The artist's id, where this person performs in this knowledge base too."""

    def entity(self, role: model.Role, sources: tuple[str, ...]) -> model.Credit:
        """The credit as the rest of the program knows it."""
        return model.Credit(role, self.person(), self.artist, sources)


class MemberEntry(PersonEntry):
    """A member of a group or duo."""

    artist: Slug | None = None
    """The artist's id, where the member performs alone in this knowledge base too."""
    former: bool = False
    """true if they have left."""

    def entity(self) -> model.Member:
        """The member as the rest of the program knows them."""
        return model.Member(self.person(), self.artist, self.former)


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

    title: Annotated[Sentence, Field(description="What a reader should see: The Korea Herald, ...")]
    address: Address | None = None
    """The web address, where one was recorded."""

    def entity(self, key: str) -> model.Source:
        """The source as the rest of the program knows it."""
        return model.Source(key, self.title, self.address)


class ArtistsFile(RootModel[tuple[ArtistEntry, ...]]):
    """artists/<letter>.yaml: the artists whose ids begin with that letter."""


class SourcesFile(RootModel[dict[Key, SourceEntry]]):
    """sources.yaml: every source once, under the key that facts refer to it by."""
