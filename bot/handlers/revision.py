"""Another state of a track, and the edits that lead there.

A server's own track is replaced. A shared track stays as it is: the server keeps a correction.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.curation.changes import Correction, Deed, Edit
from bot.curation.form import FIELDS, Form, checked
from bot.curation.overlay import note_of, noted, orphaned
from bot.handlers import drafting
from bot.handlers.drafting import Typed
from bot.handlers.naming import Named, Settled, WhichArtist, WhichDrama, named, names_in
from bot.handlers.offer import unresolved
from bot.handlers.phrases import performers
from bot.handlers.refusals import overtaken
from bot.handlers.reply import Outcome, Reply
from bot.handlers.services import Services
from bot.knowledge.model import Kind, Track
from bot.matching.resolve import Found
from bot.matching.view import View


@dataclass(frozen=True, slots=True)
class Revision:
    """A track as it is and as it shall be, and the edits that lead there."""

    typed: Typed
    before: Track
    after: Track
    edits: tuple[Edit, ...]
    deed: Deed
    view: View
    readings: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """Names the state that the preview showed, so that a later one is noticed."""
        return hashlib.sha256(repr(self.before).encode("utf-8", "replace")).hexdigest()[:12]


async def revised(typed: Typed, services: Services, pick: str = "") -> Revision | Reply:
    """The revision that was typed; or the reply that asks for what is in doubt."""
    view = await services.knowledge.view(typed.server)
    track = chosen(typed, view)
    if isinstance(track, Reply):
        kept = await drafting.kept(typed, services)
        again = chosen(kept, view)
        return replace(again, private=True) if isinstance(again, Reply) else overtaken()
    if drafting.yes(typed.arguments.get("drop", "")):
        return await _dropped(typed, track, view, services)
    form = checked(_merged(typed, track, view), datetime.now(UTC).date())
    if isinstance(form, tuple):
        return await drafting.objected(form, typed, services)
    if pick:
        main, featured = names_in(form, view)
        typed = drafting.with_pick(typed, pick, (*main, *featured))
    return await _described(typed, track, form, view, services)


def chosen(typed: Typed, view: View) -> Track | Reply:
    """The track that ``song`` names, or the question which one."""
    query = typed.arguments.get("song", "").strip()
    known = view.catalog.tracks.get(query)
    resolution = view.resolver.resolve(query, Kind.TRACK)
    if known is None and isinstance(resolution, Found):
        known = view.catalog.tracks.get(resolution.match.id)
    if known is not None:
        return known
    if isinstance(resolution, Found):  # a name of something that has just gone
        return overtaken()
    return unresolved(query, Kind.TRACK, resolution, typed.action(), view)


def present(track: Track, view: View) -> dict[str, str]:
    """The track as a form would hold it."""
    drama = view.catalog.dramas.get(track.drama)
    return {
        "title": track.title,
        "artists": performers(track, view.catalog),
        "drama": drama.title if drama else track.drama,
        "title_ko": track.title_ko or "",
        "part": track.part or "",
        "released": track.released or "",
        "note": note_of(track),
        "link": track.link or "",
    }


def _merged(typed: Typed, track: Track, view: View) -> dict[str, str]:
    """The track's fields with what was typed in their place; the drama by its id if it stays."""
    now = present(track, view)
    given = {k: v.strip() for k, v in typed.arguments.items() if k in FIELDS}
    merged = {**now, **given}
    if merged["drama"] == now["drama"]:
        merged["drama"] = track.drama
    return merged


async def _described(
    typed: Typed, track: Track, form: Form, view: View, services: Services
) -> Revision | Reply:
    taken = await services.store.tracks.taken(typed.server)
    names = named(form, _settlement(typed, track, view), view, taken)
    if isinstance(names, WhichDrama):
        return await drafting.asked_drama(names, typed, view, services)
    if isinstance(names, WhichArtist):
        return await drafting.asked_artist(names, typed, view, services)
    after = _with(track, form, names)
    if after == track:
        return await _unchanged(typed, track, services)
    edits, deed = await _edits(typed, after, names, services)
    return Revision(typed, track, after, tuple(edits), deed, view, names.readings)


def _settlement(typed: Typed, track: Track, view: View) -> Settled:
    """Names that the track already has keep their ids, also where two artists share a name."""
    present = {
        view.catalog.artists[i].name: i
        for i in (*track.artists, *track.featuring)
        if i in view.catalog.artists
    }
    return replace(typed.settled, picks={**present, **typed.settled.picks})


def _with(track: Track, form: Form, names: Named) -> Track:
    others = tuple(f for f in track.facts if f not in noted(note_of(track)))
    return replace(
        track,
        title=form.title,
        title_ko=form.title_ko,
        drama=names.drama,
        artists=names.artists,
        featuring=names.featuring,
        part=form.part,
        released=form.released,
        link=form.link,
        facts=(*others, *noted(form.note)) if (form.note or "") != note_of(track) else track.facts,
    )


async def _edits(
    typed: Typed, after: Track, names: Named, services: Services
) -> tuple[list[Edit], Deed]:
    overlay = await services.store.tracks.overlay(typed.server)
    made = [Edit.add(record) for record in names.made]
    own = overlay.tracks.get(after.id)
    if own is not None:
        return [*made, Edit.replace(own, after), *orphaned(overlay, own, after)], Deed.EDIT
    shared = (await services.knowledge.view(None)).catalog.tracks[after.id]
    before, wanted = overlay.corrections.get(after.id), correction(shared, after)
    if before is None:
        return [*made, Edit.add(wanted)], Deed.CORRECT
    if not wanted.fields:
        return [Edit.remove(before)], Deed.DROP
    return [*made, Edit.replace(before, wanted)], Deed.CORRECT


def correction(shared: Track, wanted: Track) -> Correction:
    """The fields in which a server's view of a shared track differs from the shared one."""
    names = ("title", "title_ko", "drama", "artists", "featuring", "part", "released", "link")
    fields = {n: getattr(wanted, n) for n in names if getattr(wanted, n) != getattr(shared, n)}
    note = note_of(wanted)
    return Correction(shared.id, {**fields, "note": note} if note else fields)


async def _dropped(typed: Typed, track: Track, view: View, services: Services) -> Revision | Reply:
    overlay = await services.store.tracks.overlay(typed.server)
    kept = overlay.corrections.get(track.id)
    shared = (await services.knowledge.view(None)).catalog.tracks.get(track.id)
    if kept is None or shared is None:
        body = f"This server has no correction of “{track.title}”, so there is nothing to drop."
        return Reply(Outcome.INVALID, body=body, private=True)
    return Revision(typed, track, shared, (Edit.remove(kept),), Deed.DROP, view)


async def _unchanged(typed: Typed, track: Track, services: Services) -> Reply:
    typed = await drafting.kept(typed, services)
    return Reply(
        Outcome.INVALID,
        title=f"What should change in “{track.title}”?",
        body="As typed, it stays as it is. Name what should differ, such as released:2016-02.",
        choices=(drafting.edit(typed), drafting.cancel(typed)),
        hint=f"/{typed.command} draft:{typed.token} with the fields that change; part:- empties.",
        private=True,
    )
