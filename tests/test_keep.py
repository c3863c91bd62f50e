"""The command line's backup, restore, export and import, each on a small base."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main

DRAMA = """\
title: Rainy Season
sources: [press]
soundtrack:
  - {id: puddles, title: Puddles, artists: [gummy], sources: [press]}
"""
LIST = "title,artists,drama\nRain,Gummy,Rainy Season\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = tmp_path / "knowledge"
    for name, text in {
        "dramas/rainy-season.yaml": DRAMA,
        "artists/g.yaml": "- {id: gummy, name: Gummy, name_ko: 거미, sources: [press]}\n",
        "sources.yaml": "press: {title: The Press}\n",
    }.items():
        (knowledge / name).parent.mkdir(parents=True, exist_ok=True)
        (knowledge / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("OSTINATO_KNOWLEDGE", str(knowledge))
    monkeypatch.setenv("OSTINATO_CACHE", str(tmp_path / "cache.db"))
    monkeypatch.setenv("OSTINATO_DATABASE", str(tmp_path / "live.db"))
    monkeypatch.chdir(tmp_path)
    Path("in.csv").write_text(LIST, encoding="utf-8")


def test_a_dry_run_first_then_in_then_out_again(
    files: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "in.csv", "--server", "s1"]) == 0
    assert "--yes" in capsys.readouterr().out
    assert main(["export", "none.yaml", "--server", "s1"]) == 0
    assert "Rain" not in Path("none.yaml").read_text()
    assert main(["import", "in.csv", "--server", "s1", "--yes"]) == 0
    for file in ("out.csv", "out.yaml"):
        assert main(["export", file, "--server", "s1"]) == 0
        assert main(["import", file, "--server", "s2", "--yes"]) == 0
    assert "Nothing to import" in capsys.readouterr().out


def test_a_bad_file_is_refused(files: None, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.csv").write_text("title,artists,drama\nRain,,\n")
    assert main(["import", "bad.csv", "--yes"]) == 1
    assert "Line 2" in capsys.readouterr().out
    assert main(["import", "missing.csv"]) == 1
    assert "missing.csv" in capsys.readouterr().err
    assert main(["export", "no/such/folder.csv"]) == 1


def test_backup_and_restore(files: None, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "in.csv", "--server", "s1", "--yes"])
    assert main(["backup", "copy.db"]) == 0
    main(["import", "in.csv", "--server", "s2", "--yes"])
    assert main(["restore", "copy.db"]) == 0
    assert "before-restore" in capsys.readouterr().out
    main(["export", "s2.csv", "--server", "s2"])
    assert "Rain" not in Path("s2.csv").read_text()
    assert main(["restore", "in.csv"]) == 1
    assert "can't be used" in capsys.readouterr().err
