"""What sets the words that were typed apart from those of the name that they may mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

from rapidfuzz.distance import Levenshtein

from bot.matching.context import LINKS

_CLOSE: Final = 1  # letters between two edits that still belong to one run


@dataclass(frozen=True, slots=True)
class Differences:
    """Who slips types what is no word; who means another name types real ones.

    ``reals`` counts the typed words that this name doesn't have and others do, ``odd`` those that
    no name has.
    ``rest`` is how many letters of the name's words were not typed, as a share of the typed ones.
    ``beside`` says that the other words are a name, too, as in ``always gummy``.
    ``run`` is the length of the longest run of edits: slips are scattered, another word is not.
    """

    reals: int = 0
    odd: int = 0
    rest: float = 0.0
    beside: bool = False
    run: int = 0


def differences(
    typed: str, meant: str, known: Callable[[str], bool], named: Callable[[str], bool]
) -> Differences:
    """Compare two names word by word and letter by letter.

    Args:
        typed: The words of the query, Hangul as keystrokes.
        meant: The words of the name.
        known: Whether a word is one of some name.
        named: Whether letters are all those of some name.
    """
    letters = typed.replace(" ", "")
    if not letters or letters == meant.replace(" ", ""):
        return Differences()
    words, wanted = Counter(typed.split()), Counter(meant.split())
    other = list((words - wanted).elements())
    reals = sum(map(known, other))
    besides = "".join(word for word in other if word not in LINKS)
    return Differences(
        reals=reals,
        odd=len(other) - reals,
        beside=bool(besides) and len(other) < words.total() and named(besides),
        rest=sum(map(len, (wanted - words).elements())) / len(letters),
        run=_longest_run(letters, meant.replace(" ", "")),
    )


def _longest_run(typed: str, meant: str) -> int:
    """How many edits come closest together. What is missing at the end is just unfinished."""
    longest = run = 0
    last = (-9, -9)
    end = len(meant)
    edits = cast(list[tuple[str, int, int]], Levenshtein.editops(meant, typed).as_list())
    while edits and edits[-1][:2] == ("delete", end - 1):
        edits.pop()
        end -= 1
    for _, at, to in edits:
        run = run + 1 if at - last[0] <= _CLOSE and to - last[1] <= _CLOSE else 1
        last, longest = (at, to), max(longest, run)
    return longest
