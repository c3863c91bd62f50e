"""Rows by some key of theirs, kept as 32-bit hashes: eight bytes a row, found by bisection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from zlib import crc32

import numpy as np

from bot.matching.packed import Array

NONE: Final = np.empty(0, dtype=np.uint32)


class Hashes:
    """Rows by the CRC-32 of a key. Now and then a wrong row comes along: ranking drops it."""

    def __init__(self, hashes: Array, rows: Array) -> None:
        self._hashes = hashes
        self._rows = rows

    @staticmethod
    def arrays(name: str, hashes: Array, rows: Array) -> Mapping[str, Array]:
        """The arrays for hashes and their rows, to be kept under names that start with ``name``."""
        order = np.argsort(hashes, kind="stable")
        return {name: hashes[order], f"{name}_rows": rows[order]}

    def find(self, keys: Iterable[bytes]) -> Array:
        """The rows of any of the keys."""
        wanted = np.fromiter(map(crc32, keys), np.uint32)
        firsts = np.searchsorted(self._hashes, wanted, "left").tolist()
        lasts = np.searchsorted(self._hashes, wanted, "right").tolist()
        found = [self._rows[a:b] for a, b in zip(firsts, lasts, strict=True) if a < b]
        return np.concatenate(found) if found else NONE
