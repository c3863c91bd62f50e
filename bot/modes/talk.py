"""The two front ends. Each is imported only when it is asked for."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from bot.compose import open_services
from bot.handlers.cooldown import Rate
from bot.handlers.request import Caller
from bot.modes.mode import FINE, Mode
from bot.settings import Settings


def _chat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("line", nargs="*", help="a question or command to answer, then exit")
    parser.add_argument("--pipe", action="store_true", help="one JSON object a line, in and out")
    parser.add_argument("--user", default="terminal", help="who asks (default: terminal)")
    parser.add_argument("--server", default="terminal", help="whose own tracks are seen")
    parser.add_argument("--grants", default="", help="such as manage_guild,owner")
    parser.add_argument("--roles", default="", help="ids of roles, with commas between")
    # One person at their own terminal needs no protection from themselves.
    parser.add_argument("--cooldown", type=Rate.parse, default="0", metavar="USES/SECONDS")


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(",") if word.strip())


def _caller(options: Namespace) -> Caller:
    grants, roles = _words(options.grants), _words(options.roles)
    return Caller(options.user, options.server, "terminal", grants, roles)


async def _chat(settings: Settings, options: Namespace) -> int:
    from bot.chat.history import history_file
    from bot.chat.pipe import pipe
    from bot.chat.session import chat, once
    from bot.chat.streams import lines_from, write_to

    caller = _caller(options)
    async with open_services(settings, options.cooldown) as services:
        if options.line:
            return await once(" ".join(options.line), services, caller)
        if options.pipe:
            lines, write = lines_from(sys.stdin.fileno()), write_to(sys.stdout.fileno())
            await pipe(services, caller, lines, write)
        else:
            await chat(services, caller, history_file(os.environ))
    return FINE


async def _discord(settings: Settings, _: Namespace) -> int:
    from bot.client.serve import serve

    ledger = settings.database.parent / "commands.sha256"
    opening = open_services(settings, settings.rate)
    return await serve(settings.token, settings.application_id, opening, ledger)


MODES = (
    Mode("chat", "talk in the terminal, or answer one line", _chat, _chat_arguments),
    Mode("discord", "serve Discord", _discord, quiet=False),
)
