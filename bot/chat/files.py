"""Files in and out of a conversation: those that a line names, and those that a reply brings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from bot.chat.line import Commands
from bot.handlers.command import Type
from bot.handlers.reply import Attachment
from bot.handlers.request import Action

MOST_BYTES = 5 * 1024 * 1024
UNSAFE = re.compile(r"[^\w.-]+")


class FileError(Exception):
    """A file can't be read; the message says which and why, for the person who named it."""


def read_files(action: Action, commands: Commands) -> Mapping[str, bytes]:
    """The content of each file that the action's arguments name, by parameter.

    Raises:
        FileError: There is no such file, or it can't be taken.
    """
    command = commands.get(action.command)
    if command is None:
        return {}
    named = [p.name for p in command.parameters if p.type is Type.FILE]
    given = {name: action.arguments.get(name, "").strip() for name in named}
    return {name: _read(path) for name, path in given.items() if path}


def _read(name: str) -> bytes:
    try:
        path = Path(name).expanduser()
        if not path.is_file():
            raise FileError(f"There is no file “{name[:200]}”. Give the path of a file.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "the path is not one that can be opened"
        raise FileError(f"“{name[:200]}” can't be read: {reason}.") from error
    if len(data) > MOST_BYTES:
        raise FileError(f"“{name[:200]}” is larger than 5 MB. Split it and send the parts.")
    return data


def save(attachment: Attachment, folder: Path) -> Path:
    """Write an attachment into the folder under its own name, or a numbered one if that is taken.

    Raises:
        OSError: The folder can't be written.
    """
    name = UNSAFE.sub("-", attachment.name).strip("-.") or "ostinato"
    stem, dot, ending = name.rpartition(".")
    for number in range(1, 1000):
        numbered = f"{stem}-{number}.{ending}" if dot else f"{name}-{number}"
        path = folder / (name if number == 1 else numbered)
        try:
            with path.open("xb") as file:
                file.write(attachment.data)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(f"{folder / name} and 998 numbered ones are there already.")
