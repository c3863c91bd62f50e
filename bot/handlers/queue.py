"""queue: what members suggested; approved, edited and approved, or rejected with a reason."""

from __future__ import annotations

from dataclasses import replace

from bot.curation.form import FIELDS
from bot.curation.suggestions import NotPending, Suggestion, Taken
from bot.handlers import drafting, edit
from bot.handlers.add import Described, added, shown
from bot.handlers.drafting import Typed
from bot.handlers.edit import edited
from bot.handlers.offer import shortened
from bot.handlers.past import number
from bot.handlers.refusals import not_pending, taken
from bot.handlers.reply import Choice, Field, Outcome, Reply, Style
from bot.handlers.request import Action, Request
from bot.handlers.revision import Revision
from bot.handlers.services import Services
from bot.handlers.suggest import meant
from bot.handlers.told import compared

PAGE = 10
LONGEST_REASON = 500
WORDS = {"addtrack": "new", "edittrack": "correction"}


async def queue(request: Request, services: Services) -> Reply:
    """List what waits, or look at one, approve it or reject it."""
    for argument, act in (("approve", _approve), ("reject", _reject), ("suggestion", _look)):
        if request.text(argument):
            return await act(number(request.text(argument)) or 0, request, services)
    page = number(request.text("page")) or 1
    waiting = await services.store.suggestions.queue(request.caller.server or "", page, PAGE)
    if not waiting.total:
        return Reply(Outcome.FOUND, title="The queue is empty", private=True)
    steps = [p for p in (page - 1, page + 1) if 1 <= p <= -(-waiting.total // PAGE)]
    turns = (Choice(f"Page {p}", Action("queue", {"page": str(p)}), f"page {p}") for p in steps)
    return Reply(
        Outcome.FOUND,
        title=f"Suggestions that wait ({waiting.total})",
        body="\n".join(map(_line, waiting.suggestions)),
        choices=(*map(_look_at, waiting.suggestions), *turns),
        private=True,
    )


def _line(suggestion: Suggestion) -> str:
    by = ", ".join(suggestion.members)
    kind = WORDS[suggestion.command]
    return f"{suggestion.id}. “{shortened(suggestion.title)}” ({kind}) — member {by}"


def _look_at(suggestion: Suggestion) -> Choice:
    here = str(suggestion.id)
    return Choice(f"Look at {here}", Action("queue", {"suggestion": here}), f"suggestion {here}")


async def _claimed(
    id: int, request: Request, services: Services
) -> tuple[Suggestion, Typed] | Reply:
    """The suggestion, held for this reviewer, and its form as if they had typed it."""
    caller = request.caller
    server = caller.server or ""
    found = await services.store.suggestions.claim(server, id, caller.user)
    if isinstance(found, Taken):
        return taken(found)
    if isinstance(found, NotPending):
        return not_pending()
    arguments = {**found.arguments, "suggestion": str(id)}
    return found, Typed(found.command, server, caller.user, arguments)


async def _look(id: int, request: Request, services: Services) -> Reply:
    claimed = await _claimed(id, request, services)
    if isinstance(claimed, Reply):
        return claimed
    suggestion, typed = claimed
    typed = await drafting.kept(typed, services)
    found = await meant(typed, services)
    doubt = found.body if isinstance(found, Reply) else ""
    return Reply(
        Outcome.FOUND,
        title=f"Suggestion {id}: {shortened(suggestion.title)}",
        body="\n".join(filter(None, (_line(suggestion), doubt, "It is yours for 15 minutes."))),
        fields=_fields(suggestion) if isinstance(found, Reply) else _found_fields(found),
        choices=(
            Choice("Approve", Action("queue", {"approve": str(id)}), "approve", Style.PRIMARY),
            replace(drafting.edit(typed), label="Edit and approve"),
            _reject_choice(id),
        ),
        private=True,
    )


def _found_fields(found: Described | Revision) -> tuple[Field, ...]:
    if isinstance(found, Revision):
        return tuple(compared(edit.changed(found)))
    return shown(found)


def _fields(suggestion: Suggestion) -> tuple[Field, ...]:
    given = suggestion.arguments
    return tuple(Field(n, shortened(given[n]), inline=True) for n in FIELDS if given.get(n))


def _reject_choice(id: int) -> Choice:
    return Choice("Reject", Action("queue", {"reject": str(id)}), "reject", Style.FORM)


async def _approve(id: int, request: Request, services: Services) -> Reply:
    claimed = await _claimed(id, request, services)
    if isinstance(claimed, Reply):
        return claimed
    suggestion, typed = claimed
    save = edited if suggestion.command == "edittrack" else added
    return await save(typed, services)


async def _reject(id: int, request: Request, services: Services) -> Reply:
    reason, caller = " ".join(request.text("reason").split()), request.caller
    if not reason or len(reason) > LONGEST_REASON:
        body = (
            "Say why, so that the member can learn from it: "
            f"/queue reject:{id} reason:… ({LONGEST_REASON} characters at most)"
        )
        return Reply(Outcome.INVALID, body=body, choices=(_reject_choice(id),), private=True)
    done = await services.store.suggestions.reject(caller.server or "", id, caller.user, reason)
    if isinstance(done, Taken):
        return taken(done)
    if isinstance(done, NotPending):
        return not_pending()
    body = f"“{shortened(done.title)}” was not taken. Whoever suggested it will hear why."
    return Reply(Outcome.DONE, title=f"Rejected suggestion {id}", body=body, private=True)
