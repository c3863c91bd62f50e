from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from prompt_toolkit.history import InMemoryHistory

from bot.chat.history import history_file, open_history


def test_the_file_is_in_the_state_folder() -> None:
    assert history_file({"XDG_STATE_HOME": "/s"}) == Path("/s/ostinato/history")
    assert history_file({"LOCALAPPDATA": "/l"}) == Path("/l/ostinato/history")
    assert history_file({}).is_relative_to(Path.home())


def test_what_was_typed_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "new" / "history"
    open_history(path).store_string("/song 비\nx")
    assert list(open_history(path).load_history_strings()) == ["/song 비\nx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    open_history(tmp_path / "history")
    assert stat.S_IMODE((tmp_path / "history").stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_costs_only_the_history(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert isinstance(open_history(tmp_path / "file" / "history"), InMemoryHistory)
    assert isinstance(open_history(None), InMemoryHistory)


def test_a_disk_that_fills_up_costs_only_the_history(tmp_path: Path) -> None:
    history = open_history(tmp_path / "history")
    (tmp_path / "history").unlink()
    (tmp_path / "history").mkdir()  # as good as a full disk: it can't be appended to
    history.store_string("/help")
