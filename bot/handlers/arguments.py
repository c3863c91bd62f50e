"""Checks arguments against a command's parameters before any handler sees them."""

from __future__ import annotations

import re

from bot.handlers.command import Command, Parameter, Type
from bot.handlers.request import Request

MOST_PER_ARGUMENT = 6000
NAMED_BY_ID = {Type.USER, Type.ROLE, Type.CHANNEL}
ID = re.compile(r"[\w.<@#&!>-]{1,100}")  # an id or a mention; a name without spaces elsewhere
YES_NO = {"yes", "no", "true", "false", "y", "n", "1", "0"}


def problem(command: Command, request: Request) -> str | None:
    """The first thing wrong with the arguments, with what to type instead; None if all is well."""
    for name in request.action.arguments:
        if command.parameter(name) is None:
            return f"/{command.name} doesn't take “{name}”. Type it like this: {command.usage}"
    for parameter in command.parameters:
        found = _wrong(parameter, request)
        if found:
            return f"{found} Type it like this: {command.usage}"
    return None


def _wrong(parameter: Parameter, request: Request) -> str | None:
    text = request.text(parameter.name)
    if not text and parameter.name not in request.files:
        if parameter.required and not request.text("draft"):  # a draft holds the rest
            return f"“{parameter.name}” is missing: {parameter.description}."
        return None
    if len(text) > MOST_PER_ARGUMENT:
        return f"“{parameter.name}” has {len(text)} characters; that is too long to be a name."
    return _wrong_value(parameter, text)


def _wrong_value(parameter: Parameter, text: str) -> str | None:
    if parameter.type is Type.INTEGER and not (text.isascii() and text.isdecimal()):
        return f"“{parameter.name}” takes a whole number, such as 2."
    if parameter.type in NAMED_BY_ID and not ID.fullmatch(text):
        return f"“{parameter.name}” takes the id of a {parameter.type.value}."
    if parameter.type is Type.YES_NO and text.casefold() not in YES_NO:
        return f"“{parameter.name}” takes yes or no."
    if parameter.options and text.casefold() not in parameter.options:
        return f"“{parameter.name}” takes one of: {', '.join(parameter.options)}."
    return None
