from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from bot.handlers.command import Access, Command
from bot.handlers.cooldown import Cooldowns, Rate
from bot.handlers.perform import perform
from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services


async def broken(request: Request, services: Services) -> Reply:
    raise RuntimeError("a bug")


async def fine(request: Request, services: Services) -> Reply:
    return Reply(Outcome.DONE, body="done")


def with_command(services: Services, command: Command) -> Services:
    return replace(services, commands={command.name: command})


def request(command: str, *grants: str, server: str | None = "s1") -> Request:
    return Request(Action(command), Caller("u1", server, grants=frozenset(grants)))


async def test_a_bug_is_answered_and_logged_with_one_reference(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        reply = await perform(request("x"), with_command(services, Command("x", "Breaks", broken)))
    assert reply.outcome is Outcome.FAILED
    [record] = caplog.records
    assert vars(record)["reference"] in reply.body
    assert record.exc_info


@pytest.mark.parametrize(
    ("access", "grants", "allowed"),
    [
        (Access.ANYONE, (), True),
        (Access.CURATOR, (), False),
        (Access.CURATOR, ("manage_guild",), True),
        (Access.ADMIN, (), False),
        (Access.ADMIN, ("manage_guild",), True),
        (Access.OWNER, ("manage_guild",), False),
        (Access.OWNER, ("owner",), True),
    ],
)
async def test_access(
    services: Services, access: Access, grants: tuple[str, ...], allowed: bool
) -> None:
    only = with_command(services, Command("x", "Does it", fine, access=access))
    reply = await perform(request("x", *grants), only)
    assert (reply.outcome is Outcome.DONE) is allowed
    assert allowed or reply.outcome is Outcome.NOT_ALLOWED


async def test_a_server_command_is_refused_elsewhere(services: Services) -> None:
    only = with_command(services, Command("x", "Does it", fine, server_only=True))
    reply = await perform(request("x", server=None), only)
    assert reply.outcome is Outcome.NOT_ALLOWED


async def test_cooldown_lets_a_burst_pass_and_recovers(services: Services) -> None:
    now = 0.0
    limited = replace(services, cooldowns=Cooldowns(Rate(2, 10), lambda: now))
    outcomes = [(await perform(request("about"), limited)).outcome for _ in range(3)]
    assert outcomes == [Outcome.ANSWERED, Outcome.ANSWERED, Outcome.COOLDOWN]
    now = 10.0
    assert (await perform(request("about"), limited)).outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    ("command", "arguments", "says"),
    [
        ("sogn", {}, "/song"),
        ("song", {}, "missing"),
        ("song", {"song": "x", "colour": "red"}, "colour"),
        ("drama", {"drama": "DOTS", "page": "two"}, "whole number"),
        ("song", {"song": "x" * 6001}, "too long"),
    ],
)
async def test_bad_arguments_are_explained(
    services: Services, command: str, arguments: dict[str, str], says: str
) -> None:
    reply = await perform(Request(Action(command, arguments), Caller("u1")), services)
    assert reply.outcome is Outcome.INVALID
    assert says in reply.body


@pytest.mark.parametrize("command", COMMANDS)
async def test_halves_of_characters_break_nothing(services: Services, command: str) -> None:
    half = "a\ud800b"
    arguments = {p.name: half for p in COMMANDS[command].parameters if not p.options}
    caller = Caller(half, half, half, grants=frozenset({"manage_guild", "owner"}))
    for given in (arguments, dict.fromkeys(list(arguments)[:1], half)):
        reply = await perform(Request(Action(command, given), caller), services)
        assert reply.outcome is not Outcome.FAILED
