"""A key that sounds share: the many Latin spellings of one Korean name fold into one.

There is no one way to spell a Korean name in Latin letters: Revised Romanization, McCune-
Reischauer, passports and fans differ (윤미래: Yoon Mi-rae, Yun Mirae, Yun Mi Rae). The key drops
what they disagree on: g/k, d/t, b/p/f/v, j/ch/z, l/r, eo/eu/u/o/oo, ee/i, ae/e, the g of ng, and
the family names that are written by habit (Lee, Yi, Rhee for 이). Steps are plain replacements,
so that a million names, one to a line, are folded in one go.
"""

from __future__ import annotations

from typing import Final

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
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("x", "ks"), ("c", "k"), ("q", "k"), ("z", "j"),
    ("ng", "n"), ("g", "k"), ("d", "t"), ("b", "p"), ("v", "p"), ("f", "p"), ("l", "r"),
    # h counts only before a vowel
    ("ha", "Ha"), ("he", "He"), ("hi", "Hi"), ("ho", "Ho"), ("hu", "Hu"), ("hy", "Hy"),
    ("hw", "Hw"), ("h", ""), ("H", "h"),
    # vowels
    ("yeo", "yo"), ("yoo", "yo"), ("you", "yo"), ("yae", "ye"), ("yu", "yo"), ("eui", "i"),
    ("weo", "wo"), ("woo", "o"), ("wu", "o"), ("wae", "we"),
    ("oe", "we"), ("eo", "o"), ("eu", "o"), ("oo", "o"), ("ou", "o"),
    ("ui", "i"), ("u", "o"), ("ae", "e"), ("ai", "e"), ("ay", "e"), ("ei", "e"),
    ("ey", "e"), ("ee", "i"), ("ie", "i"), ("ea", "i"),
    # y is a glide before a vowel, else a vowel
    ("ya", "Ya"), ("ye", "Ye"), ("yo", "Yo"), ("yi", "i"), ("y", "i"), ("Y", "y"),
)  # fmt: skip
_DOUBLES: Final = tuple((c * 2, c) for c in "abdefhijklmnoprstuwy")


def sound_lines(lines: str) -> str:
    """``sound`` of many folded names at once, one to a line."""
    if has_hangul(lines):
        lines = romanize(lines)
    spelled = f"\n{lines}\n"
    for written, said in _FAMILY.items():
        spelled = spelled.replace(f"\n{written} ", f"\n{said} ")
    for written, said in _OPENINGS:
        spelled = spelled.replace(written, said)
    for written, said in (*_SPELLINGS, *_DOUBLES, *_DOUBLES):
        spelled = spelled.replace(written, said)
    return spelled[1:-1]


def sound(folded: str) -> str:
    """The sound key of a folded name: ``yoon mi rae`` and ``윤미래`` share theirs."""
    return sound_lines(folded)
