"""Names by what may be typed for them: a million of them, searched in milliseconds.

Each form of each name is a row: its letters without spaces, Hangul as keystrokes. Rows are
numbered by length, so that a window of lengths is a slice of every list of rows. Several ways
lead from a query to rows: the sorted keys (exact, prefix), shared three-letter runs of letters
or of sounds, short keys with one letter left out, equal words, equal sound, initial consonants.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Final
from zlib import crc32

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from bot.matching.build import FEW, SHORT, arrays_of, in_order, shortened
from bot.matching.grams import Grams, gram_codes
from bot.matching.hashes import NONE, Hashes
from bot.matching.names import Name
from bot.matching.packed import Array, Strings, pack, unpack
from bot.matching.query import Asked
from bot.matching.shared import in_common

_BUDGET: Final = 60_000  # postings read per pass
_PICKED: Final = 120  # rows kept per pass
_PREFIXED: Final = 60
_SPOKEN: Final = 5  # letters from which a query is also looked up by runs of its sound
_PAST: Final = b"\xff"  # sorts after every byte of UTF-8


class Index:
    """Names of entities, each under several keys. Immutable; knows names and ids, no kinds."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self.texts, self.ids = Strings.held(arrays, "texts"), Strings.held(arrays, "ids")
        self.keys, self.words = Strings.held(arrays, "keys"), Strings.held(arrays, "words")
        self.sounds = Strings.held(arrays, "sounds")
        self.owner, self.weights = arrays["owner"], arrays["weights"]
        self.name_of, self.form_of = arrays["name_of"], arrays["form_of"]
        self.hangul = arrays["hangul"]
        # One item of a view costs a fifth of one item of an array.
        self._owner, self._name_of = memoryview(self.owner.data), memoryview(self.name_of.data)
        self._order, self._by_length = arrays["order"], arrays["by_length"]
        self._places = memoryview(self._order.data)
        self._heard = Hashes(arrays["heard"], arrays["heard_rows"])
        self._short = Hashes(arrays["short"], arrays["short_rows"])
        self._sorted = Hashes(arrays["sorted"], arrays["sorted_rows"])
        self._vocabulary = memoryview(arrays["vocabulary"].data)
        self._roman = Strings.held(arrays, "roman")
        self._initials = Strings.held(arrays, "initials")
        self._grams = Grams(arrays["grams_ends"], arrays["grams_rows"])
        self._spoken = Grams(arrays["spoken_ends"], arrays["spoken_rows"])

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.keys)

    @classmethod
    def of(cls, names: Iterable[Name]) -> Index:
        """The index of those names. Equal names of one entity are kept once."""
        return cls(arrays_of(list(dict.fromkeys(names))))

    def dump(self) -> bytes:
        """The index as bytes."""
        return pack(self._arrays)

    @classmethod
    def load(cls, blob: bytes | memoryview) -> Index:
        """The index that ``dump`` wrote, reading from the bytes in place."""
        return cls(unpack(blob))

    def knows(self, word: str) -> bool:
        """Whether some name has this word, Hangul as keystrokes."""
        wanted, held = crc32(word.encode()), self._vocabulary
        place = bisect_left(held, wanted)
        return place < len(held) and held[place] == wanted

    def names(self, letters: str) -> bool:
        """Whether some name has exactly these letters."""
        return len(self.exact(letters)) > 0

    def id_of(self, row: int) -> str:
        """The entity that a row belongs to."""
        return self.ids[self._owner[self._name_of[row]]].decode()

    def text_of(self, row: int) -> str:
        """The name that a row belongs to, as it was given."""
        return self.texts[self._name_of[row]].decode()

    def roman_of(self, row: int) -> str:
        """A Korean name in Latin letters; of any other its letters."""
        if not self.hangul[row]:
            return self.keys[row].decode()
        return self._roman[int(np.searchsorted(self._arrays["korean"], row))].decode()

    def weight_of(self, row: int) -> float:
        """The weight of the name that a row belongs to."""
        return float(self.weights[self.name_of[row]])

    def exact(self, letters: str) -> Array:
        """The rows whose letters are exactly these."""
        key = letters.encode()
        first, last = self._range(key, key + b"\0")
        return self._order[first:last]

    def namesakes(self, asked: Asked, limit: int) -> Array:
        """The rows of ``exact``, at most so many: of the same words, plainest, weightiest first."""
        rows = self.exact(asked.letters)
        if len(rows) <= limit:
            return rows
        words = asked.words.encode()
        other = np.fromiter((held != words for held in self.words.take(rows)), np.bool_, len(rows))
        order = np.lexsort((-self.weights[self.name_of[rows]], self.form_of[rows], other))
        return rows[order[:limit]]

    def starting(self, asked: Asked, limit: int = _PREFIXED) -> Array:
        """Rows whose keys start with what was asked: of either script the shortest and weightiest.

        The letters of 행 are those of ``god``: without its own place the one script would be
        crowded out by the other.
        """
        rows = self._starting(asked.letters)
        if len(rows) <= limit:
            return rows
        same = self.hangul[rows] == asked.hangul
        return np.concatenate(
            [self._foremost(rows[same], limit), self._foremost(rows[~same], limit // 4)]
        )

    def _starting(self, letters: str) -> Array:
        if not letters:
            return np.arange(min(_PREFIXED, len(self)), dtype=np.uint32)
        key = letters.encode()
        first, last = self._range(key, key + _PAST)
        return self._order[first:last]

    def _foremost(self, rows: Array, limit: int) -> Array:
        if len(rows) <= limit:
            return rows
        shortest = np.partition(rows, limit)[:limit]
        weights = self.weights[self.name_of[rows]]
        if not weights.any():
            return shortest
        return np.concatenate([shortest, rows[np.argpartition(-weights, limit)[:limit]]])

    def _range(self, low: bytes, high: bytes) -> tuple[int, int]:
        """The places in sorted order of keys from ``low`` up to but without ``high``."""
        places, keys, order = range(len(self)), self.keys, self._places

        def key(place: int) -> bytes:
            return keys[order[place]]

        first = bisect_left(places, low, key=key)
        return first, bisect_left(places, high, lo=first, key=key)

    def same_words(self, asked: Asked) -> Array:
        """The rows of just these words in any order, and perhaps a few others."""
        return self._sorted.find([in_order(asked.words.encode())]) if " " in asked.words else NONE

    def same_sound(self, asked: Asked) -> Array:
        """The rows whose sound key is the same, and perhaps a few; the other script's first."""
        rows = self._heard.find([asked.sound.encode()])
        return rows[np.argsort(self.hangul[rows] == asked.hangul, kind="stable")]

    def with_initials(self, initials: str, limit: int = 60) -> list[tuple[int, str]]:
        """Korean names whose leading consonants are, or start with, these: row and consonants."""
        key, places = initials.encode(), range(len(self._initials))
        first = bisect_left(places, key, key=self._initials.__getitem__)
        last = bisect_left(places, key + _PAST, lo=first, key=self._initials.__getitem__)
        # Keys are sorted, so the exact ones come first.
        places = range(first, min(last, first + limit))
        rows = self._arrays["initial_rows"]
        return [(int(rows[place]), self._initials[place].decode()) for place in places]

    def rows_within(self, ids: Container[str]) -> list[int]:
        """All rows of those entities. Quick if the ids can be iterated."""
        if not isinstance(ids, Iterable):
            return [row for row in range(len(self)) if self.id_of(row) in ids]
        return list(chain.from_iterable(self._rows_of(one) for one in ids))

    def _rows_of(self, wanted: str) -> list[int]:
        key, order = wanted.encode(), self._arrays["id_order"]
        place = bisect_left(range(len(order)), key, key=lambda at: self.ids[int(order[at])])
        if place == len(order) or self.ids[int(order[place])] != key:
            return []
        rows, owner = self._arrays["by_owner"], order[place]
        first, last = np.searchsorted(self._arrays["owners"], (owner, owner + 1))
        found: list[int] = rows[first:last].tolist()
        return found

    def alike(self, asked: Asked, floor: float = 0.0) -> tuple[Array, Array]:
        """Rows worth a look, and for each how alike its three-letter runs are, from 0 to 1.

        Args:
            asked: What was typed.
            floor: In a small index, rows that cannot come near this score are left out.
        """
        if len(self) <= FEW:
            return self._everything(asked, floor)
        found = list(self._ways(asked))
        rows = np.concatenate([rows for rows, _ in found])
        if not len(rows):
            return NONE, np.empty(0, np.float32)
        alike = np.concatenate([alike for _, alike in found])
        order = np.lexsort((-alike, rows))
        rows, alike = rows[order], alike[order]
        firsts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
        return rows[firsts], alike[firsts]

    def _everything(self, asked: Asked, floor: float) -> tuple[Array, Array]:
        """Rows by the letters that they have in common with the query in their order."""
        if not len(self):
            return NONE, np.empty(0, np.float32)
        part, most = in_common(asked, self._all_keys, self._all_lengths)
        rows = np.flatnonzero(most > floor)
        return rows, part[rows]

    def likeliest(self, asked: Asked, rows: Array, limit: int, floor: float) -> Array:
        """Of some rows those that look or sound most like what was asked, in no order.

        Args:
            asked: What was typed.
            rows: Where to look.
            limit: How many rows at most.
            floor: Rows that cannot come near this score are left out.
        """
        keys, sounds = self.keys.take(rows), self.sounds.take(rows)
        _, most = in_common(asked, keys, np.fromiter(map(len, keys), np.float32, len(keys)))
        typed = [asked.sound.encode()]
        heard = process.cdist(sounds, typed, scorer=LCSseq.normalized_similarity)[:, 0]
        most = np.maximum(most, heard)
        rows, most = rows[most > floor], most[most > floor]
        return rows[np.argpartition(-most, limit)[:limit]] if len(rows) > limit else rows

    @cached_property
    def _all_lengths(self) -> Array:
        return np.maximum(self.keys.lengths(), 1).astype(np.float32)

    @cached_property
    def _all_keys(self) -> list[bytes]:
        return self.keys.take(np.arange(len(self)))

    def _ways(self, asked: Asked) -> Iterator[tuple[Array, Array]]:
        letters = asked.letters
        plain = [self.starting(asked), self.same_sound(asked), self.same_words(asked)]
        if len(letters) <= SHORT + 1:
            plain.append(self._short.find(shortened(letters.encode())))
        rows = np.concatenate(plain)
        yield rows, np.zeros(len(rows), np.float32)
        codes = gram_codes(letters.encode())
        rows, alike, read = self._sharing(codes, 0, 1 << 20)
        yield rows, alike
        if read < len(codes):
            # Too common to read all: of names of about this length every run can be read.
            slack = max(2, len(letters) // 5)
            rows, alike, _ = self._sharing(codes, len(letters) - slack, len(letters) + slack)
            yield rows, alike
        if len(asked.sound) >= _SPOKEN and len(self._arrays["korean"]) > FEW:
            yield self._sounding(asked)

    def _sharing(self, codes: Array, shortest: int, longest: int) -> tuple[Array, Array, int]:
        """The rows of those lengths that share most of the grams, and how many could be read."""
        top = len(self._by_length) - 1
        low = int(self._by_length[min(max(shortest, 0), top)])
        high = int(self._by_length[min(longest + 1, top)])
        rows, shared, read = self._grams.sharing(codes, low, high, _BUDGET)
        lengths = self.keys.ends[rows + 1] - self.keys.ends[rows]
        return *_most(rows, 2 * shared / (lengths + np.float32(read))), read

    def _sounding(self, asked: Asked) -> tuple[Array, Array]:
        """The Korean names that share most three-letter runs of sound."""
        codes = gram_codes(asked.sound.encode())
        places, shared, read = self._spoken.sharing(codes, 0, 1 << 31, _BUDGET)
        rows = self._arrays["korean"][places]
        lengths = self.sounds.ends[rows + 1] - self.sounds.ends[rows]
        return _most(rows, 2 * shared / (lengths + np.float32(read)))


def _most(rows: Array, alike: Array) -> tuple[Array, Array]:
    if len(rows) <= _PICKED:
        return rows, alike
    best = np.argpartition(-alike, _PICKED)[:_PICKED]
    return rows[best], alike[best]
