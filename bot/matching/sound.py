"""A key that sounds share: the many Latin spellings of one Korean name fold into one.

There is no one way to spell a Korean name in Latin letters: Revised Romanization, McCune-
Reischauer, passports and fans differ (윤미래: Yoon Mi-rae, Yun Mirae, Yun Mi Rae). The key drops
what they disagree on: g/k, d/t, b/p/f/v, j/ch/z, l/r, eo/eu/u/o/oo, ee/i, ae/e, and the
family names that are written by habit (Lee, Yi, Rhee for 이). Steps are plain replacements,
so that a million names, one to a line, are folded in one go.
"""

from __future__ import annotations

import string
from collections.abc import Iterable
from typing import Final

import numpy as np

from bot.matching.hangul import has_hangul
from bot.matching.romanize import romanize

# Whole words at the start of a name: family names as written by habit, in Revised Romanization.
_FAMILY: Final = {
    "lee": "i", "yi": "i", "rhee": "i", "ree": "i", "ri": "i", "park": "bak", "pak": "bak",
    "choi": "choe", "choy": "choe", "lim": "im", "rim": "im", "yim": "im", "roh": "no",
    "ryu": "yu", "lyu": "yu", "ryoo": "yu", "yoo": "yu", "you": "yu", "woo": "u", "wu": "u",
    "jung": "jeong", "chung": "jeong", "joung": "jeong", "kyung": "gyeong", "hur": "heo",
    "moon": "mun", "byun": "byeon", "sohn": "son", "suh": "seo", "yang": "yang", "ra": "na",
    "ryang": "yang", "ryeo": "yeo", "ahn": "an", "shin": "sin", "shim": "sim", "koh": "go",
}  # fmt: skip
# Where the spaces are gone, an opening l or r before i and y is silent in Korean names.
_OPENINGS: Final = (
    ("\nr", "\nl"), ("\nlee", "\ni"), ("\nli", "\ni"), ("\nly", "\ny"), (" ", ""),
)  # fmt: skip
_SPELLINGS: Final = (
    # Latin clusters
    ("igh", "i"), ("ph", "p"), ("sch", "s"), ("tch", "j"), ("ch", "j"), ("sh", "s"), ("th", "t"),
    ("kh", "k"), ("gh", "g"), ("ck", "k"), ("qu", "kw"), ("wh", "w"), ("wr", "r"), ("kn", "n"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("x", "ks"),
    # a final ng, told from n and g where a vowel follows
    ("nga", "nka"), ("nge", "nke"), ("ngi", "nki"), ("ngo", "nko"), ("ngu", "nku"), ("ngy", "nky"),
    ("ngw", "nkw"), ("ng", "N"),
    # h counts only before a vowel
    ("ha", "Ha"), ("he", "He"), ("hi", "Hi"), ("ho", "Ho"), ("hu", "Hu"), ("hy", "Hy"),
    ("hw", "Hw"), ("h", ""), ("H", "h"),
    # vowels
    ("yeo", "Yu"), ("yoo", "Yu"), ("you", "Yu"), ("yae", "ye"), ("yu", "Yu"), ("eui", "i"),
    ("weo", "wo"), ("woo", "o"), ("wu", "o"), ("wae", "we"),
    ("oe", "we"), ("eo", "o"), ("eu", "o"), ("oo", "o"), ("ou", "o"),
    ("ui", "i"), ("ae", "e"), ("ai", "e"), ("ay", "e"), ("ei", "e"),
    ("ey", "e"), ("ee", "i"), ("ie", "i"), ("ea", "i"),
    # y is a glide before a vowel, else a vowel
    ("ya", "Ya"), ("ye", "Ye"), ("yo", "Yo"), ("yi", "i"), ("y", "i"), ("Yu", "yu"), ("Y", "y"),
)  # fmt: skip
# Single letters last, when no longer spelling can be broken up by them.
_LETTERS: Final = bytes.maketrans(b"cqzgdbvflu", b"kkjktpppro")
_DOUBLED: Final = np.isin(np.arange(256), np.frombuffer(string.ascii_lowercase.encode(), np.uint8))


def _encoded(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((written.encode(), said.encode()) for written, said in pairs)


_STEPS: Final = _encoded(
    (
        *((f"\n{written} ", f"\n{said} ") for written, said in _FAMILY.items()),
        *_OPENINGS,
        *_SPELLINGS,
    )
)


def sound_lines(lines: str) -> str:
    """``sound`` of many folded names at once, one to a line."""
    if has_hangul(lines):
        lines = romanize(lines)
    # Replacing in bytes is several times faster than in text that has wide characters.
    spelled = f"\n{lines}\n".encode()
    for written, said in _STEPS:
        spelled = spelled.replace(written, said)
    letters = np.frombuffer(spelled.translate(_LETTERS), dtype=np.uint8)
    kept = np.ones(len(letters), dtype=np.bool_)
    kept[1:] = (letters[1:] != letters[:-1]) | ~_DOUBLED[letters[1:]]
    return letters[kept][1:-1].tobytes().decode()


def sound(folded: str) -> str:
    """The sound key of a folded name: ``yoon mi rae`` and ``윤미래`` share theirs."""
    return sound_lines(folded)
