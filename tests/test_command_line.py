from __future__ import annotations

from pathlib import Path

import pytest

from bot import __version__
from bot.__main__ import CANNOT_START, main
from bot.modes import MODES
from bot.modes.mode import FAILED, FINE


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads this machine's settings or writes beside the program."""
    monkeypatch.setenv("OSTINATO_DATABASE", str(tmp_path / "ostinato.db"))
    monkeypatch.setenv("OSTINATO_CACHE", str(tmp_path / "cache.db"))
    monkeypatch.setenv("DISCORD_TOKEN", "")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    directory = tmp_path / "broken"
    (directory / "dramas").mkdir(parents=True)
    (directory / "dramas" / "signal.yaml").write_text("title: [\n", encoding="utf-8")
    return directory


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_one_line_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chat", "/song", "You", "Are", "My", "Everything"]) == FINE
    assert "Gummy" in capsys.readouterr().out


def test_check_passes_on_what_ships(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == FINE
    assert "dramas" in capsys.readouterr().out


def test_check_fails_on_a_broken_file(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--knowledge", str(broken)]) == FAILED
    assert "signal.yaml:" in capsys.readouterr().out


def test_a_broken_file_at_start_is_named(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chat", "/about", "--knowledge", str(broken)]) == CANNOT_START
    assert "signal.yaml" in capsys.readouterr().err


def test_a_bad_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OSTINATO_COOLDOWN", "often")
    assert main(["chat", "/about"]) == CANNOT_START
    assert "OSTINATO_COOLDOWN" in capsys.readouterr().err


def test_discord_without_a_token_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["discord"]) == CANNOT_START
    assert ".env" in capsys.readouterr().err


def test_a_new_drama_is_begun_and_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["new", "drama", "나의 아저씨", "--knowledge", str(tmp_path)]
    assert main(arguments) == FINE
    assert list((tmp_path / "dramas").iterdir())
    assert main(arguments) == FAILED
    assert "already" in capsys.readouterr().err


def test_every_mode_is_described() -> None:
    assert all(mode.help for mode in MODES)
    assert len({mode.name for mode in MODES}) == len(MODES)


def test_match_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "everytme chen", "--kind", "track", "--explain"]) == FINE
    shown = capsys.readouterr().out
    assert "track: found" in shown
    assert "Everytime" in shown
    assert "with its artist" in " ".join(shown.replace("│", " ").split())
