"""Questions about several songs at once: "who sings Hush and Wish in Goblin?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.model import Kind, Track
from bot.questions.answer import Answer
from bot.questions.properties import PROPERTIES
from bot.questions.query import Link
from bot.questions.select import Selection
from bot.questions.tell import Basis, Teller
from bot.questions.tracks import offered, property_sentence


def asks_of_several(teller: Teller) -> bool:
    """Whether a property of two songs or more is asked for, joined by "and"."""
    query = teller.query
    titles = query.of(Kind.TRACK)
    return query.joined and len(titles) > 1 and query.wanted in PROPERTIES and query.order is None


def tell_several(teller: Teller) -> Answer | None:
    """The property of each song; None where it isn't known of each. Songs in doubt are offered."""
    chosen = [_meant(teller, link) for link in teller.query.of(Kind.TRACK)]
    shows = set.intersection(*({t.drama for t in tracks} for tracks in chosen))
    if len(shows) == 1:  # of songs that share a title, those that share a soundtrack
        chosen = [[t for t in tracks if t.drama in shows] for tracks in chosen]
    if not all(chosen):
        return None
    tracks = [t for tracks in chosen for t in tracks]
    if len(tracks) > len(chosen):
        return offered(teller, tracks)
    asked = PROPERTIES[teller.query.wanted]
    if any(asked.value(teller, t) is None for t in tracks):
        return None
    sentences = [property_sentence(teller, t, asked) for t in tracks]
    return teller.told(sentences, Basis(tracks=tracks, fields=asked.fields))


def _meant(teller: Teller, link: Link) -> Sequence[Track]:
    query = teller.query
    others = tuple(other for other in query.links if other.kind is not Kind.TRACK)
    return Selection(teller.catalog, replace(query, links=(*others, link))).tracks()
