"""Hangul as what people type: keystrokes of the two-set keyboard, and initial consonants.

Syllables are laid out arithmetically in Unicode: 19 leading consonants x 21 vowels x 28 finals.
"""

from __future__ import annotations

import re
from typing import Final

_FIRST: Final = 0xAC00
_LEADING_KEYS: Final = tuple("rRseEfaqQtTdwWczxvg")
_VOWEL_KEYS: Final = (
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl",
    "b", "m", "ml", "l",
)  # fmt: skip
_FINAL_KEYS: Final = (
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g",
)  # fmt: skip
LEADING: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS: Final = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def _syllables() -> dict[int, tuple[int, int, int]]:
    places = ((a, v, f) for a in range(19) for v in range(21) for f in range(28))
    return {_FIRST + i: place for i, place in enumerate(places)}


SYLLABLES: Final = _syllables()
_JAMO_KEYS: Final = (
    dict(zip(FINALS, _FINAL_KEYS[1:], strict=True))
    | dict(zip(LEADING, _LEADING_KEYS, strict=True))
    | dict(zip(VOWELS, _VOWEL_KEYS, strict=True))
)
# Lower case throughout: folding loses the shift key on the other side as well.
_KEYSTROKES: Final = {
    code: (_LEADING_KEYS[a] + _VOWEL_KEYS[v] + _FINAL_KEYS[f]).lower()
    for code, (a, v, f) in SYLLABLES.items()
} | {ord(jamo): keys.lower() for jamo, keys in _JAMO_KEYS.items()}
_INITIALS: Final = {code: LEADING[a] for code, (a, _, _) in SYLLABLES.items()}


_HANGUL: Final = re.compile("[ㄱ-ㆎ가-힣]")
_JAMO: Final = re.compile("[ㄱ-ㆎ]")


def has_hangul(text: str) -> bool:
    """Whether any character is a Hangul syllable or a single jamo."""
    return _HANGUL.search(text) is not None


def has_jamo(text: str) -> bool:
    """Whether any character is a jamo that belongs to no syllable."""
    return _JAMO.search(text) is not None


def keystrokes(text: str) -> str:
    """The keys of the two-set keyboard (Dubeolsik) that type the text, without shift.

    거미 -> ``rjal``. Whatever is not Hangul stays: so an unfinished syllable, Hangul typed with
    the English layout on and Latin typed with the Korean one all end in the same letters.
    """
    return text.translate(_KEYSTROKES)


def choseong(text: str) -> str:
    """The text with each syllable reduced to its leading consonant: 거미 -> ㄱㅁ."""
    return text.translate(_INITIALS)


def is_choseong(text: str) -> bool:
    """Whether a text, spaces aside, is nothing but leading consonants, at least two of them."""
    letters = text.replace(" ", "")
    return len(letters) > 1 and all(c in LEADING for c in letters)
