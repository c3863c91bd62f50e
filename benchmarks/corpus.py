"""Names to measure with: from a table, from the knowledge base, or made up to any number."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.matching.names import Name, names_of


def read(path: Path) -> list[Name]:
    """The rows of a table with the header ``id name weight lang``, tab-separated."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Name(row["id"], row["name"], float(row.get("weight") or 0), row.get("lang") or "")
            for row in rows
            if row["name"]
        ]


def write(path: Path, names: Sequence[Name]) -> None:
    """The names as such a table."""
    lines = [f"{n.id}\t{n.text}\t{n.weight:g}\t{n.lang}" for n in names]
    path.write_text("\n".join(["id\tname\tweight\tlang", *lines]) + "\n", encoding="utf-8")


def known(folder: Path) -> list[Name]:
    """Every name of every track, artist and drama of the knowledge base."""
    from bot.knowledge.load import load

    catalog = asyncio.run(load(folder)).catalog or Catalog.of()
    return [
        Name(f"{kind}:{name.id}", name.text, name.weight, name.lang)
        for kind in Kind
        for name in names_of(catalog, kind)
    ]


def grown(names: Sequence[Name], size: int, seed: int = 1) -> list[Name]:
    """The names, and invented ones until there are ``size``, by walking from word to word.

    The next word is one that follows the last in some real name: so the lengths, the common words
    and the crowding are those of real names.
    """
    random, found = Random(seed), list(names[:size])
    seen = {name.text.casefold() for name in found}
    walks = _walks([name.text.split() for name in names], random)
    while len(found) < size:
        text = " ".join(next(walks))
        if text.casefold() not in seen:
            seen.add(text.casefold())
            found.append(Name(f"made:{len(found)}", text))
    return found


def _walks(names: Sequence[list[str]], random: Random) -> Iterator[list[str]]:
    follows: dict[str, list[str]] = {}
    for words in names:
        for first, second in pairwise(words):
            follows.setdefault(first, []).append(second)
    every = [word for words in names for word in words]
    while True:
        words = list(random.choice(names)[:1])
        for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
            after = follows.get(words[-1])
            words.append(random.choice(after if after and random.random() < 0.8 else every))
        yield words


def withheld(
    names: Sequence[Name], share: float, seed: int = 1
) -> tuple[list[Name], list[list[str]]]:
    """The names without a share of the entities, and all names of each of those."""
    random = Random(seed)
    ids = sorted({name.id for name in names})
    out = set(random.sample(ids, int(len(ids) * share)))
    kept = [name for name in names if name.id not in out]
    by_id: dict[str, list[str]] = {}
    for name in names:
        if name.id in out:
            by_id.setdefault(name.id, []).append(name.text)
    return kept, list(by_id.values())
