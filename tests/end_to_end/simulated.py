"""A Discord on loopback sockets: a gateway and the REST routes that the bot uses."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.end_to_end import payloads
from tests.end_to_end.payloads import Payload

PATIENCE = 30.0  # seconds; only a bot that hangs takes so long
CALLBACK_MESSAGE, CALLBACK_DEFER, CALLBACK_UPDATE = 4, 5, 7
TOKEN = "simulated-token"


@dataclass(frozen=True, slots=True)
class Call:
    """One REST call of the bot."""

    method: str
    path: str
    body: Any
    files: Mapping[str, bytes] = field(default_factory=dict)  # content by name


class SimulatedDiscord:
    """Takes the bot's calls, notes them, and sends it events."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.messages: dict[str, Payload] = {}  # the answer to each interaction, by token
        self.uploads: dict[str, bytes] = {}  # what people attached, by file name
        self.address = ""
        self._called = asyncio.Condition()
        self._socket: web.WebSocketResponse | None = None
        self._ready = asyncio.Event()
        self._sequence = 0

    @classmethod
    @asynccontextmanager
    async def serving(cls) -> AsyncIterator[SimulatedDiscord]:
        """The simulated Discord, on a free port."""
        discord = cls()
        app = web.Application()
        app.router.add_get("/gateway", discord._gateway)
        app.router.add_get("/uploads/{name}", discord._upload)
        app.router.add_route("*", "/api/{path:.*}", discord._rest)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0]
        discord.address = f"{host}:{port}"
        try:
            yield discord
        finally:
            await runner.cleanup()

    @property
    def gateway(self) -> str:
        return f"ws://{self.address}/gateway"

    async def ready(self) -> None:
        """Wait until the bot is connected."""
        await asyncio.wait_for(self._ready.wait(), PATIENCE)

    async def send(self, event: str, data: Payload) -> None:
        """Send the bot an event over the gateway."""
        assert self._socket is not None
        self._sequence += 1
        await self._socket.send_str(
            json.dumps({"op": 0, "s": self._sequence, "t": event, "d": data})
        )

    async def call(self, wanted: Callable[[Call], bool], after: int = 0) -> Call:
        """The first such call since there were ``after`` calls; waits for it."""

        def found() -> Call | None:
            return next((c for c in self.calls[after:] if wanted(c)), None)

        async with self._called:
            await asyncio.wait_for(self._called.wait_for(lambda: found() is not None), PATIENCE)
        call = found()
        assert call is not None
        return call

    # The gateway

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._socket = socket
        await socket.send_str(json.dumps({"op": 10, "d": {"heartbeat_interval": 41250}}))
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._heard(json.loads(frame.data))
        self._ready.clear()
        return socket

    async def _heard(self, sent: Payload) -> None:
        if sent["op"] == 1:
            assert self._socket is not None
            await self._socket.send_str(json.dumps({"op": 11}))
        elif sent["op"] == 2:
            self.identified: Payload = sent["d"]
            await self.send("READY", self._ready_data())
            await self.send("GUILD_CREATE", {**payloads.guild(), "unavailable": False})
            self._ready.set()

    def _ready_data(self) -> Payload:
        return {
            "v": 10,
            "user": payloads.user(payloads.BOT, "ostinato", bot=True),
            "guilds": [{"id": payloads.GUILD, "unavailable": True}],
            "session_id": "simulated",
            "resume_gateway_url": self.gateway,
            "application": {"id": payloads.APPLICATION, "flags": 0},
            "shard": [0, 1],
        }

    async def _upload(self, request: web.Request) -> web.Response:
        return web.Response(body=self.uploads[request.match_info["name"]])

    # REST

    async def _rest(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization", f"Bot {TOKEN}") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        call = await _call_of(request)
        answer = self._answer(call)
        self.calls.append(call)
        async with self._called:
            self._called.notify_all()
        if answer is None:
            return _json({"message": f"unknown route {call.method} {call.path}", "code": 0}, 404)
        return _json(answer)

    def _answer(self, call: Call) -> Any:
        """What Discord answers; None for a route that isn't simulated."""
        first, *rest = call.path.split("/")
        if call.method == "GET":
            return self._known().get(call.path) or _somebody(rest[-1])
        if first == "interactions":
            return self._called_back(call.body, rest[1])
        if first == "webhooks":
            return self._followed_up(call, rest[1])
        if call.path == "users/@me/channels":
            return payloads.direct_channel(str(call.body["recipient_id"]))
        if call.path.endswith("/messages"):
            return payloads.bot_message(call.body)
        if call.path.endswith("/commands"):
            return [_registered(command) for command in call.body]
        return None

    def _known(self) -> Payload:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return {
            "users/@me": payloads.user(payloads.BOT, "ostinato", bot=True),
            "oauth2/applications/@me": payloads.application(),
            "gateway/bot": {"url": self.gateway, "shards": 1, "session_start_limit": limit},
        }

    def _called_back(self, body: Payload, token: str) -> Payload:
        answer: Payload = {"interaction": {"id": payloads.snowflake(), "type": 2}}
        if body["type"] in (CALLBACK_MESSAGE, CALLBACK_DEFER, CALLBACK_UPDATE):
            self.messages[token] = payloads.bot_message(body.get("data", {}))
            answer["resource"] = {"type": body["type"], "message": self.messages[token]}
        return answer

    def _followed_up(self, call: Call, token: str) -> Payload:
        self.messages[token] = payloads.bot_message(call.body or {})
        return self.messages[token]


def _somebody(id: str) -> Payload | None:
    return payloads.user(id, f"user-{id[-1]}") if id.isdigit() else None


def _registered(command: Payload) -> Payload:
    permissions = command.get("default_member_permissions")
    return {
        "description": "",
        **command,
        "id": payloads.snowflake(),
        "application_id": payloads.APPLICATION,
        "version": payloads.snowflake(),
        "default_member_permissions": None if permissions is None else str(permissions),
    }


async def _call_of(request: web.Request) -> Call:
    path = request.match_info["path"]
    if request.content_type != "multipart/form-data":
        raw = await request.text()
        return Call(request.method, path, json.loads(raw) if raw else None)
    form = await request.post()
    files = {v.filename: v.file.read() for v in form.values() if isinstance(v, web.FileField)}
    return Call(request.method, path, json.loads(str(form["payload_json"])), files)


def _json(data: Any, status: int = 200) -> web.Response:
    # Exactly this content type: the client compares it without regard to parameters.
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json"})
