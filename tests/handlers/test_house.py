from __future__ import annotations

from bot.handlers.perform import perform
from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services
from tests.fixed import FixedKnowledge


async def ask(services: Services, name: str, *grants: str, **arguments: str) -> Reply:
    caller = Caller("u1", "s1", grants=frozenset(grants))
    return await perform(Request(Action(name, arguments), caller), services)


async def test_help_lists_every_command(services: Services) -> None:
    reply = await ask(services, "help")
    assert all(f"/{name}: " in reply.body for name in COMMANDS)


async def test_help_explains_one_command(services: Services) -> None:
    reply = await ask(services, "help", command="/song")
    assert "/song <song> [artist:…] [drama:…]" in reply.body


async def test_help_on_an_unknown_command_says_so(services: Services) -> None:
    reply = await ask(services, "help", command="dance")
    assert reply.outcome is Outcome.NOT_FOUND


async def test_about_counts_what_is_known(services: Services) -> None:
    reply = await ask(services, "about")
    assert reply.fields[0].value == "4 songs, 3 artists, 2 dramas, 1 sources"


async def test_reload_tells_the_owner_what_is_broken(services: Services) -> None:
    assert isinstance(services.knowledge, FixedKnowledge)
    assert (await ask(services, "reload", "owner")).outcome is Outcome.DONE
    services.knowledge.problems = ("a.yaml:3: title: missing",)
    reply = await ask(services, "reload", "owner")
    assert reply.outcome is Outcome.INVALID
    assert "a.yaml:3" in reply.body
