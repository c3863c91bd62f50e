"""From names to the arrays of an index.

Names are worked on in chunks, one to a line of one long text, so that each step is a few calls
for a hundred thousand names and the memory needed stays near that of the result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np

from bot.matching.fold import fold_lines, symbols
from bot.matching.forms import Form, shorter_forms
from bot.matching.grams import Grams
from bot.matching.hangul import choseong, has_hangul, keystrokes
from bot.matching.hashes import NONE, Hashes
from bot.matching.names import Name
from bot.matching.packed import Array, Strings
from bot.matching.romanize import romanize
from bot.matching.sound import sound_lines

SHORT: Final = 8  # letters up to which every one-letter deletion of a key is stored
FEW: Final = 512  # rows up to which all of them are compared
_NO_CONSONANT: Final = re.compile("[^ㄱ-ㅎ]+")
_CHUNK: Final = 1 << 16


def shortened(key: bytes) -> set[bytes]:
    """The key, and the key with any one letter left out."""
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}


def in_order(words: bytes) -> bytes:
    """The words sorted, so that names of the same words are equal."""
    return b" ".join(sorted(words.split()))


@dataclass(slots=True)
class _Chunk:
    """Some rows, before all rows are put in order of length. Places count within the chunk."""

    name_of: Array
    form_of: Array
    hangul: Array
    letters: Strings
    words: Strings
    sounds: Strings
    heard: Array
    vocabulary: Array
    many: Array  # places of rows of several words, and their hashes
    sorted: Array
    short: Array
    short_rows: Array
    korean: list[tuple[bytes, bytes, int]]  # consonants, Latin letters and place of Korean names


def arrays_of(names: Sequence[Name]) -> dict[str, Array]:
    """Everything an index keeps. Rows are numbered by the length of their keys."""
    places = {held: place for place, held in enumerate(dict.fromkeys(n.id for n in names))}
    owner = np.fromiter((places[n.id] for n in names), np.uint32, len(names))
    ids = [held.encode() for held in places]
    rows = _joined([_chunk(names, first) for first in range(0, len(names), _CHUNK)])
    owners = owner[rows["name_of"]]
    by_owner = np.argsort(owners, kind="stable").astype(np.uint32)
    return {
        **Strings.of(n.text.encode() for n in names).arrays("texts"),
        **Strings.of(ids).arrays("ids"),
        "id_order": np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.uint32),
        "owner": owner,
        "by_owner": by_owner,
        "owners": owners[by_owner],
        "weights": np.fromiter((n.weight for n in names), np.float32, len(names)),
        **rows,
    }


def _forms(texts: Sequence[str], first: int) -> Iterator[tuple[str, int, int]]:
    """Folded form, name and kind of form, of every form of every name."""
    all_folded = fold_lines("\n".join(texts)).split("\n")
    for name, (text, folded) in enumerate(zip(texts, all_folded, strict=True), first):
        yield folded or symbols(text), name, Form.FULL
        for shorter, form in shorter_forms(text, folded):
            yield shorter, name, form


def _chunk(names: Sequence[Name], first: int) -> _Chunk:
    texts = [name.text.replace("\n", " ") for name in names[first : first + _CHUNK]]
    folded, name_of, form_of = zip(*_forms(texts, first), strict=True)
    joined = "\n".join(folded)
    words = keystrokes(joined).encode().split(b"\n")
    letters = [one.replace(b" ", b"") for one in words]
    sounds = sound_lines(joined).encode().split(b"\n")
    hangul = np.fromiter(map(has_hangul, folded), np.bool_, len(folded))
    many = [place for place, one in enumerate(words) if b" " in one]
    short = [
        (crc32(one), place)
        for place, key in enumerate(letters)
        if len(key) <= SHORT
        for one in shortened(key)
    ]
    return _Chunk(
        name_of=np.array(name_of, dtype=np.uint32),
        form_of=np.array(form_of, dtype=np.uint8),
        hangul=hangul,
        letters=Strings.of(letters),
        words=Strings.of(words),
        sounds=Strings.of(sounds),
        heard=_hashes(sounds),
        vocabulary=_hashes(list(set(b" ".join(words).split()))),
        many=np.array(many, dtype=np.uint32),
        sorted=_hashes([in_order(words[place]) for place in many]),
        short=np.array([held for held, _ in short], dtype=np.uint32),
        short_rows=np.array([place for _, place in short], dtype=np.uint32),
        korean=[(*_korean(folded[place]), place) for place in np.flatnonzero(hangul).tolist()],
    )


def _korean(folded: str) -> tuple[bytes, bytes]:
    # Who types consonants leaves out what has none: 1초만 더 is ㅊㅁㄷ.
    consonants = _NO_CONSONANT.sub("", choseong(folded))
    return consonants.encode(), romanize(folded).replace(" ", "").encode()


def _hashes(keys: Sequence[bytes]) -> Array:
    return np.fromiter(map(crc32, keys), np.uint32, len(keys))


def _joined(chunks: Sequence[_Chunk]) -> dict[str, Array]:
    if not chunks:
        return _joined([_EMPTY])
    starts = np.cumsum([0, *(len(one.name_of) for one in chunks)])[:-1].tolist()
    letters = Strings.joined([one.letters for one in chunks])
    order = np.argsort(letters.lengths(), kind="stable").astype(np.uint32)
    row_of = np.empty_like(order)
    row_of[order] = np.arange(len(order), dtype=np.uint32)

    def rows(places: str) -> Array:
        held = zip(chunks, starts, strict=True)
        found: Array = np.concatenate([getattr(one, places) + start for one, start in held])
        ordered: Array = row_of[found]
        return ordered

    def whole(name: str) -> Array:
        return np.concatenate([getattr(one, name) for one in chunks])

    hangul = whole("hangul")[order]
    return {
        "name_of": whole("name_of")[order],
        "form_of": whole("form_of")[order],
        "hangul": hangul,
        **_keyed(letters.at(order)),
        **Strings.joined([one.words for one in chunks]).at(order).arrays("words"),
        "vocabulary": np.unique(whole("vocabulary")),
        **Hashes.arrays("sorted", whole("sorted"), rows("many")),
        **Hashes.arrays("short", whole("short"), rows("short_rows")),
        **Hashes.arrays("heard", whole("heard")[order], np.arange(len(order), dtype=np.uint32)),
        **_heard(Strings.joined([one.sounds for one in chunks]).at(order), hangul),
        **_initials(
            (key, roman, int(row_of[place + start]))
            for one, start in zip(chunks, starts, strict=True)
            for key, roman, place in one.korean
        ),
    }


_NO_STRINGS: Final = Strings.of(())
_EMPTY: Final = _Chunk(
    *(NONE, NONE, NONE.astype(np.bool_), _NO_STRINGS, _NO_STRINGS, _NO_STRINGS),
    *(NONE, NONE, NONE, NONE, NONE, NONE),
    korean=[],
)


def _keyed(keys: Strings) -> Mapping[str, Array]:
    held = keys.take(np.arange(len(keys)))
    order = np.array(sorted(range(len(held)), key=held.__getitem__), dtype=np.uint32)
    lengths = keys.lengths()
    longest = int(lengths[-1]) if len(lengths) else 0
    return {
        **keys.arrays("keys"),
        "order": order,
        # At place n the first row whose key has at least n bytes; at the end the number of rows.
        "by_length": np.searchsorted(lengths, np.arange(longest + 2)).astype(np.uint32),
        **_grams("grams", keys),
    }


def _heard(sounds: Strings, hangul: Array) -> Mapping[str, Array]:
    korean = np.flatnonzero(hangul).astype(np.uint32)
    return {
        **sounds.arrays("sounds"),
        "korean": korean,
        **_grams("spoken", sounds.at(korean)),
    }


def _initials(korean: Iterator[tuple[bytes, bytes, int]]) -> Mapping[str, Array]:
    held = sorted(korean)
    by_row = sorted((row, roman) for _, roman, row in held)
    return {
        **Strings.of(key for key, _, _ in held).arrays("initials"),
        "initial_rows": np.fromiter((row for _, _, row in held), np.uint32, len(held)),
        **Strings.of(roman for _, roman in by_row).arrays("roman"),
    }


def _grams(name: str, keys: Strings) -> Mapping[str, Array]:
    if len(keys) <= FEW:
        return {f"{name}_ends": NONE, f"{name}_rows": NONE}
    return Grams.arrays(name, keys)
