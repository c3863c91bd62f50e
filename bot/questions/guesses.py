"""Names that are misspelt, cut short or half remembered: what the resolver makes of them.

The stretches between the words that carry the question are taken for names: "who sings [alwys]
in [descndants of the sun]". The one resolver says what they mean; a guess is believed only where
each of its words has a counterpart in the name, so that a longer title that merely contains a
known one stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.knowledge.model import Kind
from bot.matching.resolve import Ambiguous, Found, Match
from bot.matching.view import View
from bot.questions.concepts import Concept
from bot.questions.lattice import Item, Lattice
from bot.questions.names import Referents
from bot.questions.reading import Mention, Reading
from bot.questions.units import Unit

_MOST_LOOKUPS = 8  # bounds the work of a question: one costs some two milliseconds
_LONGEST = 12  # units of a name
_ALIKE = 72  # how alike a word and its counterpart must be, of 100
_WHOLE = 75  # how alike a single word and a whole name must be, where nothing hints at a name
_SURE_ACROSS_SCRIPTS = 0.85
_SPACED = 85  # how alike names must be whose words are set apart differently
_PRICE = 0.5
_LIGHT = {
    Concept.FILLER, Concept.PARTICLE, Concept.PRONOUN, Concept.AUX, Concept.FROM, Concept.NOT,
    Concept.AND, Concept.WITH, Concept.IT, Concept.THEY, Concept.FIRST, Concept.LAST,
    Concept.LIST, Concept.ELSE, Concept.WHERE, Concept.WHEN, Concept.PLAY, Concept.WHAT_ABOUT,
    Concept.ORDINAL, Concept.CARDINAL, Concept.OR, Concept.BEFORE, Concept.AFTER,
    Concept.TOGETHER, Concept.END, Concept.BEGIN, Concept.TAG, Concept.MONTH, Concept.HOW,
    Concept.WHY, Concept.GREETING, Concept.BYE, Concept.THANKS, Concept.THEME, Concept.ABOUT,
}  # fmt: skip
_SPLITTERS = {
    "in",
    "from",
    "by",
    "on",
    "of",
    "for",
    "at",
    "with",
    "and",
    "en",
    "de",
    "no",
    "na",
    "di",
    "의",
    "에서",
    "or",
}
_BINDING = _SPLITTERS | {
    "is",
    "are",
    "was",
    "were",
    "do",
    "does",
    "did",
    "the",
    "a",
    "an",
    "to",
    "s",
}


class Guesser:
    """Looks up stretches of one reading, within a budget."""

    def __init__(self, view: View, lattice: Lattice, reading: Reading) -> None:
        self._view = view
        self._lattice = lattice
        self._reading = reading
        self._left = _MOST_LOOKUPS
        self._seen: dict[tuple[int, int, Kind], Item | None] = {}

    def guesses(self, even_without_gaps: bool = False) -> list[Item]:
        """The names that the stretches may be."""
        found = []
        for start, end in self._stretches():
            if self._gap_in(start, end) or even_without_gaps:
                found += self._stretch(start, end)
        return found

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Maximal runs of gaps and light words, without the light words at their ends."""
        taken = {i for m in self._reading.mentions if self._ends_names(m) for i in _span(m)}
        heavy = {
            i
            for t in self._reading.tokens
            if not t.concepts & _LIGHT
            for i in range(t.start, t.end)
        }
        parts, start = self._reading.parts, 0
        for at in range(len(parts) + 1):
            if at == len(parts) or at in taken or at in heavy:
                if at > start:
                    yield start, at
                start = at + 1

    def _ends_names(self, mention: Mention) -> bool:
        """Whether no name goes on past the mention; a title may be a piece of a longer one."""
        return (
            mention.names.ids.keys() != {Kind.TRACK} or self._reading.parts[mention.start].quote > 0
        )

    def _stretch(self, start: int, end: int) -> list[Item]:
        for low, high in self._trimmings(start, end):
            if item := self._look(low, high):
                return [item]
        for cut in self._cuts(start, end):
            left, right = (self._best(start, cut), self._best(cut + 1, end))
            if left and right:
                return [left, right]
            if (left or right) and not self._gap_in(*((cut, end) if left else (start, cut))):
                return [i for i in (left, right) if i]
        return []

    def _best(self, start: int, end: int) -> Item | None:
        return next((i for s, e in self._trimmings(start, end) if (i := self._look(s, e))), None)

    def _gap_in(self, start: int, end: int) -> bool:
        return any(start <= g.start and g.end <= end for g in self._reading.gaps)

    def _cuts(self, start: int, end: int) -> Iterator[int]:
        words = [u.word for u in self._reading.parts]
        yield from (i for i in range(start + 1, end - 1) if words[i] in _SPLITTERS)

    def _trimmings(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch without the light words at its ends, then with them."""
        light = {
            i for t in self._reading.tokens if t.concepts & _LIGHT for i in range(t.start, t.end)
        }
        bound = {i for i in range(start, end) if self._reading.parts[i].word in _BINDING} & light
        options = [_trimmed(start, end, bound), _trimmed(start, end, light), (start, end)]
        if self._reading.parts[start].eastern:
            options.reverse()
        yield from dict.fromkeys(o for o in options if 0 < o[1] - o[0] <= _LONGEST)

    def _look(self, start: int, end: int) -> Item | None:
        hinted = self._lattice.hints(start, end)
        found: list[Item] = []
        for kind in sorted(Kind, key=lambda k: (k not in hinted, list(Kind).index(k))):
            if item := self._look_up(start, end, kind, kind in hinted):
                found.append(item)
                if kind in hinted:
                    break
        return max(found, key=lambda i: (bool(i.hinted), i.score), default=None)

    def _look_up(self, start: int, end: int, kind: Kind, hinted: bool) -> Item | None:
        known = (start, end, kind)
        if known not in self._seen and self._left > 0:
            self._left -= 1
            self._seen[known] = self._resolved(start, end, kind, hinted)
        return self._seen.get(known)

    def _resolved(self, start: int, end: int, kind: Kind, hinted: bool) -> Item | None:
        parts = self._reading.parts[start:end]
        text = self._reading.text[parts[0].start : parts[-1].end]
        resolution = self._view.resolver.resolve(text, kind)
        if isinstance(resolution, Found):
            matches: Sequence[Match] = (resolution.match,)
        elif isinstance(resolution, Ambiguous):
            matches = resolution.matches
        else:
            return None
        kept = [m for m in matches if _accounts_for(parts, m.name)]
        if len(parts) == 1:
            kept = [m for m in kept if _is_whole(text, m)]
        if not kept:
            return None
        names = Referents({kind: tuple(m.id for m in kept)})
        score = min(kept[0].score, 0.999)
        return Item(
            start,
            end,
            _PRICE + (1 - score),
            names=names,
            hinted=frozenset({kind}) if hinted else frozenset(),
            score=score,
        )


def _trimmed(start: int, end: int, light: set[int]) -> tuple[int, int]:
    while start < end - 1 and start in light:
        start += 1
    while end - 1 > start and end - 1 in light:
        end -= 1
    return start, end


def _is_whole(text: str, match: Match) -> bool:
    """Whether a single word is like the whole name, not like a piece of it."""
    if text.isascii() != match.name.isascii():
        return match.score >= _SURE_ACROSS_SCRIPTS
    asked, stored = text.casefold(), match.name.casefold()
    return fuzz.ratio(asked, stored) >= _WHOLE and OSA.distance(asked, stored) <= len(asked) // 4


def _span(mention: Mention) -> range:
    return range(mention.start, mention.end)


def _accounts_for(parts: Sequence[Unit], name: str) -> bool:
    """Whether each word has a counterpart in the name; one of four may stand for another word."""
    if any(u.eastern for u in parts) or not name.isascii():
        return True
    stored = _words(name)
    asked = [u.word for u in parts]
    if len(asked) != len(stored) and fuzz.ratio("".join(asked), "".join(stored)) >= _SPACED:
        return True
    lacking = [w for w in asked if not any(_alike(w, s) for s in stored)]
    unasked = [s for s in stored if not any(_alike(w, s) for w in asked)]
    return len(lacking) <= min(len(asked) // 4, len(unasked))


def _alike(word: str, stored: str) -> bool:
    """Whether one is a misspelling of the other: the first letter is hardly ever mistyped."""
    begins = word[:1] == stored[:1] or set(word[:2]) == set(stored[:2])
    return begins and fuzz.ratio(word, stored) >= _ALIKE


def _words(name: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in name.casefold()).split()


def with_roles(reading: Reading, texts: Iterable[str]) -> dict[str, Kind]:
    """The kind that each unknown stretch stands in for, by the words around it."""
    roles: dict[str, Kind] = {}
    for gap in reading.gaps:
        if gap.text in texts:
            roles[gap.text] = _role(reading, gap.start)
    return roles


def _role(reading: Reading, start: int) -> Kind:
    before = reading.parts[start - 1].word if start else ""
    if before in {"in", "from", "of", "for"}:
        return Kind.DRAMA
    return Kind.ARTIST
