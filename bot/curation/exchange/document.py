"""YAML: read node by node, so that every value stays the text it is and keeps its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from bot.curation.exchange.row import COLUMNS, LISTS, FileProblem, Row

FORMAT = 1
DEEPEST = 8  # levels; a list needs four
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NULL = "tag:yaml.org,2002:null"


def write(rows: Sequence[Row]) -> bytes:
    """The rows as a YAML document."""
    tracks = [_plain(row) for row in rows]
    text: str = yaml.dump(
        {"ostinato": FORMAT, "tracks": tracks},
        Dumper=_DUMPER,
        allow_unicode=True,
        sort_keys=False,
        width=10**6,
    )
    return text.encode()


def _plain(row: Row) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for column in COLUMNS:
        if column in row.lists:
            found[column] = list(row.lists[column])
        elif column in row.cells:
            found[column] = row.cells[column] or None
    return found


def read(text: str) -> list[Row]:
    """The rows of a YAML document.

    Raises:
        FileProblem: It is no YAML, or not the list of tracks that ``write`` makes.
    """
    try:
        _check_plain(text)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise FileProblem(
            line, f"This is no YAML here: {error.problem or error.context}."
        ) from error
    except yaml.YAMLError as error:
        raise FileProblem(0, f"This is no YAML: {error}.") from error
    return [_row(node) for node in _tracks(root)]


def _check_plain(text: str) -> None:
    """Neither aliases, which can blow a small file up to any size, nor endless nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise FileProblem(_line(event), "Aliases (*name) are not taken here.")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise FileProblem(_line(event), "That is nested too deeply.")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _tracks(root: yaml.Node | None) -> list[yaml.Node]:
    how = "The file should hold “tracks:” and under it a list."
    if not isinstance(root, yaml.MappingNode):
        raise FileProblem(1, how)
    for key, value in root.value:
        if key.value == "tracks":
            if _text(value, "tracks") == "" and not isinstance(value, yaml.SequenceNode):
                return []
            if isinstance(value, yaml.SequenceNode):
                return list(value.value)
            raise FileProblem(value.start_mark.line + 1, how)
        if key.value != "ostinato":
            raise FileProblem(
                key.start_mark.line + 1, f"“{str(key.value)[:40]}” has no place here. {how}"
            )
        if _text(value, "ostinato") != str(FORMAT):
            raise FileProblem(
                value.start_mark.line + 1, f"Only “ostinato: {FORMAT}” is known here."
            )
    raise FileProblem(1, how)


def _row(node: yaml.Node) -> Row:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise FileProblem(line, "A track should be a list of fields, such as title: Rain.")
    cells: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if name not in COLUMNS:
            where = key.start_mark.line + 1
            raise FileProblem(where, f"There is no field “{name[:40]}”: {', '.join(COLUMNS)}.")
        if name in LISTS and isinstance(value, yaml.SequenceNode):
            lists[name] = tuple(_text(v, name) for v in value.value)
        else:
            cells[name] = _text(value, name)
    return Row(line, cells, lists)


def _text(node: yaml.Node, name: str) -> str:
    if isinstance(node, yaml.SequenceNode) and name == "tracks":
        return ""
    if not isinstance(node, yaml.ScalarNode):
        raise FileProblem(node.start_mark.line + 1, f"“{name}” should be one value.")
    return "" if node.tag == _NULL else str(node.value).strip()
