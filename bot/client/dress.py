"""A reply as the arguments of one Discord message."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.client.cards import card, files, plain
from bot.client.press import Presses
from bot.client.views import view
from bot.handlers.command import Command
from bot.handlers.reply import Choice, Outcome, Reply, Style
from bot.handlers.request import Action

ASK_MORE = Choice("Ask more", Action("ask"), style=Style.FORM)
ANSWERS = {Outcome.FOUND, Outcome.ANSWERED}


def asking_more(reply: Reply) -> Reply:
    """The reply with a button to ask about it, unless it is about the caller or the bot."""
    personal = reply.private and not (reply.sources or reply.links)
    if reply.outcome not in ANSWERS or personal:
        return reply
    return replace(reply, choices=(*reply.choices, ASK_MORE))


def mendable(reply: Reply, command: Command | None, action: Action) -> Reply:
    """The reply to bad input with a button back to the form, so that nothing typed is lost."""
    if reply.outcome is not Outcome.INVALID or reply.choices or not command or not command.form:
        return reply
    return replace(reply, choices=(Choice("Open the form", action, style=Style.FORM),))


def parted(reply: Reply) -> tuple[Reply, Reply | None]:
    """What all may see of a public reply, and what is for the caller alone, if anything is."""
    personal = tuple(field for field in reply.fields if field.personal)
    if reply.private or not personal:
        return reply, None
    rest = tuple(field for field in reply.fields if not field.personal)
    return replace(reply, fields=rest), Reply(reply.outcome, fields=personal, private=True)


def dressed(reply: Reply, owner: str, presses: Presses, *, embeds: bool = True) -> dict[str, Any]:
    """What to send: an embed (or, without the permission, text), components, files."""
    message: dict[str, Any] = {"embed": card(reply)} if embeds else {"content": plain(reply)}
    components = view(reply, owner, presses)
    if components:
        message["view"] = components
    if reply.attachments:
        message["files"] = files(reply)
    return message


def redressed(reply: Reply, owner: str, presses: Presses, *, embeds: bool = True) -> dict[str, Any]:
    """The same for a message that is changed: whatever the reply lacks is taken off it."""
    message = dressed(reply, owner, presses, embeds=embeds)
    attachments = message.pop("files", [])
    return {"content": None, "embed": None, "view": None, "attachments": attachments, **message}
