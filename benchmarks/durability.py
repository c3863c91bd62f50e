"""Kills the store in the middle of writing, again and again, and looks for anything lost.

    python -m benchmarks.durability --kills 200

Each round starts a process that writes from several coroutines at once and says each change that
was acknowledged. After a random moment it is killed (SIGKILL), the file is opened again, and every
acknowledged change must be there, whole, with its history row; replaying the history must give the
present list, so that no half change is there either. A kill shows what a crash of the program
costs. Power loss is answered by ``synchronous = FULL``: each commit waits for the disk.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.curation.changes import Change, Deed, Edit, Record, RecordKind
from bot.curation.history import Asked
from bot.curation.overlay import fresh, orphaned
from bot.knowledge.model import Artist, Track
from bot.store.store import Store

WRITERS = 6
SERVERS = ("s0", "s1", "s2")


async def write_for_ever(path: Path) -> None:
    """Write from several coroutines; each acknowledged change is one line of output."""
    async with Store.open(path) as store:
        await asyncio.gather(*(_writer(store, number) for number in range(WRITERS)))


async def _writer(store: Store, number: int) -> None:
    chance = random.Random()
    while True:
        server = chance.choice(SERVERS)
        done = await _act(store, server, f"u{number}", chance)
        if isinstance(done, Change):
            os.write(1, f"{server} {done.id} {len(done.edits)}\n".encode())


async def _act(store: Store, server: str, actor: str, chance: random.Random) -> object:
    deed = chance.choices(("add", "edit", "remove", "undo"), (4, 3, 1, 2))[0]
    overlay = await store.tracks.overlay(server)
    track = chance.choice(list(overlay.tracks.values())) if overlay.tracks else None
    if deed == "undo":
        latest = await store.tracks.latest(server)
        return latest and await store.tracks.undo(server, actor, latest)
    if deed == "add" or track is None:
        edits = _new_track(server, await store.tracks.taken(server), chance)
        return await store.tracks.apply(server, actor, Deed.ADD, edits)
    if deed == "remove":
        edits = [Edit.remove(track), *orphaned(overlay, track)]
        return await store.tracks.apply(server, actor, Deed.REMOVE, edits)
    after = Track(track.id, track.drama, f"T{chance.random()}", artists=track.artists)
    return await store.tracks.apply(server, actor, Deed.EDIT, [Edit.replace(track, after)])


def _new_track(server: str, taken: frozenset[str], chance: random.Random) -> list[Edit]:
    name = fresh("somebody", taken)
    artist = Artist(name, "Somebody 비 ☔ " * 20, server=server)
    id = fresh("rain", taken | {name})  # noqa: A001  # the field's word
    return [Edit.add(artist), Edit.add(Track(id, "d", f"T{chance.random()}", artists=(name,)))]


def kill_once(path: Path, after: float) -> dict[str, dict[int, int]]:
    """Let a process write and kill it. Returns what it acknowledged: server, change, edits."""
    command = [sys.executable, "-m", "benchmarks.durability", "--write", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    first = process.stdout.readline() if process.stdout else b""
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    acknowledged: dict[str, dict[int, int]] = {server: {} for server in SERVERS}
    for line in (first + rest).decode().splitlines(keepends=True):
        if line.endswith("\n"):
            server, change, edits = line.split()
            acknowledged[server][int(change)] = int(edits)
    return acknowledged


async def losses(path: Path, acknowledged: dict[str, dict[int, int]]) -> list[str]:
    """Everything that is wrong with the file after a kill; empty if nothing is."""
    wrong: list[str] = []
    async with Store.open(path) as store:
        for server, changes in acknowledged.items():
            page = await store.tracks.changes(server, Asked(size=10**6))
            history = {c.id: c for c in page.changes}
            for id, edits in changes.items():  # noqa: A001  # the field's word
                if id not in history or len(history[id].edits) != edits:
                    wrong.append(f"{server}: change {id} was acknowledged and is lost or not whole")
            present = {(_kind(r), r.id): r for r in (await store.tracks.overlay(server)).records()}
            if _replayed(history) != present:
                wrong.append(f"{server}: the list is not what its history says")
    return wrong


def _kind(record: Record) -> RecordKind:
    return Edit.add(record).kind


def _replayed(history: dict[int, Change]) -> dict[tuple[RecordKind, str], Record]:
    state: dict[tuple[RecordKind, str], Record] = {}
    for _, change in sorted(history.items()):
        for edit in change.edits:
            state.pop((edit.kind, edit.id), None)
            if edit.after is not None:
                state[edit.kind, edit.id] = edit.after
    return state


def run(kills: int, directory: Path, chance: random.Random) -> tuple[int, list[str]]:
    """Kill that many times, a fresh file every ten. Returns acknowledged changes and losses."""
    total, wrong = 0, []
    for number in range(kills):
        path = directory / f"{number // 10}.db"
        acknowledged = kill_once(path, chance.uniform(0.0, 0.15))
        total += sum(map(len, acknowledged.values()))
        wrong += asyncio.run(losses(path, acknowledged))
    return total, wrong


def main() -> int:
    """Run from the command line; exit code 1 if anything was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        asyncio.run(write_for_ever(options.write))
    with tempfile.TemporaryDirectory() as directory:
        total, wrong = run(options.kills, Path(directory), random.Random(options.seed))
    print(f"{options.kills} kills, {total} acknowledged changes, {len(wrong)} losses")
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
