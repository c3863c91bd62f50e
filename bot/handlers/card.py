"""What the cards of songs, artists and dramas have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.handlers.footnotes import Footnotes
from bot.handlers.reply import Choice, Field
from bot.handlers.request import Action
from bot.knowledge.model import Entity, Fact, Topic, Track

PAGE = 20  # tracks of a list
HEADINGS = {
    Topic.MUSIC: "Music",
    Topic.THEME: "What it stands for",
    Topic.SCENE: "Where it is heard",
    Topic.RELEASE: "Release",
    Topic.CHART: "Charts",
    Topic.RECEPTION: "Reception",
    Topic.TRIVIA: "Also",
}


def told(entity: Entity, notes: Footnotes) -> Iterable[Field]:
    """The facts about an entity by topic, and what its sources disagree on."""
    for topic, heading in HEADINGS.items():
        facts = [f for f in entity.facts if f.topic is topic]
        scene = topic is Topic.SCENE
        yield Field(heading, notes.lines(facts), spoiler=scene, episode=latest_episode(facts))
    yield Field("Sources disagree", notes.lines(entity.disputes))


def latest_episode(facts: Sequence[Fact]) -> int | None:
    """The latest episode that the facts tell of; None if one doesn't say which."""
    episodes = [f.episode for f in facts]
    return None if None in episodes else max((e for e in episodes if e), default=None)


def filled(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields that have a value."""
    return tuple(f for f in fields if f.value)


def standing(entity: Entity) -> str:
    """How far the entity can be relied on: added by a server, or in part unverified."""
    if entity.server:
        return "Added by this server"
    if not entity.unverified:
        return ""
    named = ", ".join(_in_words(field) for field in entity.unverified)
    return f"Unverified: {named}"


def _in_words(field: str) -> str:
    if field in {"title", "name"}:
        return f"English {field}"
    return {"title_ko": "Korean title", "name_ko": "Korean name"}.get(
        field, field.replace("_", " ")
    )


def song_choices(tracks: Sequence[Track]) -> tuple[Choice, ...]:
    """A choice for each track that opens its card."""
    return tuple(Choice(t.title, Action("song", {"song": t.id}), t.id) for t in tracks)


def paged(
    tracks: Sequence[Track], page: int, action: Action
) -> tuple[Sequence[Track], tuple[Choice, ...]]:
    """One page of tracks and the choices that lead to the pages beside it."""
    last = max(1, -(-len(tracks) // PAGE))
    here = min(max(1, page), last)
    steps = [(f"◀ Page {here - 1}", here - 1), (f"Page {here + 1} of {last} ▶", here + 1)]
    choices = tuple(
        Choice(text, Action(action.command, {**action.arguments, "page": str(to)}), f"page {to}")
        for text, to in steps
        if 1 <= to <= last
    )
    return tracks[(here - 1) * PAGE : here * PAGE], choices
