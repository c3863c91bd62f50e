"""How well a typed name fits a stored one, and why.

Several explanations of what was typed are tried (misspelt, unfinished, words left out, in another
order, spelt by ear, ...). Each costs named penalties; the cheapest explanation is the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from rapidfuzz.distance import OSA, Indel

from bot.matching.edits import CHEAPEST, slips
from bot.matching.forms import Form
from bot.matching.hangul import has_jamo
from bot.matching.query import NUMBER, Asked
from bot.matching.resolve import Reason


@dataclass(frozen=True, slots=True)
class Penalties:
    """What each departure from the stored name costs, of a score of 1."""

    spacing: float = 0.005
    keyboard: float = 0.01
    syllables: float = 0.03  # more where what was typed is good Hangul as it stands
    keyboard_slips: float = 0.1  # more where the other layout explains only part of what was typed
    sound: float = 0.04  # for the other script; within one script the spelling counts as well
    sound_short: float = 0.6  # more for sounds of few letters, which many names share
    sound_spelling: float = 0.5
    sound_letters: float = 0.2  # how far a spelling is from the official one
    number: float = 0.1  # a number was typed that is not in the name
    unfinished: float = 0.04
    remainder: float = 0.14
    boundary: float = 0.05  # the letters go on, but the words don't: ``n air`` is no Nairobi
    order: float = 0.03
    missing: float = 0.05
    missed: float = 0.25
    added: float = 0.08
    additional: float = 0.45
    initials: float = 0.005
    forms: tuple[float, ...] = (0.0, 0.01, 0.03, 0.02)


P: Final = Penalties()
_FORM_NAMES: Final = tuple(f"{form.name.lower()} form" for form in Form)
FORMS: Final = frozenset(_FORM_NAMES)  # the names of the reasons that tell a form
_LONG: Final = 4  # a slip in a shorter name counts as if it had this many letters
_HOPELESS: Final = 0.6  # share of wrong letters past which slips are not weighed one by one
_PLAIN: Final = 0.92  # a score above which words need not be told apart
LIKE: Final = 0.6  # words less alike than this do not stand for each other


class Stored(Protocol):
    """A form of a stored name, as the index keeps it."""

    letters: str
    hangul: bool
    form: Form

    @property
    def words(self) -> str:
        """Its words, Hangul as keystrokes."""
        ...

    @property
    def sound(self) -> str:
        """Its sound key."""
        ...

    @property
    def roman(self) -> str:
        """Its letters, with Hangul in Latin letters."""
        ...


class Scored(NamedTuple):
    """A score between 0 and 1, and what it is made of."""

    value: float
    reasons: tuple[Reason, ...]


def _total(*reasons: Reason) -> Scored:
    return Scored(max(0.0, 1.0 + sum([r.value for r in reasons])), reasons)


def _spelling(meant: str, typed: str, length: int) -> Reason:
    cost: float = OSA.distance(meant, typed)
    if 0 < cost <= _HOPELESS * length:
        cost = slips(meant, typed)
    return Reason("spelling", -cost / max(length, _LONG), f"{cost:.1f} slips" if cost else "")


def _least(meant: str, typed: str, length: int) -> float:
    """What ``_spelling`` takes off at the very least, found in a fraction of the time."""
    return CHEAPEST * OSA.distance(meant, typed) / max(length, _LONG)


def same(asked: Asked, name: Stored) -> Scored | None:
    """The score of a name with just these letters, or None."""
    if asked.letters != name.letters:
        return None
    if asked.hangul != name.hangul:
        cost = P.keyboard + P.syllables * (asked.hangul and not has_jamo(asked.folded))
        detail = "typed with the other keyboard layout"
        return _total(Reason("keyboard layout", -cost, detail))
    if asked.words == name.words:
        return _total(Reason("same name", 0.0))
    return _total(Reason("spacing", -P.spacing))


def _by_ear(asked: Asked, name: Stored, best: Scored) -> Scored | None:
    """The same sound. Only where scripts differ does it need no support from the spelling."""
    typed, meant = asked.sound, name.sound
    if not meant:
        return None
    cost = P.sound + P.sound_short / len(meant) ** 2
    if asked.hangul == name.hangul:
        cost += P.sound_spelling * (1 - best.value)
    else:
        roman = name.roman
        longest = max(len(asked.roman), len(roman))
        cost += P.sound_letters * OSA.distance(asked.roman, roman) / longest
    if typed == meant:
        return _total(Reason("sounds the same", -cost))
    longest = max(len(typed), len(meant))
    cost += P.sound
    if 1 - cost < best.value or 1 - cost - _least(meant, typed, longest) < best.value:
        return None
    return _total(Reason("sounds alike", -cost), _spelling(meant, typed, longest))


def _unfinished(asked: Asked, name: Stored, best: Scored) -> Scored | None:
    size, letters = len(asked.letters), name.letters
    if len(letters) <= size:
        return None
    cost = P.unfinished + P.remainder * (1 - size / len(letters))
    begun = letters[:size]
    if begun == asked.letters and " " in asked.words and not name.words.startswith(asked.words):
        cost += P.boundary
    if 1 - cost < best.value or 1 - cost - _least(begun, asked.letters, size) < best.value:
        return None
    spelling = _spelling(begun, asked.letters, size)
    return _total(Reason("unfinished", -cost), *_layout(asked, name), spelling)


def _layout(asked: Asked, name: Stored) -> tuple[Reason, ...]:
    if asked.hangul == name.hangul:
        return ()
    return (Reason("keyboard layout", -P.keyboard - P.keyboard_slips),)


def initials(asked: Asked, name: str) -> Scored:
    """The score of a Korean name whose leading consonants start with those that were typed."""
    rest = 1 - len(asked.initials) / max(len(name), 1)
    return _total(Reason("initial consonants", -P.initials - P.remainder * rest, name))


def _paired(asked: list[str], meant: list[str]) -> list[tuple[int, int]]:
    """Which typed word stands for which word of the name, in the order of what was typed."""
    pairs, open_, free = [], [], list(range(len(meant)))
    for i, word in enumerate(asked):
        for j in free:
            if meant[j] == word:
                pairs.append((i, j))
                free.remove(j)
                break
        else:
            open_.append(i)
    alike = [
        (likeness, -abs(i - j), i, j)
        for i in open_
        for j in free
        if (likeness := Indel.normalized_similarity(asked[i], meant[j], score_cutoff=LIKE))
    ]
    alike.sort(reverse=True)
    for _, _, i, j in alike:
        if i in open_ and j in free:
            pairs.append((i, j))
            open_.remove(i)
            free.remove(j)
    return sorted(pairs)


def _by_words(asked: Asked, name: Stored, best: Scored) -> Scored | None:
    typed, meant = asked.words.split(), name.words.split()
    if not 3 <= len(typed) + len(meant) <= 24:
        return None
    pairs = _paired(typed, meant)
    if not pairs:
        return None
    missed = 1 - sum([len(meant[j]) for _, j in pairs]) / len(name.letters)
    added = 1 - sum([len(typed[i]) for i, _ in pairs]) / len(asked.letters)
    missing = P.missing + P.missed * missed if missed > 0 else 0.0
    additional = P.added + P.additional * added if added > 0 else 0.0
    if 1 - missing - additional < best.value:
        return None
    cost = sum([slips(meant[j], typed[i]) for i, j in pairs if typed[i] != meant[j]])
    share = cost / max(len(asked.letters), _LONG)
    reasons = [Reason("spelling", -share, f"{cost:.1f} slips" if cost else "")]
    if missing:
        reasons.append(Reason("words missing", -missing))
    if additional:
        reasons.append(Reason("words added", -additional))
    if pairs != sorted(pairs, key=lambda pair: pair[1]):
        reasons.append(Reason("word order", -P.order))
    return _total(*reasons)


def _explained(asked: Asked, name: Stored, *, by_words: bool) -> Scored:
    """The best explanation of how somebody who meant the name came to type this."""
    longest = max(len(asked.letters), len(name.letters))
    spelt = _total(*_layout(asked, name), _spelling(name.letters, asked.letters, longest))
    best = _better(spelt, _by_ear(asked, name, spelt))
    best = _better(best, _unfinished(asked, name, best))
    if by_words and best.value < _PLAIN:
        best = _better(best, _by_words(asked, name, best))
    return best


def _better(best: Scored, other: Scored | None) -> Scored:
    return best if other is None or other.value <= best.value else other


def score(asked: Asked, name: Stored, *, by_words: bool = True) -> Scored:
    """The best explanation, less what the form of the name leaves out.

    Args:
        asked: What was typed.
        name: What it may mean.
        by_words: Whether to try the costliest explanation, that words differ.
    """
    best = same(asked, name) or _explained(asked, name, by_words=by_words)
    if asked.numbers and asked.numbers - set(NUMBER.findall(name.words)):
        best = Scored(
            max(0.0, best.value - P.number),
            (*best.reasons, Reason("another number", -P.number)),
        )
    if name.form is Form.FULL:
        return best
    shortened = Reason(_FORM_NAMES[name.form], -P.forms[name.form])
    return Scored(max(0.0, best.value + shortened.value), (*best.reasons, shortened))
