"""A made-up knowledge base of any size, in the shape of the real one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bot.knowledge.files import artist_file

_TRACKS_A_DRAMA = 12
_TRACKS_AN_ARTIST = 5
_LATIN = [consonant + vowel for consonant in "bdghjklmn" for vowel in "aeiou"]
_HANGUL = [chr(code) for code in range(0xAC00, 0xD7A4, 37)]


def write_base(directory: Path, tracks: int, seed: int = 16) -> None:
    """Writes a knowledge base of about that many tracks into an empty directory."""
    dice = random.Random(seed)
    artists = sorted(f"{_word(dice, 3)}-{n}" for n in range(tracks // _TRACKS_AN_ARTIST))
    (directory / "dramas").mkdir(parents=True)
    (directory / "artists").mkdir()
    for name, ids in groupby(artists, artist_file):
        text = "".join(_artist(dice, artist) for artist in ids)
        (directory / name).write_text(text, encoding="utf-8")
    for number in range(tracks // _TRACKS_A_DRAMA):
        text = "".join(_drama(dice, number, artists))
        path = directory / "dramas" / f"{_word(dice, 4)}-{number}.yaml"
        path.write_text(text, encoding="utf-8")
    sources = "".join(f"source-{n}:\n  title: Source {n}\n" for n in range(300))
    (directory / "sources.yaml").write_text(sources, encoding="utf-8")


def _word(dice: random.Random, syllables: int) -> str:
    return "".join(dice.choices(_LATIN, k=syllables))


def _title(dice: random.Random) -> str:
    words = (_word(dice, dice.randint(1, 4)).capitalize() for _ in range(dice.randint(1, 4)))
    return " ".join(words)


def _korean(dice: random.Random) -> str:
    return "".join(dice.choices(_HANGUL, k=dice.randint(2, 7)))


def _artist(dice: random.Random, id: str) -> str:
    names = f"- id: {id}\n  name: {_title(dice)}\n  name_ko: {_korean(dice)}\n"
    return f"{names}  aliases: [{_title(dice)} X]\n  kind: solo\n  sources: [source-1]\n"


def _drama(dice: random.Random, number: int, artists: list[str]) -> Iterator[str]:
    yield f"title: {_title(dice)} {number}\ntitle_ko: {_korean(dice)}\nnetwork: tvN\n"
    yield "first_aired: 2016-01-22\nlast_aired: 2016-03-12\nsources: [source-2]\nsoundtrack:\n"
    for part in range(1, _TRACKS_A_DRAMA + 1):
        credited = ", ".join(dice.sample(artists, dice.choice((1, 1, 2))))
        yield f"  - id: song-{part}\n    part: {part}\n    title: {_title(dice)} {part}\n"
        yield f"    title_ko: {_korean(dice)}\n    artists: [{credited}]\n"
        yield f"    released: 2016-02-{part:02}\n    sources: [source-3, source-4]\n"
        yield "    composers:\n"
        yield f"      - name: {_title(dice)}\n        name_ko: {_korean(dice)}\n"
        yield f"    facts:\n      - text: {_title(dice)} is heard when {_title(dice)} leaves.\n"
        yield "        topic: scene\n        episode: 3\n        sources: [source-5]\n"
