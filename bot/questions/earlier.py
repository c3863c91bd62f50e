"""Which of two songs came out first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Kind, Track
from bot.questions.query import Link
from bot.questions.tell import Teller


def dated_pair(teller: Teller, titles: Sequence[Link]) -> tuple[Track, Track]:
    """The two songs; of songs that share a title, those by a singer named or of one soundtrack."""
    one, other = (_sung(teller, link) or _tracks(teller, link) for link in titles[:2])
    pairs = [(a, b) for a in one for b in other]
    return next(((a, b) for a, b in pairs if a.drama == b.drama), pairs[0])


def singers_fit(teller: Teller, titles: Sequence[Link]) -> bool:
    """Whether each singer that is named sings one of the songs that are."""
    tracks = [t for link in titles for t in _tracks(teller, link)]
    performers = {i for t in tracks for i in (*t.artists, *t.featuring)}
    return all(performers & set(ids) for ids in teller.query.ids(Kind.ARTIST))


def _tracks(teller: Teller, link: Link) -> list[Track]:
    return [teller.catalog.tracks[i] for i in link.ids]


def _sung(teller: Teller, link: Link) -> list[Track]:
    named = {i for ids in teller.query.ids(Kind.ARTIST) for i in ids}
    return [t for t in _tracks(teller, link) if named & {*t.artists, *t.featuring}]


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
