"""Hangul in Latin letters by the Revised Romanization of Korean (2000).

Each syllable is first written as leading consonant, vowel and a final in capitals; a table of
what happens where two syllables meet then settles the sounds (독립 -> dongnip).
"""

from __future__ import annotations

import re
from typing import Final

from bot.matching.hangul import SYLLABLES

_LEADING: Final = (
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "'", "j", "jj", "ch", "k", "t",
    "p", "h",
)  # fmt: skip
_VOWELS: Final = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
)  # fmt: skip
# Capitals mark finals; where a cluster is read before a vowel its second letter moves on.
_FINALS: Final = (
    "", "G", "KK", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "X", "J", "C", "K", "T", "P", "H",
)  # fmt: skip
_SPELLED: Final = {
    code: _LEADING[a] + _VOWELS[v] + _FINALS[f] for code, (a, v, f) in SYLLABLES.items()
}
_ONSET_OF: Final = {
    "G": "g", "KK": "kk", "D": "d", "L": "r", "M": "m", "N": "n", "B": "b", "S": "s", "SS": "ss",
    "X": "ng", "J": "j", "C": "ch", "K": "k", "T": "t", "P": "p", "H": "",
}  # fmt: skip
_CODA_OF: Final = {
    "G": "k", "KK": "k", "GS": "k", "N": "n", "NJ": "n", "NH": "n", "D": "t", "L": "l", "LG": "k",
    "LM": "m", "LB": "l", "LS": "l", "LT": "l", "LP": "p", "LH": "l", "M": "m", "B": "p",
    "BS": "p", "S": "t", "SS": "t", "X": "ng", "J": "t", "C": "t", "K": "k", "T": "t", "P": "p",
    "H": "t",
}  # fmt: skip
_NASAL: Final = {"k": "ng", "t": "n", "p": "m"}
_STRONG: Final = {"g": "k", "d": "t", "b": "p", "j": "ch"}
_MEETING: Final = re.compile(r"([A-Z]+)('|kk|tt|pp|ss|jj|ch|[gndrmbsjktph])?")


def _linked(final: str, vowel_i: bool) -> str:
    """A final before a vowel: it opens the next syllable."""
    if vowel_i and final in {"D", "T", "LT"}:
        return ("l" if final == "LT" else "") + ("j" if final == "D" else "ch")
    if final in {"NH", "LH"}:
        return "n" if final == "NH" else "r"
    if len(final) == 2 and final not in {"KK", "SS"}:
        return _CODA_OF[final[0]] + _ONSET_OF[final[1]]
    return _ONSET_OF[final]


def _joined(final: str, onset: str) -> str:
    """A final before a consonant, as the two are pronounced together."""
    coda = _CODA_OF[final]
    if final.endswith("H") and onset in _STRONG:
        return ("" if final == "H" else coda) + _STRONG[onset]
    if final.endswith("H") and onset in {"s", "n"}:
        return {"s": "ss", "n": "nn"}[onset] if final == "H" else coda + onset
    if onset == "h" and coda in "ktp":
        return {"J": "ch", "NJ": "nch"}.get(final, coda)
    if onset in {"n", "m"}:
        coda = _NASAL.get(coda, coda)
        return "ll" if (coda, onset) == ("l", "n") else coda + onset
    if onset == "r":
        return "ll" if coda in {"n", "l"} else _NASAL.get(coda, coda) + "n"
    return coda + onset


def _met(found: re.Match[str]) -> str:
    final, onset = found.group(1), found.group(2)
    if onset is None:
        return _CODA_OF[final]
    if onset == "'":
        return _linked(final, found.string[found.end() : found.end() + 1] == "i")
    return _joined(final, onset)


def romanize(text: str, *, assimilate: bool = True) -> str:
    """The text with its Hangul in Latin letters; whatever is not Hangul must be lower case.

    Args:
        text: A folded text.
        assimilate: Whether meeting consonants change each other (독립 -> dongnip). Personal
            names are written without that (백리 -> baekri), and so do many fans write titles.
    """
    spelled = text.translate(_SPELLED)
    if assimilate:
        spelled = _MEETING.sub(_met, spelled)
    return _CAPITALS.sub(_alone, spelled).replace("'", "")


_CAPITALS: Final = re.compile("([A-Z]+)(')?")


def _alone(found: re.Match[str]) -> str:
    final, linked = found.group(1), found.group(2)
    return _linked(final, vowel_i=False) if linked else _CODA_OF[final]
