"""edittrack: what would change is shown before and after, then confirmed and saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.curation.changes import Change, Deed
from bot.curation.differences import Difference, differences
from bot.curation.form import FIELDS
from bot.handlers import drafting
from bot.handlers.drafting import Typed
from bot.handlers.refusals import refused
from bot.handlers.reply import Choice, Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.revision import Revision, chosen, present, revised
from bot.handlers.services import Services
from bot.handlers.told import compared, namer


async def edittrack(request: Request, services: Services) -> Reply:
    """Change a track of the server's list, or correct a shared one for this server."""
    typed = await drafting.typed(request, services)
    if isinstance(typed, Reply):
        return typed
    pick = request.text("pick")
    if request.confirmed:
        return await edited(typed, services, pick)
    found = await revised(typed, services, pick)
    return found if isinstance(found, Reply) else await preview(found, services)


async def edited(typed: Typed, services: Services, pick: str = "") -> Reply:
    """Save the revision, or show it again where the track changed since it was shown."""
    found = await revised(typed, services, pick)
    if isinstance(found, Reply):
        return found
    seen = typed.arguments.get("seen")
    if seen and seen != found.seen:
        return await preview(found, services, "Somebody changed it meanwhile: please look again.")
    saved = await services.store.tracks.apply(
        typed.server, typed.member, found.deed, found.edits, typed.origin
    )
    return _edited(found, saved) if isinstance(saved, Change) else refused(saved)


async def fill(request: Request, services: Services) -> Mapping[str, str] | None:
    """The form begins with the track as it is, under what was typed over it."""
    if request.text("drop"):
        return None
    typed = await drafting.typed(request, services)
    if isinstance(typed, Reply):
        return None
    view = await services.knowledge.view(typed.server)
    track = chosen(typed, view)
    if isinstance(track, Reply):
        return None
    return {**present(track, view), **{k: v for k, v in typed.arguments.items() if k in FIELDS}}


def changed(revision: Revision) -> list[Difference]:
    """The fields that the revision changes, with names for ids."""
    name_of = namer(revision.view.catalog, revision.edits)
    return differences(revision.before, revision.after, name_of)


async def preview(
    revision: Revision, services: Services, notice: str = "", sure: str = "Save the change"
) -> Reply:
    """What would change, before and after. ``notice`` goes first; ``sure`` labels the button."""
    seen = {**revision.typed.arguments, "seen": revision.seen}
    if revision.deed is Deed.DROP:
        seen["drop"] = "yes"
    typed = await drafting.kept(replace(revision.typed, arguments=seen), services)
    return Reply(
        Outcome.CONFIRM,
        title=f"Change “{revision.before.title}”?",
        body="\n".join(filter(None, (notice, *_what(revision), "Nothing is saved yet."))),
        fields=tuple(compared(changed(revision))),
        choices=(
            drafting.confirm(typed, sure),
            drafting.edit(typed),
            drafting.cancel(typed),
        ),
        hint=f"Saved by the button, or by /{typed.command} draft:{typed.token} confirm:yes",
        private=True,
    )


def _what(revision: Revision) -> list[str]:
    lines = list(revision.readings)
    if revision.deed is Deed.CORRECT:
        lines.append("It is a shared track: the correction holds in this server only.")
    if revision.deed is Deed.DROP:
        lines.append("This server's correction goes; what everybody sees comes back.")
    return lines


def _edited(revision: Revision, change: Change) -> Reply:
    return Reply(
        Outcome.DONE,
        title=f"Changed “{revision.after.title}”",
        body="\n".join((*_what(revision), f"Kept as change {change.id}. /undo takes it back.")),
        fields=tuple(compared(changed(revision))),
        choices=(
            Choice("Show it", Action("song", {"song": revision.after.id}), revision.after.id),
        ),
    )
