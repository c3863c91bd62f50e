"""Titles that are longer than the name found in them: nobody here sings "Someone Like You"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Kind
from bot.questions.concepts import Concept
from bot.questions.lattice import Item
from bot.questions.lexicon import Lexicon, lexicon
from bot.questions.units import Unit


def goes_on(item: Item, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether words beside a title say that it is longer ("Let It Go", "Lost in You")."""
    if parts[item.start].quote or not item.names or Kind.TRACK not in item.names.ids:
        return False
    at = items.index(item)
    return (
        _sung_with_more(at, items, parts)
        or _is_led_up_to(at, items, parts)
        or _leads_on(at, items, parts)
    )


def _sung_with_more(at: int, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether a stray word stands between "sings" and the title ("sings perhaps tomorrow")."""
    if at < 2 or parts[items[at].start].stop:
        return False
    if parts[items[at - 1].start].word in lexicon("en").words("chatter"):
        return False
    word, verb = items[at - 1].entry, items[at - 2].entry
    if word is None or verb is None or Concept.SING not in verb.concepts:
        return False
    small = len(parts[items[at - 1].start].word) <= 3 or items[at - 1].end - items[at - 1].start > 1
    return word.concepts <= {Concept.FILLER, Concept.VAGUE} and not small


def _is_led_up_to(at: int, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether somebody speaks before the title: "my Always", "sings [i want it that] Way"."""
    if not at or parts[items[at].start].stop:
        return False
    if _is_pronoun(items[at - 1]):
        return True
    run = at
    while run and _is_small(items[run - 1]) and not parts[items[run].start].stop:
        run -= 1
    sung = bool(run) and _is_sing(items[run - 1])
    return sung and at - run > 1 and parts[items[run].start].word in lexicon("en").words("speakers")


def _leads_on(at: int, items: Sequence[Item], parts: Sequence[Unit]) -> bool:
    """Whether the title goes on to somebody ("Lost in You") or to nobody ("who sings Dream on")."""
    binding = lexicon("en").words("links") | lexicon("en").words("binds")
    after = at + 1
    while after < len(items) and not parts[items[after].start].stop:
        if _is_pronoun(items[after]):
            return True
        if after - at > _MOST_BINDING or parts[items[after].start].word not in binding:
            break
        after += 1
    if not at or not _is_sing(items[at - 1]) or at + 2 != len(items):
        return False
    last = items[-1]
    return not parts[last.start].stop and parts[last.start].word in lexicon("en").words("adverbs")


def _is_pronoun(item: Item) -> bool:
    return item.entry is not None and Concept.PRONOUN in item.entry.concepts


def _is_sing(item: Item) -> bool:
    return item.entry is not None and Concept.SING in item.entry.concepts


def _is_small(item: Item) -> bool:
    small = {Concept.FILLER, Concept.PRONOUN, Concept.IT, Concept.VAGUE}
    return item.entry is not None and bool(item.entry.concepts & small)


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


_MOST_BINDING = 2  # small words between a title and who it goes on to
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
