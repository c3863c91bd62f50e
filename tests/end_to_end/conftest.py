"""``python -m bot discord`` as its own process, connected to a simulated Discord."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.end_to_end.people import MANAGE_SERVER, Person
from tests.end_to_end.simulated import PATIENCE, TOKEN, SimulatedDiscord
from tests.knowledge.directory import written

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = {
    "sources.yaml": "press: {title: The Press, address: 'https://example.org/a'}\n",
    "artists/c.yaml": "- {id: chen, name: Chen, name_ko: 첸, kind: solo}\n",
    "artists/g.yaml": "- {id: gummy, name: Gummy, name_ko: 거미, kind: solo}\n",
    "dramas/sun.yaml": (
        "title: Descendants of the Sun\n"
        "soundtrack:\n"
        "  - {id: everytime, title: Everytime, part: 2, artists: [chen]}\n"
        "  - {id: everything, title: You Are My Everything, part: 4, artists: [gummy]}\n"
    ),
    "dramas/rain.yaml": (
        "title: Rainy Season\n"
        "soundtrack:\n"
        "  - {id: everytime, title: Everytime, part: 1, artists: [gummy]}\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Running:
    """The bot's process, the Discord it sees, and who is there."""

    process: asyncio.subprocess.Process
    discord: SimulatedDiscord
    log: Path

    @property
    def admin(self) -> Person:
        return Person(self.discord, "300000000000000001", "admin", MANAGE_SERVER)

    @property
    def member(self) -> Person:
        return Person(self.discord, "300000000000000002", "ann")

    @property
    def stranger(self) -> Person:
        return Person(self.discord, "300000000000000003", "eve", server="200000000000000009")

    async def connected(self) -> None:
        """Wait until it is; fail with what it wrote if it stops instead."""
        waiting = {
            asyncio.ensure_future(self.discord.ready()),
            asyncio.ensure_future(self.stopped()),
        }
        done, rest = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in rest:
            task.cancel()
        assert self.process.returncode is None, self.log.read_text()
        done.pop().result()

    async def stopped(self) -> int:
        """The exit code."""
        return await asyncio.wait_for(self.process.wait(), PATIENCE)


def environment(directory: Path, discord: SimulatedDiscord, token: str = TOKEN) -> dict[str, str]:
    """Nothing of the machine's own settings, and every file below ``directory``."""
    return {
        "PATH": os.environ["PATH"],
        "SIMULATED_API": f"http://{discord.address}/api",
        "SIMULATED_GATEWAY": discord.gateway,
        "DISCORD_TOKEN": token,
        "OSTINATO_KNOWLEDGE": str(directory / "knowledge"),
        "OSTINATO_DATABASE": str(directory / "data.db"),
        "OSTINATO_CACHE": str(directory / "cache.db"),
        "OSTINATO_COOLDOWN": "0",
    }


async def launched(directory: Path, discord: SimulatedDiscord, token: str = TOKEN) -> Running:
    """The bot, started but not yet connected."""
    written(directory / "knowledge", KNOWLEDGE)
    log = directory / "log"
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.end_to_end.launch", "discord",
            cwd=ROOT, env=environment(directory, discord, token), stderr=errors,
        )  # fmt: skip
    return Running(process, discord, log)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """The bot, connected; one for all tests of a module."""
    async with SimulatedDiscord.serving() as discord:
        running = await launched(tmp_path_factory.mktemp("bot"), discord)
        try:
            await running.connected()
            yield running
        finally:
            if running.process.returncode is None:
                running.process.terminate()
                await running.stopped()
