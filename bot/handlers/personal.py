"""mydata, forgetme and purge: what is stored about a person or a server, shown or deleted."""

from __future__ import annotations

import json
from dataclasses import asdict

from bot.curation.privacy import Kept
from bot.handlers.reply import Attachment, Choice, Field, Outcome, Reply, Style
from bot.handlers.request import Action, Request
from bot.handlers.services import Services

WORDS = {
    "changes": "Edits to servers' lists",
    "drafts": "Things typed and not saved (kept for a day)",
    "suggestions": "Suggestions made or joined",
    "reviews": "Suggestions looked at or decided",
    "notices": "News that wait for you",
}


async def mydata(request: Request, services: Services) -> Reply:
    """Everything that is stored about the caller, in all servers, as a file."""
    kept = await services.store.privacy.about(request.caller.user)
    if not kept.total:
        return Reply(Outcome.FOUND, title="Nothing is stored about you", private=True)
    data = json.dumps(asdict(kept), ensure_ascii=True, indent=2).encode()
    return Reply(
        Outcome.FOUND,
        title="What is stored about you",
        body="The file has all of it. /forgetme deletes it.",
        fields=_counted(kept),
        attachments=(Attachment("mydata.json", data),),
        private=True,
    )


async def forgetme(request: Request, services: Services) -> Reply:
    """Delete or anonymise everything that is stored about the caller, in all servers."""
    if request.confirmed:
        await services.store.privacy.forget(request.caller.user)
        body = (
            "What was only yours is deleted. Edits that others rest on stay in the history, "
            "without your name."
        )
        return Reply(Outcome.DONE, title="Forgotten", body=body, private=True)
    kept = await services.store.privacy.about(request.caller.user)
    return Reply(
        Outcome.CONFIRM,
        title="Forget you?",
        body=(
            "In every server: what you typed, suggested and were to be told is deleted, and your "
            "name is taken off the history. This can't be undone. /mydata shows it all first."
        ),
        fields=_counted(kept),
        choices=(_sure("forgetme", "Forget me"),),
        private=True,
    )


async def purge(request: Request, services: Services) -> Reply:
    """Delete everything that this server kept: tracks, corrections, history, settings."""
    server = request.caller.server or ""
    if request.confirmed:
        await services.store.servers.purge(server)
        body = "Everything that this server kept is deleted, history included."
        return Reply(Outcome.DONE, title="Purged", body=body, private=True)
    everything = await services.store.servers.everything(server)
    data = json.dumps(everything, indent=2).encode()
    return Reply(
        Outcome.CONFIRM,
        title="Delete everything of this server?",
        body=(
            f"{len(everything['record'])} records go, with {len(everything['change'])} changes of "
            f"history and {len(everything['suggestion'])} suggestions. This can't be undone. The "
            "file has all of it; /export makes one that /import takes back."
        ),
        choices=(_sure("purge", "Delete everything"),),
        attachments=(Attachment("everything.json", data),),
        private=True,
    )


def _counted(kept: Kept) -> tuple[Field, ...]:
    counts = ((WORDS[name], len(entries)) for name, entries in asdict(kept).items())
    return tuple(Field(word, str(count), inline=True) for word, count in counts if count)


def _sure(command: str, label: str) -> Choice:
    return Choice(label, Action(command, {"confirm": "yes"}), "confirm:yes", Style.DANGER)
