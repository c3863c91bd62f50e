from __future__ import annotations

from pathlib import Path

from bot.knowledge.load import load
from tests.knowledge.directory import written

DRAMA = """\
title: T
sources: [no1]
cast: [{name: A, sources: [no2]}]
facts: [{text: x, topic: music, sources: [no3]}]
disputes: [{field: title, text: x, sources: [no4]}]
soundtrack:
  - id: a
    title: A
    artists: [chen, who1]
    featuring: [who2]
    composers: [{name: A}, {name: B, artist: who3}]
    arrangers: [{name: C, artist: who4}]
    credit_sources: [known, no5]
    sources: [no6]
    facts: [{text: x, topic: music, sources: [no7]}]
    disputes: [{field: title, text: x, sources: [no8]}]
"""
ARTISTS = """\
- id: chen
  name: Chen
  members: [{name: A}, {name: B, artist: who5}]
  facts: [{text: x, topic: music, sources: [no9]}]
"""


async def found(directory: Path, **files: str) -> dict[str, tuple[str, int | None]]:
    names = {"artists/c.yaml": ARTISTS, "dramas/t.yaml": DRAMA, "sources.yaml": "known: {title: K}"}
    loaded = await load(written(directory, {**names, **files}))
    return {p.text.split('"')[1]: (p.key, p.line) for p in loaded.problems if '"' in p.text}


async def test_every_place_that_names_a_source_or_an_artist_is_checked(tmp_path: Path) -> None:
    assert await found(tmp_path) == {
        "no1": ("sources[1]", 2),
        "no2": ("cast[A].sources[1]", 3),
        "no3": ("facts[1].sources[1]", 4),
        "no4": ("disputes[1].sources[1]", 5),
        "who1": ("soundtrack[a].artists[2]", 9),
        "who2": ("soundtrack[a].featuring[1]", 10),
        "who3": ("soundtrack[a].composers[B].artist", 11),
        "who4": ("soundtrack[a].arrangers[C].artist", 12),
        "no5": ("soundtrack[a].credit_sources[2]", 13),
        "no6": ("soundtrack[a].sources[1]", 14),
        "no7": ("soundtrack[a].facts[1].sources[1]", 15),
        "no8": ("soundtrack[a].disputes[1].sources[1]", 16),
        "who5": ("[chen].members[B].artist", 3),
        "no9": ("[chen].facts[1].sources[1]", 4),
    }


async def test_what_an_unreadable_file_may_hold_is_not_called_missing(tmp_path: Path) -> None:
    broken = {"artists/w.yaml": "- id: who1\n  nam: W\n", "sources.yaml": "known: [\n"}
    assert not {"no1", "no5", "who1"} & set(await found(tmp_path, **broken))


async def test_a_mistyped_name_is_guessed(tmp_path: Path) -> None:
    drama = "title: T\nsoundtrack: [{id: a, title: A, artists: [chenn], sources: [knwon]}]\n"
    artist = "- {id: chen, name: Chen}\n"
    files = {"dramas/t.yaml": drama, "artists/c.yaml": artist, "sources.yaml": "known: {title: K}"}
    loaded = await load(written(tmp_path, files))
    remedies = {problem.remedy for problem in loaded.problems}

    assert remedies == {
        'Did you mean "chen"? If not, add it to artists/c.yaml',
        'Did you mean "known"? If not, add it to sources.yaml',
    }


async def test_an_artist_in_two_files_is_found(tmp_path: Path) -> None:
    artist = "- {id: chen, name: Chen}\n"
    files = {"artists/c.yaml": artist, "artists/k.yaml": artist, "dramas/t.yaml": "title: T\n"}
    [problem] = (await load(written(tmp_path, files))).problems

    assert Path(problem.file).name == "k.yaml"
    assert problem.remedy == "Move the artist to artists/c.yaml"
