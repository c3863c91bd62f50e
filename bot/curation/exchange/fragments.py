"""A server's list as entries for the shared knowledge files, to be carried into a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from bot.curation.changes import OWN
from bot.curation.overlay import Overlay, note_of
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.knowledge.skeleton import slug

HEAD = """\
# Entries for the shared knowledge files. Put each under the file that is named above it, give every
# one its sources (sources.yaml), and run: python -m bot check
"""


def fragments(overlay: Overlay, shared: Catalog) -> bytes:
    """YAML text: new artists, new dramas, tracks by drama, corrections as remarks."""
    ids = {own: _shared_id(entity) for own, entity in _made(overlay).items()}
    parts = [HEAD, *_artists(overlay, ids), *_soundtracks(overlay, ids)]
    parts += [
        f"# {track} is held to differ: {dict(c.fields)!r}\n"
        for track, c in sorted(overlay.corrections.items())
        if track in shared.tracks
    ]
    return "\n".join(parts).encode()


def _made(overlay: Overlay) -> Mapping[str, Artist | Drama]:
    return {**overlay.artists, **overlay.dramas}


def _shared_id(entity: Artist | Drama) -> str:
    name = entity.name if isinstance(entity, Artist) else entity.title
    return slug(name) or entity.id.removeprefix(OWN)


def _artists(overlay: Overlay, ids: Mapping[str, str]) -> Iterator[str]:
    for artist in sorted(overlay.artists.values(), key=lambda a: ids[a.id]):
        entry = {"id": ids[artist.id], "name": artist.name, "sources": []}
        yield f"# artists/{ids[artist.id][:1]}.yaml\n{_dumped([entry])}"


def _soundtracks(overlay: Overlay, ids: Mapping[str, str]) -> Iterator[str]:
    tracks = sorted(overlay.tracks.values(), key=lambda t: (t.drama, t.id))
    for drama in dict.fromkeys(t.drama for t in tracks):
        entries = [_entry(t, ids) for t in tracks if t.drama == drama]
        own = overlay.dramas.get(drama)
        head = {"title": own.title} if own else {}
        yield f"# dramas/{ids.get(drama, drama)}.yaml\n{_dumped({**head, 'soundtrack': entries})}"


def _entry(track: Track, ids: Mapping[str, str]) -> dict[str, Any]:
    note = note_of(track)
    entry = {
        "id": slug(track.title) or track.id.removeprefix(OWN),
        "part": track.part,
        "title": track.title,
        "title_ko": track.title_ko,
        "artists": [ids.get(a, a) for a in track.artists],
        "featuring": [ids.get(a, a) for a in track.featuring],
        "released": track.released,
        "facts": [{"text": note, "topic": "trivia", "sources": []}] if note else None,
    }
    return {**{k: v for k, v in entry.items() if v}, "sources": []}


def _dumped(value: object) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
    return text
