"""What Discord hands over with a command, as an action's arguments and files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord

from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action

Given = Mapping[str, Any]  # option values as discord.py resolves them, by parameter

LARGEST = 5 * 1024 * 1024  # bytes of an uploaded file
_MEGABYTE = 1024 * 1024


def action_of(command: str, given: Given) -> Action:
    """The command with its options as text; mentioned people, roles and channels as their ids."""
    plain = {k: v for k, v in given.items() if not isinstance(v, discord.Attachment)}
    return Action(command, {name: _text(value) for name, value in plain.items()})


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.id) if hasattr(value, "id") else str(value)


def too_large(given: Given) -> Reply | None:
    """A refusal where an uploaded file is larger than we read, before any of it is fetched."""
    for file in given.values():
        if isinstance(file, discord.Attachment) and file.size > LARGEST:
            body = (
                f"“{file.filename}” has {file.size / _MEGABYTE:.1f} MB. I read files of up to "
                f"{LARGEST // _MEGABYTE} MB; please split it."
            )
            return Reply(Outcome.INVALID, body=body, private=True)
    return None


async def fetched(given: Given) -> dict[str, bytes]:
    """The content of the uploaded files, by parameter."""
    files = {k: v for k, v in given.items() if isinstance(v, discord.Attachment)}
    return {name: await file.read() for name, file in files.items()}
