from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.chat.completion import LineCompleter, suggest
from bot.handlers.request import Caller
from bot.handlers.services import Services

ME = Caller("me", "s1")


async def completed(line: str, services: Services) -> list[str]:
    return [line[: s.start] + s.text for s in await suggest(line, ME, services)]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("/so", "/song "),
        ("/SO", "/song "),
        ("\uff0fso", "\uff0fsong "),
        ("  /abo", "  /about"),
        ("/song pudd", "/song rain/puddles"),
        ("/song every artist:", "/song every artist:gummy"),
        ("/song every artist:ch", "/song every artist:chen"),
        ('/song "pudd', "/song rain/puddles"),
        ("/drama 태양", "/drama sun"),
        ("/artist 거", "/artist gummy"),
    ],
)
async def test_the_first_suggestion(line: str, first: str, services: Services) -> None:
    assert (await completed(line, services))[0] == first


async def test_every_command_is_offered_after_a_slash(services: Services) -> None:
    offered = await suggest("/", ME, services)
    assert [s.value for s in offered] == [f"/{name}" for name in services.commands]


@pytest.mark.parametrize("line", ["", "ev", "/xyz", "/xyz ev", "/about ", "who sings /song"])
async def test_nothing_to_suggest(line: str, services: Services) -> None:
    assert await suggest(line, ME, services) == []


async def test_what_was_typed_before_narrows(services: Services) -> None:
    found = await completed("/song drama:rain song:every", services)
    assert found[0] == "/song drama:rain song:rain/everytime"
    assert not any("sun/" in line for line in found)


async def offered(line: str, services: Services) -> list[str]:
    completer = LineCompleter(ME, services)
    event, document = CompleteEvent(), Document(line)
    return [
        line[: len(line) + c.start_position] + c.text
        async for c in completer.get_completions_async(document, event)
    ]


async def test_parameter_names_are_offered_beside_values(services: Services) -> None:
    found = await offered("/song Puddles ar", services)
    assert found[-1] == "/song Puddles artist:"
    found = await offered("/song Puddles ", services)
    named = [f"/song Puddles {name}:" for name in ("artist", "drama", "explain")]
    assert found[-3:] == named


async def test_a_parameter_is_offered_once_and_hidden_ones_never(services: Services) -> None:
    assert "/song x artist:chen artist:" not in await offered("/song x artist:chen ar", services)
    assert "/drama sun page:" not in await offered("/drama sun pa", services)


def test_the_blocking_way_offers_nothing(services: Services) -> None:
    completer = LineCompleter(ME, services)
    assert list(completer.get_completions(Document("/so"), CompleteEvent())) == []
