"""What is said when a name isn't certain: choices between near hits, or an honest "no"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.phrases import label, name_of, title_of
from bot.handlers.reply import Choice, Outcome, Reply
from bot.handlers.request import Action
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Kind, Track
from bot.matching.resolve import Ambiguous, Match, NotFound
from bot.matching.view import View

MOST_OFFERED = 10
SHOWN = 80  # characters of a query that a reply repeats
WORDS = {Kind.TRACK: "song", Kind.ARTIST: "artist", Kind.DRAMA: "drama"}


def unresolved(
    query: str, kind: Kind, resolution: Ambiguous | NotFound, action: Action, view: View
) -> Reply:
    """The reply to a name that means several things, or nothing.

    Each choice performs the same action again with the entity's id in the name's place.
    """
    if isinstance(resolution, Ambiguous):
        several = len(resolution.matches) > 1
        ask = "could be any of these. Which one?" if several else "may be this. Is it?"
        return Reply(
            Outcome.AMBIGUOUS,
            title=f"Which {WORDS[kind]}?" if several else f"This {WORDS[kind]}?",
            body=f"“{shortened(query)}” {ask}",
            choices=offered(resolution.matches, kind, action, view.catalog),
        )
    near = offered(resolution.nearest, kind, action, view.catalog)
    other = _of_other_kinds(query, kind, view)
    return Reply(
        Outcome.NOT_FOUND,
        title=f"I don't have that {WORDS[kind]}",
        body=_regret(query, kind, other, bool(near)),
        choices=(*other, *near),
    )


def _of_other_kinds(query: str, kind: Kind, view: View) -> tuple[Choice, ...]:
    """What has just this name among the other kinds: ``/song DOTS`` means a drama."""
    return tuple(
        Choice(
            f"The {WORDS[other]} {entity_label(found, other, view.catalog)}",
            Action(WORDS[other], {WORDS[other]: found}),
            found,
        )
        for other in Kind
        if other is not kind
        for found in view.resolver.exact(query, other)[:2]
    )


def _regret(query: str, kind: Kind, other: Sequence[Choice], near: bool) -> str:
    regret = f"I know no {WORDS[kind]} called “{shortened(query)}”."
    if not query:
        return f"Tell me which {WORDS[kind]}: /{WORDS[kind]} followed by its name."
    if other:
        return f"{regret} But something else has that name."
    if near:
        return f"{regret} The nearest names that I know are below."
    return f"{regret} Try another spelling, or the Korean name."


def shortened(query: str) -> str:
    """The query on one line, cut to what a reply may repeat."""
    line = " ".join(query.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def entity_label(id: str, kind: Kind, catalog: Catalog) -> str:
    """One line that tells an entity from others of its kind."""
    entity = catalog.entity(kind, id)
    if entity is None:
        return id
    if isinstance(entity, Track):
        return label(entity, catalog)
    return name_of(entity) if isinstance(entity, Artist) else title_of(entity)


def offered(
    matches: Sequence[Match], kind: Kind, action: Action, catalog: Catalog
) -> tuple[Choice, ...]:
    """A choice for each match, best first."""
    return tuple(
        Choice(
            entity_label(m.id, kind, catalog),
            Action(action.command, {**action.arguments, WORDS[kind]: m.id}),
            m.id,
        )
        for m in matches[:MOST_OFFERED]
    )
