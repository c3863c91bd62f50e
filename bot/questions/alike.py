"""Whether a word or a name is another one misspelt, cut short or run together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.matching.resolve import Match
from bot.questions.units import Unit, bare, joined

_ALIKE = 72  # how alike a word and its counterpart must be, of 100
_WHOLE = 75  # how alike a single word and a whole name must be, where nothing hints at a name
_SHORT = 4  # letters of a name that one letter makes another name: Lisa, Lia
_SURE_BY_KEYS = 0.95
_FEWEST, _MOST = 1.4, 4.0  # Latin letters for a syllable
_SURE_SHORT = 0.85  # of a score of the resolver that found one drama only
_SURE_BY_SOUND = 0.9
_LEAST_CUT = 2  # syllables: one less is another word (글로리, 글로리아)
_SURE_ACROSS_SCRIPTS = 0.85


def is_whole(text: str, match: Match) -> bool:
    """Whether a single word is like the whole name, not like a piece of it."""
    if bare(text) != text.casefold() and bare(match.name).isascii():
        return bare(match.name) != match.name.casefold()  # Rosé is not The Rose
    if text.isascii() != match.name.isascii():
        return match.score >= _SURE_ACROSS_SCRIPTS
    asked, stored = letters(text), letters(match.name)
    if len(asked) <= _SHORT and bare(asked) != bare(stored):
        return is_slip(asked, stored)
    slips = 1 if len(asked) < 9 else 2
    return fuzz.ratio(asked, stored) >= _WHOLE and OSA.distance(asked, stored) <= slips


def letters(text: str) -> str:
    """The letters and digits of a name, run together."""
    return "".join(c for c in text.casefold() if c.isalnum())


def is_run(parts: Sequence[Unit], match: Match) -> bool:
    """Whether three words or more stand in the name just as they were typed."""
    words = " ".join(words_of(match.name))
    return len(parts) > 2 and f" {' '.join(u.word for u in parts)} " in f" {words} "


def is_slip(asked: str, stored: str) -> bool:
    """Whether a short name has two letters exchanged or one too many or too few of a double."""
    if sorted(asked) == sorted(stored):
        return OSA.distance(asked, stored) == 1
    return [c for c, _ in groupby(asked)] == [c for c, _ in groupby(stored)]


def alike(word: str, stored: str) -> bool:
    """Whether one is a misspelling of the other: the first letter is hardly ever mistyped."""
    begins = word[:1] == stored[:1] or set(word[:2]) == set(stored[:2])
    return begins and fuzz.ratio(word, stored) >= _ALIKE


def is_near_in_length(parts: Sequence[Unit], name: str) -> bool:
    """Whether an eastern name is about as long as asked: a word of a long title is not it."""
    asked, stored = joined(list(parts)), name.replace(" ", "")
    if len(asked) <= _SHORT and stored.startswith(asked) and len(stored) == len(asked) + 1:
        return False
    return len(asked) >= 3 and 0.6 <= len(asked) / max(1, len(stored)) <= 1.7


def is_short_for(parts: Sequence[Unit], match: Match) -> bool:
    """Whether an eastern name is a drama's, by sound (장옥정) or cut short (김비서)."""
    if any(reason.name == "sounds the same" for reason in match.reasons):
        return len(parts) > 1 and match.score >= _SURE_BY_SOUND
    asked, stored = joined(list(parts)), match.name.replace(" ", "")
    cut = stored.startswith(asked) and len(stored) - len(asked) >= _LEAST_CUT
    return len(parts) > 2 and cut and match.score >= _SURE_SHORT


def is_accident(match: Match) -> bool:
    """Whether Latin letters happen to be the keys of a Hangul name, more or less."""
    by_keys = any(reason.name == "keyboard layout" for reason in match.reasons)
    return by_keys and match.score < _SURE_BY_KEYS


def is_as_long(parts: Sequence[Unit], name: str) -> bool:
    """Whether Latin letters may spell all of an eastern name: some three a syllable."""
    spelt = sum(len(u.word) for u in parts)
    syllables = len(letters(name))
    return _FEWEST * syllables <= spelt <= _MOST * syllables


def is_half(asked: Sequence[str], stored: Sequence[str]) -> bool:
    """Whether half of a name is given, or its beginning."""
    begins = len(asked) >= 3 and list(stored[: len(asked)]) == list(asked)
    return begins or 2 * len(asked) >= len(stored)


def is_shuffled(asked: Sequence[str], stored: Sequence[str]) -> bool:
    """Whether the same words stand in another order ("am i", "I Am")."""
    return list(asked) != list(stored) and sorted(asked) == sorted(stored)


def is_respaced(asked: str, stored: str) -> bool:
    """Whether two names are one but for spaces and a slip: "talklove", "every tim"."""
    return OSA.distance(asked, stored) <= max(1, len(asked) // 10)


def words_of(name: str) -> list[str]:
    """The words of a name, without case and punctuation."""
    return "".join(c if c.isalnum() else " " for c in name.casefold()).split()
