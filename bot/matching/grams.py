"""Which keys share runs of three letters with a query: an inverted index in two arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from bot.matching.packed import Array, Strings

_BITS: Final = 6
_SIZE: Final = 1 << 3 * _BITS
_MANY: Final = 6_000  # postings
_CHUNK: Final = 1 << 17


def _classes() -> Array:
    """Sixty-four classes of bytes: letters and digits keep theirs, other scripts share the rest."""
    table = np.array([37 + b % 27 for b in range(256)], dtype=np.uint32)
    table[10] = 0  # the boundary between keys
    for place, byte in enumerate(b"abcdefghijklmnopqrstuvwxyz0123456789"):
        table[byte] = 1 + place
    return table


_CLASS: Final = _classes()


def _codes(data: Array) -> Array:
    """The number of each run of three bytes."""
    kinds = _CLASS[data]
    codes: Array = (kinds[:-2] << 2 * _BITS) | (kinds[1:-1] << _BITS) | kinds[2:]
    return codes


def gram_codes(key: bytes) -> Array:
    """The distinct grams of a key; both its ends count as a letter."""
    return _each_once(np.sort(_codes(np.frombuffer(b"\n" + key + b"\n", dtype=np.uint8))))


def _each_once(ordered: Array) -> Array:
    # numpy.unique hashes, which takes six times as long, and imports masked arrays when first used.
    if not len(ordered):
        return ordered
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def _pairs(keys: Strings, first: int, last: int) -> Array:
    """Gram << 32 | row for the keys of some rows, sorted, each once."""
    joined = b"\n" + b"\n".join(keys.take(np.arange(first, last))) + b"\n"
    lengths = keys.lengths()[first:last].astype(np.int64)
    codes = _codes(np.frombuffer(joined, dtype=np.uint8))
    starts = np.concatenate(([0], np.cumsum(lengths + 1)[:-1]))
    rows = np.repeat(np.arange(first, last, dtype=np.uint64), lengths)
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    picked = codes[np.repeat(starts, lengths) + within].astype(np.uint64)
    return _each_once(np.sort((picked << np.uint64(32)) | rows))


class Grams:
    """For every gram the rows of the keys that have it, in ascending order."""

    def __init__(self, ends: Array, rows: Array) -> None:
        self._ends = ends
        self._rows = rows

    @staticmethod
    def arrays(name: str, keys: Strings) -> Mapping[str, Array]:
        """The arrays for those keys, to be kept under names that start with ``name``.

        Works in chunks, so that memory stays near the result's.
        """
        counts = np.zeros(_SIZE, dtype=np.int64)
        pairs = []
        for first in range(0, len(keys), _CHUNK):
            found = _pairs(keys, first, min(first + _CHUNK, len(keys)))
            grams = (found >> np.uint64(32)).astype(np.uint32)
            pairs.append((grams, found.astype(np.uint32)))
            counts += np.bincount(grams, minlength=_SIZE)
        ends = np.concatenate(([0], np.cumsum(counts)))
        rows = np.empty(int(ends[-1]), dtype=np.uint32)
        filled = ends[:-1].copy()
        for grams, found in pairs:
            number = np.bincount(grams, minlength=_SIZE)
            starts = np.cumsum(number) - number
            rows[filled[grams] + np.arange(len(grams)) - starts[grams]] = found
            filled += number
        return {f"{name}_ends": ends.astype(np.uint32), f"{name}_rows": rows}

    def sharing(self, codes: Array, low: int, high: int, budget: int) -> tuple[Array, Array, int]:
        """Rows in [low, high) that have some of the grams, and how many each has.

        Where many rows have one gram, those that have no other are left out.

        Rarest grams first, until ``budget`` postings are read: those tell the most for the least.
        The third value is how many grams were read.
        """
        lists = []
        for start, end in zip(
            self._ends[codes].tolist(), self._ends[codes + 1].tolist(), strict=True
        ):
            rows = self._rows[start:end]
            if len(rows) and (low > 0 or high <= int(rows[-1])):
                first, last = np.searchsorted(rows, (low, high))
                rows = rows[first:last]
            lists.append(rows)
        lists.sort(key=len)
        kept: list[Array] = []
        spent = 0
        for rows in lists:
            if kept and spent + len(rows) > budget:
                break
            kept.append(rows)
            spent += len(rows)
        if not spent:
            return np.empty(0, np.uint32), np.empty(0, np.int64), len(kept)
        # Among so many that share one run of letters, those that share no other are hopeless.
        least = 1 + (spent > _MANY and len(kept) > 3) + (spent > 5 * _MANY and len(kept) > 7)
        return (*_counted(np.concatenate(kept), least), len(kept))


def _counted(rows: Array, least: int) -> tuple[Array, Array]:
    """Each row that came so often at least, once, with the number of times."""
    rows.sort()
    if least > 1:
        # In order, a row that came n times equals the one so many places on n - least + 1 times.
        rows = rows[least - 1 :][rows[least - 1 :] == rows[: 1 - least]]
    if not len(rows):
        return rows, np.empty(0, np.int64)
    firsts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
    return rows[firsts], np.diff(np.append(firsts, len(rows))) + (least - 1)
