"""One YAML file as plain text, lists and mappings: a small, safe subset of YAML.

Every scalar is text (a song may be called *No* or *1.50*). Anchors, tags and a second document
have no place in a knowledge file and are refused, so no file can grow in memory or name a Python
object. Nesting is limited.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from bot.knowledge.problems import Fault, Path

DEEPEST: Final = 12

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C one is absent on some systems
_REMEDIES: Final = (
    ("\\t", "Indent with spaces, not with tabs"),
    ("mapping values are not allowed", 'Put the text in quotes if it holds ": "'),
    ("could not find expected ':'", 'Write "key: value", with a space after the colon'),
    ("expected <block end>", "Check the indentation: keys of one entry start in one column"),
    ("control characters", "Delete the invisible character"),
    ("quoted scalar", "Close the quotation mark"),
    ("flow", "Close the bracket, with commas between the items"),
)


class UnreadableError(Exception):
    """The file is no YAML that we take. Holds the one fault that stopped the reading."""

    def __init__(self, text: str, remedy: str, line: int | None = None) -> None:
        super().__init__(text)
        self.fault = Fault((), text, remedy, line)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, without a byte order mark. Raises UnreadableError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError("isn't UTF-8 text", "Save the file as UTF-8", line) from None


def read(text: str) -> tuple[Any, list[Fault]]:
    """The document's value, and what is wrong with its form. Raises UnreadableError."""
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _unreadable(error) from None
    if builder.value is None:
        raise UnreadableError("is empty", "Fill it in, or delete the file")
    return builder.value, builder.faults


def _events(text: str) -> Iterator[Any]:
    """The events of the YAML parser, which doesn't recurse: depth can't exhaust the stack."""
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _unreadable(error: yaml.YAMLError) -> UnreadableError:
    mark = getattr(error, "problem_mark", None)
    what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    what = what.splitlines()[0].replace("\t", "\\t")
    found = (remedy for sign, remedy in _REMEDIES if sign in what)
    remedy = next(found, "Check the indentation, quotes and colons here and in the line above")
    return UnreadableError(f"isn't valid YAML: {what}", remedy, mark.line + 1 if mark else None)


def _second_document(event: Any) -> UnreadableError:
    line = event.start_mark.line + 1
    return UnreadableError("holds more than one document", 'Delete the line "---"', line)


class _Builder:
    """Puts a document together from parser events."""

    def __init__(self, lines: dict[Path, int] | None = None) -> None:
        self.value: Any = None
        self.lines = lines  # filled in where it is given, which takes time
        self.faults: list[Fault] = []
        self._open: list[list[Any] | dict[str, Any]] = []
        self._keys: list[str | None] = []  # of each open container: the key that waits for a value

    def take(self, event: Any) -> None:
        """Adds one event."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            self._add(event.value, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_extras(event)
            self._begin([] if isinstance(event, yaml.SequenceStartEvent) else {}, event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._fault(event, f"refers to an anchor (*{event.anchor})", "Write the value out")
            self._add("", event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.value is not None:
            raise _second_document(event)

    def _path(self) -> Path:
        steps: list[str | int | None] = [
            len(c) - 1 if isinstance(c, list) else next(reversed(c)) for c in self._open[:-1]
        ]
        if self._open:
            last = self._open[-1]
            steps.append(len(last) if isinstance(last, list) else self._keys[-1])
        return tuple(step for step in steps if step is not None)

    def _note(self, event: Any) -> None:
        if self.lines is not None:
            self.lines[self._path()] = event.start_mark.line + 1

    def _fault(self, event: Any, text: str, remedy: str) -> None:
        self.faults.append(Fault(self._path(), text, remedy, event.start_mark.line + 1))

    def _refuse_extras(self, event: Any) -> None:
        if event.tag and event.tag != "!":
            self._fault(event, f"has a tag ({event.tag})", "Delete the tag: all values are text")
        if event.anchor:
            self._fault(event, f"has an anchor (&{event.anchor})", "Delete it, or quote the text")

    def _begin(self, container: list[Any] | dict[str, Any], event: Any) -> None:
        if len(self._open) >= DEEPEST:
            line = event.start_mark.line + 1
            raise UnreadableError(
                "is nested too deeply", "Check the brackets and indentation", line
            )
        self._add(container, event)
        self._open.append(container)
        self._keys.append(None)

    def _add(self, value: Any, event: Any) -> None:
        if not self._open:
            self.value = value
            return
        container = self._open[-1]
        if isinstance(container, list):
            self._note(event)
            container.append(value)
        elif self._keys[-1] is None:
            self._expect(container, value, event)
        else:
            container[self._keys[-1]] = value
            self._keys[-1] = None

    def _expect(self, container: dict[str, Any], key: Any, event: Any) -> None:
        if not isinstance(key, str):
            line = event.start_mark.line + 1
            raise UnreadableError(
                "has a key that isn't text", "Put text in brackets in quotes", line
            )
        self._keys[-1] = key
        self._note(event)
        if key in container:
            self._fault(event, "appears twice", "Keep one of the two")


class Lines:
    """Finds the line of a path. Parses the text a second time, so only asked about faults."""

    def __init__(self, text: str) -> None:
        builder = _Builder(lines={})
        for event in _events(text):
            builder.take(event)
        self._value, self._lines = builder.value, builder.lines or {}

    def of(self, path: Path) -> int:
        """The line, from 1, of the longest part of the path that is there."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def name(self, path: Path) -> str:
        """The path as a person would write it: ``soundtrack[talk-love].artists[1]``."""
        value, name = self._value, ""
        for step in path:
            value = _within(value, step)
            name += f".{step}" if isinstance(step, str) else f"[{_label(value) or step + 1}]"
        return name.removeprefix(".")


def _within(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _label(item: Any) -> str | None:
    """What an item of a list is called: by its id, or else its name."""
    names = [item.get(key) for key in ("id", "name")] if isinstance(item, dict) else []
    return next((name[:40] for name in names if name and isinstance(name, str)), None)
