"""How people type Korean names: in Hangul, half of it, on the wrong layout, or in Latin letters.

Hangul goes through hangulpy, the published oracle, and never through the matcher's own tables.
"""

from __future__ import annotations

import re
from random import Random
from typing import Final

import hangulpy

from benchmarks.slips import TYPOS, deleted, doubled, latin, letters, neighbouring, swapped

_ROMAN: Final = (
    ("eo", ("u", "o", "eo")), ("eu", ("u", "eu")), ("ae", ("ae", "ai", "e")),
    ("u", ("oo", "u", "woo")),
    ("i", ("ee", "i")), ("g", ("k", "g")), ("d", ("t", "d")), ("b", ("p", "b")), ("j", ("j", "ch")),
    ("r", ("l", "r")), ("si", ("shi", "si")), ("yeo", ("you", "yu", "yeo")),
)  # fmt: skip
_FAMILY: Final = {
    "이": ("Lee", "Yi"), "박": ("Park", "Bak"), "최": ("Choi", "Choe"), "정": ("Jung", "Jeong"),
    "김": ("Kim", "Gim"), "임": ("Lim", "Im"), "윤": ("Yoon", "Yun"), "백": ("Baek", "Paik"),
    "조": ("Cho", "Jo"), "강": ("Kang", "Gang"), "신": ("Shin", "Sin"), "안": ("Ahn", "An"),
    "허": ("Huh", "Heo"), "유": ("Yoo", "Yu"), "오": ("Oh", "O"), "노": ("Noh", "Roh"),
    "권": ("Kwon", "Gwon"), "성": ("Sung", "Seong"), "문": ("Moon", "Mun"), "구": ("Koo", "Gu"),
}  # fmt: skip


def is_hangul(text: str) -> bool:
    """Whether a text has Hangul syllables and no Latin letters."""
    return any("가" <= c <= "힣" for c in text) and not re.search("[A-Za-z]", text)


def hangul_exact(text: str, random: Random) -> str | None:
    """Typed Hangul, spaces as it comes."""
    return random.choice((text, text.replace(" ", ""))) if is_hangul(text) else None


def hangul_typo(text: str, random: Random) -> str | None:
    """One wrong, missing or doubled letter inside Hangul."""
    keys = hangulpy.convert_hangul_to_qwerty(text)
    if not is_hangul(text) or len(letters(keys)) < 6:
        return None
    found = random.choice((deleted, neighbouring, swapped, doubled))(keys, random)
    return hangulpy.convert_qwerty_to_hangul(found) if found else None


def hangul_unfinished(text: str, random: Random) -> str | None:
    """The last one to three keystrokes not yet typed."""
    keys = hangulpy.convert_hangul_to_qwerty(text)
    if not is_hangul(text) or len(keys) < 6:
        return None
    return hangulpy.convert_qwerty_to_hangul(keys[: -random.randint(1, 3)])


def choseong(text: str, _: Random) -> str | None:
    """Leading consonants alone."""
    found = hangulpy.get_chosung_string(text.replace(" ", ""))
    return found if is_hangul(text) and len(found) >= 3 and found.isalpha() else None


def hangul_as_latin(text: str, _: Random) -> str | None:
    """Hangul typed with the English layout on."""
    return hangulpy.convert_hangul_to_qwerty(text) if is_hangul(text) and len(text) > 1 else None


def latin_as_hangul(text: str, _: Random) -> str | None:
    """Latin typed with the Korean layout on."""
    if not latin(text, 4) or re.search(r"[^A-Za-z ]", text):
        return None
    return hangulpy.convert_qwerty_to_hangul(text.lower())


def romanized(text: str, random: Random) -> str | None:
    """A Korean name as fans spell it in Latin letters."""
    if not is_hangul(text) or len(text) < 3:
        return None
    family = _FAMILY.get(text[0]) if len(text) == 3 else None
    rest = hangulpy.romanize(text[1:] if family else text)
    for written, spelt in _ROMAN:
        if random.random() < 0.35:
            rest = rest.replace(written, random.choice(spelt), 1)
    return f"{random.choice(family)} {rest}" if family else rest


def romanized_typo(text: str, random: Random) -> str | None:
    """The same with a slip."""
    found = romanized(text, random)
    return random.choice(TYPOS)(found, random) if found and len(found) >= 8 else None
