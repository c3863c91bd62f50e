"""A row of an index, read only as far as a comparison goes."""

from __future__ import annotations

from functools import cached_property

from bot.matching.forms import Form
from bot.matching.index import Index


class Row:
    """A form of a stored name: what ``score`` compares a query with."""

    def __init__(self, index: Index, row: int) -> None:
        self._index = index
        self._row = row
        self.letters = index.keys[row].decode()
        self.hangul = bool(index.hangul[row])
        self.form = Form(index.form_of[row])

    @cached_property
    def words(self) -> str:
        """Its words, Hangul as keystrokes."""
        return self._index.words[self._row].decode()

    @cached_property
    def sound(self) -> str:
        """Its sound key."""
        return self._index.sounds[self._row].decode()

    @cached_property
    def roman(self) -> str:
        """Its letters, with Hangul in Latin letters."""
        return self._index.roman_of(self._row)
