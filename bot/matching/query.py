"""A typed name, prepared once for every comparison."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from bot.matching.fold import fold, symbols
from bot.matching.hangul import has_hangul, is_choseong, keystrokes
from bot.matching.romanize import romanize
from bot.matching.sound import sound

LONGEST: Final = 200  # characters that are compared with names; of a million titles 11 have more
_READ: Final = 1_000  # characters that are folded: no name has so many
_LETTERS: Final = 600  # what so many syllables of Hangul come to
NUMBER: Final = re.compile("[0-9]+")


class Asked:
    """A folded query: as words and as letters with Hangul as keystrokes, and by its sound."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.words = keystrokes(folded)
        self.letters = self.words.replace(" ", "")
        self.hangul = has_hangul(folded)
        # Filled where nothing but leading consonants was typed.
        self.initials = folded.replace(" ", "") if is_choseong(folded) else ""

    @property
    def endless(self) -> bool:
        """Whether this is too long to be compared with names: it can only be one, to the letter."""
        return len(self.folded) > LONGEST or len(self.letters) > _LETTERS

    @cached_property
    def roman(self) -> str:
        """The letters, with Hangul in Latin letters."""
        return romanize(self.folded).replace(" ", "") if self.hangul else self.letters

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that were typed."""
        return frozenset(NUMBER.findall(self.words))

    @cached_property
    def sound(self) -> str:
        """The sound key."""
        return sound(self.folded)


def folded_or_symbols(text: str) -> str:
    """The folded text; of a text without letters its symbols. No more is read than a name has."""
    text = text.strip()[:_READ]
    return fold(text) or symbols(text)


def letters_of(folded: str) -> str:
    """The letters that were typed, without spaces; Hangul as keystrokes."""
    return keystrokes(folded).replace(" ", "")
