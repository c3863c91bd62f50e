"""Which of two songs came out first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Track
from bot.questions.query import Link
from bot.questions.tell import Teller


def dated_pair(teller: Teller, titles: Sequence[Link]) -> tuple[Track, Track]:
    """The two songs; of songs that share a title, those that share a soundtrack."""
    one, other = ([teller.catalog.tracks[i] for i in link.ids] for link in titles[:2])
    pairs = [(a, b) for a in one for b in other]
    return next(((a, b) for a, b in pairs if a.drama == b.drama), pairs[0])


def told_in_order(teller: Teller, one: Track, other: Track) -> str:
    """The sentence that tells which of two dated songs came first."""
    first, second = sorted((one, other), key=lambda t: t.released or "")
    return teller.say(
        "same_day" if first.released == second.released else "earlier",
        first=teller.phrases.title(first),
        second=teller.phrases.title(second),
        first_date=teller.phrases.date(first.released or ""),
        second_date=teller.phrases.date(second.released or ""),
    )
