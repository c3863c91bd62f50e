"""What importing rows would do: a dry run, whose edits can be carried out all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.curation.changes import OWN, Correction, Edit, Record
from bot.curation.exchange.incoming import Incoming, RowProblem
from bot.curation.exchange.row import Row
from bot.curation.names import bare, slug
from bot.curation.overlay import Overlay, fresh, references
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track

MOST_TRACKS = 10_000  # in one server's list
_OWN_ID = re.compile(rf"{OWN}[^\s/\[\]]{{1,60}}")


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that can't be imported, and why."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. ``edits`` is empty where a row is refused: all or nothing."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    refused: tuple[Refused, ...]
    newcomers: tuple[Drama | Artist, ...]
    edits: tuple[Edit, ...]


def plan(rows: Sequence[Row], overlay: Overlay, shared: Catalog, today: date) -> Plan:
    """Look every row up and work out the edits.

    Args:
        rows: The file's rows.
        overlay: The server's list as it is.
        shared: The shared catalog.
        today: Decides which release dates are possible.
    """
    return _Planner(rows, overlay, shared, today).plan()


class _Planner:
    def __init__(self, rows: Sequence[Row], overlay: Overlay, shared: Catalog, today: date) -> None:
        self._rows = rows
        self._overlay = overlay
        self._shared = shared
        taken = {r.id for r in overlay.records()} | {row.cells.get("id", "") for row in rows}
        self._incoming = Incoming(overlay, shared, taken, today)
        self._tracks = dict(overlay.tracks)
        self._by_look = {_look(t): t.id for t in overlay.tracks.values()}
        self._lines: dict[str, int] = {}
        self._edits: list[Edit] = []
        self._refused: list[Refused] = []
        self._unchanged = 0

    def plan(self) -> Plan:
        for row in self._rows:
            try:
                self._take(row)
            except RowProblem as problem:
                self._refused.append(Refused(row.line, str(problem)))
        if len(self._tracks) > MOST_TRACKS:
            text = f"The list would have {len(self._tracks):,} songs; {MOST_TRACKS:,} is the most."
            self._refused.append(Refused(0, text))
        newcomers = tuple(self._incoming.newcomers)
        edits = () if self._refused else (*map(Edit.add, newcomers), *self._edits, *self._orphans())
        return Plan(
            tuple(self._titles(e for e in self._edits if e.before is None)),
            tuple(self._titles(e for e in self._edits if e.before is not None)),
            self._unchanged,
            tuple(self._refused),
            newcomers,
            edits,
        )

    def _take(self, row: Row) -> None:
        key = row.cells.get("id", "")
        if key in self._shared.tracks:
            before: Record | None = self._overlay.corrections.get(key)
            after: Record | None = self._corrected(row, self._shared.tracks[key])
        elif key and not _OWN_ID.fullmatch(key):
            raise RowProblem(
                f"There is no song with the id “{key[:60]}”. Leave it empty for a new one."
            )
        else:
            after = self._own(row, key)
            before = self._overlay.tracks.get(after.id)
        self._once(row, after.id if after else key)
        if before == after:
            self._unchanged += 1
        else:
            self._edits.append(Edit.between(before, after))

    def _once(self, row: Row, id: str) -> None:
        if id in self._lines:
            raise RowProblem(f"It is the same song as line {self._lines[id]}.")
        self._lines[id] = row.line

    def _own(self, row: Row, id: str) -> Track:
        key = id or self._recognised(row)
        after = self._incoming.track(row, key, self._tracks.get(key))
        self._incoming.taken.add(key)
        self._tracks[key] = after
        self._by_look.setdefault(_look(after), key)
        return after

    def _recognised(self, row: Row) -> str:
        """The id of the server's track that a row without an id describes; else a fresh one."""
        track = self._incoming.track(row, "", None)
        known = self._by_look.get(_look(track))
        return known or fresh(slug(track.title), self._incoming.taken)

    def _corrected(self, row: Row, shared: Track) -> Correction | None:
        fields = self._incoming.correction(row, shared)
        return Correction(shared.id, fields) if fields else None

    def _orphans(self) -> Iterator[Edit]:
        """What only replaced tracks needed goes with them."""
        before = {i for t in self._overlay.tracks.values() for i in references(t)}
        after = {i for t in self._tracks.values() for i in references(t)}
        kept: Mapping[str, Drama | Artist] = {**self._overlay.dramas, **self._overlay.artists}
        corrected = {i for c in self._overlay.corrections.values() for i in c.names()}
        for loose in sorted(before - after - corrected):
            yield Edit.remove(kept[loose])

    def _titles(self, edits: Iterator[Edit]) -> Iterator[str]:
        for edit in edits:
            record = edit.after or edit.before
            if isinstance(record, Track):
                yield record.title
            elif record is not None:
                yield self._shared.tracks[record.id].title


def _look(track: Track) -> tuple[str, str, tuple[str, ...]]:
    """What makes two tracks without ids the same: title, drama, artists."""
    return bare(track.title), track.drama, tuple(sorted({*track.artists, *track.featuring}))
