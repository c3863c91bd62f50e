"""A command's parameters as a Discord form, and what was typed into one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord
from discord import ui

from bot.client.press import Press, Presses
from bot.client.safe import cut
from bot.handlers.command import Command, Parameter
from bot.handlers.request import Action

TITLE = 45
LABEL = 45
DESCRIPTION = 100
INPUT = 4000
FIELDS = 5
ONE_LINE = 200  # characters; whatever may be longer gets a box of several lines


def shown_in(command: Command) -> tuple[Parameter, ...]:
    """The parameters that the command's form asks for: those it lists, else all it can show."""
    wanted = command.form or tuple(p.name for p in command.parameters if not p.hidden)
    return tuple(p for p in command.parameters if p.name in wanted)[:FIELDS]


def form(command: Command, press: Press, filled: Mapping[str, str], presses: Presses) -> ui.Modal:
    """The command's form, filled in. Arguments that it doesn't show travel in its id."""
    asked = shown_in(command)
    names = {p.name for p in asked}
    rest = {k: v for k, v in press.action.arguments.items() if k not in names}
    carried = Press(press.owner, Action(command.name, rest), press.in_place)
    modal = ui.Modal(
        title=cut(f"/{command.name}: {command.description}", TITLE), custom_id=presses.id(carried)
    )
    for parameter in asked:
        modal.add_item(_field(parameter, filled.get(parameter.name, "")))
    modal.stop()  # answered by its id, not by this object: it may be sent after a restart
    return modal


def _field(parameter: Parameter, text: str) -> ui.Label[ui.Modal]:
    style = discord.TextStyle.short
    if parameter.max_length > ONE_LINE or len(text) > ONE_LINE:
        style = discord.TextStyle.long
    return ui.Label(
        text=cut(parameter.name.replace("_", " ").capitalize(), LABEL),
        description=cut(parameter.description, DESCRIPTION),
        component=ui.TextInput(
            custom_id=parameter.name,
            style=style,
            required=parameter.required,
            default=text[:INPUT] or None,
            max_length=min(max(parameter.max_length, len(text)), INPUT),
        ),
    )


def typed(data: Mapping[str, Any]) -> dict[str, str]:
    """What was typed into a form, by parameter."""
    return {c["custom_id"]: c.get("value") or "" for c in _inputs(data.get("components", ()))}


def _inputs(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        inner = component.get("component")
        yield from _inputs([inner] if inner else component.get("components", ()))
        if "value" in component:
            yield component
