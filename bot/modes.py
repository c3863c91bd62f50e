"""What the command line can run. Each front end is imported only when it is asked for."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from bot.compose import open_services
from bot.handlers.cooldown import UNLIMITED
from bot.handlers.request import Caller
from bot.knowledge.check import check
from bot.settings import Settings

Run = Callable[[Settings, Namespace], Coroutine[None, None, int]]


@dataclass(frozen=True, slots=True)
class Mode:
    """One word after ``python -m bot``. ``run`` returns the exit code.

    A ``quiet`` mode logs only warnings and worse where no level is asked for: in a terminal, lines
    about every request would stand between the answers.
    """

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Run
    quiet: bool = False


def say(text: str) -> None:
    """Print to standard output, which is what a mode was run for."""
    sys.stdout.write(text + "\n")


def _chat_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("line", nargs="*", help="a question or command to answer, then exit")
    parser.add_argument("--pipe", action="store_true", help="one JSON object a line, in and out")
    parser.add_argument("--user", default="terminal", help="who asks (default: terminal)")
    parser.add_argument("--server", default="terminal", help="whose own tracks are seen")
    parser.add_argument("--grants", default="", help="such as manage_guild,owner")
    parser.add_argument("--roles", default="", help="ids of roles, with commas between")


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
    # One person at their own terminal needs no protection from themselves.
    async with open_services(settings, UNLIMITED) as services:
        if options.line:
            return await once(" ".join(options.line), services, caller)
        if options.pipe:
            lines, write = lines_from(sys.stdin.fileno()), write_to(sys.stdout.fileno())
            await pipe(services, caller, lines, write)
        else:
            await chat(services, caller, history_file(os.environ))
    return 0


async def _discord(settings: Settings, _: Namespace) -> int:
    from bot.client.serve import serve

    ledger = settings.database.parent / "commands.sha256"
    opening = open_services(settings, settings.rate)
    return await serve(settings.token, settings.application_id, opening, ledger)


def _no_arguments(_: ArgumentParser) -> None:
    pass


async def _check(settings: Settings, _: Namespace) -> int:
    report, code = await check(settings.knowledge)
    say(report)
    return code


MODES = (
    Mode("chat", "talk in the terminal, or answer one line", _chat_arguments, _chat, quiet=True),
    Mode("discord", "serve Discord", _no_arguments, _discord),
    Mode("check", "check the knowledge files", _no_arguments, _check),
)
