"""A typed name, prepared once for every comparison."""

from __future__ import annotations

from dataclasses import dataclass

from bot.matching.fold import fold, symbols
from bot.matching.hangul import choseong, has_hangul, is_choseong, keystrokes
from bot.matching.sound import sound


def letters_of(folded: str) -> str:
    """The letters that were typed, without spaces; Hangul as keystrokes."""
    return keystrokes(folded).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One side of a comparison: a query, or a form of a name."""

    folded: str
    letters: str
    sound: str
    initials: str
    hangul: bool

    @classmethod
    def of(cls, folded: str) -> Spelling:
        """The spelling of a folded text."""
        hangul = has_hangul(folded)
        return cls(
            folded,
            letters_of(folded),
            sound(folded),
            choseong(folded).replace(" ", "") if hangul else "",
            hangul,
        )

    @property
    def is_initials(self) -> bool:
        """Whether only leading consonants were typed."""
        return self.hangul and is_choseong(self.folded)


def folded_or_symbols(text: str) -> str:
    """The folded text; of a text without letters its symbols."""
    return fold(text) or symbols(text)
