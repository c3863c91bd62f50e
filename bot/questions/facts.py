"""Answers from the facts: descriptions of songs, and anything else that was written down."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.model import Artist, Drama, Fact, Kind, Topic, Track
from bot.questions.answer import Answer, Option, Outcome
from bot.questions.describe import Hit, best_fact
from bot.questions.properties import PROPERTIES
from bot.questions.select import Selection
from bot.questions.tell import Basis, Teller
from bot.questions.tracks import property_sentence, tell_place

_CLEAR = 1.25  # the best description must beat the next by this factor
_COVERED = 0.99
_MOSTLY = 0.7  # with three terms or more, one of them may be beside the point
_PLAIN = 1.5  # by how much the best must then beat the next
_MOST_OFFERED = 5


def tell_described(
    teller: Teller, wanted: Sequence[str], extra: Sequence[str] = ()
) -> Answer | None:
    """The song (or what is asked of it) that the terms describe; None where none does."""
    query = teller.query
    selection = Selection(teller.catalog, query)
    pool = {t.id for t in selection.tracks()}
    if not pool and query.episode is not None:  # a fact may tell the episode in passing
        pool = {t.id for t in selection.tracks(leave_out=("episode",))}
        wanted = [*wanted, str(query.episode)]
    hits = _fitting(teller.index.tracks.search(wanted, pool, extra), wanted)
    if not hits:
        return None
    tracks = [teller.catalog.tracks[h.id] for h in hits]
    if query.order is not None:
        return tell_place(teller, tracks)
    if len(hits) > 1 and not _is_clear(hits, query.listing):
        return _near_ties(teller, tracks, wanted)
    return _described(teller, tracks[0], wanted, extra)


def _fitting(hits: Sequence[Hit], wanted: Sequence[str]) -> list[Hit]:
    """Those that hold every term; or else one that plainly holds most of them."""
    full = sorted((h for h in hits if h.cover >= _COVERED), key=lambda h: -h.score)
    if full or len(set(wanted)) < 3:
        return full
    most = sorted((h for h in hits if h.cover >= _MOSTLY), key=lambda h: -h.score)
    alone = len(most) == 1 or (most and most[0].score >= _PLAIN * most[1].score)
    return most[:1] if alone else []


def _is_clear(hits: Sequence[Hit], listing: bool) -> bool:
    return not listing and hits[0].score >= _CLEAR * hits[1].score


def _described(teller: Teller, track: Track, wanted: Sequence[str], extra: Sequence[str]) -> Answer:
    fact, _ = best_fact(track.facts, wanted, extra)
    asked = PROPERTIES.get(teller.query.wanted)
    if asked and asked.value(teller, track):
        sentence = property_sentence(teller, track, asked)
    else:
        sentence = teller.say("track_one", line=teller.line(track))
    basis = Basis(tracks=[track], facts=[fact] if fact else [])
    if fact is None:
        return teller.told(sentence, basis)
    hidden = [fact] if fact.topic is Topic.SCENE else []
    return teller.told(
        [sentence] if hidden else [sentence, teller.phrases.note(fact.text)], basis, spoilers=hidden
    )


def _near_ties(teller: Teller, tracks: Sequence[Track], wanted: Sequence[str]) -> Answer:
    facts = [f for t in tracks for f in (best_fact(t.facts, wanted)[0],) if f]
    sentence = teller.say("track_list", count=len(tracks), lines=teller.lines(tracks))
    if teller.query.listing:
        return teller.told(sentence, Basis(tracks=tracks, facts=facts))
    options = [
        Option(teller.line(t), teller.say("ask_about", title=teller.label(t)), t.id)
        for t in tracks[:_MOST_OFFERED]
    ]
    return teller.told(
        sentence, Basis(tracks=tracks, facts=facts), Outcome.AMBIGUOUS, options=options
    )


def tell_fact(teller: Teller, wanted: Sequence[str], extra: Sequence[str] = ()) -> Answer | None:
    """A fact of the linked entities, or of any drama, that holds the terms."""
    for owner, facts in _owned(teller, wanted):
        fact, share = best_fact(facts, wanted, extra)
        floor = _COVERED if len(set(wanted)) < 3 else _MOSTLY
        if fact and share >= floor:
            return _fact(teller, owner, fact)
    return None


def _owned(
    teller: Teller, wanted: Sequence[str]
) -> list[tuple[Track | Artist | Drama, Sequence[Fact]]]:
    catalog = teller.catalog
    found: list[tuple[Track | Artist | Drama, Sequence[Fact]]] = []
    for link in teller.query.links:
        for entity_id in link.ids[:5]:
            entity = catalog.entity(link.kind, entity_id)
            if entity:
                found.append((entity, entity.facts))
    if not teller.query.links:
        dramas = [h for h in teller.index.dramas.search(wanted) if h.cover >= _COVERED]
        if len(dramas) == 1 or (dramas and dramas[0].score >= _CLEAR * dramas[1].score):
            drama = catalog.dramas[dramas[0].id]
            found.append((drama, drama.facts))
    for link in teller.query.of(Kind.DRAMA):
        found += [(t, t.facts) for i in link.ids[:2] for t in catalog.soundtrack(i)]
    return found


def _fact(teller: Teller, owner: Track | Artist | Drama, fact: Fact) -> Answer:
    name = teller.phrases.name(owner) if isinstance(owner, Artist) else teller.phrases.title(owner)
    basis = Basis(
        tracks=[owner] if isinstance(owner, Track) else (),
        artists=[owner] if isinstance(owner, Artist) else (),
        dramas=[owner] if isinstance(owner, Drama) else (),
        facts=[fact],
    )
    if fact.topic is Topic.SCENE:
        return teller.told(f"{name}.", basis, spoilers=[fact])
    return teller.told(teller.say("fact", subject=name, fact=teller.phrases.note(fact.text)), basis)
