"""Names that are misspelt, cut short or half remembered: what the resolver makes of them.

The stretches between the words that carry the question are taken for names: "who sings [alwys]
in [descndants of the sun]". The one resolver says what they mean; a guess is believed only where
each of its words has a counterpart in the name, so that a longer title that merely contains a
known one stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from bot.knowledge.model import Kind
from bot.matching.resolve import Ambiguous, Found, Match, Resolution
from bot.matching.view import View
from bot.questions.alike import (
    alike,
    is_accident,
    is_as_long,
    is_half,
    is_near_in_length,
    is_respaced,
    is_run,
    is_short_for,
    is_shuffled,
    is_whole,
    letters,
    words_of,
)
from bot.questions.concepts import Concept
from bot.questions.describe import stem
from bot.questions.lattice import Item, Lattice
from bot.questions.names import Referents
from bot.questions.reading import Reading
from bot.questions.stretches import Stretches
from bot.questions.support import titled, vouched
from bot.questions.units import Unit

_MOST_LOOKUPS = 24  # bounds the work of a question: one costs some two milliseconds
_SURE_EASTERN = 0.8  # of a score of the resolver, where nothing hints at a name
_LONGEST_BESIDE = 5  # words of a drama that stands beside a title, and one
_CONTRACTED = {
    "wanna": "want", "gonna": "going", "gotta": "got", "ur": "your", "u": "you", "luv": "love",
    "thru": "through", "nite": "night", "n": "and",
}  # fmt: skip
_LONG = 6  # units of a stretch that is hardly one name
_PRICE = 0.5
_AS_LIKELY = 0.02  # between the scores of two kinds of name that are both meant, perhaps


class Guesser:
    """Looks up stretches of one reading, within a budget."""

    def __init__(self, view: View, lattice: Lattice, reading: Reading) -> None:
        self._view = view
        self._lattice = lattice
        self._reading = reading
        self._stretches = Stretches(reading, lattice.words, lattice.names)
        self._left = _MOST_LOOKUPS
        self._seen: dict[tuple[int, int, Kind], Item | None] = {}

    def guesses(self, even_without_gaps: bool = False) -> list[Item]:
        """The names that the stretches may be."""
        found: list[Item] = []
        for start, end in (*self._stretches.sung(), *self._stretches.runs()):
            if any(i.start < end and start < i.end for i in found):
                continue
            if self._stretches.gap_in(start, end) or even_without_gaps:
                found += self._stretch(start, end)
        return found

    def vouched(self) -> list[Item]:
        """The names that others, which are certain, vouch for: half a title beside its drama."""
        tracks = [m for m in self._reading.mentions if m.names.ids.keys() == {Kind.TRACK}]
        spans = [
            (low, high)
            for start, end in (*self._stretches.sung(), *self._stretches.runs())
            for low, high in self._stretches.trimmings(start, end)
            if self._stretches.gap_in(low, high)
            or any(low <= m.start and m.end <= high for m in tracks)
        ]
        spans = list(dict.fromkeys(spans))[:_MOST_LOOKUPS]
        return vouched(self._view.catalog, self._reading, spans, self._stretches.small)

    def _stretch(self, start: int, end: int) -> list[Item]:
        whole = self._stretches.trimmings(start, end)
        for low, high in islice(whole, 1) if end - start > _LONG else whole:
            if item := self._look(low, high):
                return [item]
        return (
            self._apart(start, end, self._stretches.cuts(start, end))
            or self._beside_drama(start, end)
            or self._apart(start, end, self._stretches.seams(start, end))
            or self._last_drama(start, end)
        )

    def _apart(self, start: int, end: int, cuts: Iterable[tuple[int, int]]) -> list[Item]:
        """Two names, or one beside words that are all understood."""
        for until, since in cuts:
            left, right = self._best(start, until), self._best(since, end)
            if left and right:
                return [left, right]
            rest = (until, end) if left else (start, until)
            if (left or right) and not self._stretches.gap_in(*rest):
                return [i for i in (left, right) if i]
        return []

    def _last_drama(self, start: int, end: int) -> list[Item]:
        """The drama at the end of a description: "a cappella opening from attorney woo"."""
        for _, since in self._stretches.cuts(start, end):
            item = self._best(since, end)
            if item and item.names and Kind.DRAMA in item.names.ids and item.hinted:
                return [item]
        return []

    def _beside_drama(self, start: int, end: int) -> list[Item]:
        """Title and drama side by side, both misspelt: "sweet nite itaewon clas"."""
        start, end = next(self._stretches.trimmings(start, end), (start, end))
        if beside := self._beside_artist(start, end):
            return beside
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
                for low, high in self._stretches.trimmings(*rest):
                    if item := titled(catalog, parts, low, high, titles, self._stretches.small):
                        return [found, item]
        return []

    def _beside_artist(self, start: int, end: int) -> list[Item]:
        """A misspelt title beside the name of its singer: "yeowoya joy"."""
        catalog, parts = self._view.catalog, self._reading.parts
        for cut in range(start + 1, end):
            for singer, rest in (((cut, end), (start, cut)), ((start, cut), (cut, end))):
                named = self._lattice.names.exact(list(parts[slice(*singer)]))
                ids = named.ids.get(Kind.ARTIST, ()) if named else ()
                titles = [t.id for i in ids for t in catalog.tracks_by(i)]
                if item := titled(catalog, parts, *rest, titles, self._stretches.small):
                    who = Item(*singer, _PRICE, names=Referents({Kind.ARTIST: ids}), score=0.99)
                    return [who, item]
        return []

    def _best(self, start: int, end: int) -> Item | None:
        return next(
            (i for s, e in self._stretches.trimmings(start, end) if (i := self._look(s, e))), None
        )

    def _slips(self, parts: Sequence[Unit], name: str, hinted: bool) -> int | None:
        """How many words have no counterpart in the name; None if too many.

        Of four words that tell something, one may stand for another.
        """
        if any(u.eastern for u in parts):
            return 0 if is_near_in_length(parts, name) else None
        if not letters(name).isascii():
            return 0 if is_as_long(parts, name) else None
        stored = words_of(name)
        asked = [_CONTRACTED.get(u.word, u.word) for u in parts]
        if len(asked) < 4 and all(map(self._stretches.is_light, asked)):
            return None
        if is_shuffled(asked, stored):
            return None
        if not hinted and not is_half(asked, stored):
            return None
        if len(asked) != len(stored) and is_respaced("".join(asked), "".join(stored)):
            return 0
        lacking = [w for w in asked if not any(alike(w, s) for s in stored)]
        unasked = [s for s in stored if not any(alike(w, s) for w in asked)]
        telling = [w for w in lacking if not self._stretches.is_light(w)]
        asked_for = [w for w in asked if not self._stretches.is_light(w)]
        untold = [w for w in unasked if len(w) > 1 and not self._stretches.is_light(w)]
        fits = len(telling) <= len(asked_for) // 4
        fits = fits and len(lacking) <= min(len(unasked), len(asked) // 3)
        if lacking and len(untold) > len(telling):
            return None  # another word in its place: "Like You Do" is not "Like You Used To"
        return len(lacking) if fits else None

    def _is_word(self, text: str) -> bool:
        """Whether the word, in any form, is an everyday one rather than a misspelt name."""
        words, word = self._lattice.words, text.casefold()
        return words.is_plain(word) or words.is_plain(stem(word))

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
        return _joined(found)

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
        short = kind is Kind.DRAMA and isinstance(resolution, Found) and parts[0].eastern
        matches = _matches(resolution)
        if not parts[0].eastern:
            matches = [m for m in matches if not is_accident(m)]
        if not hinted and parts[0].eastern:
            matches = [m for m in matches if m.score >= _SURE_EASTERN]
        slips = {
            m.id: 0 if short and is_short_for(parts, m) else self._slips(parts, m.name, hinted)
            for m in matches
        }
        fewest = min((s for s in slips.values() if s is not None), default=None)
        kept = [m for m in matches if slips[m.id] is not None and slips[m.id] == fewest]
        kept = self._whole(parts, text, kept, hinted)
        if not kept:
            return None
        score = min(kept[0].score, 0.999)
        names = Referents({kind: tuple(m.id for m in kept)})
        hints = frozenset({kind}) if hinted else frozenset[Kind]()
        return Item(start, end, _PRICE + (1 - score), names=names, hinted=hints, score=score)

    def _whole(
        self, parts: Sequence[Unit], text: str, matches: list[Match], hinted: bool
    ) -> list[Match]:
        """Of the matches of a single telling word those that it names wholly."""
        telling = [u for u in parts if not self._stretches.is_light(u.word)] or parts
        if len(telling) > 1:
            return matches
        word = telling[0].text
        if not (hinted or len(parts) > 1 or not self._is_word(text)):
            return []
        return [m for m in matches if is_whole(text, m) or is_whole(word, m) or is_run(parts, m)]


def _joined(found: Sequence[Item]) -> Item | None:
    """The best of the items, with what others of another kind stand for that are as likely."""
    best = max(found, key=lambda i: (bool(i.hinted), i.score), default=None)
    if best is None or best.hinted:
        return best
    ids = {
        kind: named
        for item in found
        if item.names and item.score >= best.score - _AS_LIKELY
        for kind, named in item.names.ids.items()
    }
    return replace(best, names=Referents(ids))


def _matches(resolution: Resolution) -> Sequence[Match]:
    if isinstance(resolution, Found):
        return (resolution.match,)
    return resolution.matches if isinstance(resolution, Ambiguous) else ()
