"""A change to a server's list: which records it touched, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.curation.settings import ServerSettings
from bot.curation.suggestions import NotPending, Taken
from bot.knowledge.model import Artist, Drama, Track

OWN = "own/"  # every id that a server makes begins with this; no shared id does


class RecordKind(StrEnum):
    """What a server keeps of its own."""

    TRACK = "track"
    ARTIST = "artist"
    DRAMA = "drama"
    CORRECTION = "correction"
    SETTINGS = "settings"


class Deed(StrEnum):
    """What somebody did."""

    ADD = "add"
    EDIT = "edit"
    REMOVE = "remove"
    CORRECT = "correct"
    DROP = "drop"
    IMPORT = "import"
    SET = "set"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a server holds to be right about a shared track: field names and their new values.

    ``id`` is the shared track's id. Values are as in ``Track``; None says that the field is empty.
    """

    id: str
    fields: Mapping[str, str | tuple[str, ...] | None]

    def names(self) -> Iterator[str]:
        """Every text in the values: ids of artists and dramas are among them."""
        for value in self.fields.values():
            yield from (value,) if isinstance(value, str) else value or ()


Record = Track | Artist | Drama | Correction | ServerSettings


_KINDS: Mapping[type[Record], RecordKind] = {
    Track: RecordKind.TRACK,
    Artist: RecordKind.ARTIST,
    Drama: RecordKind.DRAMA,
    Correction: RecordKind.CORRECTION,
    ServerSettings: RecordKind.SETTINGS,
}


def kind_of(record: Record) -> RecordKind:
    """The kind under which a record is kept."""
    return _KINDS[type(record)]


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after a change; None where it did not or does not exist."""

    kind: RecordKind
    id: str
    before: Record | None
    after: Record | None

    @classmethod
    def add(cls, record: Record) -> Edit:
        """A record that comes into being."""
        return cls(kind_of(record), record.id, None, record)

    @classmethod
    def remove(cls, record: Record) -> Edit:
        """A record that goes."""
        return cls(kind_of(record), record.id, record, None)

    @classmethod
    def replace(cls, before: Record, after: Record) -> Edit:
        """A record that becomes another of the same kind and id."""
        return cls(kind_of(before), before.id, before, after)

    @classmethod
    def between(cls, before: Record | None, after: Record | None) -> Edit:
        """Whatever leads from the one to the other; one of them is there.

        Raises:
            ValueError: Neither is.
        """
        record = after or before
        if record is None:
            raise ValueError
        return cls(kind_of(record), record.id, before, after)

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.kind, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a server's history. ``id`` counts from 1 in each server.

    ``at`` is UTC, ISO 8601. ``actor`` is None once that person asked to be forgotten.
    ``undoes`` is the id of the change that this one took back; ``undone_by`` the id of the latest
    change that took this one back.
    """

    id: int
    server: str
    actor: str | None
    at: str
    deed: Deed
    edits: tuple[Edit, ...]
    undoes: int | None = None
    undone_by: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """The list has moved on: ``newer`` is the id of the change that stands in the way."""

    newer: int | None
    record: str


@dataclass(frozen=True, slots=True)
class DraftGone:
    """The draft that was to be saved was saved before, or has expired."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a change comes from: a draft, which it uses up, and a suggestion, which it decides."""

    draft: str | None = None
    suggestion: int | None = None


NOWHERE = Origin()
Refusal = Conflict | DraftGone | Taken | NotPending
