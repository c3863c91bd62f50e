"""Names that are misspelt, cut short or half remembered: what the resolver makes of them.

The stretches between the words that carry the question are taken for names: "who sings [alwys]
in [descndants of the sun]". The one resolver says what they mean; a guess is believed only where
each of its words has a counterpart in the name, so that a longer title that merely contains a
known one stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.knowledge.model import Kind
from bot.matching.resolve import Ambiguous, Found, Match
from bot.matching.view import View
from bot.questions.alike import (
    alike,
    is_half,
    is_near_in_length,
    is_respaced,
    is_run,
    is_shuffled,
    is_whole,
    words_of,
)
from bot.questions.concepts import Concept
from bot.questions.describe import stem
from bot.questions.lattice import Item, Lattice
from bot.questions.names import Referents
from bot.questions.reading import Mention, Reading
from bot.questions.support import titled, vouched
from bot.questions.units import Unit

_MOST_LOOKUPS = 16  # bounds the work of a question: one costs some two milliseconds
_LONGEST = 12  # units of a name
_SURE_EASTERN = 0.8  # of a score of the resolver, where nothing hints at a name
_LONGEST_BESIDE = 4  # words of a drama that stands beside a title, and one
_CONTRACTED = {"wanna": "want", "gonna": "going", "gotta": "got"}
_PRICE = 0.5
_LIGHT = {
    Concept.FILLER, Concept.PARTICLE, Concept.PRONOUN, Concept.AUX, Concept.FROM, Concept.NOT,
    Concept.AND, Concept.WITH, Concept.IT, Concept.THEY, Concept.FIRST, Concept.LAST,
    Concept.LIST, Concept.ELSE, Concept.WHERE, Concept.WHEN, Concept.PLAY, Concept.WHAT_ABOUT,
    Concept.ORDINAL, Concept.CARDINAL, Concept.OR, Concept.BEFORE, Concept.AFTER,
    Concept.TOGETHER, Concept.END, Concept.BEGIN, Concept.TAG, Concept.MONTH, Concept.HOW,
    Concept.WHY, Concept.VAGUE, Concept.MOST, Concept.GREETING, Concept.BYE,
    Concept.THANKS, Concept.THEME, Concept.ABOUT,
}  # fmt: skip
_FUNCTION = {Concept.PRONOUN, Concept.AUX, Concept.WITH, Concept.PARTICLE}


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
        found: list[Item] = []
        for start, end in (*self._sung(), *self._stretches()):
            if any(i.start < end and start < i.end for i in found):
                continue
            if self._gap_in(start, end) or even_without_gaps:
                found += self._stretch(start, end)
        return found

    def vouched(self) -> list[Item]:
        """The names that others, which are certain, vouch for: half a title beside its drama."""
        tracks = [m for m in self._reading.mentions if m.names.ids.keys() == {Kind.TRACK}]
        spans = [
            (low, high)
            for start, end in (*self._sung(), *self._stretches())
            for low, high in self._trimmings(start, end)
            if self._gap_in(low, high) or any(low <= m.start and m.end <= high for m in tracks)
        ]
        spans = list(dict.fromkeys(spans))[:_MOST_LOOKUPS]
        return vouched(self._view.catalog, self._reading, spans, self._small())

    def _small(self) -> frozenset[str]:
        return frozenset(u.word for u in self._reading.parts if self._is_light(u.word))

    def _sung(self) -> Iterator[tuple[int, int]]:
        """All that follows "who sings", up to a name: a title may hold any words."""
        sung = self._reading.where(Concept.SING)
        if sung and self._reading.language != "ko":
            start = sung[-1].end
            ends = [
                m.start for m in self._reading.mentions if m.start >= start and self._ends_names(m)
            ]
            end = min((*ends, len(self._reading.parts)))
            if 1 < end - start <= _LONGEST:
                yield start, end

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
        if found := self._beside_drama(start, end):
            return found
        return self._last_drama(start, end)

    def _last_drama(self, start: int, end: int) -> list[Item]:
        """The drama at the end of a description: "a cappella opening from attorney woo"."""
        for cut in self._cuts(start, end):
            item = self._best(cut + 1, end)
            if item and item.names and Kind.DRAMA in item.names.ids and item.hinted:
                return [item]
        return []

    def _beside_drama(self, start: int, end: int) -> list[Item]:
        """Title and drama side by side, both misspelt: "sweet nite itaewon clas"."""
        start, end = next(self._trimmings(start, end), (start, end))
        cuts = [c for n in range(1, _LONGEST_BESIDE) for c in (end - n, start + n)]
        for cut in (c for c in cuts if start < c < end):
            for drama, rest in (((cut, end), (start, cut)), ((start, cut), (cut, end))):
                if (
                    not (found := self._look_up(*drama, Kind.DRAMA, hinted=False))
                    or not found.names
                ):
                    continue
                ids = found.names.ids[Kind.DRAMA]
                titles = [t.id for i in ids for t in self._view.catalog.soundtrack(i)]
                catalog, parts = self._view.catalog, self._reading.parts
                for low, high in self._trimmings(*rest):
                    if item := titled(catalog, parts, low, high, titles, self._small()):
                        return [found, item]
        return []

    def _best(self, start: int, end: int) -> Item | None:
        return next((i for s, e in self._trimmings(start, end) if (i := self._look(s, e))), None)

    def _slips(self, parts: Sequence[Unit], name: str, hinted: bool) -> int | None:
        """How many words have no counterpart in the name; None if too many.

        Of four words that tell something, one may stand for another.
        """
        if any(u.eastern for u in parts):
            return 0 if is_near_in_length(parts, name) else None
        if not name.isascii():
            return 0
        stored = words_of(name)
        asked = [_CONTRACTED.get(u.word, u.word) for u in parts]
        if len(asked) < 4 and all(map(self._is_light, asked)):
            return None
        if is_shuffled(asked, stored):
            return None
        if not hinted and not is_half(asked, stored):
            return None
        if len(asked) != len(stored) and is_respaced("".join(asked), "".join(stored)):
            return 0
        lacking = [w for w in asked if not any(alike(w, s) for s in stored)]
        unasked = [s for s in stored if not any(alike(w, s) for w in asked)]
        telling = [w for w in lacking if not self._is_light(w)]
        asked_for = [w for w in asked if not self._is_light(w)]
        untold = [w for w in unasked if len(w) > 1 and not self._is_light(w)]
        fits = len(telling) <= len(asked_for) // 4
        fits = fits and len(lacking) <= min(len(unasked), len(asked) // 3)
        if lacking and len(untold) > len(telling):
            return None  # another word in its place: "Like You Do" is not "Like You Used To"
        return len(lacking) if fits else None

    def _is_word(self, text: str) -> bool:
        """Whether the word, in any form, is an everyday one rather than a misspelt name."""
        words, word = self._lattice.words, text.casefold()
        return words.is_plain(word) or words.is_plain(stem(word))

    def _is_light(self, word: str) -> bool:
        words = self._lattice.words
        entry = words.entries.get(word)
        small = word in words.words("links") or word in words.words("binds")
        return small or bool(entry and entry.concepts & _FUNCTION)

    def _gap_in(self, start: int, end: int) -> bool:
        return any(start <= g.start and g.end <= end for g in self._reading.gaps)

    def _cuts(self, start: int, end: int) -> Iterator[int]:
        words = [u.word for u in self._reading.parts]
        links = self._lattice.words.words("links")
        yield from (i for i in range(start + 1, end - 1) if words[i] in links)

    def _trimmings(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch without the light words at its ends, then with them; a quotation as it is."""
        if any(u.quote for u in self._reading.parts[start:end]):
            yield start, end
            return
        light = {
            i for t in self._reading.tokens if t.concepts & _LIGHT for i in range(t.start, t.end)
        }
        small = self._lattice.words.words("links") | self._lattice.words.words("binds")
        bound = {i for i in range(start, end) if self._reading.parts[i].word in small} & light
        options = [_trimmed(start, end, bound), _trimmed(start, end, light), (start, end)]
        sung = {t.end for t in self._reading.where(Concept.SING)}
        if self._reading.parts[start].eastern or start in sung:
            options.reverse()  # particles and prepositions may belong to the name
        yield from dict.fromkeys(o for o in options if 0 < o[1] - o[0] <= _LONGEST)

    def _look(self, start: int, end: int) -> Item | None:
        hinted = self._lattice.hints(start, end)
        found: list[Item] = []
        kinds = sorted(Kind, key=lambda k: (k not in hinted, list(Kind).index(k)))
        if any(t.end == start for t in self._reading.where(Concept.SING)) and hinted:
            kinds = [k for k in kinds if k in hinted]  # what is sung is a song
        for kind in kinds:
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
        if _CONTRACTED.keys() & {u.word for u in parts}:
            text = " ".join(_CONTRACTED.get(u.word, u.word) for u in parts)
        resolution = self._view.resolver.resolve(text, kind)
        if isinstance(resolution, Found):
            matches: Sequence[Match] = (resolution.match,)
        elif isinstance(resolution, Ambiguous):
            matches = resolution.matches
        else:
            return None
        if not hinted and parts[0].eastern:
            matches = [m for m in matches if m.score >= _SURE_EASTERN]
        slips = {m.id: self._slips(parts, m.name, hinted) for m in matches}
        fewest = min((s for s in slips.values() if s is not None), default=None)
        kept = [m for m in matches if slips[m.id] is not None and slips[m.id] == fewest]
        telling = [u for u in parts if not self._is_light(u.word)] or parts
        if len(telling) == 1:
            word = telling[0].text
            likely = hinted or len(parts) > 1 or not self._is_word(text)
            kept = [
                m
                for m in kept
                if likely and (is_whole(text, m) or is_whole(word, m) or is_run(parts, m))
            ]
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


def _span(mention: Mention) -> range:
    return range(mention.start, mention.end)
