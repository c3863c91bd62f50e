"""Completes a half-typed line: command names, values and the names of further parameters."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Iterator
from dataclasses import dataclass

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.chat.line import Commands, Typed, Value, is_command, take_apart, written
from bot.chat.neutral import one_line
from bot.handlers.command import Command
from bot.handlers.complete import complete
from bot.handlers.request import Caller
from bot.handlers.services import Services

MOST = 25


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A ``text`` to put in place of the end of the line, from ``start`` on; it means ``value``."""

    label: str
    value: str
    text: str
    start: int
    hint: str = ""


async def suggest(line: str, caller: Caller, services: Services) -> list[Suggestion]:
    """What the line may become, best first.

    Args:
        line: The line up to the cursor.
        caller: Who types; only what they can see is suggested.
        services: The commands and the knowledge.

    Returns:
        At most 25 suggestions: commands while the first word is typed, then values; the names
        of parameters where there is no value to suggest.
    """
    if not is_command(line):
        return []
    typed = take_apart(line, services.commands)
    if typed.end == len(line):
        return list(_commands(typed, services.commands))[:MOST]
    if typed.command is None:
        return []
    value = _being_typed(line, typed, typed.command)
    found = await _values(value, typed, typed.command, caller, services) if value else []
    return (found or list(parameters(line, services.commands)))[:MOST]


def _commands(typed: Typed, commands: Commands) -> Iterator[Suggestion]:
    for command in commands.values():
        if command.name.startswith(typed.word):
            text = f"{command.name} " if command.parameters else command.name
            name = f"/{command.name}"
            yield Suggestion(name, name, text, typed.start, command.description)


def _being_typed(line: str, typed: Typed, command: Command) -> Value | None:
    """The value that the end of the line belongs to; None for a command that takes none."""
    if typed.values:
        return typed.values[-1]
    return Value(command.parameters[0].name, "", len(line)) if command.parameters else None


async def _values(
    value: Value, typed: Typed, command: Command, caller: Caller, services: Services
) -> list[Suggestion]:
    given = {v.name: v.bare for v in typed.values} | {value.name: value.bare.lstrip('"“')}
    choices = await complete(command.name, value.name, given, caller, services)
    return [
        Suggestion(one_line(c.label), c.value, written(c.value, command), value.start)
        for c in choices
    ]


def parameters(line: str, commands: Commands) -> Iterator[Suggestion]:
    """The parameters that the last word of the line may become the name of."""
    typed = take_apart(line, commands)
    if typed.command is None or typed.end == len(line):
        return
    word = "" if line[-1:].isspace() else line.split()[-1]
    first = typed.command.parameters[:1]
    given = {v.name for v in typed.values} | {p.name for p in first if not typed.values}
    for parameter in typed.command.parameters:
        open_to_it = not parameter.hidden and parameter.name not in given
        if open_to_it and parameter.name.startswith(word.casefold()):
            name = f"{parameter.name}:"
            yield Suggestion(name, name, name, len(line) - len(word), parameter.description)


class LineCompleter(Completer):
    """Offers the suggestions to prompt_toolkit while somebody types."""

    def __init__(self, caller: Caller, services: Services) -> None:
        self._caller = caller
        self._services = services

    def get_completions(
        self,
        document: Document,  # noqa: ARG002 (prompt_toolkit's signature, here and below)
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> Iterable[Completion]:
        """Nothing: the names are looked up asynchronously, below."""
        return ()

    async def get_completions_async(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> AsyncGenerator[Completion, None]:
        """The suggestions for the text before the cursor."""
        line = document.text_before_cursor
        found = await suggest(line, self._caller, self._services)
        named = list(parameters(line, self._services.commands))
        for s in dict.fromkeys((*found, *named)):
            yield Completion(s.text, s.start - len(line), display=s.label, display_meta=s.hint)
