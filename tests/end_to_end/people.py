"""People on the simulated server: what they do, and what they get to see for it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.end_to_end import payloads
from tests.end_to_end.payloads import Payload
from tests.end_to_end.simulated import Call, SimulatedDiscord

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
MANAGE_SERVER = 1 << 5
EPHEMERAL = 1 << 6
MENU = 3
TYPES = {str: 3, int: 4, bool: 5}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot answered to an interaction: ``kind`` is the callback's type."""

    kind: int
    data: Payload
    message: Payload | None
    pressed: Payload | None = None  # the message whose button led here
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All there is to read."""
        return json.dumps(self.data, ensure_ascii=False)

    @property
    def title(self) -> str:
        embeds = self.data.get("embeds") or [{}]
        return str(embeds[0].get("title", ""))

    @property
    def private(self) -> bool:
        return bool(self.data.get("flags", 0) & EPHEMERAL)

    @property
    def labels(self) -> list[str]:
        """The buttons and the menu's options, in order."""
        parts = list(_parts(self.data))
        options = [o["label"] for part in parts for o in part.get("options", ())]
        return [*options, *(str(part["label"]) for part in parts if "label" in part)]

    @property
    def names(self) -> list[str]:
        """What autocomplete offered."""
        return [choice["name"] for choice in self.data["choices"]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the simulated server."""

    discord: SimulatedDiscord
    id: str
    name: str
    permissions: int = 0
    server: str = payloads.GUILD
    roles: tuple[str, ...] = ()

    async def slash(self, command: str, **options: Any) -> Answer:
        """Use a command; option values are text, numbers, yes or no, or what ``Mentioned`` says."""
        return await self._interact(COMMAND, _command(command, options))

    async def typing(self, command: str, option: str, text: str, **options: str) -> Answer:
        """Half-type an option."""
        data = _command(command, {**options, option: text})
        data["options"][-1]["focused"] = True
        return await self._interact(AUTOCOMPLETE, data)

    async def press(self, answer: Answer, label: str) -> Answer:
        """Press a button, or choose from a menu."""
        assert answer.message is not None
        data = next(_pressed(part, label) for part in _parts(answer.data) if _has(part, label))
        return await self._interact(COMPONENT, data, answer.message)

    async def submit(self, form: Answer, **texts: str) -> Answer:
        """Fill a form in and send it; what isn't named stays as it was."""
        fields = [field["component"] for field in form.data["components"]]
        filled = [
            {
                "type": 18,
                "component": {
                    "type": 4,
                    "custom_id": field["custom_id"],
                    "value": texts.get(field["custom_id"], field.get("value") or ""),
                },
            }
            for field in fields
        ]
        return await self._interact(
            MODAL, {"custom_id": form.data["custom_id"], "components": filled}, form.pressed
        )

    async def say(self, content: str, **more: Any) -> Call:
        """Write a message. Returns the bot's answering call."""
        before = len(self.discord.calls)
        message = payloads.message(payloads.user(self.id, self.name), content, **more)
        who = {k: v for k, v in self._member().items() if k not in ("user", "permissions")}
        await self.discord.send(
            "MESSAGE_CREATE", {**message, "guild_id": payloads.GUILD, "member": who}
        )
        return await self.discord.call(lambda c: c.path.endswith("/messages"), before)

    def _member(self) -> Payload:
        return {**payloads.member(self.id, self.name, self.permissions), "roles": self.roles}

    async def _interact(self, kind: int, data: Payload, message: Payload | None = None) -> Answer:
        event = payloads.interaction(kind, self._member(), data, guild_id=self.server)
        if message:
            event["message"] = message
        before = len(self.discord.calls)
        await self.discord.send("INTERACTION_CREATE", event)
        token = event["token"]
        call = await self.discord.call(lambda c: token in c.path, before)
        shown = self.discord.messages.get(token)
        return Answer(call.body["type"], call.body.get("data", {}), shown, message, call.files)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An option that names something Discord knows: a ``type`` of option and its payload."""

    type: int
    among: str  # the part of "resolved" that describes it
    payload: Payload

    @classmethod
    def role(cls, id: str) -> Mentioned:
        return cls(8, "roles", payloads.role(id, "a role"))

    @classmethod
    def channel(cls, id: str) -> Mentioned:
        return cls(7, "channels", {**payloads.channel(id), "permissions": "0"})

    @classmethod
    def file(cls, discord: SimulatedDiscord, name: str, content: bytes) -> Mentioned:
        discord.uploads[name] = content
        url = f"http://{discord.address}/uploads/{name}"
        size = {"id": payloads.snowflake(), "filename": name, "size": len(content)}
        return cls(11, "attachments", {**size, "url": url, "proxy_url": url})


def _command(name: str, options: dict[str, Any]) -> Payload:
    resolved: dict[str, Payload] = {}
    given = []
    for option, value in options.items():
        if isinstance(value, Mentioned):
            known = value.payload["id"]
            resolved.setdefault(value.among, {})[known] = value.payload
            given.append({"type": value.type, "name": option, "value": known})
        else:
            given.append({"type": TYPES[type(value)], "name": option, "value": value})
    return {
        "id": payloads.snowflake(), "name": name, "type": 1, "options": given, "resolved": resolved
    }  # fmt: skip


def _parts(data: Payload) -> Iterator[Payload]:
    for row in data.get("components", ()):
        yield from row["components"]


def _has(part: Payload, label: str) -> bool:
    return part.get("label") == label or any(o["label"] == label for o in part.get("options", ()))


def _pressed(part: Payload, label: str) -> Payload:
    data = {"component_type": part["type"], "custom_id": part["custom_id"]}
    if part["type"] == MENU:
        data["values"] = [o["value"] for o in part["options"] if o["label"] == label]
    return data
