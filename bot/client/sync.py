"""Tells Discord which commands there are, only when their definition has changed."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

log = logging.getLogger(__name__)


def digest(tree: app_commands.CommandTree[Any], application: int | None) -> str:
    """What identifies the commands' definition and whose they are."""
    types = discord.AppCommandType
    payloads = [
        c.to_dict(tree)
        for t in (types.chat_input, types.message, types.user)
        for c in tree.get_commands(type=t)
    ]
    text = json.dumps([application, payloads], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


async def sync(tree: app_commands.CommandTree[Any], ledger: Path) -> bool:
    """Send the commands unless ``ledger`` says that Discord has just these. Returns whether sent.

    A refusal is logged, and the bot serves the commands that Discord knows already.
    """
    current = digest(tree, tree.client.application_id)
    if _noted(ledger) == current:
        return False
    try:
        await tree.sync()
        _note(current, ledger)
    except (discord.HTTPException, OSError):
        log.exception("the commands could not be registered, or not noted as registered")
        return False
    return True


def _noted(ledger: Path) -> str:
    return ledger.read_text() if ledger.is_file() else ""


def _note(digest: str, ledger: Path) -> None:
    ledger.parent.mkdir(parents=True, exist_ok=True)
    ledger.write_text(digest)
