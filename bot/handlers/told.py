"""Tracks and changes as they are told to curators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.curation.changes import Change, Correction, Deed, Edit, Record, RecordKind
from bot.curation.differences import (
    WORDS,
    Difference,
    NameOf,
    called,
    differences,
    names_in,
    values,
)
from bot.handlers.offer import shortened
from bot.handlers.phrases import date
from bot.handlers.reply import Field
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track

VERBS = {
    Deed.ADD: "added",
    Deed.EDIT: "changed",
    Deed.REMOVE: "removed",
    Deed.CORRECT: "corrected",
    Deed.DROP: "dropped the correction of",
    Deed.IMPORT: "imported",
    Deed.SET: "changed the",
}
NOTHING = "nothing"
_EMPTY = {  # what an empty field means in the kinds of record whose fields are told
    RecordKind.TRACK: NOTHING,
    RecordKind.SETTINGS: NOTHING,
    RecordKind.CORRECTION: "as shared",
}


def namer(catalog: Catalog, edits: Sequence[Edit] = ()) -> NameOf:
    """Tells the name of an artist or drama by its id, gone ones included if the edits knew them."""
    gone = dict(names_in(tuple(edits)))

    def name_of(id: str) -> str:
        known = catalog.artists.get(id) or catalog.dramas.get(id)
        return called(known) if known else gone.get(id, id)

    return name_of


def fields_of(
    track: Track, catalog: Catalog, made: Sequence[Artist | Drama] = ()
) -> Iterator[Field]:
    """Each field of the track that has a value; what has to be made for it is marked new."""
    new = {e.id for e in made}
    name_of = namer(catalog, [Edit.add(e) for e in made])
    texts = values(track, lambda i: name_of(i) + (" (new)" if i in new else ""))
    for field, text in texts.items():
        if text and field != "title":
            yield Field(heading(field), _shown(field, text), inline=field not in {"note", "link"})


def compared(differences: Iterable[Difference]) -> Iterator[Field]:
    """A field for each difference: before → after."""
    for d in differences:
        before, after = _shown(d.field, d.before), _shown(d.field, d.after)
        yield Field(heading(d.field), f"{before or NOTHING} → {after or NOTHING}")


def heading(field: str) -> str:
    """The field's name at the head of a line."""
    word = WORDS[field]
    return word[0].upper() + word[1:]


def _shown(field: str, text: str) -> str:
    return date(text) if field == "released" and text else text


def told(change: Change, catalog: Catalog) -> str:
    """One change in one line: number, when, who, what."""
    who = "member " + change.actor if change.actor else "somebody"
    undone = f" (undone by change {change.undone_by})" if change.undone_by else ""
    return (
        f"{change.id}. {change.at[:16].replace('T', ' ')} — {who} {deed(change, catalog)}{undone}"
    )


def deed(change: Change, catalog: Catalog) -> str:
    """What the change did: ``changed “Rain”: part 3 → 4``."""
    if change.deed is Deed.UNDO:
        return f"undid change {change.undoes}: {_subjects(change, catalog)}"
    verb = VERBS[change.deed]
    if change.deed in {Deed.EDIT, Deed.CORRECT, Deed.SET}:
        return f"{verb} {_subjects(change, catalog)}: {_altered(change, catalog)}"
    return f"{verb} {_subjects(change, catalog)}"


def _subjects(change: Change, catalog: Catalog) -> str:
    """The tracks that the change was about; failing those, whatever else it touched."""
    records = [e.after or e.before for e in change.edits]
    tracks = [r for r in records if isinstance(r, Track | Correction)] or records
    names = [_title(r, catalog) for r in tracks[:3] if r is not None]
    more = f" and {len(tracks) - 3} more" if len(tracks) > 3 else ""
    return ", ".join(f"“{shortened(n)}”" for n in names) + more


def _title(record: Record, catalog: Catalog) -> str:
    shared = catalog.tracks.get(record.id)
    return shared.title if isinstance(record, Correction) and shared else called(record)


def _altered(change: Change, catalog: Catalog) -> str:
    name_of = namer(catalog, change.edits)
    return "; ".join(
        f"{WORDS[d.field]} {shortened(d.before) or empty} → {shortened(d.after) or empty}"
        for edit in change.edits
        if (empty := _EMPTY.get(edit.kind))
        for d in differences(edit.before, edit.after, name_of)
    )
