"""Autocomplete: what a half-typed name may become, scoped to what the caller can see."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.command import Command, Parameter
from bot.handlers.offer import entity_label
from bot.handlers.reply import Choice
from bot.handlers.request import Action, Caller
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Kind
from bot.matching.resolve import Found
from bot.matching.view import View

MOST = 25  # Discord shows no more
LABEL = 100  # characters, Discord's limit for the name of a choice
TYPED = 100  # characters of a half-typed name that are looked at


async def complete(
    command: str, parameter: str, typed: Mapping[str, str], caller: Caller, services: Services
) -> tuple[Choice, ...]:
    """Choices for the parameter being typed, best first; their values are stable ids.

    Args:
        command: The command's name.
        parameter: The parameter being typed.
        typed: Everything typed so far, by parameter.
        caller: Who types; only what they can see is offered.
        services: The knowledge to search.

    Returns:
        At most 25 choices; none where the parameter takes free text.
    """
    known = services.commands.get(command)
    declared = known.parameter(parameter) if known else None
    if known is None or declared is None:
        return ()
    text = typed.get(parameter, "").strip()[:TYPED]
    if declared.options:
        options = [o for o in declared.options if o.startswith(text.casefold())]
        return tuple(Choice(o, Action(command, {parameter: o}), o) for o in options[:MOST])
    if declared.complete is None:
        return ()
    view = await services.knowledge.view(caller.server)
    before, comma, last = text.rpartition(",") if declared.several else ("", "", text)
    before = f"{before}, " if comma else ""
    ids = _ids(declared.complete, last.strip(), _scope(known, declared, typed, view), view)
    labels = [entity_label(i, declared.complete, view.catalog) for i in ids]
    return tuple(
        _choice(command, parameter, before + value, before + label)
        for value, label in zip(ids, labels, strict=True)
    )


def _choice(command: str, parameter: str, value: str, label: str) -> Choice:
    label = label if len(label) <= LABEL else label[: LABEL - 1] + "…"
    return Choice(label, Action(command, {parameter: value}), value)


def _scope(
    command: Command, parameter: Parameter, typed: Mapping[str, str], view: View
) -> list[str] | None:
    """The only ids to offer; None where all may be."""
    if parameter.own:
        return sorted(t.id for t in view.catalog.tracks.values() if t.server)
    # Where a title can be typed, a drama beside it is what the song shall have, not what it has.
    if parameter.complete is not Kind.TRACK or command.parameter("title"):
        return None
    return _within(typed, view)


def _ids(kind: Kind, text: str, within: list[str] | None, view: View) -> list[str]:
    if not text:
        return _first(kind, within, view.catalog)[:MOST]
    found = [m.id for m in view.resolver.complete(text, kind, MOST if within is None else 200)]
    return [i for i in found if within is None or i in within][:MOST]


def _within(typed: Mapping[str, str], view: View) -> list[str] | None:
    """The tracks of the drama or the artist that is already typed."""
    for kind, tracks_of in (
        (Kind.DRAMA, view.catalog.soundtrack),
        (Kind.ARTIST, view.catalog.tracks_by),
    ):
        name = typed.get(kind.value, "").strip()[:TYPED]
        resolution = view.resolver.resolve(name, kind) if name else None
        if isinstance(resolution, Found):
            return [t.id for t in tracks_of(resolution.match.id)]
    return None


def _first(kind: Kind, within: list[str] | None, catalog: Catalog) -> list[str]:
    """What to offer before anything is typed: whatever has the most songs."""
    if within is not None:
        return within
    dramas = sorted(catalog.dramas, key=lambda d: (-len(catalog.soundtrack(d)), d))
    if kind is Kind.DRAMA:
        return dramas
    if kind is Kind.ARTIST:
        return sorted(catalog.artists, key=lambda a: (-len(catalog.tracks_by(a)), a))
    return [track.id for d in dramas[:MOST] for track in catalog.soundtrack(d)[:1]]
