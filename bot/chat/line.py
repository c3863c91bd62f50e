r"""A typed line and the action that it stands for, both ways.

``/addtrack title:Rain artists:Kim Na-young part:3``: what follows the command belongs to its
first parameter, up to the first ``name:`` of another one. Only the command's own parameters count
as names, so that ``Re:Zero`` and ``https://…`` stay text. Quotes keep a value together:
``title:"part: two"``; a quote inside them is written ``\"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.handlers.command import CONFIRM, Command
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action

Commands = Mapping[str, Command]

SLASHES = "/\uff0f"  # a Korean or Japanese keyboard easily types the wide one
IGNORED = "\ufeff\u200b"  # byte order mark and zero-width space: pasted along, never meant
QUOTED = re.compile(r'(?:"((?:[^"\\]|\\.)*)"|“((?:[^”\\]|\\.)*)”)\s*', re.DOTALL)
ESCAPED = re.compile(r'\\(["”\\])')


@dataclass(frozen=True, slots=True)
class Value:
    """A value as typed: ``start`` is where its text begins in the line."""

    name: str
    text: str
    start: int

    @property
    def bare(self) -> str:
        """The value without the quotes around it."""
        text = self.text.strip()
        whole = QUOTED.fullmatch(text)
        return ESCAPED.sub(r"\1", whole[1] or whole[2] or "") if whole else text


@dataclass(frozen=True, slots=True)
class Typed:
    """A line taken apart: the word after the slash, the command it names, and its values.

    ``start`` and ``end`` are where the word stands in the line.
    """

    word: str
    start: int
    end: int
    command: Command | None
    values: tuple[Value, ...]


def is_command(line: str) -> bool:
    """Whether the line begins with a slash."""
    return line.lstrip().lstrip(IGNORED).lstrip().startswith(tuple(SLASHES))


def parse(line: str, commands: Commands) -> Action | Reply:
    """What a line asks for.

    Args:
        line: What somebody typed. Without a slash it is a question.
        commands: Every command by name.

    Returns:
        The action; a reply where the line gives one value twice. A command that isn't there
        makes an action too: ``perform`` knows what to answer to it.
    """
    line = line.strip().strip(IGNORED).strip()
    if not is_command(line):
        return Action("ask", {"question": line})
    typed = take_apart(line, commands)
    if not typed.word:
        return Action("help")
    if typed.command and not typed.command.parameters and line[typed.end :].strip():
        body = f"/{typed.word} takes nothing after it, so I did nothing. Type it alone."
        return Reply(Outcome.INVALID, body=body, private=True)
    arguments: dict[str, str] = {}
    for value in typed.values:
        if value.name in arguments:
            return _twice(value.name)
        arguments[value.name] = value.bare
    return Action(typed.command.name if typed.command else typed.word, arguments)


def _twice(name: str) -> Reply:
    body = (
        f"“{name}:” is there twice, and I don't know which of the two you mean. "
        f'If one is part of a text, put quotes around that text: "… {name}: …".'
    )
    return Reply(Outcome.INVALID, body=body, private=True)


def take_apart(line: str, commands: Commands) -> Typed:
    """The command and the values of a line that begins with a slash, finished or not."""
    start = len(line) - len(line.lstrip(SLASHES + IGNORED + " \t"))
    words = line[start:].split(maxsplit=1)
    name = words[0] if words else ""
    end = start + len(name)
    command = commands.get(name.casefold())
    values = tuple(_values(line, end, command)) if command else ()
    return Typed(name.casefold(), start, end, command, values)


def _values(line: str, position: int, command: Command) -> Iterator[Value]:
    if not command.parameters:
        return
    marker = _marker(command)
    name = command.parameters[0].name
    positional = True
    while True:
        position = _past_spaces(line, position)
        end, following = _end(line, position, marker)
        if line[position:end].strip() or not positional:
            yield Value(name, line[position:end], position)
        if following is None:
            return
        name, position, positional = following[1].casefold(), following.end(), False


def _marker(command: Command) -> re.Pattern[str]:
    names = "|".join(re.escape(p.name) for p in (*command.parameters, CONFIRM))
    return re.compile(rf"(?<!\S)({names})[:\uff1a]", re.IGNORECASE)


def _past_spaces(line: str, position: int) -> int:
    return position + len(line[position:]) - len(line[position:].lstrip())


def _end(line: str, position: int, marker: re.Pattern[str]) -> tuple[int, re.Match[str] | None]:
    """Where the value at this position ends, and the marker that ends it."""
    quoted = QUOTED.match(line, position)
    if quoted:
        following = marker.match(line, quoted.end())
        if following or quoted.end() == len(line):
            return quoted.end(), following
    following = marker.search(line, position)
    return (following.start() if following else len(line)), following


def write(action: Action, commands: Commands) -> str:
    """The line that ``parse`` reads as this action."""
    command = commands.get(action.command)
    if command is None or not action.arguments:
        return f"/{action.command}"
    first = command.parameters[0].name if command.parameters else ""
    leading = action.arguments.get(first)
    words = [f"/{command.name}", *([written(leading, command)] if leading else [])]
    words += [
        f"{name}:{written(text, command)}"
        for name, text in action.arguments.items()
        if name != first or not leading
    ]
    return " ".join(words)


def written(text: str, command: Command) -> str:
    """A value as it stands in a line, in quotes where it would be misread without."""
    plain = text == text.strip() and not text.startswith(('"', "“"))
    if plain and not _marker(command).search(text):
        return text
    return '"' + re.sub(r'["\\]', lambda m: "\\" + m[0], text) + '"'
