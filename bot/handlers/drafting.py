"""Drafts behind a form: nothing that somebody typed is lost between one answer and the next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.curation.changes import Origin
from bot.curation.form import FIELDS, Problem
from bot.handlers.naming import NEW, Settled, WhichArtist, WhichDrama
from bot.handlers.offer import entity_label, shortened
from bot.handlers.refusals import gone
from bot.handlers.reply import Choice, Field, Outcome, Reply, Style
from bot.handlers.request import Action, Request
from bot.handlers.services import Services
from bot.knowledge.model import Kind
from bot.matching.view import View

STEERING = ("draft", "confirm", "cancel", "pick")  # belong to one press, not to what was typed
MOST_OFFERED = 5


@dataclass(frozen=True, slots=True)
class Typed:
    """All that was typed for a command so far. ``token`` names the draft it is kept in, if any."""

    command: str
    server: str
    member: str
    arguments: Mapping[str, str]
    token: str | None = None

    @property
    def settled(self) -> Settled:
        """The decisions among what was typed."""
        create = self.arguments.get("create", "")
        return Settled(_picks(self.arguments), create)

    @property
    def origin(self) -> Origin:
        """The draft and the suggestion that saving this settles."""
        suggestion = self.arguments.get("suggestion")
        return Origin(self.token, int(suggestion) if suggestion else None)

    def action(self, **arguments: str) -> Action:
        """The command again on this draft, short enough for a button."""
        return Action(self.command, {"draft": self.token or "", **arguments})


async def typed(request: Request, services: Services) -> Typed | Reply:
    """What was typed now, over what the draft holds; or that the draft is gone, or thrown away."""
    if request.text("cancel"):
        return await cancelled(request, services)
    caller, token = request.caller, request.text("draft")
    server = caller.server or ""
    now = {k: v for k, v in request.action.arguments.items() if k not in STEERING}
    before: Mapping[str, str] = {}
    if token:
        draft = await services.store.drafts.find(token, server, caller.user)
        if draft is None or draft.command != request.action.command:
            return gone()
        before = draft.arguments
    merged = {**before, **now}
    if request.text("create"):
        merged["create"] = merged.get("drama", "").strip() if yes(request.text("create")) else ""
    return Typed(request.action.command, server, caller.user, merged, token or None)


async def kept(typed: Typed, services: Services) -> Typed:
    """The same, with all of it in a draft."""
    token = await services.store.drafts.keep(
        typed.server, typed.member, typed.command, typed.arguments, typed.token
    )
    return replace(typed, token=token)


async def fill(request: Request, services: Services) -> Mapping[str, str]:
    """What a form opened by this request begins with: the draft, and what was typed over it."""
    found = await typed(request, services)
    values = found.arguments if isinstance(found, Typed) else request.action.arguments
    return {name: text for name, text in values.items() if name in FIELDS}


async def cancelled(request: Request, services: Services) -> Reply:
    """Throw the draft away."""
    caller = request.caller
    await services.store.drafts.drop(request.text("draft"), caller.server or "", caller.user)
    return Reply(Outcome.DONE, title="Cancelled", body="Nothing was changed.", private=True)


async def objected(problems: Sequence[Problem], typed: Typed, services: Services) -> Reply:
    """What is wrong, with all that was typed kept for another go."""
    typed = await kept(typed, services)
    wrong = problems[0].field
    return Reply(
        Outcome.INVALID,
        title="That can't be saved yet",
        body="\n".join(p.text for p in problems),
        fields=tuple(
            Field(name, shortened(typed.arguments[name]), inline=True)
            for name in FIELDS
            if typed.arguments.get(name)
        ),
        choices=(edit(typed), cancel(typed)),
        hint=f"The rest is kept: /{typed.command} draft:{typed.token} {wrong}:…",
        private=True,
    )


async def asked_drama(question: WhichDrama, typed: Typed, view: View, services: Services) -> Reply:
    """Which drama is meant, or whether to add it."""
    typed = await kept(typed, services)
    offers = tuple(
        Choice(entity_label(m.id, Kind.DRAMA, view.catalog), typed.action(drama=m.id), m.id)
        for m in question.offers[:MOST_OFFERED]
    )
    name = shortened(question.typed)
    create = Choice(f"Add the drama “{name}”"[:80], typed.action(create="yes"), "create:yes")
    if question.known:
        body = f"“{name}” could be any of these dramas. Which one?"
    else:
        near = " Is it one of these?" if offers else ""
        body = f"I know no drama called “{name}”.{near} Or add it to this server's list."
    return Reply(
        Outcome.AMBIGUOUS if question.known else Outcome.INVALID,
        title="Which drama?",
        body=body,
        choices=(*offers, create, edit(typed), cancel(typed)),
        hint=f"All you typed is kept: /{typed.command} draft:{typed.token} create:yes adds it.",
        private=True,
    )


async def asked_artist(
    question: WhichArtist, typed: Typed, view: View, services: Services
) -> Reply:
    """Which artist is meant, or that it is a new one."""
    typed = await kept(typed, services)
    offers = tuple(
        Choice(
            entity_label(m.id, Kind.ARTIST, view.catalog),
            typed.action(pick=f"{question.place}:{m.id}"),
            m.id,
        )
        for m in question.offers[:MOST_OFFERED]
    )
    name = shortened(question.typed)
    other = f"{question.place}:{NEW}"
    new = Choice(f"“{name}” is somebody else"[:80], typed.action(pick=other), f"pick:{other}")
    return Reply(
        Outcome.AMBIGUOUS,
        title="Which artist?",
        body=f"“{name}” is near to a name that I know. Is it the same artist?",
        choices=(*offers, new, edit(typed), cancel(typed)),
        hint=f"All you typed is kept: /{typed.command} draft:{typed.token} artists:…",
        private=True,
    )


def with_pick(typed: Typed, pick: str, names: Sequence[str]) -> Typed:
    """The same, with the artist in one place decided. A pick that makes no sense is passed over."""
    place, _, picked = pick.partition(":")
    if not (place.isascii() and place.isdecimal() and int(place) < len(names) and picked):
        return typed
    picks = {**_picks(typed.arguments), names[int(place)]: picked}
    return replace(typed, arguments={**typed.arguments, "picks": json.dumps(picks)})


def confirm(typed: Typed, label: str, style: Style = Style.PRIMARY) -> Choice:
    """The button that carries the draft out."""
    return Choice(label, typed.action(confirm="yes"), "confirm:yes", style)


def edit(typed: Typed) -> Choice:
    """The button that opens the form again."""
    return Choice("Edit", typed.action(), "edit", Style.FORM)


def cancel(typed: Typed) -> Choice:
    """The button that throws the draft away."""
    return Choice("Cancel", typed.action(cancel="yes"), "cancel:yes")


def _picks(arguments: Mapping[str, str]) -> dict[str, str]:
    try:
        picks = json.loads(arguments.get("picks", "{}"))
    except ValueError:
        return {}
    return picks if isinstance(picks, dict) else {}


def yes(text: str) -> bool:
    """Whether a yes-or-no argument says yes."""
    return text.casefold() in {"yes", "true", "y", "1"}
