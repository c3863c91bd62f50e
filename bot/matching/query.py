"""The two sides of a comparison: what was typed, and a stored name."""

from __future__ import annotations

from dataclasses import dataclass

from bot.matching.fold import fold, symbols
from bot.matching.hangul import has_hangul, is_choseong, keystrokes
from bot.matching.sound import sound


@dataclass(frozen=True, slots=True)
class Asked:
    """A typed name, prepared once for every comparison.

    ``words`` has Hangul as keystrokes, ``letters`` is that without spaces, and ``initials`` is
    filled where nothing but leading consonants was typed.
    """

    folded: str
    words: str
    letters: str
    sound: str
    hangul: bool
    initials: str

    @classmethod
    def of(cls, folded: str) -> Asked:
        """Of a folded text."""
        words = keystrokes(folded)
        letters = words.replace(" ", "")
        initials = folded.replace(" ", "") if is_choseong(folded) else ""
        return cls(folded, words, letters, sound(folded), has_hangul(folded), initials)


def folded_or_symbols(text: str) -> str:
    """The folded text; of a text without letters its symbols."""
    return fold(text) or symbols(text)


def letters_of(folded: str) -> str:
    """The letters that were typed, without spaces; Hangul as keystrokes."""
    return keystrokes(folded).replace(" ", "")
