"""The funnel: permission, cooldown, arguments, handler, log. Every front end goes through it."""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.curation.settings import ServerSettings
from bot.curation.trouble import StoreError
from bot.handlers.access import missing
from bot.handlers.arguments import problem
from bot.handlers.command import Command
from bot.handlers.reply import Field, Outcome, Reply
from bot.handlers.request import Caller, Request, encodable
from bot.handlers.services import Services

log = logging.getLogger(__name__)


async def perform(request: Request, services: Services) -> Reply:
    """Answer a request. Never raises, but for cancellation: a bug becomes a reply with its id."""
    started = time.perf_counter()
    request = encodable(request)
    try:
        reply = await _admitted(request, services)
    except StoreError as error:
        log.warning("store", extra={"command": request.action.command[:40], "why": repr(error)})
        reply = Reply(Outcome.FAILED, body=str(error), private=True)
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
    arrival = await services.store.notices.arrive(request.caller.server, request.caller.user)
    reply = await _permitted(command, request, services, arrival.settings)
    reply = suited(reply, request.caller, arrival.settings)
    return await _with_news(reply, request, services) if arrival.news else reply


async def _permitted(
    command: Command, request: Request, services: Services, settings: ServerSettings
) -> Reply:
    lacking = missing(command, request.caller, settings.curator_role)
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


def suited(reply: Reply, caller: Caller, settings: ServerSettings) -> Reply:
    """The reply as the server wants it: quiet where it should be, known episodes told openly."""
    above = settings.spoilers_above or 0
    fields = tuple(
        replace(f, spoiler=False) if f.spoiler and f.episode and f.episode <= above else f
        for f in reply.fields
    )
    quiet = caller.channel is not None and caller.channel in settings.quiet
    return replace(reply, fields=fields, private=reply.private or quiet)


async def _with_news(reply: Reply, request: Request, services: Services) -> Reply:
    try:
        news = await services.store.notices.take(request.caller.user)
    except StoreError:  # no reason to withhold the answer: the news wait for the next one
        return reply
    told = tuple(Field("News for you", text, personal=True) for text in news)
    return replace(reply, fields=(*reply.fields, *told))


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
