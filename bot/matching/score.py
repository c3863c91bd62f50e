"""How well a typed name fits a stored one, and why.

Several explanations of what was typed are tried (misspelt, unfinished, words left out, in another
order, spelt by ear, ...). Each costs named penalties; the cheapest explanation is the score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel, LCSseq

from bot.matching.edits import slips
from bot.matching.forms import Form
from bot.matching.query import Spelling
from bot.matching.resolve import Reason


@dataclass(frozen=True, slots=True)
class Penalties:
    """What each departure from the stored name costs, of a score of 1."""

    spacing: float = 0.005
    keyboard: float = 0.01
    sound: float = 0.04
    unfinished: float = 0.04
    remainder: float = 0.14
    order: float = 0.03
    missing: float = 0.05
    missed: float = 0.25
    added: float = 0.08
    additional: float = 0.5
    initials: float = 0.03
    forms: tuple[float, ...] = (0.0, 0.01, 0.03, 0.02)


P: Final = Penalties()
_LONG: Final = 4  # a slip in a shorter name counts as if it had this many letters


@dataclass(frozen=True, slots=True)
class Scored:
    """A score between 0 and 1, and what it is made of."""

    value: float
    reasons: tuple[Reason, ...]


def _total(*reasons: Reason) -> Scored:
    return Scored(max(0.0, 1.0 + sum(r.value for r in reasons)), reasons)


def _share(cost: float, length: int) -> float:
    return -round(cost / max(length, _LONG), 4)


def same(asked: Spelling, name: Spelling) -> Scored | None:
    """The score of a name with just these letters, or None."""
    if asked.folded == name.folded:
        return _total(Reason("same name", 0.0))
    if asked.letters != name.letters or not asked.letters:
        return None
    if asked.hangul != name.hangul or asked.folded.replace(" ", "") != name.folded.replace(" ", ""):
        detail = "typed with the other keyboard layout"
        return _total(Reason("keyboard layout", -P.keyboard, detail))
    return _total(Reason("spacing", -P.spacing))


def _misspelt(asked: Spelling, name: Spelling) -> Scored:
    cost = slips(name.letters, asked.letters)
    longest = max(len(asked.letters), len(name.letters))
    return _total(Reason("spelling", _share(cost, longest), f"{cost:.1f} slips"))


def _by_ear(asked: Spelling, name: Spelling) -> Scored:
    if asked.sound == name.sound:
        return _total(Reason("sounds the same", -P.sound))
    cost = slips(name.sound, asked.sound)
    longest = max(len(asked.sound), len(name.sound))
    return _total(Reason("sounds alike", -2 * P.sound), Reason("spelling", _share(cost, longest)))


def _unfinished(asked: Spelling, name: Spelling) -> Scored:
    typed, meant = asked.letters, name.letters
    cost = slips(meant[: len(typed)], typed)
    rest = 1 - len(typed) / len(meant)
    return _total(
        Reason("unfinished", -P.unfinished - P.remainder * rest),
        Reason("spelling", _share(cost, len(typed))),
    )


def _initials(asked: Spelling, name: Spelling) -> Scored:
    typed = asked.folded.replace(" ", "")
    rest = 1 - len(typed) / len(name.initials)
    return _total(Reason("initial consonants", -P.initials - P.remainder * rest))


def _paired(asked: list[str], meant: list[str]) -> Iterator[tuple[int, int]]:
    """Which typed word stands for which word of the name, the likest pairs first."""
    pairs = sorted(
        (
            (Indel.normalized_similarity(a, m), -abs(i - j), i, j)
            for i, a in enumerate(asked)
            for j, m in enumerate(meant)
        ),
        reverse=True,
    )
    used: set[int] = set()
    taken: set[int] = set()
    for likeness, _, i, j in pairs:
        if likeness < 0.6:
            return
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            yield i, j


def _by_words(asked: Spelling, name: Spelling) -> Scored | None:
    typed, meant = asked.folded.split(), name.folded.split()
    if len(typed) + len(meant) < 3 or len(typed) > 12 or len(meant) > 16:
        return None
    pairs = sorted(_paired(typed, meant))
    if not pairs:
        return None
    cost = sum(slips(meant[j], typed[i]) for i, j in pairs if typed[i] != meant[j])
    missed = len(name.letters) - sum(len(meant[j]) for _, j in pairs)
    added = len(asked.letters) - sum(len(typed[i]) for i, _ in pairs)
    reasons = [Reason("spelling", _share(cost, len(asked.letters)), f"{cost:.1f} slips")]
    if missed > 0:
        share = missed / len(name.letters)
        reasons.append(Reason("words missing", -P.missing - P.missed * share))
    if added > 0:
        share = added / len(asked.letters)
        reasons.append(Reason("words added", -P.added - P.additional * share))
    if [j for _, j in pairs] != sorted(j for _, j in pairs):
        reasons.append(Reason("word order", -P.order))
    return _total(*reasons)


def explanations(asked: Spelling, name: Spelling) -> Iterator[Scored]:
    """Every explanation of how somebody who meant the name came to type this."""
    yield _misspelt(asked, name)
    if asked.sound and name.sound:
        yield _by_ear(asked, name)
    if len(name.letters) > len(asked.letters):
        yield _unfinished(asked, name)
    if asked.is_initials and name.initials.startswith(asked.folded.replace(" ", "")):
        yield _initials(asked, name)
    worded = _by_words(asked, name) if LCSseq.similarity(asked.letters, name.letters) > 2 else None
    if worded:
        yield worded


def score(asked: Spelling, name: Spelling, form: Form) -> Scored:
    """The best explanation, less what the form of the name leaves out."""
    best = same(asked, name) or max(explanations(asked, name), key=lambda s: s.value)
    if form is Form.FULL:
        return best
    shortened = Reason(f"{form.name.lower()} form", -P.forms[form])
    return Scored(max(0.0, best.value - P.forms[form]), (*best.reasons, shortened))
