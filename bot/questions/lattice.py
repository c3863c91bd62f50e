"""The cheapest way to cover a question with names and known phrases (Viterbi over its units).

Names made of ordinary words ("With You", "Life", "W") cost more than the words they are made of,
unless quotation marks, capitals or a neighbouring word ("sings ...", "... OST") hint at a name.
What no phrase and no name covers stays unknown, at a price; nothing is ever skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lexicon import Entry, Lexicon
from bot.questions.loanwords import LONGEST, SHORTEST, Loanwords
from bot.questions.names import Names, Referents
from bot.questions.units import Unit, joined

_PHRASE = 0.3
_PRONOUN = 0.45
_PARTICLE = 0.15
_LOOSE_PARTICLE = 1.2
_APART_PARTICLE = 0.6  # "DOTS 에서": a particle written as a word of its own
_UNKNOWN_WORD = 2.0
_UNKNOWN_SYLLABLE = 1.0
_NAME = 0.3  # less for each unit: the longer name is meant
_LENGTH = 0.02
_HINTED = 0.25
_HALF_HINTED = 0.6  # by the word after it
_QUOTED = 0.05
_HEARD = 0.97  # the score of an English name that is written in Hangul
# Several ordinary words, no hint: by their number, since longer names are less of an accident.
_DOUBTFUL = {2: 0.72, 3: 0.84, 4: 0.95}
_LONG_DOUBTFUL = 1.05
_LONGEST_QUOTED = 16  # units of a quotation that is a title; a syllable is one
_UNLIKELY = 2.2  # one ordinary word, no hint: worse than an unknown word
# English words that are words of Korean questions, too.
_TERMS = {
    Concept.OST, Concept.PART, Concept.EPISODE, Concept.FEATURE, Concept.DRAMA, Concept.SEASON,
    Concept.DIRECTOR, Concept.SONG, Concept.OUTSIDE,
}  # fmt: skip
# Words that hold a sentence together: never a name without quotation marks or capitals.
_STRUCTURE = {
    Concept.FILLER, Concept.PRONOUN, Concept.PARTICLE, Concept.WITH, Concept.TOGETHER, Concept.AND,
    Concept.OR, Concept.NOT, Concept.ELSE, Concept.IT, Concept.THEY, Concept.WHO, Concept.WHAT,
    Concept.WHICH, Concept.WHEN, Concept.WHERE, Concept.WHY, Concept.HOW, Concept.AUX, Concept.FROM,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of units read as a phrase (``entry``), as a name (``names``) or as neither."""

    start: int
    end: int
    cost: float
    entry: Entry | None = None
    names: Referents | None = None
    hinted: frozenset[Kind] = frozenset()
    weak: bool = False
    score: float = 1.0  # below 1: linked in spite of its spelling


class Lattice:
    """The readings of one question. ``trusting``: believe in names of ordinary words."""

    def __init__(
        self,
        parts: Sequence[Unit],
        words: Lexicon,
        names: Names,
        trusting: bool = False,
        loanwords: Loanwords | None = None,
    ) -> None:
        self.parts = list(parts)
        self.words = words
        self.names = names
        self.trusting = trusting
        self.loanwords = loanwords
        self.korean = any(u.hangul for u in self.parts)

    def best(self, guesses: Iterable[Item] = ()) -> list[Item]:
        """The cheapest cover, in order; ``guesses`` are further names to consider."""
        starts: list[list[Item]] = [[] for _ in self.parts]
        for item in guesses:
            starts[item.start].append(item)
        cost = [0.0] + [1e9] * len(self.parts)
        came: list[Item | None] = [None] * (len(self.parts) + 1)
        for at in range(len(self.parts)):
            for item in (*starts[at], *self._items(at)):
                if cost[at] + item.cost < cost[item.end] - 1e-9:
                    cost[item.end] = cost[at] + item.cost
                    came[item.end] = item
        return _backwards(came)

    def unnamed(self, item: Item) -> tuple[Item, ...]:
        """The units of a name as unknown ones."""
        return tuple(Item(at, at + 1, _UNKNOWN_WORD) for at in range(item.start, item.end))

    def _items(self, at: int) -> Iterator[Item]:
        yield from self._named(at)
        yield from self._heard(at)
        yield from self._phrases(at)
        eastern = self.parts[at].eastern
        yield Item(at, at + 1, _UNKNOWN_SYLLABLE if eastern else _UNKNOWN_WORD)

    def _named(self, at: int) -> Iterator[Item]:
        for end in range(min(at + self.names.reach(self.parts[at]), len(self.parts)), at, -1):
            if self._breaks(at, end) or self._straddles(at, end) or self._in_quotation(at, end):
                continue
            if found := self.names.exact(self.parts[at:end]):
                yield self.name(at, end, found)

    def _heard(self, at: int) -> Iterator[Item]:
        """English names written in Hangul, which begin where a word begins."""
        first = self.parts[at]
        if not self.loanwords or (at and first.glued and self.parts[at - 1].eastern):
            return
        for end in range(at + SHORTEST, min(at + LONGEST, len(self.parts)) + 1):
            span = self.parts[at:end]
            if not span[-1].hangul or not first.hangul:
                return
            if self._breaks(at, end) or self._in_quotation(at, end) or self.names.exact(span):
                continue
            if self.words.is_plain(joined(span)) or self._is_subject(at, end):
                continue
            if (found := self.loanwords.named(joined(span))) and (
                item := self._loanword(at, end, found)
            ):
                yield item

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether the last syllable is a particle after a name: 진이 부른, sung by Jin."""
        entry = self.words.entries.get(self.parts[end - 1].word)
        particle = entry is not None and Concept.PARTICLE in entry.concepts
        return particle and self.names.exact(self.parts[start : end - 1]) is not None

    def _loanword(self, start: int, end: int, found: Referents) -> Item | None:
        hinted = self.hints(start, end)
        if self._is_quoted(start, end):
            cost = _QUOTED
        elif found.ids.keys() & hinted:
            cost = _HINTED - _LENGTH * (end - start)
        elif end - start > SHORTEST:
            cost = _HALF_HINTED - _LENGTH * (end - start)
        else:
            return None
        return Item(start, end, cost, names=found, hinted=hinted, score=_HEARD)

    def _breaks(self, start: int, end: int) -> bool:
        """Whether a quotation mark stands inside the span (it may stand around it)."""
        marks = {u.quote for u in self.parts[start:end]}
        return len(marks) > 1

    def _in_quotation(self, start: int, end: int) -> bool:
        """Whether the span is but a piece of a quoted title; a quoted question is not a title."""
        mark = self.parts[start].quote
        quoted = [i for i, u in enumerate(self.parts) if mark and u.quote == mark]
        if not quoted or len(quoted) > _LONGEST_QUOTED or len(quoted) == len(self.parts):
            return False
        return (start, end) != (quoted[0], quoted[-1] + 1)

    def _straddles(self, start: int, end: int) -> bool:
        """Whether a Korean name would begin inside a word and end in another ("노래[한 사람]")."""
        first = self.parts[start]
        inside = first.glued and first.eastern and self.parts[start - 1].eastern
        return inside and any(not u.glued for u in self.parts[start + 1 : end])

    def name(self, start: int, end: int, found: Referents) -> Item:
        """The span read as that name, at the price that its look deserves."""
        hinted = self.hints(start, end)
        weak = self._is_weak(start, end)
        cost = max(0.05, _NAME - _LENGTH * (end - start))
        if self._is_quoted(start, end):
            cost, weak = _QUOTED, False
        elif weak:
            cost = self._doubt(start, end, found)
        return Item(start, end, cost, names=found, hinted=hinted, weak=weak)

    def _doubt(self, start: int, end: int, found: Referents) -> float:
        length = _LENGTH * (end - start)
        entry = self.words.entries.get(joined(self.parts[start:end]))
        concepts = entry.concepts if entry else frozenset()
        if self._is_capital(start, end) or (self.trusting and Concept.AND not in concepts):
            return _HINTED
        if self.korean and self.parts[start].word.isascii() and not concepts & _TERMS:
            return _HINTED - length  # English in a Korean question names something
        if not concepts & _STRUCTURE:
            if found.ids.keys() & self._hinted(start, "before", -1):
                return _HINTED - length
            if found.ids.keys() & self._hinted(end, "after", 1):
                if entry and Concept.MONTH in entry.concepts:
                    return _HINTED
                return _HALF_HINTED - length
        if self.parts[start].eastern:
            return _HALF_HINTED if end - start > 1 else _UNLIKELY
        return _DOUBTFUL.get(end - start, _LONG_DOUBTFUL) if end - start > 1 else _UNLIKELY

    def _is_weak(self, start: int, end: int) -> bool:
        span = self.parts[start:end]
        if len(span) == 1 and (span[0].eastern or len(span[0].word) == 1):
            return True
        return self.words.is_plain(joined(span)) or all(self.words.is_plain(u.word) for u in span)

    def _is_quoted(self, start: int, end: int) -> bool:
        mark = self.parts[start].quote
        before = self.parts[start - 1].quote if start else 0
        after = self.parts[end].quote if end < len(self.parts) else 0
        return bool(mark) and mark not in (before, after)

    def _is_capital(self, start: int, end: int) -> bool:
        span = self.parts[start:end]
        if start == 0 and len(span) == 1 and len(self.parts) > 1:
            return False
        rest = [u for u in (*self.parts[:start], *self.parts[end:]) if u.text.isascii()]
        cased = [u for u in rest if u.text[0].isalpha()]
        speaks_small = any(u.text[0].islower() for u in cased) or not cased
        entry = self.words.entries.get(span[0].word)
        if len(span) == 1 and entry and Concept.MONTH in entry.concepts:
            return False
        ends = (span[0],) if start else (span[0], span[-1])
        return (
            speaks_small
            and all(u.text[0].isupper() or u.text[0].isdigit() for u in ends)
            and (len(span) > 1 or span[0].text != "I")
        )

    def hints(self, start: int, end: int) -> frozenset[Kind]:
        """The kinds of name that the neighbouring words hint at."""
        return self._hinted(start, "before", -1) | self._hinted(end, "after", 1)

    def _hinted(self, at: int, side: str, step: int) -> frozenset[Kind]:
        return frozenset(k for k in Kind if self._near(f"{k}_{side}", at, step))

    def _near(self, hint: str, at: int, step: int) -> bool:
        words = self.words.hints.get(hint, frozenset())
        for length in range(1, 5):
            low, high = (at - length, at) if step < 0 else (at, at + length)
            if low < 0 or high > len(self.parts):
                return False
            if joined(self.parts[low:high]) in words:
                return True
        return False

    def _phrases(self, at: int) -> Iterator[Item]:
        last = min(at + self.words.longest, len(self.parts))
        for end in range(at + 1, last + 1):
            entry = self.words.entries.get(joined(self.parts[at:end]))
            if entry:
                yield Item(at, end, self._price(at, end, entry), entry=entry)

    def _price(self, at: int, end: int, entry: Entry) -> float:
        only_particle = all(c == "particle" for c in entry.concepts)
        if only_particle:
            apart = end == len(self.parts) or not self.parts[end].glued
            loose = _APART_PARTICLE if apart else _LOOSE_PARTICLE
            return _PARTICLE if self.parts[at].glued else loose
        if Concept.PRONOUN in entry.concepts and end - at == 1:
            return _PRONOUN
        return _PHRASE + (0.2 if self.parts[at].eastern and end - at == 1 else 0.0)


def _backwards(came: list[Item | None]) -> list[Item]:
    path: list[Item] = []
    item = came[-1] if len(came) > 1 else None
    while item is not None:
        path.append(item)
        item = came[item.start]
    return path[::-1]
