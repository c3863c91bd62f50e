"""Titles asked for with whose or where they are from: ``everytme chen``, ``always dots``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

LINKS: Final = frozenset(
    ("by", "from", "of", "in", "the", "ost", "song", "feat", "ft", "sung", "의", "노래")
)
_LONGEST: Final = 10


def _trimmed(words: list[str]) -> str:
    first, last = 0, len(words)
    while first < last - 1 and words[first] in LINKS:
        first += 1
    while last > first + 1 and words[last - 1] in LINKS:
        last -= 1
    return " ".join(words[first:last])


def splits(folded: str) -> Iterator[tuple[str, str]]:
    """Each way to read words as (title, context): context last or first, the longest first."""
    words = folded.split()
    if not 2 <= len(words) <= _LONGEST:
        return
    read: dict[tuple[str, str], None] = {}
    for size in range(len(words) - 1, 0, -1):
        read[_trimmed(words[:-size]), _trimmed(words[-size:])] = None
        read[_trimmed(words[size:]), _trimmed(words[:size])] = None
    yield from read
