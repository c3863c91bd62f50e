"""A question after reading: the names in it, the meanings in it, and what nobody understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lattice import Item
from bot.questions.lexicon import lexicon
from bot.questions.longer import title_words
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
    numbers: dict[Concept, int] = field(default_factory=dict)

    def has(self, *concepts: Concept) -> bool:
        """Whether any of the concepts occurs."""
        return any(c in token.concepts for token in self.tokens for c in concepts)

    def where(self, *concepts: Concept) -> list[Token]:
        """The tokens that may carry one of the concepts, in order."""
        return [t for t in self.tokens if any(c in t.concepts for c in concepts)]


def read(language: str, text: str, parts: Sequence[Unit], items: Sequence[Item]) -> Reading:
    """Sort the items of a cover into names, meanings, numbers and gaps."""
    mentions = [
        i
        for i in items
        if i.names
        and not _glued_to_unknown(i, items, parts)
        and not _goes_on(i, items, parts)
        and not title_words(i, items, parts)
    ]
    kept = {id(m) for m in mentions}
    absorbed = {
        id(other)
        for i in items
        if i.names and id(i) not in kept
        for other in title_words(i, items, parts)
    }
    tokens, gaps = [], []
    for item in items:
        if id(item) in kept:
            continue
        if item.entry and id(item) not in absorbed:
            word = _slice(text, parts, item.start, item.end)
            tokens.append(
                Token(item.start, item.end, word.casefold(), item.entry.concepts, item.entry.number)
            )
        elif parts[item.start].word.isdecimal():
            unit = parts[item.start]
            number = int(unit.word[:9])
            tokens.append(
                Token(item.start, item.end, unit.word, frozenset({Concept.CARDINAL}), number)
            )
        else:
            gaps.append((item.start, item.end))
    runs = _runs(_whole_words(gaps, items, parts))
    tokens = [t for t in tokens if not any(s <= t.start < e for s, e in runs)]
    return Reading(
        language,
        text,
        parts,
        items,
        tuple(_mention(text, parts, i) for i in mentions),
        tuple(tokens),
        tuple(Gap(s, e, _slice(text, parts, s, e)) for s, e in runs),
    )


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


def _goes_on(item: Item, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether a word beside a title says that the title is longer ("Let It Go", "My Always")."""
    if parts[item.start].quote or not item.names or Kind.TRACK not in item.names.ids:
        return False
    if _sung_with_more(item, items, parts):
        return True
    for other in items:
        if other.entry is None or Concept.PRONOUN not in other.entry.concepts:
            continue
        if other.end == item.start and not parts[item.start].stop:
            return True
        if other.start == item.end and not parts[other.start].stop:
            return True
    return False


def _sung_with_more(item: Item, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether a stray word stands between "sings" and the title ("sings perhaps tomorrow")."""
    at = items.index(item)
    if at < 2 or parts[item.start].stop:
        return False
    if parts[items[at - 1].start].word in lexicon("en").words("chatter"):
        return False
    word, verb = items[at - 1].entry, items[at - 2].entry
    if word is None or verb is None or Concept.SING not in verb.concepts:
        return False
    small = len(parts[items[at - 1].start].word) <= 3 or items[at - 1].end - items[at - 1].start > 1
    return word.concepts <= {Concept.FILLER, Concept.VAGUE} and not small


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
