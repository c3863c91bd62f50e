"""The stretches of a question that may be names: between the words that carry the question."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lexicon import Lexicon
from bot.questions.names import Names
from bot.questions.reading import Mention, Reading, Token

LONGEST = 12  # units of a name
_LIGHT = {
    Concept.FILLER, Concept.PARTICLE, Concept.PRONOUN, Concept.AUX, Concept.FROM, Concept.NOT,
    Concept.AND, Concept.WITH, Concept.IT, Concept.THEY, Concept.FIRST, Concept.LAST,
    Concept.LIST, Concept.ELSE, Concept.WHERE, Concept.WHEN, Concept.PLAY, Concept.WHAT_ABOUT,
    Concept.ORDINAL, Concept.CARDINAL, Concept.OR, Concept.BEFORE, Concept.AFTER,
    Concept.TOGETHER, Concept.END, Concept.BEGIN, Concept.TAG, Concept.MONTH, Concept.HOW,
    Concept.WHY, Concept.VAGUE, Concept.MOST, Concept.GREETING, Concept.BYE,
    Concept.THANKS, Concept.THEME, Concept.ABOUT, Concept.SEASON,
}  # fmt: skip
_FUNCTION = {Concept.PRONOUN, Concept.AUX, Concept.WITH, Concept.PARTICLE}


class Stretches:
    """The stretches of one reading, and where they may be cut or trimmed."""

    def __init__(self, reading: Reading, words: Lexicon, names: Names) -> None:
        self._reading = reading
        self._words = words
        self._names = names

    def sung(self) -> Iterator[tuple[int, int]]:
        """All that follows "who sings", up to a name: a title may hold any words."""
        sung = self._reading.where(Concept.SING)
        if sung and self._reading.language != "ko":
            start = sung[-1].end
            ends = [
                m.start for m in self._reading.mentions if m.start >= start and self._ends_names(m)
            ]
            end = min((*ends, len(self._reading.parts)))
            if 1 < end - start <= LONGEST:
                yield start, end

    def runs(self) -> Iterator[tuple[int, int]]:
        """Maximal runs of gaps and light words, without the light words at their ends."""
        taken = {i for m in self._reading.mentions if self._ends_names(m) for i in _span(m)}
        heavy = {
            i
            for t in self._reading.tokens
            if not t.concepts & _LIGHT and not self._is_inside_a_word(t)
            for i in range(t.start, t.end)
        }
        parts, start = self._reading.parts, 0
        for at in range(len(parts) + 1):
            if at == len(parts) or at in taken or at in heavy:
                if at > start:
                    yield start, at
                start = at + 1

    def trimmings(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch without the light words at its ends, then with them; a quotation as it is."""
        if any(u.quote for u in self._reading.parts[start:end]):
            yield start, end
            return
        light = {
            i for t in self._reading.tokens if t.concepts & _LIGHT for i in range(t.start, t.end)
        }
        small = self._words.words("links") | self._words.words("binds")
        sung = {t.end for t in self._reading.where(Concept.SING)}
        if start in sung:
            light -= self._holding(start, end)
        light -= self._nouns(start, end)
        bound = {i for i in range(start, end) if self._reading.parts[i].word in small} & light
        spoken = {t.start for t in self._reading.where(Concept.PRONOUN)}
        bare, trimmed = _trimmed(start, end, light), _trimmed(start, end, bound)
        owned = _trimmed(start, end, light - spoken)  # "our beloved summmer"
        options = [trimmed, owned, bare, (start, end)]
        if self._reading.parts[start].eastern or start in sung:
            options = [
                (start, end),
                trimmed,
                owned,
                bare,
            ]  # particles and prepositions may belong to the name
        yield from dict.fromkeys(o for o in options if 0 < o[1] - o[0] <= LONGEST)

    def cuts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a stretch may fall apart into two names: at "in", "by", ..., as (end, start)."""
        parts = self._reading.parts
        links = self._words.words("links")
        yield from ((i, i) for i in range(start + 1, end) if parts[i].stop)
        yield from ((i, i + 1) for i in range(start + 1, end - 1) if parts[i].word in links)

    def seams(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where else it may: before and after a title that is known, and at a Korean space."""
        parts = self._reading.parts
        titles = [m for m in self._reading.mentions if start <= m.start and m.end <= end]
        found = {seam for m in titles for seam in (m.start, m.end)}
        found |= {i for i in range(start + 1, end) if parts[i].eastern and not parts[i].glued}
        yield from ((i, i) for i in sorted(found) if start < i < end)

    def gap_in(self, start: int, end: int) -> bool:
        """Whether something in it is not understood."""
        return any(start <= g.start and g.end <= end for g in self._reading.gaps)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words of the question that tell nothing."""
        return frozenset(u.word for u in self._reading.parts if self.is_light(u.word))

    def is_light(self, word: str) -> bool:
        """Whether a word holds a sentence together rather than naming anything."""
        words = self._words
        entry = words.entries.get(word)
        small = word in words.words("links") or word in words.words("binds")
        return small or bool(entry and entry.concepts & _FUNCTION)

    def _ends_names(self, mention: Mention) -> bool:
        """Whether no name goes on past the mention; a title may be a piece of a longer one."""
        if self._is_beside_gap(mention) and (not mention.names.ids or self._may_be_half(mention)):
            return False  # "yoon" of "yoon mirea" is also a member of some group
        return (
            mention.names.ids.keys() != {Kind.TRACK} or self._reading.parts[mention.start].quote > 0
        )

    def _may_be_half(self, mention: Mention) -> bool:
        """Whether a known name may be a piece of a misspelt one: "secret gardn"."""
        if mention.end - mention.start == 1 and self._words.is_plain(mention.text.casefold()):
            return True
        reach = self._names.reach(self._reading.parts[mention.start])
        if Kind.DRAMA in mention.names.ids and reach > mention.end - mention.start:
            return True  # of a season or a sequel
        return Kind.TRACK in mention.names.ids and Kind.DRAMA not in mention.hinted

    def _is_beside_gap(self, mention: Mention) -> bool:
        return any(mention.start == g.end or g.start == mention.end for g in self._reading.gaps)

    def _is_inside_a_word(self, token: Token) -> bool:
        """Whether what is not understood goes on on both sides ("바이" in 투모로우바이투게더)."""
        parts, gaps = self._reading.parts, self._reading.gaps
        joined_before = parts[token.start].glued and any(g.end == token.start for g in gaps)
        after = token.end < len(parts) and parts[token.end].glued
        return joined_before and after and any(g.start == token.end for g in gaps)

    def _nouns(self, start: int, end: int) -> set[int]:
        """Everyday nouns beside what is not understood: "stranger things" is not "stranger"."""
        nouns = self._words.words("nouns")
        parts = self._reading.parts
        return {i for i in range(start, end) if parts[i].word in nouns}

    def _holding(self, start: int, end: int) -> set[int]:
        """The words that make a sentence of a title: "Wish You Were Here" is not "Wish You"."""
        binds = self._words.words("binds")
        parts = self._reading.parts
        return {i for i in range(start, end) if parts[i].word in binds}


def _trimmed(start: int, end: int, light: set[int]) -> tuple[int, int]:
    while start < end - 1 and start in light:
        start += 1
    while end - 1 > start and end - 1 in light:
        end -= 1
    return start, end


def _span(mention: Mention) -> range:
    return range(mention.start, mention.end)
