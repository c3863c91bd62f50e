"""addtrack: a server's own track, previewed, confirmed and saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.curation.changes import Change, Conflict, Deed, Edit
from bot.curation.form import Form, checked
from bot.curation.names import slug
from bot.curation.overlay import SERVER_SOURCE, fresh, noted
from bot.handlers import drafting
from bot.handlers.drafting import Typed
from bot.handlers.naming import (
    Named,
    WhichArtist,
    WhichDrama,
    likely_duplicates,
    named,
    names_in,
)
from bot.handlers.phrases import label
from bot.handlers.refusals import overtaken, refused
from bot.handlers.reply import Choice, Field, Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.services import Services
from bot.handlers.told import fields_of
from bot.knowledge.model import Track
from bot.matching.view import View

TRIES = 3  # somebody else may save between our look and our write


@dataclass(frozen=True, slots=True)
class Described:
    """A track that is ready to be shown and saved, and what is to be made with it."""

    typed: Typed
    track: Track
    names: Named
    duplicates: tuple[Track, ...]
    view: View

    @property
    def edits(self) -> list[Edit]:
        """The newcomers first, then the track that needs them."""
        return [Edit.add(record) for record in (*self.names.made, self.track)]


async def addtrack(request: Request, services: Services) -> Reply:
    """Add a track to the server's own list, once its preview is confirmed."""
    typed = await drafting.typed(request, services)
    if isinstance(typed, Reply):
        return typed
    pick = request.text("pick")
    if request.confirmed:
        return await added(typed, services, pick)
    found = await described(typed, services, pick)
    return found if isinstance(found, Reply) else await preview(found, services, "Add it")


async def added(typed: Typed, services: Services, pick: str = "") -> Reply:
    """Save the track that was typed; or the reply that asks for what is in doubt."""
    for _ in range(TRIES):
        found = await described(typed, services, pick)
        if isinstance(found, Reply):
            return found
        saved = await services.store.tracks.apply(
            typed.server, typed.member, Deed.ADD, found.edits, typed.origin
        )
        if isinstance(saved, Change):
            return _added(found, saved)
        if not isinstance(saved, Conflict):
            return refused(saved)
    return overtaken()


async def described(typed: Typed, services: Services, pick: str = "") -> Described | Reply:
    """The track that a form describes; or the reply that asks for what is missing or in doubt."""
    form = checked(typed.arguments, datetime.now(UTC).date())
    if isinstance(form, tuple):
        return await drafting.objected(form, typed, services)
    view = await services.knowledge.view(typed.server)
    if pick:
        main, featured = names_in(form, view)
        typed = drafting.with_pick(typed, pick, (*main, *featured))
    taken = await services.store.tracks.taken(typed.server)
    names = named(form, typed.settled, view, taken)
    if isinstance(names, WhichDrama):
        return await drafting.asked_drama(names, typed, view, services)
    if isinstance(names, WhichArtist):
        return await drafting.asked_artist(names, typed, view, services)
    track = _track(form, names, taken)
    return Described(typed, track, names, likely_duplicates(form, names, view), view)


def _track(form: Form, names: Named, taken: frozenset[str]) -> Track:
    made = {e.id for e in names.made}
    return Track(
        fresh(slug(form.title), taken | made),
        names.drama,
        form.title,
        form.title_ko,
        artists=names.artists,
        featuring=names.featuring,
        part=form.part,
        released=form.released,
        facts=noted(form.note),
        sources=(SERVER_SOURCE.key,),
        link=form.link,
    )


async def preview(described: Described, services: Services, verb: str) -> Reply:
    """The track as it would be saved. ``verb`` labels the button: "Add it"."""
    typed = await drafting.kept(described.typed, services)
    doubts = [
        f"This looks like it: {label(t, described.view.catalog)}" for t in described.duplicates
    ]
    sure = f"{verb} all the same" if doubts else verb
    return Reply(
        Outcome.CONFIRM,
        title=f"{verb.split()[0]} “{described.track.title}”?",
        body="\n".join((*doubts, *described.names.readings, "Nothing is saved yet.")),
        fields=shown(described),
        choices=(
            drafting.confirm(typed, sure),
            drafting.edit(typed),
            drafting.cancel(typed),
        ),
        hint=f"Saved by the button, or by /{typed.command} draft:{typed.token} confirm:yes",
        private=True,
    )


def shown(described: Described) -> tuple[Field, ...]:
    """The track field by field, as it will be kept."""
    return tuple(fields_of(described.track, described.view.catalog, described.names.made))


def _added(described: Described, change: Change) -> Reply:
    track = described.track
    alike = "; ".join(label(t, described.view.catalog) for t in described.duplicates)
    lines = [
        f"It is in this server's list now, as change {change.id}. /undo takes it back.",
        *described.names.readings,
        *([f"It looks like one that was here before: {alike}."] if alike else []),
    ]
    return Reply(
        Outcome.DONE,
        title=f"Added “{track.title}”",
        body="\n".join(lines),
        fields=shown(described),
        choices=(Choice("Show it", Action("song", {"song": track.id}), track.id),),
    )
