"""Runs the client until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import discord

from bot.client.client import Client
from bot.client.invite import REFUSED, UNREACHABLE, no_token
from bot.handlers.services import Services

FINE, FAILED, CANNOT_START = 0, 1, 2  # exit codes

log = logging.getLogger(__name__)


async def serve(
    token: str,
    application: str,
    opening: AbstractAsyncContextManager[Services],
    ledger: Path,
) -> int:
    """Serve Discord until SIGTERM or SIGINT; SIGHUP reads the knowledge again.

    Args:
        token: The bot's token; without one the way to get one is told.
        application: The application's id, for the invitation; may be empty.
        opening: Opens what the handlers need; not entered where there is no token.
        ledger: A file that remembers which commands Discord has been told of.

    Returns:
        The exit code: 0 stopped, 1 the connection failed, 2 something must be set up first.
    """
    if not token:
        return _tell(no_token(application), CANNOT_START)
    async with opening as services, Client(services, ledger) as client:
        try:
            await _until_stopped(client, token)
        except discord.LoginFailure:
            return _tell(REFUSED, CANNOT_START)
        except (OSError, discord.DiscordException) as error:
            return _tell(UNREACHABLE.format(error=error), FAILED)
    return FINE


async def _until_stopped(client: Client, token: str) -> None:
    """Run the client; return when it ends by itself or a signal says stop."""
    stop = asyncio.Event()
    reloads: set[asyncio.Task[None]] = set()

    def reload() -> None:
        task = asyncio.ensure_future(client.reload())
        reloads.add(task)
        task.add_done_callback(reloads.discard)

    _on_signals(stop.set, reload)
    running = asyncio.ensure_future(client.start(token))
    stopping = asyncio.ensure_future(stop.wait())
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if running.done():
        running.result()
        return
    log.info("stopping")
    await client.close()
    running.cancel()
    await asyncio.wait({running})


def _on_signals(stop: Callable[[], None], reload: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for name, act in (("SIGTERM", stop), ("SIGINT", stop), ("SIGHUP", reload)):
        try:
            loop.add_signal_handler(getattr(signal, name), act)
        except (AttributeError, NotImplementedError):
            log.debug("no %s here", name)  # Windows: Ctrl+C raises KeyboardInterrupt instead


def _tell(text: str, code: int) -> int:
    sys.stderr.write(text)
    return code
