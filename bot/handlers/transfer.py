"""export and import: a server's list as a file, and back. First a dry run, then all or nothing."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.curation.changes import Change, Conflict, Deed, Origin
from bot.curation.differences import called
from bot.curation.exchange.files import Format, exported, planned
from bot.curation.exchange.plan import Plan
from bot.curation.exchange.row import FileProblem
from bot.handlers import drafting
from bot.handlers.drafting import Typed
from bot.handlers.offer import shortened
from bot.handlers.phrases import counted
from bot.handlers.refusals import overtaken, refused
from bot.handlers.reply import Attachment, Choice, Field, Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.services import Services

SHOWN = 12  # entries of a list that a reply names
TRIES = 3


async def export(request: Request, services: Services) -> Reply:
    """Hand out the server's tracks and corrections as a file."""
    server = request.caller.server or ""
    kind = Format(request.text("format").casefold() or Format.YAML)
    overlay = await services.store.tracks.overlay(server)
    shared = (await services.knowledge.view(None)).catalog
    data = await asyncio.to_thread(exported, overlay, shared, kind)
    tracks = counted(len(overlay.tracks), "track")
    corrections = counted(len(overlay.corrections), "correction")
    return Reply(
        Outcome.DONE,
        title="This server's list",
        body=f"{tracks} and {corrections}. /import takes the file back.",
        attachments=(Attachment(f"ostinato-{server}.{kind.ending}", data),),
        private=True,
    )


async def import_(request: Request, services: Services) -> Reply:
    """Show what a file would change, then change all of it or nothing."""
    typed = await _typed(request, services)
    if isinstance(typed, Reply):
        return typed
    data = base64.b64decode(typed.arguments.get("content", ""))
    if not data:
        body = "Send the file along: a YAML or CSV file, such as /export makes."
        return Reply(Outcome.INVALID, body=body, private=True)
    for _ in range(TRIES):
        found = await _planned(data, typed, services)
        if isinstance(found, Reply):
            return found
        if not request.confirmed:
            return await _preview(found, typed, services)
        saved = await services.store.tracks.apply(
            typed.server, typed.member, Deed.IMPORT, found.edits, Origin(typed.token)
        )
        if isinstance(saved, Change):
            return _imported(found, saved)
        if not isinstance(saved, Conflict):
            return refused(saved)
    return overtaken()


async def _typed(request: Request, services: Services) -> Typed | Reply:
    """The file that came along, or the one that the draft holds."""
    if "file" not in request.files:
        return await drafting.typed(request, services)
    content = base64.b64encode(request.files["file"]).decode()
    caller = request.caller
    return Typed("import", caller.server or "", caller.user, {"content": content})


async def _planned(data: bytes, typed: Typed, services: Services) -> Plan | Reply:
    overlay = await services.store.tracks.overlay(typed.server)
    shared = (await services.knowledge.view(None)).catalog
    today = datetime.now(UTC).date()
    try:
        plan = await asyncio.to_thread(planned, data, overlay, shared, today)
    except FileProblem as problem:
        where = f"Line {problem.line}: " if problem.line else ""
        body = f"{where}{problem.text} Nothing was imported."
        return Reply(Outcome.INVALID, title="That file can't be read", body=body, private=True)
    if plan.refused:
        return _refused(plan)
    return plan if plan.edits else _nothing(plan)


def _refused(plan: Plan) -> Reply:
    lines = [(f"Line {r.line}: " if r.line else "") + r.text for r in plan.refused[: SHOWN * 2]]
    more = len(plan.refused) - len(lines)
    if more:
        lines.append(f"… and {more} more.")
    return Reply(
        Outcome.INVALID,
        title=f"{_count(len(plan.refused), 'line')} can't be imported, so nothing was",
        body="\n".join(lines),
        fields=_fields(plan),
        private=True,
    )


def _nothing(plan: Plan) -> Reply:
    body = f"All {plan.unchanged} are here already, just like that. Nothing was changed."
    return Reply(Outcome.DONE, title="Nothing to import", body=body, private=True)


async def _preview(plan: Plan, typed: Typed, services: Services) -> Reply:
    typed = await drafting.kept(typed, services)
    return Reply(
        Outcome.CONFIRM,
        title="Import this file?",
        body="Nothing is saved yet. It is imported whole or not at all, and /undo takes it back.",
        fields=_fields(plan),
        choices=(drafting.confirm(typed, "Import it"), drafting.cancel(typed)),
        hint=f"Saved by the button, or by /import draft:{typed.token} confirm:yes",
        private=True,
    )


def _imported(plan: Plan, change: Change) -> Reply:
    undo = Choice("Undo", Action("undo", {"change": str(change.id)}), f"undo {change.id}")
    body = f"Kept as change {change.id}; /undo takes all of it back."
    return Reply(Outcome.DONE, title="Imported", body=body, fields=_fields(plan), choices=(undo,))


def _fields(plan: Plan) -> tuple[Field, ...]:
    new = [called(entity) for entity in plan.newcomers]
    fields = (
        Field(f"Added: {len(plan.added)}", _listed(plan.added)),
        Field(f"Changed: {len(plan.changed)}", _listed(plan.changed)),
        Field("Unchanged", str(plan.unchanged)),
        Field(f"New names: {len(new)}", _listed(new)),
    )
    return tuple(f for f in fields if f.value)


def _listed(titles: Sequence[str]) -> str:
    more = f" and {len(titles) - SHOWN} more" if len(titles) > SHOWN else ""
    return ", ".join(f"“{shortened(t)}”" for t in titles[:SHOWN]) + more


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
