"""What an editor with YAML support says of a file."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from jsonschema import Draft7Validator

_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class EditorLoader(_Fast):  # type: ignore[misc]  # which of the two it is, is known at run time
    """Reads as an editor does (YAML 1.2): numbers are numbers, but dates and "No" are text."""


EditorLoader.yaml_implicit_resolvers = {
    letter: [(tag, rule) for tag, rule in rules if not tag.endswith(("timestamp", "bool"))]
    for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf")
)


def complaints(schema: str, text: str) -> list[str]:
    """What an editor underlines in the text, given the schema."""
    value = yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a subclass of the safe one
    return [error.message for error in Draft7Validator(json.loads(schema)).iter_errors(value)]
