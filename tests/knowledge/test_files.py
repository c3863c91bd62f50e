from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.knowledge.files import LARGEST, artist_file, take
from bot.knowledge.load import load
from tests.knowledge.directory import GOOD, written


async def problems(directory: Path) -> list[str]:
    return [str(problem) for problem in (await load(directory)).problems]


async def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    huge = "title: X\n# " + "x" * 10_000_000
    [problem] = await problems(written(tmp_path, {**GOOD, "dramas/huge.yaml": huge}))

    assert "huge.yaml: is over 1 MB" in problem
    assert "dramas/huge.yaml" not in take(tmp_path).data


async def test_the_largest_file_that_is_read_is_read(tmp_path: Path) -> None:
    text = "title: X\n# "
    full = text + "x" * (LARGEST - len(text))
    assert await problems(written(tmp_path, {"dramas/full.yaml": full})) == []


async def test_a_directory_in_place_of_a_file(tmp_path: Path) -> None:
    (written(tmp_path, GOOD) / "dramas" / "odd.yaml").mkdir()
    [problem] = await problems(tmp_path)
    assert "odd.yaml: isn't a file" in problem


async def test_a_link_to_nowhere(tmp_path: Path) -> None:
    (written(tmp_path, GOOD) / "dramas" / "odd.yaml").symlink_to(tmp_path / "gone")
    [problem] = await problems(tmp_path)
    assert "odd.yaml: isn't a file" in problem


async def test_a_pipe_does_not_hold_the_start_up(tmp_path: Path) -> None:
    os.mkfifo(written(tmp_path, GOOD) / "dramas" / "odd.yaml")
    [problem] = await problems(tmp_path)
    assert "odd.yaml: isn't a file" in problem


async def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    written(tmp_path, {"dramas/a.yaml": "title: A\n"})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "a.yaml: can't be read (Permission denied)" in str(take(tmp_path).problems[0])


@pytest.mark.parametrize("name", ["dramas/w.yml", "artists/w.YAML", "dramas/w.Yml"])
async def test_a_file_that_would_be_overlooked(tmp_path: Path, name: str) -> None:
    [problem] = await problems(written(tmp_path, {**GOOD, name: "title: W\n"}))
    assert "would be overlooked. Rename it to w.yaml" in problem


async def test_files_of_editors_and_notes_are_nobodys_business(tmp_path: Path) -> None:
    others = {"dramas/.#signal.yaml": "\t", "dramas/signal.yaml~": "\t", "artists/README.md": "hi"}
    assert await problems(written(tmp_path, {**GOOD, **others})) == []


async def test_a_directory_without_dramas_says_so(tmp_path: Path) -> None:
    [problem] = await problems(written(tmp_path, {"sources.yaml": GOOD["sources.yaml"]}))
    assert "holds no .yaml file" in problem
    assert "new drama" in problem


async def test_problems_name_the_file_as_the_directory_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "knowledge", {"dramas/a.yaml": "titel: A\n"})
    monkeypatch.chdir(tmp_path)
    found = await problems(Path("knowledge"))
    assert found[0].startswith(f"{Path('knowledge/dramas/a.yaml')}:1: ")


def test_artists_are_filed_by_their_first_letter() -> None:
    assert artist_file("gummy") == "artists/g.yaml"
    assert artist_file("2am") == "artists/0.yaml"
