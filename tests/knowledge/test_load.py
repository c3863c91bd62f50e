from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from bot.knowledge.load import Loaded, load
from tests.knowledge.directory import GOOD, written


def files_with_problems(loaded: Loaded) -> set[str]:
    return {Path(problem.file).name for problem in loaded.problems}


async def test_a_directory_becomes_a_catalog(tmp_path: Path) -> None:
    loaded = await load(written(tmp_path, GOOD))

    assert loaded.problems == ()
    assert loaded.catalog is not None
    track = loaded.catalog.tracks["signal/no"]
    assert (track.title, track.part, track.artists) == ("No", "1", ("chen",))
    found = [(c.role, c.artist, c.sources) for c in track.credits]
    assert found == [("composer", "chen", ("dots",))]


async def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    bad = {"dramas/w.yaml": "titel: W\n", "artists/g.yaml": "- {id: gummy}\n", "sources.yaml": "\t"}
    loaded = await load(written(tmp_path, {**GOOD, **bad}))

    assert loaded.catalog is None
    assert files_with_problems(loaded) == {"w.yaml", "g.yaml", "sources.yaml"}


async def test_a_second_start_parses_nothing_and_finds_the_same(tmp_path: Path) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    cold = await load(knowledge, cache)
    warm = await load(knowledge, cache)

    assert (cold.parsed, warm.parsed) == (3, 0)
    assert cold.fingerprint == warm.fingerprint
    assert cold.catalog is not None
    assert warm.catalog is not None
    assert warm.catalog.tracks == cold.catalog.tracks
    assert warm.catalog.artists == cold.catalog.artists
    assert warm.catalog.sources == cold.catalog.sources


def test_a_warm_start_loads_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    asyncio.run(load(knowledge, cache))
    program = (
        "import asyncio, sys; from pathlib import Path; from bot.knowledge.load import load\n"
        "loaded = asyncio.run(load(Path(sys.argv[1]), Path(sys.argv[2])))\n"
        "print(len(loaded.catalog.tracks), {'yaml', 'pydantic'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program, str(knowledge), str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "1 set()"


async def test_one_changed_file_is_parsed_alone(tmp_path: Path) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    before = await load(knowledge, cache)
    artist = "- {id: chen, name: CHEN}\n"
    after = await load(written(knowledge, {"artists/c.yaml": artist}), cache)

    assert after.parsed == 1
    assert after.fingerprint != before.fingerprint
    assert after.catalog is not None
    assert after.catalog.artists["chen"].name == "CHEN"


async def test_the_order_is_the_same_warm_or_cold(tmp_path: Path) -> None:
    dramas = {f"dramas/{c}.yaml": f"title: {c}\n" for c in "abcdef"}
    knowledge, cache = written(tmp_path / "k", dramas), tmp_path / "cache.db"
    await load(knowledge, cache)
    mixed = await load(written(knowledge, {"dramas/b.yaml": "title: bb\n"}), cache)

    assert mixed.parsed == 1
    assert mixed.catalog is not None
    assert list(mixed.catalog.dramas) == list("abcdef")


async def test_a_removed_file_takes_its_entities_along(tmp_path: Path) -> None:
    more = {**GOOD, "dramas/w.yaml": "title: W\n"}
    knowledge, cache = written(tmp_path / "k", more), tmp_path / "cache.db"
    await load(knowledge, cache)
    (knowledge / "dramas/w.yaml").unlink()
    after = await load(knowledge, cache)

    assert after.parsed == 0
    assert after.catalog is not None
    assert set(after.catalog.dramas) == {"signal"}


async def test_a_removed_artist_is_missed_even_when_nothing_is_parsed(tmp_path: Path) -> None:
    more = {**GOOD, "artists/x.yaml": "- {id: xia, name: XIA}\n"}
    song = more["dramas/signal.yaml"].replace("[chen]", "[chen, xia]")
    knowledge = written(tmp_path / "k", {**more, "dramas/signal.yaml": song})
    cache = tmp_path / "cache.db"
    await load(knowledge, cache)
    (knowledge / "artists/x.yaml").unlink()
    after = await load(knowledge, cache)

    assert after.parsed == 0
    assert after.catalog is None
    [problem] = after.problems
    assert (problem.line, problem.key) == (6, "soundtrack[no].artists[2]")


async def test_a_file_with_problems_is_not_kept(tmp_path: Path) -> None:
    knowledge = written(tmp_path / "k", {**GOOD, "dramas/w.yaml": "title: W\nnetwork:\n"})
    cache = tmp_path / "cache.db"
    first, second = await load(knowledge, cache), await load(knowledge, cache)

    assert first.problems == second.problems != ()
    assert second.parsed == 1


async def test_many_loads_at_once_share_a_cache(tmp_path: Path) -> None:
    knowledge, cache = written(tmp_path / "k", GOOD), tmp_path / "cache.db"
    loads = await asyncio.gather(*(load(knowledge, cache) for _ in range(8)))

    assert [found.problems for found in loads] == [()] * 8
    assert (await load(knowledge, cache)).parsed == 0


async def test_a_missing_directory_is_a_problem_that_names_it(tmp_path: Path) -> None:
    loaded = await load(tmp_path / "nowhere")

    assert loaded.catalog is None
    assert "nowhere" in str(loaded.problems[0])
