"""What was typed before, kept for the arrow keys in a file that only its owner can read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory


def history_file(env: Mapping[str, str]) -> Path:
    """Where the history belongs: the user's state folder, never the program's."""
    given = env.get("XDG_STATE_HOME") or env.get("LOCALAPPDATA")
    return (Path(given) if given else Path.home() / ".local" / "state") / "ostinato" / "history"


def open_history(path: Path | None) -> History:
    """The history in that file; one that ends with the session where it can't be kept."""
    if path is None:
        return InMemoryHistory()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        return InMemoryHistory()
    return _Forgiving(str(path))


class _Forgiving(FileHistory):
    """A full disk loses the history, not the conversation."""

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(string)
