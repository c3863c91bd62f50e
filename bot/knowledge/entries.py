"""The smaller mappings in a knowledge file: facts, disputes, people."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.knowledge import model
from bot.knowledge.values import ArtistField, DramaField, Key, Sentence, Slug, Text, TrackField


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
