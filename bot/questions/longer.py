"""Titles that are longer than the name found in them: nobody here sings "Someone Like You"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lattice import Item
from bot.questions.lexicon import Lexicon, lexicon
from bot.questions.units import Unit


def title_words(item: Item, items: Sequence[Item], parts: Sequence[Unit]) -> list[Item]:
    """What stands beside a title and makes a longer one of it ("Someone Like You", "Maybe Man").

    Capitals tell, where the question is otherwise written small; so do words beside what is sung
    that are as likely to stand in a title as in a question.
    """
    if parts[item.start].quote or not item.names or not item.names.ids:
        return []
    at, words = items.index(item), lexicon("en")
    found = []
    if Kind.TRACK in item.names.ids:
        found = [o for o in items[at + 1 : at + 2] if _goes_with(item, o, o.start, parts, words)]
        if found or not _is_sung(at, items, parts, words):
            found += _before(at, items, parts, words)
        else:
            found = [items[at + 1]]
    elif _follows_sing(before := _before(at, items, parts, words), items):
        found = before
    return found


def _before(at: int, items: Sequence[Item], parts: Sequence[Unit], words: Lexicon) -> list[Item]:
    """The capitalised words that lead up to a name, small ones between them included."""
    found: list[Item] = []
    small: list[Item] = []
    for other in reversed(items[:at]):
        seam = other.end
        word = parts[other.start].word
        if parts[seam].stop:
            break
        if _goes_with(items[at], other, seam, parts, words):
            found += [*small, other]
            small = []
        elif other.entry and word in words.words("binds") and word not in words.words("links"):
            small.append(other)
        else:
            break
    return found


def _follows_sing(found: Sequence[Item], items: Sequence[Item]) -> bool:
    """Whether the words stand right behind "sings", where a title is expected."""
    if not found:
        return False
    at = items.index(found[-1])
    before = items[at - 1].entry if at else None
    return before is not None and Concept.SING in before.concepts


def _goes_with(item: Item, other: Item, seam: int, parts: Sequence[Unit], words: Lexicon) -> bool:
    """Whether a neighbour is written like a piece of the same title."""
    if other.names or parts[seam].stop or other.start == 0:
        return False
    if other.entry and other.entry.concepts & _NOT_IN_TITLES:
        return False
    if parts[other.start].word in words.words("links") and other.end - other.start == 1:
        return False  # it leads on to the next name: "Beautiful In Goblin"
    speaks_small = any(u.text[0].islower() for u in parts[1:])
    named = parts[item.start : item.end]
    beside = parts[other.start : other.end]
    return speaks_small and _capital(named[0]) and all(_capital(u) for u in beside)


_NOT_IN_TITLES = {
    Concept.SONG, Concept.OST, Concept.DRAMA, Concept.EPISODE, Concept.PART, Concept.ALBUM,
    Concept.SINGER, Concept.SING, Concept.WHO, Concept.GREETING, Concept.PARTICLE,
    Concept.WITH,
}  # fmt: skip


def _capital(unit: Unit) -> bool:
    return unit.text[0].isupper() and (len(unit.text) < 2 or not unit.text.isupper())


def _is_sung(at: int, items: Sequence[Item], parts: Sequence[Unit], words: Lexicon) -> bool:
    """Whether a title after "sings" is followed by an everyday word that isn't chatter."""
    before = items[at - 1].entry if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if before is None or Concept.SING not in before.concepts or after is None:
        return False
    if after.entry is None or after.entry.concepts & _NOT_IN_TITLES or parts[after.start].stop:
        return False
    word = " ".join(u.word for u in parts[after.start : after.end])
    return word in words.ordinary and word not in words.words("chatter")
