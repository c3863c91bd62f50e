"""Discord's own description of its API (OpenAPI), to hold the bot's calls against.

https://github.com/discord/discord-api-spec publishes it; it isn't part of this repository.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tests.end_to_end.simulated import Call

CALLBACKS = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}


class Description:
    """The description, and what in a call goes against it."""

    def __init__(self, path: Path) -> None:
        self._all = json.loads(path.read_text(encoding="utf-8"))
        self._routes = [
            (re.compile(re.sub(r"{\w+}", "[^/]+", template.lstrip("/"))), methods)
            for template, methods in self._all["paths"].items()
        ]

    def objections(self, call: Call) -> Iterator[str]:
        """What is wrong with the call, in the validator's words."""
        schema = self._schema(call)
        if schema is None:
            yield f"{call.method} {call.path}: no such route"
            return
        validator = Draft202012Validator({**schema, "components": self._all["components"]})
        for error in validator.iter_errors(_with_text_ids(call.body)):
            yield f"{call.method} {call.path} {error.json_path}: {error.message[:300]}"

    def _schema(self, call: Call) -> dict[str, Any] | None:
        """The schema of the call's body; an empty one where it has none."""
        if call.path.endswith("/callback"):
            return {"$ref": f"#/components/schemas/{CALLBACKS[call.body['type']]}"}
        for pattern, methods in self._routes:
            if pattern.fullmatch(call.path) and call.method.lower() in methods:
                body = methods[call.method.lower()].get("requestBody")
                schema: dict[str, Any] = (
                    body["content"]["application/json"]["schema"] if body else {}
                )
                return schema
        return None


def _with_text_ids(body: Any) -> Any:
    """The body, with a reference's ids as text: discord.py sends numbers; Discord takes both."""
    if not isinstance(body, dict) or "message_reference" not in body:
        return body
    return {**body, "message_reference": {k: str(v) for k, v in body["message_reference"].items()}}
