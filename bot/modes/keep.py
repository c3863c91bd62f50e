"""The modes for whoever keeps the database: backup, restore."""

from __future__ import annotations

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.curation.trouble import StoreError
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


def _failed(error: StoreError) -> int:
    print(error, file=sys.stderr)  # noqa: T201  the message is the answer
    return FAILED


MODES = (
    Mode("backup", "copy the database into a file, also while the bot runs", _backup, _file),
    Mode("restore", "put a backup in the database's place, once checked", _restore, _file),
)
