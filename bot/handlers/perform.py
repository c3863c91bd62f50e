"""The funnel: permission, cooldown, arguments, handler, log. Every front end goes through it."""

from __future__ import annotations

import logging
import secrets
import time

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.handlers.access import missing
from bot.handlers.arguments import problem
from bot.handlers.command import Command
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Request
from bot.handlers.services import Services

log = logging.getLogger(__name__)


async def perform(request: Request, services: Services) -> Reply:
    """Answer a request. Never raises, but for cancellation: a bug becomes a reply with its id."""
    started = time.perf_counter()
    try:
        reply = await _admitted(request, services)
    except Exception:
        reply = _bug(request)
    log.info(
        "performed",
        extra={
            "command": request.action.command[:40],
            "outcome": reply.outcome.value,
            "milliseconds": round((time.perf_counter() - started) * 1000, 2),
            "server": request.caller.server,
        },
    )
    return reply


async def _admitted(request: Request, services: Services) -> Reply:
    command = services.commands.get(request.action.command.casefold())
    if command is None:
        return _no_such_command(request.action.command, services)
    lacking = missing(command, request.caller)
    if lacking:
        return Reply(Outcome.NOT_ALLOWED, body=f"You need {lacking}.", private=True)
    wait = services.cooldowns.take(request.caller.user)
    if wait:
        body = f"That was quick. Please try again in {wait:.0f} seconds."
        return Reply(Outcome.COOLDOWN, body=body, private=True)
    return await _checked(command, request, services)


async def _checked(command: Command, request: Request, services: Services) -> Reply:
    wrong = problem(command, request)
    if wrong:
        return Reply(Outcome.INVALID, body=wrong, private=True)
    return await command.run(request, services)


def _no_such_command(name: str, services: Services) -> Reply:
    near = process.extract(
        name[:40].casefold(), services.commands.keys(), scorer=OSA.distance, score_cutoff=2, limit=3
    )
    hint = "Did you mean " + " or ".join(f"/{n}" for n, _, _ in near) + "? " if near else ""
    body = f"There is no command /{name[:40]}. {hint}/help lists them all."
    return Reply(Outcome.INVALID, body=body, private=True)


def _bug(request: Request) -> Reply:
    reference = secrets.token_hex(4)
    log.exception("bug", extra={"reference": reference, "command": request.action.command[:40]})
    body = (
        "Something went wrong on my side, and nothing was changed. If it happens again, tell the "
        f"person who runs this bot the reference {reference}."
    )
    return Reply(Outcome.FAILED, body=body, private=True)
