"""A validation error as a sentence that says what is wrong and what to do instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge import entries, schema
from bot.knowledge.problems import Fault, Path, did_you_mean

_SHAPES: Final = {
    "tuple_type": ("isn't a list", "Write [one, two], or one item a line after a hyphen"),
    "model_type": ("isn't a mapping", "Write it as key: value lines"),
    "dict_type": ("isn't a mapping", "Write it as key: value lines"),
    "string_type": ("isn't plain text", "Write one value, in quotes if it begins with [ or {"),
    "int_parsing": ("isn't a whole number", "Write digits only"),
    "bool_parsing": ("isn't true or false", "Write true, or leave the line out"),
    "too_short": ("has no items", "Give at least one"),
}
_ENTRIES: Final[Mapping[str, type[BaseModel]]] = {
    "soundtrack": schema.TrackEntry,
    "facts": entries.FactEntry,
    "disputes": entries.DisputeEntry,
    "cast": entries.CastEntry,
    "writers": entries.PersonEntry,
    "directors": entries.PersonEntry,
    "music_directors": entries.PersonEntry,
    "members": entries.MemberEntry,
    "composers": entries.CreditEntry,
    "lyricists": entries.CreditEntry,
    "arrangers": entries.CreditEntry,
}
_ITEMS: Final[Mapping[type[BaseModel], type[BaseModel]]] = {
    schema.ArtistsFile: schema.ArtistEntry,
    schema.SourcesFile: schema.SourceEntry,
}


def complaints(error: ValidationError, top: type[BaseModel]) -> list[Fault]:
    """What is wrong, a fault for each error. ``top`` is the class that was to be validated."""
    return [_fault(details, top) for details in error.errors()]


def _fault(error: ErrorDetails, top: type[BaseModel]) -> Fault:
    path = tuple(step for step in error["loc"] if step != "[key]")
    text, remedy = _words(error, path, top)
    return Fault(path, text, remedy)


def _words(error: ErrorDetails, path: Path, top: type[BaseModel]) -> tuple[str, str]:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "knowledge":
        return context["text"], context["remedy"]
    if kind == "missing":
        return "is missing", "Add it"
    if kind == "extra_forbidden":
        return _unknown_key(path, top)
    if kind in {"literal_error", "enum"}:
        return _unknown_word(error["input"], context["expected"])
    if kind == "string_pattern_mismatch":
        text = f'"{error["input"]}" isn\'t well formed'
        return text, "Use lower-case letters, digits and single hyphens: talk-love"
    return _SHAPES.get(kind) or _other(error, context)


def _other(error: ErrorDetails, context: Mapping[str, Any]) -> tuple[str, str]:
    if error["type"] == "string_too_long":
        return "is too long", f"Use at most {context['max_length']} characters"
    return f"isn't right: {error['msg'].lower()}", "Correct it"


def _unknown_key(path: Path, top: type[BaseModel]) -> tuple[str, str]:
    known = list(_entry(path, top).model_fields)
    return "isn't a key here", f"{did_you_mean(str(path[-1]), known)}Keys are {', '.join(known)}"


def _unknown_word(word: object, expected: str) -> tuple[str, str]:
    known = re.findall(r"'([^']*)'", expected)
    hint = did_you_mean(word, known) if isinstance(word, str) else ""
    return f'"{word}" isn\'t known here', f"{hint}Use one of {', '.join(known)}"


def _entry(path: Path, top: type[BaseModel]) -> type[BaseModel]:
    """The class of the entry that holds the last step of the path."""
    lists = [step for step in path[:-1] if isinstance(step, str) and step in _ENTRIES]
    if lists:
        return _ENTRIES[lists[-1]]
    return _ITEMS.get(top, top)
