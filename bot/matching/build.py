"""From names to the arrays of an index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from bot.matching.fold import fold_lines, symbols
from bot.matching.forms import Form, shorter_forms
from bot.matching.grams import Grams
from bot.matching.hangul import choseong, has_hangul, keystrokes
from bot.matching.hashes import NONE, Hashes
from bot.matching.names import Name
from bot.matching.packed import Array, Strings
from bot.matching.sound import sound_lines

SHORT: Final = 8  # letters up to which every one-letter deletion of a key is stored
FEW: Final = 512  # rows up to which all of them are compared


def shortened(key: bytes) -> set[bytes]:
    """The key, and the key with any one letter left out."""
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}


def in_order(words: bytes) -> bytes:
    """The words sorted, so that names of the same words are equal."""
    return b" ".join(sorted(words.split()))


def arrays_of(names: Sequence[Name]) -> dict[str, Array]:
    """Everything an index keeps. Rows are numbered by the length of their keys."""
    texts = [n.text.replace("\n", " ") for n in names]
    places = {held: place for place, held in enumerate(dict.fromkeys(n.id for n in names))}
    return {
        **Strings.of(text.encode() for text in texts).arrays("texts"),
        **Strings.of(held.encode() for held in places).arrays("ids"),
        "owner": np.fromiter((places[n.id] for n in names), np.uint32, len(names)),
        "weights": np.fromiter((n.weight for n in names), np.float32, len(names)),
        **_rows(texts),
    }


def _forms(texts: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Folded form, name and kind of form, of every form of every name."""
    all_folded = fold_lines("\n".join(texts)).split("\n") if texts else []
    for name, (text, folded) in enumerate(zip(texts, all_folded, strict=True)):
        yield folded or symbols(text), name, Form.FULL
        for shorter, form in shorter_forms(text, folded):
            yield shorter, name, form


def _lines(joined: str) -> list[bytes]:
    return joined.encode().split(b"\n") if joined else []


def _rows(texts: Sequence[str]) -> dict[str, Array]:
    forms = list(_forms(texts))
    joined = "\n".join(folded for folded, _, _ in forms)
    words = _lines(keystrokes(joined))
    letters = [one.replace(b" ", b"") for one in words]
    order = sorted(range(len(forms)), key=lambda row: len(letters[row]))
    sounds = _lines(sound_lines(joined))
    forms = [forms[row] for row in order]
    found = _by_row([forms[r] for r in range(len(forms))])
    found |= _keyed([letters[r] for r in order], [words[r] for r in order])
    return found | _heard([sounds[r] for r in order], np.flatnonzero(found["hangul"]))


def _by_row(forms: Sequence[tuple[str, int, int]]) -> dict[str, Array]:
    size = len(forms)
    korean = [has_hangul(folded) for folded, _, _ in forms]
    initials = sorted(
        (choseong(forms[row][0]).replace(" ", "").encode(), row)
        for row in range(size)
        if korean[row]
    )
    return {
        "name_of": np.fromiter((name for _, name, _ in forms), np.uint32, size),
        "form_of": np.fromiter((form for _, _, form in forms), np.uint8, size),
        "hangul": np.array(korean, dtype=np.bool_),
        **Strings.of(key for key, _ in initials).arrays("initials"),
        "initial_rows": np.fromiter((row for _, row in initials), np.uint32, len(initials)),
    }


def _keyed(letters: Sequence[bytes], words: Sequence[bytes]) -> dict[str, Array]:
    keys = Strings.of(letters)
    pairs = (
        (one, row) for row, key in enumerate(letters) if len(key) <= SHORT for one in shortened(key)
    )
    many = ((in_order(one), row) for row, one in enumerate(words) if b" " in one)
    return {
        **keys.arrays("keys"),
        **Strings.of(words).arrays("words"),
        "order": np.array(sorted(range(len(letters)), key=letters.__getitem__), dtype=np.uint32),
        "by_length": _by_length(keys),
        **Hashes.arrays("short", pairs),
        **Hashes.arrays("sorted", many),
        **_grams("grams", keys),
    }


def _by_length(keys: Strings) -> Array:
    """At place n the first row whose key has at least n bytes; at the end the number of rows."""
    lengths = keys.lengths()
    longest = int(lengths[-1]) if len(lengths) else 0
    return np.searchsorted(lengths, np.arange(longest + 2)).astype(np.uint32)


def _heard(sounds: Sequence[bytes], korean: Array) -> dict[str, Array]:
    spoken = Strings.of(sounds[row] for row in korean.tolist())
    return {
        **Strings.of(sounds).arrays("sounds"),
        **Hashes.arrays("heard", ((one, row) for row, one in enumerate(sounds))),
        "korean": korean.astype(np.uint32),
        **_grams("spoken", spoken),
    }


def _grams(name: str, keys: Strings) -> Mapping[str, Array]:
    if len(keys) <= FEW:
        return {f"{name}_ends": NONE, f"{name}_rows": NONE}
    return Grams.arrays(name, keys)
