"""The modes for whoever keeps the database: backup, restore, export, import."""

from __future__ import annotations

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from bot.chat.render import as_text
from bot.compose import open_services
from bot.curation.exchange.files import Format
from bot.curation.trouble import StoreError
from bot.handlers.cooldown import UNLIMITED
from bot.handlers.perform import perform
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import MANAGE_GUILD, Action, Caller, Request
from bot.modes.mode import FAILED, FINE, Mode, say
from bot.settings import Settings
from bot.store.backup import backup, restore


def _file(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


async def _backup(settings: Settings, options: Namespace) -> int:
    try:
        await asyncio.to_thread(backup, settings.database, options.file)
    except StoreError as error:
        return _failed(error)
    say(f"{settings.database} is backed up in {options.file}, checked.")
    return FINE


async def _restore(settings: Settings, options: Namespace) -> int:
    try:
        before = await asyncio.to_thread(restore, options.file, settings.database)
    except StoreError as error:
        return _failed(error)
    kept = f" What was there before is kept in {before}." if before else ""
    say(f"{settings.database} is restored from {options.file}.{kept}")
    return FINE


def _list_arguments(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--server", default="terminal", help="whose list (default: terminal)")


def _export_arguments(parser: ArgumentParser) -> None:
    _list_arguments(parser)
    formats = [kind.value for kind in Format]
    parser.add_argument("--format", choices=formats, help="default: as the file's name ends")


def _import_arguments(parser: ArgumentParser) -> None:
    _list_arguments(parser)
    parser.add_argument(
        "--yes", action="store_true", help="import it; without, only say what would"
    )


async def _export(settings: Settings, options: Namespace) -> int:
    ending = "csv" if options.file.suffix.casefold() == ".csv" else "yaml"
    action = Action("export", {"format": options.format or ending})
    reply = await _performed(Request(action, _keeper(options.server)), settings)
    for attachment in reply.attachments:
        try:
            await asyncio.to_thread(options.file.write_bytes, attachment.data)
        except OSError as error:
            return _failed(f"{options.file} can't be written: {error.strerror}.")
    return _told(reply)


async def _import(settings: Settings, options: Namespace) -> int:
    try:
        data = await asyncio.to_thread(options.file.read_bytes)
    except OSError as error:
        return _failed(f"{options.file} can't be read: {error.strerror}.")
    arguments = {"file": options.file.name, "confirm": "yes" if options.yes else "no"}
    action = Action("import", arguments)
    said = f"Reading {len(data):,} bytes …"
    print(said, file=sys.stderr)  # noqa: T201  progress: a large file takes seconds
    request = Request(action, _keeper(options.server), {"file": data})
    reply = await _performed(request, settings)
    if reply.outcome is Outcome.CONFIRM:
        reply = replace(reply, hint="", footer="Add --yes to import it.")
    return _told(replace(reply, choices=()))


def _keeper(server: str) -> Caller:
    """Whoever can open the file may do all of it."""
    return Caller("command line", server, grants=frozenset({MANAGE_GUILD}))


async def _performed(request: Request, settings: Settings) -> Reply:
    async with open_services(settings, UNLIMITED) as services:
        return await perform(request, services)


def _told(reply: Reply) -> int:
    say(as_text(reply))
    return FINE if reply.outcome in {Outcome.DONE, Outcome.CONFIRM} else FAILED


def _failed(error: StoreError | str) -> int:
    print(error, file=sys.stderr)  # noqa: T201  the message is the answer
    return FAILED


MODES = (
    Mode("backup", "copy the database into a file, also while the bot runs", _backup, _file),
    Mode("restore", "put a backup in the database's place, once checked", _restore, _file),
    Mode("export", "write a server's list to a file", _export, _export_arguments),
    Mode("import", "read a server's list from a file", _import, _import_arguments),
)
