"""history and undo: what was changed, by whom, and taking it back exactly."""

from __future__ import annotations

from bot.curation.changes import Change, Conflict, RecordKind
from bot.curation.history import Asked, Page
from bot.handlers.drafting import Typed
from bot.handlers.offer import shortened
from bot.handlers.reply import Choice, Outcome, Reply
from bot.handlers.request import MANAGE_GUILD, OWNER, Action, Request
from bot.handlers.revision import chosen
from bot.handlers.services import Services
from bot.handlers.told import deed, told
from bot.knowledge.catalog import Catalog

PAGE = 10
FAR = 10**9  # no history is longer; keeps a typed number within what SQLite counts


async def history(request: Request, services: Services) -> Reply:
    """Every change of the server's list, newest first; of one track or person where named."""
    server = request.caller.server or ""
    view = await services.knowledge.view(server)
    record = await _record(request, services)
    if isinstance(record, Reply):
        return record
    person = request.text("person").strip("<@!>") or None
    asked = Asked(record, person, max(1, number(request.text("page")) or 1), PAGE)
    page = await services.store.tracks.changes(server, asked)
    if not page.total:
        return Reply(Outcome.NOT_FOUND, body="Nothing was changed yet.", private=True)
    return _listed(page, asked, view.catalog)


async def _record(request: Request, services: Services) -> str | Reply | None:
    """The id whose history is asked for: any that ever was, or the one that a name means."""
    query, server = request.text("song"), request.caller.server or ""
    if not query:
        return None
    if (await services.store.tracks.changes(server, Asked(query, size=1))).total:
        return query
    view = await services.knowledge.view(server)
    track = chosen(Typed("history", server, request.caller.user, {"song": query}), view)
    if isinstance(track, Reply):
        choices = (
            Choice(c.label, Action("history", {"song": c.action.arguments["song"]}), c.value)
            for c in track.choices
        )
        return Reply(track.outcome, track.title, track.body, choices=tuple(choices), private=True)
    return track.id


def _listed(page: Page, asked: Asked, catalog: Catalog) -> Reply:
    last = max(1, -(-page.total // PAGE))
    return Reply(
        Outcome.FOUND,
        title=f"History ({page.total} change{'s' * (page.total != 1)})",
        body="\n".join(told(change, catalog) for change in page.changes)
        or f"There is no page {asked.page}; the last is {last}.",
        choices=(*_turns(asked, last), *_undos(page)),
        private=True,
    )


def _turns(asked: Asked, last: int) -> tuple[Choice, ...]:
    kept = {k: v for k, v in (("song", asked.record), ("person", asked.actor)) if v}
    near = (
        (f"◀ Page {asked.page - 1}", asked.page - 1),
        (f"Page {asked.page + 1} ▶", asked.page + 1),
    )
    return tuple(
        Choice(label, Action("history", {**kept, "page": str(to)}), f"page {to}")
        for label, to in near
        if 1 <= to <= last
    )


def _undos(page: Page) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"Undo {c.id}", Action("undo", {"change": str(c.id)}), f"undo {c.id}")
        for c in page.changes[:5]
    )


async def undo(request: Request, services: Services) -> Reply:
    """Take back the change named, or the newest one that still stands."""
    server = request.caller.server or ""
    named = request.text("change")
    if named and number(named) is None:
        body = f"“{shortened(named)}” is not the number of a change. /history lists them."
        return Reply(Outcome.INVALID, body=body, private=True)
    wanted = number(named) if named else await services.store.tracks.latest(server)
    if wanted is None:
        return Reply(Outcome.NOT_FOUND, body="There is nothing to undo.", private=True)
    change = await services.store.tracks.change(server, wanted)
    if change is not None and sets(change) and not request.caller.grants & {MANAGE_GUILD, OWNER}:
        body = f"You need the permission Manage Server: change {wanted} was to the settings."
        return Reply(Outcome.NOT_ALLOWED, body=body, private=True)
    done = await services.store.tracks.undo(server, request.caller.user, wanted)
    catalog = (await services.knowledge.view(server)).catalog
    if done is None:
        body = f"There is no change {wanted} here. /history lists them."
        return Reply(Outcome.NOT_FOUND, body=body, private=True)
    if isinstance(done, Conflict):
        return await _in_the_way(server, wanted, done, catalog, services)
    return _undone(done, catalog)


def sets(change: Change) -> bool:
    """Whether the change touched the server's settings, which are not for curators."""
    return any(edit.kind is RecordKind.SETTINGS for edit in change.edits)


def _undone(change: Change, catalog: Catalog) -> Reply:
    back = Choice("Undo this, too", Action("undo", {"change": str(change.id)}), f"undo {change.id}")
    said = deed(change, catalog)
    return Reply(
        Outcome.DONE,
        title=f"Undid change {change.undoes}",
        body=f"Change {change.id}: {said}. Everything is as it was before.",
        choices=(back,),
    )


async def _in_the_way(
    server: str, wanted: int, conflict: Conflict, catalog: Catalog, services: Services
) -> Reply:
    newer = conflict.newer and await services.store.tracks.change(server, conflict.newer)
    if not newer:
        body = f"Change {wanted} can't be undone: the list has moved on since. See /history."
        return Reply(Outcome.INVALID, body=body, private=True)
    if newer.undoes == wanted:
        body = f"Change {wanted} was undone before, by change {newer.id}."
    else:
        body = (
            f"Change {wanted} can't be undone yet, because change {newer.id} came later and rests "
            f"on it: it {deed(newer, catalog)}. Undo {newer.id} first."
        )
    first = Choice(
        f"Undo {newer.id}", Action("undo", {"change": str(newer.id)}), f"undo {newer.id}"
    )
    return Reply(Outcome.INVALID, body=body, choices=(first,), private=True)


def number(text: str) -> int | None:
    """The typed number, or None; ``#3`` counts as 3."""
    digits = text.strip().lstrip("#")
    return min(int(digits[:12]), FAR) if digits.isascii() and digits.isdecimal() else None
