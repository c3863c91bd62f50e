from __future__ import annotations

import os

from bot.chat.protocol import LONGEST_LINE
from bot.chat.streams import lines_from, write_to


async def lines_of(data: bytes) -> list[bytes]:
    reader, writer = os.pipe()
    write_to(writer)(data)
    os.close(writer)
    try:
        return [line async for line in lines_from(reader)]
    finally:
        os.close(reader)


async def test_lines_come_one_by_one() -> None:
    assert await lines_of(b"") == []
    assert await lines_of(b"a\n\nb\r\nc") == [b"a\n", b"\n", b"b\r\n", b"c"]
    assert await lines_of(b"x\n" * 1000) == [b"x\n"] * 1000


async def test_an_endless_line_is_cut_and_the_next_one_is_whole(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "long")  # noqa: PTH118 (a pipe holds less than this)
    with open(path, "wb") as file:  # noqa: PTH123, ASYNC230
        file.write(b"x" * 1_000_000 + b"\n/about\n")
    descriptor = os.open(path, os.O_RDONLY)
    try:
        found = [line async for line in lines_from(descriptor)]
    finally:
        os.close(descriptor)
    assert [len(line) for line in found] == [LONGEST_LINE + 1, 7]


async def test_a_reader_that_stops_early_leaves_nothing_waiting() -> None:
    reader, writer = os.pipe()
    write_to(writer)(b"a\nb\n")
    async for line in lines_from(reader):
        assert line == b"a\n"
        break
    os.close(writer)
