"""Lines from standard input and to standard output, as bytes, without blocking the event loop."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import BinaryIO

from bot.chat.protocol import LONGEST_LINE

WAITING = 100  # lines read ahead of the answers


async def lines_from(descriptor: int) -> AsyncIterator[bytes]:
    """The lines of an open file, each cut after the longest that is accepted.

    A daemon thread reads: nothing else can wait for standard input on every system, and such a
    thread doesn't hold up the end of the program. It reads through an object of its own, because
    a thread that waits inside ``sys.stdin`` makes the interpreter abort when it shuts down.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[bytes | None] = asyncio.Queue()
    room = threading.Semaphore(WAITING)

    def pass_on(line: bytes | None) -> None:
        room.acquire()
        loop.call_soon_threadsafe(queue.put_nowait, line)

    threading.Thread(target=_read, args=(descriptor, pass_on), daemon=True).start()
    while (line := await queue.get()) is not None:
        room.release()
        yield line


def _read(descriptor: int, pass_on: Callable[[bytes | None], None]) -> None:
    with suppress(RuntimeError):  # the loop has closed: nobody waits for more
        with suppress(OSError), open(descriptor, "rb", closefd=False) as source:
            for line in _lines(source):
                pass_on(line)
        pass_on(None)


def _lines(source: BinaryIO) -> Iterator[bytes]:
    while line := source.readline(LONGEST_LINE + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = source.readline(LONGEST_LINE)


def write_to(descriptor: int) -> Callable[[bytes], None]:
    """A function that writes all of a line to an open file at once."""

    def write(line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    return write
