"""Reads the lines of the pipe and says what is wrong with the bad ones."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import NoReturn

from bot.chat.conversation import is_number
from bot.handlers.request import Caller

LONGEST_LINE = 256 * 1024  # bytes: room for 6,000 characters with each one escaped, many times
LONGEST_NAME = 100
BOM = "\ufeff"

Id = str | int | float | None


@dataclass(frozen=True, slots=True)
class Ask:
    """One line of input: a line typed by a caller, or half of one to complete."""

    id: Id
    text: str
    caller: Caller
    complete: bool = False


class LineError(ValueError):
    """A line can't be used. ``id`` is its id, where it has one that can be given back."""

    def __init__(self, problem: str, id: Id = None) -> None:
        super().__init__(problem)
        self.id = id


def read(line: bytes, caller: Caller) -> Ask:
    """What a line asks for.

    Args:
        line: JSON or plain text, in UTF-8, with or without its newline.
        caller: Who asks where the line doesn't say.

    Raises:
        LineError: The line is neither, or an entry has a wrong type.
    """
    if len(line) > LONGEST_LINE:
        raise LineError(f"This line is too long: {LONGEST_LINE // 1024} KiB is the most.")
    try:
        text = line.decode("utf-8").removeprefix(BOM).strip()
    except UnicodeDecodeError as error:
        raise LineError(f"This line is not UTF-8: byte {error.start + 1} can't be read.") from error
    if not text:
        raise LineError("This line is empty. Send a JSON object or plain text, such as /help.")
    found = _json(text)
    if found is None:
        return Ask(None, text, caller)
    return _ask(found, caller)


def _json(text: str) -> dict[str, object] | None:
    """The object that the line holds; None where the line is plain text."""
    try:
        found = json.loads(text, parse_constant=_no_number)
    except RecursionError as error:
        raise LineError("This line nests deeper than any request does.") from error
    except ValueError as error:
        if text.startswith("{"):
            raise LineError(f"This line begins like JSON, but isn't: {error}.") from error
        return None
    if isinstance(found, dict):
        return found
    if is_number(text):
        return None  # the number of a choice
    raise LineError('JSON has to be an object here, such as {"text": "/song Everytime"}.')


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number in JSON")


def _ask(entries: dict[str, object], caller: Caller) -> Ask:
    given = _id(entries.get("id"))
    try:
        complete = "complete" in entries
        if complete and "text" in entries:
            raise LineError("“text” and “complete” can't both be asked for in one line.")
        text = _string("complete" if complete else "text", entries)
        if text is None or not (complete or text.strip()):
            raise LineError("“text” is missing: what a person would type, such as /song Everytime.")
        return Ask(given, text, _caller(entries, caller), complete)
    except LineError as error:
        raise LineError(str(error), given) from error


def _id(id: object) -> Id:
    whole = isinstance(id, int) and not isinstance(id, bool) and abs(id) < 2**63
    real = isinstance(id, float) and abs(id) < float("inf")
    short = isinstance(id, str) and len(id) <= LONGEST_NAME and _sound(id)
    if id is None or whole or real or short:
        return id  # type: ignore[return-value]  # narrowed by the three checks above
    raise LineError("“id” has to be a number or a text of at most 100 characters.")


def _caller(entries: dict[str, object], default: Caller) -> Caller:
    return replace(
        default,
        user=_name("user", entries, default.user) or default.user,
        server=_name("server", entries, default.server),
        channel=_name("channel", entries, default.channel),
        locale=_name("locale", entries, default.locale) or default.locale,
        grants=_names("grants", entries, default.grants),
        roles=_names("roles", entries, default.roles),
    )


def _name(key: str, entries: dict[str, object], default: str | None) -> str | None:
    if key not in entries:
        return default
    name = _string(key, entries)
    if name is not None and not 0 < len(name) <= LONGEST_NAME:
        raise LineError(f"“{key}” has to be a text of 1 to {LONGEST_NAME} characters, or null.")
    return name


def _names(key: str, entries: dict[str, object], default: frozenset[str]) -> frozenset[str]:
    names = entries.get(key)
    if names is None:
        return default
    if not isinstance(names, list) or not all(isinstance(n, str) and _sound(n) for n in names):
        raise LineError(f'“{key}” has to be a list of texts, such as ["manage_guild"].')
    return frozenset(names)


def _string(key: str, entries: dict[str, object]) -> str | None:
    text = entries.get(key)
    if text is not None and not isinstance(text, str):
        raise LineError(f"“{key}” has to be a text in quotes.")
    if text is not None and not _sound(text):
        raise LineError(f"“{key}” holds half of a surrogate pair, which is no character.")
    return text


def _sound(text: str) -> bool:
    """Whether the text can be encoded at all."""
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)
