"""Starting the bot, well and badly."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.conftest import launched
from tests.end_to_end.simulated import SimulatedDiscord


async def test_a_refused_token_is_explained_and_not_repeated(tmp_path: Path) -> None:
    async with SimulatedDiscord.serving() as discord:
        running = await launched(tmp_path, discord, token="wrong-token")
        assert await running.stopped() == 2
    told = running.log.read_text()
    assert "Reset Token" in told
    assert "wrong-token" not in told


async def test_without_a_network_it_says_so(tmp_path: Path) -> None:
    async with SimulatedDiscord.serving() as discord:
        pass
    running = await launched(tmp_path, discord)
    assert await running.stopped() == 1
    assert "I can't reach Discord" in running.log.read_text()


async def test_commands_are_registered_once_for_all_starts(tmp_path: Path) -> None:
    async with SimulatedDiscord.serving() as discord:
        for _ in range(2):
            running = await launched(tmp_path, discord)
            await running.connected()
            running.process.terminate()
            assert await running.stopped() == 0
        assert sum(c.method == "PUT" for c in discord.calls) == 1
