from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.chat.files import MOST_BYTES, FileError, read_files, save
from bot.handlers.command import Command, Parameter, Type
from bot.handlers.reply import Attachment, Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.services import Services


async def nothing(request: Request, services: Services) -> Reply:
    return Reply(Outcome.DONE)


COMMANDS = {
    "import": Command("import", "Imports", nothing, (Parameter("file", "A file", type=Type.FILE),)),
    "song": Command("song", "Songs", nothing, (Parameter("file", "Just text"),)),
}


def read(path: str, command: str = "import") -> dict[str, bytes]:
    return dict(read_files(Action(command, {"file": path}), COMMANDS))


def test_only_parameters_that_take_a_file_are_read(tmp_path: Path) -> None:
    file = tmp_path / "음악 tracks.csv"
    file.write_bytes(b"a,b")
    assert read(str(file)) == {"file": b"a,b"}
    assert read(str(file), "song") == {}
    assert read(str(file), "sogn") == {}
    assert read("") == {}


@pytest.mark.parametrize("name", ["missing.csv", ".", "a\0b", "~nobody-of-that-name/x", "x" * 5000])
def test_what_is_no_file_is_said_kindly(name: str) -> None:
    with pytest.raises(FileError, match="“"):
        read(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(FileError, match="no file"):
        read(str(tmp_path / "fifo"))


def test_a_file_over_five_megabytes_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    file.write_bytes(bytes(MOST_BYTES + 1))
    with pytest.raises(FileError, match="5 MB"):
        read(str(file))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tracks.yaml", ["tracks.yaml", "tracks-2.yaml"]),
        ("../../etc/passwd", ["etc-passwd", "etc-passwd-2"]),
        ("\x1b[2J", ["2J", "2J-2"]),
        ("...", ["ostinato", "ostinato-2"]),
    ],
)
def test_saved_under_a_safe_name_and_never_over_another_file(
    tmp_path: Path, name: str, expected: list[str]
) -> None:
    saved = [save(Attachment(name, data), tmp_path) for data in (b"first", b"second")]
    assert [path.name for path in saved] == expected
    assert [path.read_bytes() for path in saved] == [b"first", b"second"]
    assert {path.parent for path in saved} == {tmp_path}
