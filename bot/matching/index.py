"""Names by what may be typed for them: a million of them, searched in milliseconds.

Each form of each name is a row: its letters without spaces, Hangul as keystrokes. Rows are
numbered by length, so that a window of lengths is a slice of every list of rows. Five ways lead
from a query to rows: the sorted keys (exact, prefix), shared three-letter runs, keys of short
names with one letter left out, equal sound, and initial consonants.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import Final
from zlib import crc32

import numpy as np

from bot.matching.fold import fold_lines, symbols
from bot.matching.forms import Form, shorter_forms
from bot.matching.grams import Grams, gram_codes
from bot.matching.hangul import choseong, has_hangul, keystrokes
from bot.matching.names import Name
from bot.matching.packed import Array, Strings, pack, unpack
from bot.matching.query import Spelling, folded_or_symbols, letters_of
from bot.matching.sound import sound_lines

SHORT: Final = 8  # letters up to which every one-letter deletion of a key is stored
_FEW: Final = 512  # rows up to which all of them are compared
_BUDGET: Final = 60_000  # postings read per pass
_PICKED: Final = 500  # rows kept per pass
_PREFIXED: Final = 300
_PAST: Final = b"\xff"  # sorts after every byte of UTF-8


def _shortened(key: bytes) -> set[bytes]:
    """The key, and the key with any one letter left out."""
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}


class _Hashes:
    """Rows by the CRC-32 of some key. Now and then a wrong row comes along: ranking drops it."""

    def __init__(self, hashes: Array, rows: Array) -> None:
        self.hashes = hashes
        self.rows = rows

    @classmethod
    def of(cls, hashes: Iterable[int], rows: Iterable[int]) -> _Hashes:
        found = np.fromiter(hashes, np.uint32)
        order = np.argsort(found, kind="stable")
        return cls(found[order], np.fromiter(rows, np.uint32)[order])

    def find(self, keys: Iterable[bytes]) -> Array:
        wanted = np.fromiter(map(crc32, keys), np.uint32)
        firsts = np.searchsorted(self.hashes, wanted, "left").tolist()
        lasts = np.searchsorted(self.hashes, wanted, "right").tolist()
        found = [self.rows[a:b] for a, b in zip(firsts, lasts, strict=True) if a < b]
        return np.concatenate(found) if found else _NONE


_NONE: Final = np.empty(0, dtype=np.uint32)


class Index:
    """Names of entities, each under several keys. Immutable; knows names and ids, no kinds."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self.texts = Strings(arrays["texts"], arrays["text_ends"])
        self.ids = Strings(arrays["ids"], arrays["id_ends"])
        self.keys = Strings(arrays["keys"], arrays["key_ends"])
        self.owner, self.weights = arrays["owner"], arrays["weights"]
        self.name_of, self.form_of = arrays["name_of"], arrays["form_of"]
        self._order, self._by_length = arrays["order"], arrays["by_length"]
        self._sounds = _Hashes(arrays["sounds"], arrays["sound_rows"])
        self._short = _Hashes(arrays["short"], arrays["short_rows"])
        self._initials = Strings(arrays["initials"], arrays["initial_ends"])
        self._initial_rows = arrays["initial_rows"]
        self._grams = Grams(arrays["gram_ends"], arrays["gram_rows"]) if len(self) > _FEW else None

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.keys)

    @classmethod
    def of(cls, names: Iterable[Name]) -> Index:
        """The index of those names. Equal names of one entity are kept once."""
        return cls(_arrays(list(dict.fromkeys(names))))

    def dump(self) -> bytes:
        """The index as bytes."""
        return pack(self._arrays)

    @classmethod
    def load(cls, blob: bytes | memoryview) -> Index:
        """The index that ``dump`` wrote, reading from the bytes in place."""
        return cls(unpack(blob))

    def id_of(self, row: int) -> str:
        """The entity that a row belongs to."""
        return self.ids[int(self.owner[self.name_of[row]])].decode()

    def text_of(self, row: int) -> str:
        """The name that a row belongs to, as it was given."""
        return self.texts[int(self.name_of[row])].decode()

    def folded_of(self, row: int) -> str:
        """The folded form of the name that a row stands for."""
        text, key = self.text_of(row), self.keys[row]
        folded = folded_or_symbols(text)
        if self.form_of[row] != Form.FULL:
            for shorter, _ in shorter_forms(text, folded):
                if letters_of(shorter).encode() == key:
                    return shorter
        return folded

    def sounding(self, sound: str) -> Array:
        """The rows whose sound key is this one, and perhaps a few others."""
        return self._sounds.find([sound.encode()])

    def exact(self, letters: str) -> Array:
        """The rows whose letters are exactly these."""
        key = letters.encode()
        first, last = self._range(key, key + b"\0")
        return self._order[first:last]

    def _range(self, low: bytes, high: bytes) -> tuple[int, int]:
        """The places in sorted order of keys from ``low`` up to but without ``high``."""
        places, keys, order = range(len(self)), self.keys, self._order

        def key(place: int) -> bytes:
            return keys[int(order[place])]

        first = bisect_left(places, low, key=key)
        return first, bisect_left(places, high, lo=first, key=key)

    def starting(self, letters: str, limit: int = _PREFIXED) -> Array:
        """Rows whose keys start with these letters: the shortest, and the weightiest."""
        key = letters.encode()
        first, last = self._range(key, key + _PAST)
        rows = self._order[first:last]
        if len(rows) <= limit:
            return rows
        shortest = np.partition(rows, limit)[:limit]
        weights = self.weights[self.name_of[rows]]
        weightiest = rows[np.argpartition(-weights, 50)[:50]]
        return np.concatenate([shortest, weightiest])

    def rows(self, asked: Spelling) -> Array:
        """The rows worth comparing with what was asked, in no order."""
        if self._grams is None:
            return np.arange(len(self), dtype=np.uint32)
        return np.unique(np.concatenate(list(self._ways(asked, self._grams))))

    @cached_property
    def _rows_by_id(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for row in range(len(self)):
            found[self.id_of(row)].append(row)
        return found

    def rows_within(self, ids: Container[str]) -> Array:
        """All rows of those entities."""
        held = self._rows_by_id
        known = ids if isinstance(ids, Set) and len(ids) < len(held) else held
        rows = [row for one in known if one in ids for row in held.get(one, ())]
        return np.array(rows, dtype=np.uint32)

    def _ways(self, asked: Spelling, grams: Grams) -> Iterator[Array]:
        letters = asked.letters
        yield self.starting(letters)
        yield self.sounding(asked.sound)
        if len(letters) <= SHORT + 1:
            yield self._short.find(_shortened(letters.encode()))
        if asked.is_initials:
            yield self._by_initials(asked.folded.replace(" ", ""))
        slack = max(2, len(letters) // 5)
        yield self._sharing(grams, letters, len(letters) - slack, len(letters) + slack)
        yield self._sharing(grams, letters, 0, 1 << 20)

    def _by_initials(self, initials: str) -> Array:
        key = initials.encode()
        places = range(len(self._initials))
        first = bisect_left(places, key, key=self._initials.__getitem__)
        last = bisect_left(places, key + _PAST, lo=first, key=self._initials.__getitem__)
        # Keys are sorted, so the exact ones come first.
        return self._initial_rows[first : min(last, first + _PREFIXED)]

    def _sharing(self, grams: Grams, letters: str, shortest: int, longest: int) -> Array:
        """The rows of those lengths that share most three-letter runs with the letters."""
        top = len(self._by_length) - 1
        low = int(self._by_length[min(max(shortest, 0), top)])
        high = int(self._by_length[min(longest + 1, top)])
        codes = gram_codes(letters.encode())
        rows, shared, read = grams.sharing(codes, low, high, _BUDGET)
        if len(rows) <= _PICKED:
            return rows
        lengths = self.keys.ends[rows + 1] - self.keys.ends[rows]
        alike = shared / (lengths + np.float32(read + 4))
        return rows[np.argpartition(-alike, _PICKED)[:_PICKED]]


def _arrays(names: list[Name]) -> dict[str, Array]:
    texts = [n.text.replace("\n", " ") for n in names]
    places = {held: place for place, held in enumerate(dict.fromkeys(n.id for n in names))}
    packed_texts = Strings.of(t.encode() for t in texts)
    packed_ids = Strings.of(held.encode() for held in places)
    return {
        "texts": packed_texts.data,
        "text_ends": packed_texts.ends,
        "ids": packed_ids.data,
        "id_ends": packed_ids.ends,
        "owner": np.fromiter((places[n.id] for n in names), np.uint32, len(names)),
        "weights": np.fromiter((n.weight for n in names), np.float32, len(names)),
        **_rows(texts),
    }


def _forms(texts: list[str]) -> Iterator[tuple[str, int, int]]:
    """Folded form, name and kind of form, of every form of every name."""
    all_folded = fold_lines("\n".join(texts)).split("\n") if texts else []
    for name, (text, folded) in enumerate(zip(texts, all_folded, strict=True)):
        yield folded or symbols(text), name, Form.FULL
        for shorter, form in shorter_forms(text, folded):
            yield shorter, name, form


def _rows(texts: list[str]) -> dict[str, Array]:
    forms = sorted(
        ((keystrokes(f).replace(" ", "").encode(), f, n, k) for f, n, k in _forms(texts)),
        key=lambda row: len(row[0]),
    )
    raw = [row[0] for row in forms]
    folded = [row[1] for row in forms]
    keys = Strings.of(raw)
    order = sorted(range(len(raw)), key=raw.__getitem__)
    return {
        "keys": keys.data,
        "key_ends": keys.ends,
        "name_of": np.fromiter((row[2] for row in forms), np.uint32, len(forms)),
        "form_of": np.fromiter((row[3] for row in forms), np.uint8, len(forms)),
        "order": np.array(order, dtype=np.uint32),
        "by_length": _by_length(keys),
        **_sound_arrays(folded),
        **_short_arrays(raw),
        **_initial_arrays(folded),
        **_gram_arrays(keys),
    }


def _by_length(keys: Strings) -> Array:
    """At place n the first row whose key has at least n bytes; at the end the number of rows."""
    lengths = keys.lengths()
    longest = int(lengths[-1]) if len(lengths) else 0
    return np.searchsorted(lengths, np.arange(longest + 2)).astype(np.uint32)


def _sound_arrays(folded: list[str]) -> dict[str, Array]:
    sounds = sound_lines("\n".join(folded)).split("\n") if folded else []
    found = _Hashes.of((crc32(s.encode()) for s in sounds), range(len(sounds)))
    return {"sounds": found.hashes, "sound_rows": found.rows}


def _short_arrays(keys: list[bytes]) -> dict[str, Array]:
    pairs = [
        (crc32(shorter), row)
        for row, key in enumerate(keys)
        if len(key) <= SHORT
        for shorter in _shortened(key)
    ]
    found = _Hashes.of((h for h, _ in pairs), (r for _, r in pairs))
    return {"short": found.hashes, "short_rows": found.rows}


def _initial_arrays(folded: list[str]) -> dict[str, Array]:
    pairs = sorted(
        (choseong(text).replace(" ", "").encode(), row)
        for row, text in enumerate(folded)
        if has_hangul(text)
    )
    initials = Strings.of(key for key, _ in pairs)
    rows = np.fromiter((row for _, row in pairs), np.uint32, len(pairs))
    return {"initials": initials.data, "initial_ends": initials.ends, "initial_rows": rows}


def _gram_arrays(keys: Strings) -> dict[str, Array]:
    if len(keys) <= _FEW:
        return {"gram_ends": _NONE, "gram_rows": _NONE}
    found = Grams.of(keys).arrays()
    return {"gram_ends": found["ends"], "gram_rows": found["rows"]}
