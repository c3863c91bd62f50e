"""Records as the JSON text that is kept, and back."""

from __future__ import annotations

import json
from dataclasses import replace

from pydantic import TypeAdapter

from bot.curation.changes import Correction, Record, RecordKind
from bot.knowledge.model import Artist, Drama, Track

_ADAPTERS: dict[RecordKind, TypeAdapter[Track] | TypeAdapter[Artist] | TypeAdapter[Drama]] = {
    RecordKind.TRACK: TypeAdapter(Track),
    RecordKind.ARTIST: TypeAdapter(Artist),
    RecordKind.DRAMA: TypeAdapter(Drama),
}


def body_of(record: Record) -> str:
    """The record as JSON: one text for one value, so that texts can be compared."""
    if isinstance(record, Correction):
        plain = {"id": record.id, "fields": dict(record.fields)}
    else:
        adapter = TypeAdapter(type(record))
        plain = adapter.dump_python(
            replace(record, server=None), mode="json", exclude_defaults=True
        )
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def record_of(kind: str, body: str, server: str) -> Record:
    """The record that a body stands for."""
    plain = json.loads(body)
    known = RecordKind(kind)
    if known is RecordKind.CORRECTION:
        fields = {k: tuple(v) if isinstance(v, list) else v for k, v in plain["fields"].items()}
        return Correction(plain["id"], fields)
    return replace(_ADAPTERS[known].validate_python(plain), server=server)
