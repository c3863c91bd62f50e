"""What differs between two states of a record, field by field, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.curation.changes import Correction, Edit, Record
from bot.curation.overlay import note_of
from bot.curation.settings import ServerSettings
from bot.knowledge.model import Artist, Drama, Track

NameOf = Callable[[str], str]
WORDS = {
    "title": "title",
    "artists": "artists",
    "featuring": "featuring",
    "drama": "drama",
    "title_ko": "Korean title",
    "part": "part",
    "released": "release date",
    "note": "note",
    "link": "link",
    "curator_role": "curator role",
    "quiet": "quiet channels",
    "suggestions": "members may suggest",
    "spoilers": "scenes told openly up to episode",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after; empty text where it has no value."""

    field: str
    before: str
    after: str


def values(record: Record | None, name_of: NameOf) -> dict[str, str]:
    """The record's fields that people can change, as text; ids of others by their names."""
    if record is None:
        return {}
    if isinstance(record, Correction):
        return {k: _text(v, name_of) for k, v in record.fields.items()}
    if isinstance(record, Track):
        return _of_track(record, name_of)
    if isinstance(record, ServerSettings):
        return _of_settings(record)
    return {"title": called(record), "title_ko": _korean(record)}


def _of_settings(settings: ServerSettings) -> dict[str, str]:
    above = settings.spoilers_above
    return {
        "curator_role": settings.curator_role or "",
        "quiet": ", ".join(settings.quiet),
        "suggestions": "yes" if settings.suggestions else "no",
        "spoilers": "" if above is None else str(above),
    }


def _of_track(track: Track, name_of: NameOf) -> dict[str, str]:
    return {
        "title": track.title,
        "artists": _text(track.artists, name_of),
        "featuring": _text(track.featuring, name_of),
        "drama": name_of(track.drama),
        "title_ko": track.title_ko or "",
        "part": track.part or "",
        "released": track.released or "",
        "note": note_of(track),
        "link": track.link or "",
    }


def differences(before: Record | None, after: Record | None, name_of: NameOf) -> list[Difference]:
    """Every field whose text is not the same on both sides."""
    if isinstance(after or before, ServerSettings):
        before, after = before or ServerSettings(), after or ServerSettings()
    old, new = values(before, name_of), values(after, name_of)
    return [
        Difference(field, old.get(field, ""), new.get(field, ""))
        for field in WORDS
        if old.get(field, "") != new.get(field, "")
    ]


def called(record: Record) -> str:
    """The record's own name."""
    if isinstance(record, Artist):
        return record.name
    if isinstance(record, Correction | ServerSettings):
        return record.id
    return record.title


def _korean(record: Artist | Drama) -> str:
    return (record.name_ko if isinstance(record, Artist) else record.title_ko) or ""


def names_in(edits: tuple[Edit, ...]) -> Iterator[tuple[str, str]]:
    """Ids and names of the artists and dramas that the edits themselves bring or take."""
    for edit in edits:
        record = edit.after or edit.before
        if isinstance(record, Artist | Drama):
            yield record.id, called(record)


def _text(value: str | tuple[str, ...] | None, name_of: NameOf) -> str:
    if value is None or isinstance(value, str):
        return name_of(value) if value else ""
    return ", ".join(name_of(v) for v in value)
