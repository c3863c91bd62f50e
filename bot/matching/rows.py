"""A row of an index, read only as far as a comparison goes."""

from __future__ import annotations

from typing import Final

from bot.matching.forms import Form
from bot.matching.index import Index

_FORMS: Final = tuple(Form)  # a tuple's item costs a tenth of asking the enumeration


class Row:
    """A form of a stored name: what ``score`` compares a query with."""

    def __init__(self, index: Index, row: int) -> None:
        self._index = index
        self._row = row
        self.letters = index.keys[row].decode()
        self.hangul = bool(index.hangul[row])
        self.form = _FORMS[index.form_of[row]]

    @property
    def words(self) -> str:
        """Its words, Hangul as keystrokes."""
        return self._index.words[self._row].decode()

    @property
    def sound(self) -> str:
        """Its sound key."""
        return self._index.sounds[self._row].decode()

    @property
    def roman(self) -> str:
        """Its letters, with Hangul in Latin letters."""
        return self._index.roman_of(self._row)
