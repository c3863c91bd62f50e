"""Many strings in one buffer, and arrays in one blob: small in memory, loaded without parsing."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_ALIGN = 64


class Strings:
    """An immutable sequence of byte strings that live in one buffer."""

    def __init__(self, data: Array, ends: Array) -> None:
        self.data = data
        self.ends = ends
        # Slicing bytes is twice as fast as slicing a view, and a view's item as an array's.
        self._bytes = data.tobytes()
        self._ends = memoryview(ends.data)

    @classmethod
    def of(cls, items: Iterable[bytes]) -> Strings:
        """The given strings, packed."""
        held = list(items)
        ends = np.zeros(len(held) + 1, dtype=np.uint32)
        np.cumsum(np.fromiter(map(len, held), np.uint32, len(held)), out=ends[1:])
        return cls(np.frombuffer(b"".join(held), dtype=np.uint8), ends)

    @classmethod
    def held(cls, arrays: Mapping[str, Array], name: str) -> Strings:
        """The strings that ``arrays`` put under that name."""
        return cls(arrays[name], arrays[f"{name}_ends"])

    def arrays(self, name: str) -> Mapping[str, Array]:
        """The arrays to keep, under names that start with ``name``."""
        return {name: self.data, f"{name}_ends": self.ends}

    @classmethod
    def joined(cls, parts: Sequence[Strings]) -> Strings:
        """The strings of all parts, one after the other."""
        lengths = np.concatenate([np.zeros(1, np.uint32), *(part.lengths() for part in parts)])
        return cls(
            np.concatenate([part.data for part in parts]), np.cumsum(lengths, dtype=np.uint32)
        )

    def at(self, places: Array) -> Strings:
        """The strings at those places, packed anew."""
        return Strings.of(self.take(places))

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, place: int) -> bytes:
        return self._bytes[self._ends[place] : self._ends[place + 1]]

    def take(self, places: Array, longest: int | None = None) -> list[bytes]:
        """The strings at those places, cut to so many bytes at most."""
        held, starts, ends = self._bytes, self.ends[places], self.ends[places + 1]
        if longest is not None:
            ends = np.minimum(ends, starts + np.uint32(longest))
        return [held[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]

    def holding(self, part: bytes, limit: int, within: int) -> Array:
        """The places of the first strings that have a part, in the first so many bytes of all."""
        data, ends = self._bytes, self._ends
        found: list[int] = []
        at = data.find(part, 0, within)
        while at >= 0 and len(found) < limit:
            place = bisect_right(ends, at) - 1
            if at + len(part) <= ends[place + 1]:
                found.append(place)
            at = data.find(part, ends[place + 1], within)
        return np.array(found, dtype=np.uint32)

    def lengths(self) -> Array:
        """The length of each string in bytes."""
        return np.diff(self.ends)


def pack(arrays: Mapping[str, Array]) -> bytes:
    """One blob holding the arrays. ``unpack`` reads it back without copying."""
    header: dict[str, tuple[str, int]] = {k: (a.dtype.str, len(a)) for k, a in arrays.items()}
    head = json.dumps(header).encode()
    parts = [len(head).to_bytes(8, "little") + head]
    for array in arrays.values():
        parts.append(b"\0" * (-len(parts[-1]) % _ALIGN))
        parts.append(array.tobytes())
    return b"".join(parts)


def unpack(blob: bytes | memoryview) -> dict[str, Array]:
    """The arrays of a blob that ``pack`` made, as views into it."""
    size = int.from_bytes(blob[:8], "little")
    header = json.loads(bytes(blob[8 : 8 + size]))
    found, at = {}, 8 + size
    for name, (kind, length) in header.items():
        at += -at % _ALIGN
        found[name] = np.frombuffer(blob, dtype=kind, count=length, offset=at)
        at += found[name].nbytes
    return found
