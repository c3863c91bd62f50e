"""From rows of an index to matches, best first: a quick look at all, a close look at the best."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import chain
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, LCSseq

from bot.matching.forms import Form
from bot.matching.index import Index
from bot.matching.packed import Array
from bot.matching.query import Spelling
from bot.matching.resolve import Match, Reason
from bot.matching.score import score

_CLOSE: Final = 24  # rows that get the close look


def _quick(asked: Spelling, keys: list[bytes]) -> Array:
    """A rough score of each key: misspelt, unfinished, or part of the other."""
    typed = asked.letters.encode()
    starts = [key[: len(typed)] for key in keys]
    lengths = np.fromiter(map(len, keys), np.float32, len(keys))
    edits = process.cdist(keys, [typed], scorer=OSA.distance, dtype=np.int32)[:, 0]
    opening = process.cdist(starts, [typed], scorer=OSA.distance, dtype=np.int32)[:, 0]
    common = process.cdist(keys, [typed], scorer=LCSseq.similarity, dtype=np.int32)[:, 0]
    longest, size = np.maximum(lengths, len(typed)), max(len(typed), 1)
    rest = np.maximum(0, 1 - size / np.maximum(lengths, 1))
    found: Array = np.maximum.reduce(
        [
            1 - edits / np.maximum(longest, 1),
            1 - opening / size - 0.05 - 0.15 * rest,
            common / size - 0.1 - 0.3 * rest,
            common / np.maximum(lengths, 1) - 0.2 - 0.5 * np.maximum(0, 1 - lengths / size),
        ]
    )
    return found


def _closest(asked: Spelling, index: Index, rows: Array, close: int) -> list[int]:
    """The rows that deserve a close look."""
    if len(rows) <= close:
        return [int(row) for row in rows]
    rough = _quick(asked, index.keys.take(rows))
    best = np.argpartition(-rough, close)[:close]
    certain = np.concatenate([index.sounding(asked.sound), index.exact(asked.letters)])
    return [int(row) for row in np.unique(np.concatenate([rows[best], certain]))]


def matches(
    asked: Spelling, index: Index, within: Container[str] | None = None, close: int = _CLOSE
) -> list[Match]:
    """The entities whose names fit, best first, each once under its best name.

    Args:
        asked: What was typed.
        index: Where to look.
        within: The only ids to look at, if given.
        close: How many rows get the close look.
    """
    rows = index.rows(asked) if within is None else index.rows_within(within)
    best: dict[str, tuple[Match, float]] = {}
    for row in _closest(asked, index, rows, close):
        found = score(asked, Spelling.of(index.folded_of(row)), Form(index.form_of[row]))
        match = Match(index.id_of(row), index.text_of(row), found.value, found.reasons)
        if match.id not in best or match.score > best[match.id][0].score:
            best[match.id] = (match, float(index.weights[index.name_of[row]]))
    return _ranked(best.values())


def _ranked(found: Iterable[tuple[Match, float]]) -> list[Match]:
    """By score; among equals by weight, then the shorter name, then the id."""
    order = sorted(found, key=lambda m: (-m[0].score, -m[1], len(m[0].name), m[0].id))
    return [match for match, _ in order]


def completions(asked: Spelling, index: Index, limit: int) -> list[Match]:
    """The entities that an unfinished name may become: those that start so, then those alike."""
    found: dict[str, Match] = {}
    if not asked.is_initials:
        rows = index.starting(asked.letters, limit * 4)
        weights = index.weights[index.name_of[rows]]
        for row in rows[np.lexsort((rows, -weights))].tolist():
            rest = 1 - len(asked.letters) / max(1, len(index.keys[row]))
            reason = Reason("starts so", -0.1 * rest)
            match = Match(index.id_of(row), index.text_of(row), 1 + reason.value, (reason,))
            found.setdefault(match.id, match)
    if len(found) < limit and asked.letters:
        for match in matches(asked, index):
            found.setdefault(match.id, match)
    return list(found.values())[:limit]


def merged(found: Iterable[list[Match]]) -> list[Match]:
    """Several lists as one, best first, each entity once; the order within a list is kept."""
    best: dict[str, Match] = {}
    for match in sorted(chain.from_iterable(found), key=lambda m: -m.score):
        best.setdefault(match.id, match)
    return list(best.values())
