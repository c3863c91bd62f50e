"""edittrack: what would change is shown before and after, then confirmed and saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.curation.changes import Change, Conflict, Deed, DraftGone
from bot.curation.differences import Difference, differences
from bot.curation.form import FIELDS
from bot.handlers import drafting
from bot.handlers.reply import Choice, Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.revision import Revision, chosen, present, revised
from bot.handlers.services import Services
from bot.handlers.told import compared, namer


async def edittrack(request: Request, services: Services) -> Reply:
    """Change a track of the server's list, or correct a shared one for this server."""
    if request.text("cancel"):
        return await drafting.cancelled(request, services)
    revision = await revised(request, services)
    if isinstance(revision, Reply):
        return revision
    seen = revision.typed.arguments.get("seen")
    if not request.confirmed or (seen and seen != revision.seen):
        return await _preview(revision, services, again=bool(request.confirmed))
    return _settled(revision, await save(revision, services))


async def save(revision: Revision, services: Services) -> Change | Conflict | DraftGone:
    """Carry the revision out and use up its draft."""
    typed = revision.typed
    return await services.store.tracks.apply(
        typed.server, typed.member, revision.deed, revision.edits, typed.token
    )


async def fill(request: Request, services: Services) -> Mapping[str, str]:
    """The form begins with the track as it is, under what was typed over it."""
    typed = await drafting.typed(request, services)
    if isinstance(typed, Reply):
        return {}
    view = await services.knowledge.view(typed.server)
    track = chosen(typed, view)
    if isinstance(track, Reply):
        return {}
    return {**present(track, view), **{k: v for k, v in typed.arguments.items() if k in FIELDS}}


def changed(revision: Revision) -> list[Difference]:
    """The fields that the revision changes, with names for ids."""
    name_of = namer(revision.view.catalog, revision.edits)
    return differences(revision.before, revision.after, name_of)


async def _preview(revision: Revision, services: Services, *, again: bool) -> Reply:
    seen = {**revision.typed.arguments, "seen": revision.seen}
    if revision.deed is Deed.DROP:
        seen["drop"] = "yes"
    typed = await drafting.kept(replace(revision.typed, arguments=seen), services)
    notice = ["Somebody changed it meanwhile: please look again."] if again else []
    return Reply(
        Outcome.CONFIRM,
        title=f"Change “{revision.before.title}”?",
        body="\n".join((*notice, *_what(revision), "Nothing is saved yet.")),
        fields=tuple(compared(changed(revision))),
        choices=(
            drafting.confirm(typed, "Save the change"),
            drafting.edit(typed),
            drafting.cancel(typed),
        ),
        footer=f"Saved by the button, or by /{typed.command} draft:{typed.token} confirm:yes",
        private=True,
    )


def _what(revision: Revision) -> list[str]:
    lines = list(revision.readings)
    if revision.deed is Deed.CORRECT:
        lines.append("It is a shared track: the correction holds in this server only.")
    if revision.deed is Deed.DROP:
        lines.append("This server's correction goes; what everybody sees comes back.")
    return lines


def _settled(revision: Revision, result: Change | Conflict | DraftGone) -> Reply:
    if isinstance(result, DraftGone):
        return drafting.gone()
    if isinstance(result, Conflict):
        return drafting.overtaken()
    return Reply(
        Outcome.DONE,
        title=f"Changed “{revision.after.title}”",
        body="\n".join((*_what(revision), f"Kept as change {result.id}. /undo takes it back.")),
        fields=tuple(compared(changed(revision))),
        choices=(
            Choice("Show it", Action("song", {"song": revision.after.id}), revision.after.id),
        ),
    )
