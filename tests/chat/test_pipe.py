from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat import pipe as pipe_module
from bot.chat.conversation import Conversation
from bot.chat.pipe import encode, pipe, respond
from bot.handlers.command import Command
from bot.handlers.reply import Attachment, Outcome, Reply
from bot.handlers.request import OWNER, Caller, Request
from bot.handlers.services import Services
from bot.settings import ROOT

ME = Caller("me", "s1", grants=frozenset({OWNER}))
KEYS = {"id", "outcome", "title", "text", "choices", "sources", "private"}


async def feed(lines: Iterable[bytes]) -> AsyncIterator[bytes]:
    for line in lines:
        yield line


async def answers(services: Services, *lines: bytes | str | dict[str, Any]) -> list[Any]:
    """What the pipe answers to these lines."""
    written: list[bytes] = []
    raw = [
        line if isinstance(line, bytes) else line.encode() if isinstance(line, str)
        else json.dumps(line).encode()
        for line in lines
    ]  # fmt: skip
    await pipe(services, ME, feed(raw), written.append)
    assert all(line.count(b"\n") == 1 and line.endswith(b"\n") for line in written)
    return [json.loads(line) for line in written]


async def test_an_answer_has_everything(services: Services) -> None:
    [answer] = await answers(services, {"id": 1, "text": "/song you are my everything"})
    assert set(answer) == KEYS
    assert (answer["id"], answer["outcome"], answer["private"]) == (1, "found", False)
    assert answer["title"] == "You Are My Everything"
    assert "Gummy" in answer["text"]
    assert answer["sources"] == [{"label": "[1] The Press", "url": "https://example.org/press"}]
    assert {"label": "More by Gummy", "value": "gummy", "send": "/artist gummy"} in answer[
        "choices"
    ]


async def test_one_line_in_one_line_out_in_order(services: Services) -> None:
    lines: list[bytes | str | dict[str, Any]] = [
        {"id": "a", "text": "/song Everytime"},
        "/artist Gummy",
        b"\xff",
        b"\n",
        "{",
        {"id": 5, "text": 5},
        {"id": "z", "complete": "/dr"},
    ]
    found = await answers(services, *lines)
    assert [a["id"] for a in found] == ["a", None, None, None, None, 5, "z"]
    assert [a["outcome"] for a in found] == [
        "ambiguous", "found", "invalid", "invalid", "invalid", "invalid", "found",
    ]  # fmt: skip


async def test_choices_can_be_sent_back(services: Services) -> None:
    [first] = await answers(services, "/song Everytime")
    sent = await answers(services, *(c["send"] for c in first["choices"]))
    assert [a["outcome"] for a in sent] == ["found", "found"]
    _, picked = await answers(services, "/song Everytime", "2")
    assert picked == sent[1]


async def test_a_line_speaks_for_its_own_caller(services: Services) -> None:
    reload = {"text": "/reload"}
    member = {**reload, "grants": []}
    assert [a["outcome"] for a in await answers(services, reload, member)] == [
        "done",
        "not_allowed",
    ]


async def test_spoilers_are_marked(services: Services) -> None:
    [answer] = await answers(services, "/song sun/everytime")
    assert "||• Heard in episode 1. [1]||" in answer["text"]


async def test_completion(services: Services) -> None:
    found, nothing, empty = await answers(
        services,
        {"id": 2, "complete": "/song pudd"},
        {"complete": "/about x"},
        {"complete": ""},
    )
    assert set(found) == KEYS
    assert found["outcome"] == "found"
    assert found["choices"][0]["value"] == "rain/puddles"
    assert found["choices"][0]["send"] == "/song rain/puddles"
    assert found["text"].startswith(found["choices"][0]["label"])
    assert (nothing["outcome"], empty["outcome"]) == ("not_found", "not_found")
    assert empty["choices"] == []


async def test_files_come_along(services: Services) -> None:
    async def export(request: Request, services: Services) -> Reply:
        return Reply(Outcome.DONE, attachments=(Attachment("a.yaml", "제목: 비\n".encode()),))

    commands = {"export": Command("export", "Exports", export)}
    [answer] = await answers(replace(services, commands=commands), "/export")
    assert answer["attachments"] == [{"name": "a.yaml", "text": "제목: 비\n"}]


async def test_a_bug_outside_the_funnel_still_answers(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        async def view(self, server: str | None) -> Any:
            raise RuntimeError("gone")

        async def reload(self) -> tuple[str, ...]:
            return ()

    broken = replace(services, knowledge=Broken())
    lines = ({"id": 1, "complete": "/song x"}, {"id": 2, "text": "/song x"}, {"text": "/help"})
    found = await answers(broken, *lines)
    assert [a["outcome"] for a in found] == ["failed", "failed", "answered"]
    assert found[0]["id"] == 1
    assert vars(caplog.records[0])["reference"] in found[0]["text"]


def test_the_readme_tells_every_outcome() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- outcomes.*?-->\n(.*?)<!-- /outcomes -->", readme, re.DOTALL)
    assert shown
    assert re.findall(r"^\| `(\w+)` ", shown[1], re.MULTILINE) == [o.value for o in Outcome]
    assert re.findall(r"^- ``(\w+)``", pipe_module.__doc__ or "", re.MULTILINE) == list(Outcome)


async def test_it_ends_quietly_when_nobody_reads(services: Services) -> None:
    read: list[bytes] = []

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"/about"

    def write(line: bytes) -> None:
        read.append(line)
        if len(read) == 3:
            raise BrokenPipeError

    await pipe(services, ME, endless(), write)
    assert len(read) == 3


def test_output_is_one_line_of_utf8_whatever_it_holds() -> None:
    line = encode({"text": "한 \u2028 \ud800 \x00 \n"})
    assert line.count(b"\n") == 1
    assert json.loads(line)["text"] == "한 \u2028 ? \x00 \n"


ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=6000)


@settings(max_examples=125, suppress_health_check=list(HealthCheck))
@given(text=ANY_TEXT, data=st.data())
async def test_any_text_through_every_command_is_answered(
    text: str, data: st.DataObject, services: Services
) -> None:
    conversation = Conversation(services)
    for name, command in services.commands.items():
        where = data.draw(st.sampled_from([f"{p.name}:" for p in command.parameters] or [""]))
        typed = f"/{name} {where}{text}"
        for key in ("text", "complete"):
            line = json.dumps({"id": 1, key: typed}).encode()
            answer = await respond(line, ME, conversation)
            assert answer["outcome"] != "failed", typed
            assert json.loads(encode(answer))["id"] == 1


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(line=st.binary(max_size=6000) | ANY_TEXT.map(lambda t: t.encode("utf-8", "surrogatepass")))
async def test_any_bytes_are_answered(line: bytes, services: Services) -> None:
    answer = await respond(line, ME, Conversation(services))
    assert answer["outcome"] != "failed"
