"""A server's list as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.curation.changes import Correction
from bot.curation.exchange.references import References
from bot.curation.exchange.row import EMPTY, LISTS, Row
from bot.curation.overlay import Overlay, note_of
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Track


def rows(overlay: Overlay, shared: Catalog) -> list[Row]:
    """The server's own tracks, then its corrections of tracks that are still shared."""
    writing = _Writing(
        References(shared.artists, overlay.artists), References(shared.dramas, overlay.dramas)
    )
    tracks = [writing.track(t) for t in _sorted(overlay)]
    corrections = sorted(overlay.corrections.values(), key=lambda c: c.id)
    return [*tracks, *(writing.correction(c) for c in corrections if c.id in shared.tracks)]


def _sorted(overlay: Overlay) -> Iterator[Track]:
    yield from sorted(overlay.tracks.values(), key=lambda t: (t.drama, t.id))


@dataclass(frozen=True, slots=True)
class _Writing:
    artists: References
    dramas: References

    def track(self, track: Track) -> Row:
        cells = {
            "id": track.id,
            "title": track.title,
            "drama": self.dramas.write(track.drama),
            "title_ko": track.title_ko or "",
            "part": track.part or "",
            "released": track.released or "",
            "note": note_of(track),
            "link": track.link or "",
        }
        lists = {"artists": track.artists, "featuring": track.featuring}
        named = {k: tuple(map(self.artists.write, v)) for k, v in lists.items()}
        return Row(0, cells, named)

    def correction(self, correction: Correction) -> Row:
        cells = {"id": correction.id}
        lists: dict[str, tuple[str, ...]] = {}
        for field, value in correction.fields.items():
            if not value:
                cells[field] = EMPTY
            elif field in LISTS:
                lists[field] = tuple(map(self.artists.write, value))
            else:
                text = str(value)
                cells[field] = self.dramas.write(text) if field == "drama" else text
        return Row(0, cells, lists)
