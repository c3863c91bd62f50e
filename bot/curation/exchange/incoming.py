"""One row as the track or the correction that it describes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.curation.exchange.references import Doubt, Newcomer, References
from bot.curation.exchange.row import EMPTY, Row
from bot.curation.form import FIELDS, MOST_ARTISTS, Form, billed, checked, printable
from bot.curation.names import bare, slug
from bot.curation.overlay import SERVER_SOURCE, Overlay, fresh, note_of, noted
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track

LONGEST_NAME = 300
Value = str | tuple[str, ...] | None


class RowProblem(Exception):  # noqa: N818  # for a person, not a fault
    """What is wrong with a row, and what to write instead."""


class Incoming:
    """Reads rows; artists and dramas that nobody knows become newcomers, each made once."""

    def __init__(self, overlay: Overlay, shared: Catalog, taken: set[str], today: date) -> None:
        self._artists = References(shared.artists, overlay.artists)
        self._dramas = References(shared.dramas, overlay.dramas)
        self._made: dict[tuple[type, str], Drama | Artist] = {}
        self._today = today
        self.taken = taken

    @property
    def newcomers(self) -> list[Drama | Artist]:
        """Everything that the rows so far need made."""
        return list(self._made.values())

    def track(self, row: Row, id: str, before: Track | None) -> Track:
        """The server's own track; columns that the file doesn't have stay as they were."""
        present = _texts(before) if before else {}
        form = self._form({**present, **_given(row)}, row)
        artists, featuring = self._performers(row, before)
        return Track(
            id,
            self._drama(row, before),
            form.title,
            form.title_ko,
            artists=artists,
            featuring=featuring,
            part=form.part,
            released=form.released,
            facts=noted(form.note),
            sources=(SERVER_SOURCE.key,),
            link=form.link,
            server=before.server if before else None,
        )

    def correction(self, row: Row, shared: Track) -> dict[str, Value]:
        """The fields in which the row differs from the shared track. Empty cells say nothing."""
        filled = {k: v for k, v in _given(row).items() if v and k in FIELDS}
        form = self._form({**_texts(shared), "note": "", **filled}, row)
        values: dict[str, Value] = {k: getattr(form, k) for k in filled if k not in _NAMED}
        if "drama" in filled:
            values["drama"] = self._drama(row, None)
        guests = row.lists.get("featuring") or row.cells.get("featuring")
        if row.cells.get("artists") or row.lists.get("artists"):
            values["artists"], featuring = self._performers(row, None)
            values |= {"featuring": featuring} if featuring or guests else {}
        elif guests:
            values["featuring"] = self._list(row, "featuring")
        note = values.pop("note", None)
        differing = {k: v for k, v in values.items() if v != getattr(shared, k)}
        return {**differing, "note": note} if note else differing

    def _form(self, texts: Mapping[str, str], row: Row) -> Form:
        """The values that need no looking up. Names are checked where they are looked up."""
        named = {k: "x" for k in _NAMED if texts.get(k) or row.lists.get(k)}
        form = checked({**texts, **dict.fromkeys(_NAMED, ""), **named}, self._today)
        if isinstance(form, tuple):
            raise RowProblem(" ".join(p.text for p in form))
        return form

    def _drama(self, row: Row, before: Track | None) -> str:
        if before is not None and not row.given("drama"):
            return before.drama
        return self._id(row.cells.get("drama", ""), self._dramas, Drama)

    def _performers(
        self, row: Row, before: Track | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if before is not None and not row.given("artists"):
            featuring = self._list(row, "featuring") if row.given("featuring") else before.featuring
            return before.artists, featuring
        main, guests = row.lists.get("artists", ()), self._list(row, "featuring")
        if not main:
            main, named = billed(row.cells.get("artists", ""), self._known)
            guests = (*(self._artist(n) for n in named), *guests)
        artists = tuple(dict.fromkeys(self._artist(n) for n in main))
        if not artists or len(artists) + len(guests) > MOST_ARTISTS:
            raise RowProblem(f"A song has one artist at least, and {MOST_ARTISTS} at most.")
        return artists, tuple(dict.fromkeys(guests))

    def _list(self, row: Row, column: str) -> tuple[str, ...]:
        text = row.cells.get(column, "")
        if text == EMPTY:
            return ()
        names = row.lists.get(column) or billed(text, self._known)[0]
        return tuple(dict.fromkeys(self._artist(n) for n in names))

    def _known(self, name: str) -> bool:
        return not isinstance(self._artists.read(name), Newcomer)

    def _artist(self, name: str) -> str:
        return self._id(name, self._artists, Artist)

    def _id(self, text: str, references: References, kind: type[Drama | Artist]) -> str:
        if not printable(text) or len(text) > LONGEST_NAME:
            raise RowProblem(f"“{text[:40]}” is not a name that can be kept.")
        found = references.read(text)
        if isinstance(found, Doubt):
            ways = " or ".join(f"“{found.name} [{i}]”" for i in found.ids[:4])
            raise RowProblem(f"Several are called “{found.name[:60]}”. Write {ways}.")
        return found if isinstance(found, str) else self._newcomer(found, kind)

    def _newcomer(self, found: Newcomer, kind: type[Drama | Artist]) -> str:
        key = (kind, found.id or bare(found.name))
        if key not in self._made:
            free = found.id is not None and found.id not in self.taken
            made = found.id if free and found.id else fresh(slug(found.name), self.taken)
            self.taken.add(made)
            self._made[key] = kind(made, found.name, sources=(SERVER_SOURCE.key,))
        return self._made[key].id


_NAMED = ("artists", "drama")


def _given(row: Row) -> dict[str, str]:
    return {k: v for k, v in row.cells.items() if k in FIELDS}


def _texts(track: Track) -> dict[str, str]:
    return {
        "title": track.title,
        "title_ko": track.title_ko or "",
        "artists": "x",
        "drama": "x",
        "part": track.part or "",
        "released": track.released or "",
        "note": note_of(track),
        "link": track.link or "",
    }
