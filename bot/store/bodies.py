"""Records as the JSON text that is kept, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.curation.changes import Correction, Record, RecordKind, kind_of
from bot.curation.settings import ServerSettings
from bot.knowledge.model import Artist, Drama, Track

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def body_of(record: Record) -> str:
    """The record as JSON: one text for one value, so that texts can be compared."""
    plain = _plain(record)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(record: Record) -> dict[str, Any]:
    if isinstance(record, Track | Artist | Drama):
        record = replace(record, server=None)
    found: dict[str, Any] = _adapter(kind_of(record)).dump_python(
        record, mode="json", exclude_defaults=True
    )
    return found


def record_of(kind: str, body: str, server: str) -> Record:
    """The record that a body stands for."""
    record: Record = _adapter(RecordKind(kind)).validate_json(body)
    if isinstance(record, Track | Artist | Drama):
        return replace(record, server=server)
    return record


@cache
def _adapter(kind: RecordKind) -> TypeAdapter[Any]:
    # Loading pydantic takes longer than loading the knowledge; runs without records do without.
    from pydantic import TypeAdapter

    classes: dict[RecordKind, type[Record]] = {
        RecordKind.TRACK: Track,
        RecordKind.ARTIST: Artist,
        RecordKind.DRAMA: Drama,
        RecordKind.CORRECTION: Correction,
        RecordKind.SETTINGS: ServerSettings,
    }
    return TypeAdapter(classes[kind])
