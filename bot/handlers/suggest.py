"""suggest: what a member would add or change, put into the curators' queue."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot.curation.changes import DraftGone
from bot.curation.form import FIELDS
from bot.curation.names import bare
from bot.curation.suggestions import MOST_PENDING, AlreadyYours, Proposal, TooMany
from bot.handlers import add, drafting, edit
from bot.handlers.add import Described, described
from bot.handlers.drafting import Typed
from bot.handlers.refusals import gone
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Request
from bot.handlers.revision import Revision, revised
from bot.handlers.services import Services

DECIDED = (*FIELDS, "picks", "create")  # what of a draft goes into the queue


async def suggest(request: Request, services: Services) -> Reply:
    """Propose a track, or with ``song`` a correction, for the curators to decide."""
    caller = request.caller
    arrival = await services.store.notices.arrive(caller.server, caller.user)
    if not arrival.settings.suggestions:
        body = "This server takes no suggestions. Somebody with Manage Server can change that."
        return Reply(Outcome.NOT_ALLOWED, body=body, private=True)
    typed = await drafting.typed(request, services)
    if isinstance(typed, Reply):
        return typed
    found = await meant(typed, services, request.text("pick"))
    if isinstance(found, Reply):
        return found
    if request.confirmed:
        return await _submitted(found, services)
    if isinstance(found, Revision):
        notice = "Curators of this server decide on it."
        return await edit.preview(found, services, notice, "Suggest it")
    return await add.preview(found, services, "Suggest it")


async def fill(request: Request, services: Services) -> Mapping[str, str] | None:
    """The form begins with the song as it is, or with what was typed so far."""
    typed = await drafting.typed(request, services)
    corrects = isinstance(typed, Typed) and typed.arguments.get("song", "").strip()
    return await (edit.fill if corrects else drafting.fill)(request, services)


async def meant(typed: Typed, services: Services, pick: str = "") -> Described | Revision | Reply:
    """The new track, or with ``song`` the revision, that was typed."""
    if typed.arguments.get("song", "").strip():
        return await revised(typed, services, pick)
    return await described(typed, services, pick)


async def _submitted(found: Described | Revision, services: Services) -> Reply:
    proposal = proposed(found)
    done = await services.store.suggestions.submit(proposal, found.typed.token)
    if isinstance(done, DraftGone):
        return gone()
    if isinstance(done, TooMany):
        return await _too_many(found.typed, services)
    if isinstance(done, AlreadyYours):
        body = f"You suggested that before, as number {done.id}; it still waits for the curators."
        return Reply(Outcome.INVALID, body=body, private=True)
    joined = "Somebody suggested the same before: you share it now. " if done.joined else ""
    return Reply(
        Outcome.DONE,
        title=f"Suggested “{proposal.title}”",
        body=f"{joined}It waits for the curators as number {done.id}. You will hear of it.",
        private=True,
    )


async def _too_many(typed: Typed, services: Services) -> Reply:
    typed = await drafting.kept(typed, services)
    body = (
        f"{MOST_PENDING} of your suggestions wait for the curators, which is as many as may wait "
        "at once. What you typed is kept for a day."
    )
    again = drafting.confirm(typed, "Try again")
    return Reply(Outcome.INVALID, body=body, choices=(again,), private=True)


def proposed(found: Described | Revision) -> Proposal:
    """The proposal that a filled-in form amounts to."""
    typed = found.typed
    arguments = {k: v for k, v in typed.arguments.items() if k in DECIDED}
    if isinstance(found, Revision):
        changes = sorted((d.field, d.after) for d in edit.changed(found))
        identity = json.dumps(["edit", found.before.id, changes])
        arguments["song"] = found.before.id
        return Proposal(
            typed.server, typed.member, "edittrack", arguments, identity, found.before.title
        )
    track = found.track
    performing = sorted({*track.artists, *track.featuring})
    identity = json.dumps(["add", bare(track.title), track.drama, performing])
    return Proposal(typed.server, typed.member, "addtrack", arguments, identity, track.title)
