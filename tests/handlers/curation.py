"""Steps that tests of curation share."""

from __future__ import annotations

from bot.handlers.perform import perform
from bot.handlers.reply import Choice, Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services

ADMIN = Caller("u1", "s1", grants=frozenset({"manage_guild"}))
OTHER = Caller("u2", "s1", grants=frozenset({"manage_guild"}))
MEMBER = Caller("u9", "s1")
RAIN = {"title": "Rain", "artists": "Gummy", "drama": "Rainy Season", "part": "3"}


async def send(
    services: Services,
    command: str,
    caller: Caller = ADMIN,
    arguments: dict[str, str] | None = None,
) -> Reply:
    """What the funnel answers."""
    return await perform(Request(Action(command, arguments or {}), caller), services)


async def press(services: Services, choice: Choice, caller: Caller = ADMIN) -> Reply:
    """What pressing a button answers."""
    return await perform(Request(choice.action, caller), services)


def offered(reply: Reply, value: str) -> Choice:
    """The choice of that value."""
    return next(c for c in reply.choices if c.value == value)


async def done(services: Services, command: str, **arguments: str) -> Reply:
    """The answer to a confirmed command that must succeed."""
    takes = services.commands[command].parameter("confirm")
    extra = {"confirm": "yes"} if takes else {}
    reply = await send(services, command, ADMIN, {**arguments, **extra})
    assert reply.outcome is Outcome.DONE, reply
    return reply
