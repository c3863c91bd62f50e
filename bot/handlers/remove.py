"""removetrack: out of the server's list, and undo brings it back."""

from __future__ import annotations

from dataclasses import replace

from bot.curation.changes import Change, Deed, Edit
from bot.curation.overlay import orphaned
from bot.handlers.drafting import Typed
from bot.handlers.phrases import title_of
from bot.handlers.refusals import overtaken
from bot.handlers.reply import Choice, Outcome, Reply, Style
from bot.handlers.request import Action, Request
from bot.handlers.revision import chosen
from bot.handlers.services import Services
from bot.handlers.told import fields_of
from bot.knowledge.model import Track
from bot.matching.view import View


async def removetrack(request: Request, services: Services) -> Reply:
    """Take a track out of the server's list, with the artist and drama that only it needed."""
    caller = request.caller
    typed = Typed("removetrack", caller.server or "", caller.user, dict(request.action.arguments))
    view = await services.knowledge.view(typed.server)
    track = chosen(typed, view)
    if isinstance(track, Reply):
        return _without_drafts(track)
    overlay = await services.store.tracks.overlay(typed.server)
    own = overlay.tracks.get(track.id)
    if own is None:
        return _shared(track, corrects=track.id in overlay.corrections)
    if not request.confirmed:
        return _sure(own, view)
    edits = [Edit.remove(own), *orphaned(overlay, own)]
    done = await services.store.tracks.apply(typed.server, typed.member, Deed.REMOVE, edits)
    if not isinstance(done, Change):
        return overtaken()
    body = f"Kept as change {done.id}. /undo brings it back exactly as it was."
    undo = Choice("Undo", Action("undo", {"change": str(done.id)}), f"undo {done.id}")
    return Reply(Outcome.DONE, title=f"Removed “{own.title}”", body=body, choices=(undo,))


def _without_drafts(reply: Reply) -> Reply:
    choices = (
        replace(c, action=Action("removetrack", {"song": c.action.arguments["song"]}))
        for c in reply.choices
    )
    return replace(reply, choices=tuple(choices), private=True)


def _shared(track: Track, *, corrects: bool) -> Reply:
    body = (
        f"“{track.title}” is in the shared knowledge that every server sees; only what this "
        "server added can be removed. /edittrack corrects it for this server alone."
    )
    drop = Choice(
        "Drop this server's correction", Action("edittrack", {"song": track.id, "drop": "yes"})
    )
    return Reply(Outcome.INVALID, body=body, choices=(drop,) if corrects else (), private=True)


def _sure(track: Track, view: View) -> Reply:
    yes = {"song": track.id, "confirm": "yes"}
    return Reply(
        Outcome.CONFIRM,
        title=f"Remove “{title_of(track)}”?",
        body="It goes from this server's list. /undo can bring it back.",
        fields=tuple(fields_of(track, view.catalog)),
        choices=(
            Choice("Remove it", Action("removetrack", yes), "confirm:yes", Style.DANGER),
            Choice("Keep it", Action("song", {"song": track.id}), "keep"),
        ),
        private=True,
    )
