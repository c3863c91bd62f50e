"""A question after reading: the names in it, the meanings in it, and what nobody understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lattice import Item
from bot.questions.longer import goes_on, title_words
from bot.questions.names import Referents
from bot.questions.units import Unit

_NOTHING: frozenset[Concept] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the question. ``hinted``: kinds that its neighbours suggest."""

    start: int
    end: int
    text: str
    names: Referents
    hinted: frozenset[Kind] = frozenset()
    score: float = 1.0

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """The entities of that kind which the name may stand for."""
        return self.names.ids.get(kind, ())


@dataclass(frozen=True, slots=True)
class Token:
    """A phrase that means something. ``word`` is its key."""

    start: int
    end: int
    word: str
    concepts: frozenset[Concept]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Units that neither a phrase nor a name explains."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a question."""

    language: str
    text: str
    parts: Sequence[Unit]
    items: Sequence[Item]
    mentions: tuple[Mention, ...]
    tokens: tuple[Token, ...]
    gaps: tuple[Gap, ...]

    def has(self, *concepts: Concept) -> bool:
        """Whether any of the concepts occurs."""
        return any(c in token.concepts for token in self.tokens for c in concepts)

    def where(self, *concepts: Concept) -> list[Token]:
        """The tokens that may carry one of the concepts, in order."""
        return [t for t in self.tokens if any(c in t.concepts for c in concepts)]


def read(language: str, text: str, parts: Sequence[Unit], items: Sequence[Item]) -> Reading:
    """Sort the items of a cover into names, meanings, numbers and gaps."""
    named = [i for i in items if i.names and _stands(i, items, parts)]
    kept = {id(item) for item in named}
    absorbed = {id(o) for o in _absorbed(items, parts, kept)}
    tokens, gaps = [], []
    for item in (i for i in items if id(i) not in kept):
        if token := _token(text, parts, item, id(item) in absorbed):
            tokens.append(token)
        else:
            gaps.append((item.start, item.end))
    runs = _runs(_whole_words(gaps, items, parts))
    tokens = [t for t in tokens if not any(s <= t.start < e for s, e in runs)]
    mentions = tuple(_mention(text, parts, i) for i in named)
    unknown = tuple(Gap(s, e, _slice(text, parts, s, e)) for s, e in runs)
    return Reading(language, text, parts, items, mentions, tuple(tokens), unknown)


def _stands(item: Item, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether a name is a whole one, not a piece of a longer word or of a longer title."""
    return not (
        _glued_to_unknown(item, items, parts)
        or _is_owner_of_unknown(item, items, parts)
        or goes_on(item, items, parts)
        or title_words(item, items, parts)
    )


def _absorbed(items: Sequence[Item], parts: Sequence[Unit], kept: set[int]) -> Iterator[Item]:
    """The words that make a longer title of a name which therefore isn't meant."""
    for item in items:
        if item.names and id(item) not in kept:
            yield from title_words(item, items, parts)


def _token(text: str, parts: Sequence[Unit], item: Item, absorbed: bool) -> Token | None:
    """What a phrase or a number means; None for what nobody understands."""
    word = _slice(text, parts, item.start, item.end)
    if item.entry and not absorbed:
        entry = item.entry
        return Token(item.start, item.end, word.casefold(), entry.concepts, entry.number)
    unit = parts[item.start]
    if not unit.word.isdecimal():
        return None
    cardinal = frozenset({Concept.CARDINAL})
    return Token(item.start, item.end, unit.word, cardinal, int(unit.word[:9]))


def _mention(text: str, parts: Sequence[Unit], item: Item) -> Mention:
    shown = _slice(text, parts, item.start, item.end)
    return Mention(item.start, item.end, shown, item.names or Referents(), item.hinted, item.score)


def _slice(text: str, parts: Sequence[Unit], start: int, end: int) -> str:
    return text[parts[start].start : parts[end - 1].end]


def _glued_to_unknown(item: Item, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether the name is but a piece of a longer word ("유리" in "이유리")."""
    for other in items:
        if other.entry or other.names or parts[other.start].word.isdecimal():
            continue
        if other.end == item.start and parts[item.start].glued and parts[other.start].eastern:
            return True
        if other.start == item.end and parts[other.start].glued and parts[other.start].eastern:
            return True
    return False


def _is_owner_of_unknown(item: Item, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether a title is but the first half of another (비밀의 숲); singers own songs."""
    if not item.names or not parts[item.start].eastern or Kind.ARTIST in item.names.ids:
        return False
    at = items.index(item)
    owned = items[at + 1 : at + 3]
    if len(owned) < 2 or parts[owned[0].start].word != "의" or not parts[owned[0].start].glued:
        return False
    return owned[1].entry is None and owned[1].names is None and parts[owned[1].start].eastern


def _whole_words(
    gaps: Sequence[tuple[int, int]], items: Sequence[Item], parts: Sequence[Unit]
) -> list[tuple[int, int]]:
    """Gaps with the syllables before them that only look like words ("중" in "중국")."""
    single = {i.start for i in items if i.entry and i.end - i.start == 1 and parts[i.start].eastern}
    loose = {i.start for i in items if i.start in single and not _may_end_a_word(i)}
    wide = []
    for start, end in gaps:
        while start and parts[start].glued and parts[start].eastern and start - 1 in single:
            start -= 1
        while end < len(parts) and parts[end].glued and end in loose:
            end += 1
        wide.append((start, end))
    return wide


def _may_end_a_word(item: Item) -> bool:
    return item.entry is not None and Concept.PARTICLE in item.entry.concepts


def _runs(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring spans joined."""
    runs: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs
