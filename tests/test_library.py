from __future__ import annotations

from pathlib import Path

import pytest

from bot.curation.overlay import Overlay
from bot.knowledge.model import Kind, Track
from bot.library import KnowledgeError, Library
from bot.matching.resolve import Found, NotFound
from bot.matching.resolver import Resolver

DRAMA = """\
title: Rainy Season
sources: [press]
soundtrack:
  - {id: puddles, title: Puddles, artists: [gummy], sources: [press]}
"""


class ShelfOf:
    """A shelf with one server's tracks; a change raises the revision."""

    def __init__(self, server: str, *tracks: Track) -> None:
        self._server = server
        self._tracks = tracks
        self.changes = 1
        self.asked = 0

    async def revision(self, server: str) -> int:
        return self.changes if server == self._server else 0

    async def overlay(self, server: str) -> Overlay:
        self.asked += 1
        return Overlay(tracks={t.id: t for t in self._tracks})

    def add(self, track: Track) -> None:
        self._tracks += (track,)
        self.changes += 1


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    for name, text in {
        "dramas/rainy-season.yaml": DRAMA,
        "artists/g.yaml": "- {id: gummy, name: Gummy, name_ko: 거미, sources: [press]}\n",
        "sources.yaml": "press: {title: The Press}\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def own(slug: str) -> Track:
    return Track(f"rainy-season/{slug}", "rainy-season", slug.title(), artists=("gummy",))


async def test_a_server_s_track_is_seen_there_and_nowhere_else(directory: Path) -> None:
    library = await Library.open(directory, None, ShelfOf("s1", own("thunder")))
    here, there = await library.view("s1"), await library.view("s2")
    assert isinstance(here.resolver.resolve("thunder", Kind.TRACK), Found)
    assert isinstance(there.resolver.resolve("thunder", Kind.TRACK), NotFound)
    assert isinstance((await library.view(None)).resolver.resolve("thunder", Kind.TRACK), NotFound)
    assert len(here.catalog.soundtrack("rainy-season")) == 2
    assert len(there.catalog.soundtrack("rainy-season")) == 1


async def test_a_change_shows_at_the_next_view_and_no_change_costs_nothing(
    directory: Path,
) -> None:
    shelf = ShelfOf("s1", own("thunder"))
    library = await Library.open(directory, None, shelf)
    assert await library.view("s1") is await library.view("s1")
    assert shelf.asked == 1
    shelf.add(own("lightning"))
    view = await library.view("s1")
    assert isinstance(view.resolver.resolve("lightning", Kind.TRACK), Found)


async def test_a_broken_file_at_start_is_an_error_that_names_it(directory: Path) -> None:
    (directory / "dramas" / "rainy-season.yaml").write_text("title: [", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"rainy-season\.yaml"):
        await Library.open(directory, None, None)


async def test_a_broken_file_at_reload_leaves_the_last_good_knowledge(directory: Path) -> None:
    library = await Library.open(directory, None, None)
    good = await library.view(None)
    file = directory / "dramas" / "rainy-season.yaml"
    file.write_text("title: [", encoding="utf-8")
    assert "rainy-season.yaml" in "".join(await library.reload())
    assert await library.view(None) is good
    file.write_text(DRAMA.replace("Puddles", "Umbrella"), encoding="utf-8")
    assert await library.reload() == ()
    view = await library.view(None)
    assert isinstance(view.resolver.resolve("umbrella", Kind.TRACK), Found)


async def test_after_a_reload_a_server_sees_the_new_base_too(directory: Path) -> None:
    library = await Library.open(directory, None, ShelfOf("s1", own("thunder")))
    await library.view("s1")
    file = directory / "dramas" / "rainy-season.yaml"
    file.write_text(DRAMA.replace("Puddles", "Umbrella"), encoding="utf-8")
    await library.reload()
    titles = {t.title for t in (await library.view("s1")).catalog.soundtrack("rainy-season")}
    assert titles == {"Umbrella", "Thunder"}


async def test_a_second_start_takes_the_index_from_the_cache(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = directory / "cache.db"
    await Library.open(directory, cache, None)

    def not_again(_: object) -> Resolver:
        raise AssertionError("built again")

    monkeypatch.setattr(Resolver, "of", not_again)
    view = await (await Library.open(directory, cache, None)).view(None)
    assert isinstance(view.resolver.resolve("pudles", Kind.TRACK), Found)


async def test_a_changed_file_rebuilds_the_index(directory: Path) -> None:
    cache = directory / "cache.db"
    await Library.open(directory, cache, None)
    file = directory / "dramas" / "rainy-season.yaml"
    file.write_text(DRAMA.replace("Puddles", "Umbrella"), encoding="utf-8")
    view = await (await Library.open(directory, cache, None)).view(None)
    assert isinstance(view.resolver.resolve("umbrella", Kind.TRACK), Found)
