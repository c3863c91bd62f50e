"""Whatever is typed into any command, and whatever is pressed after it, has a reply."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

import pytest

from bot.handlers.perform import perform
from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.library import Library
from bot.store.store import Store
from tests.fixed import view_of

INPUTS = 2000
LONGEST = 6000
GRANTS = frozenset({"manage_guild"})
LIKELY = (
    "Rain",
    "Gummy, Nobody",
    "everytime",
    "sun/everytime",
    "own/rain",
    "1",
    "yes",
    "2016",
    "-",
)


@pytest.fixture
def services(catalog: Catalog, store: Store) -> Services:
    view = view_of(catalog)
    library = Library(None, None, store.tracks, view)  # type: ignore[arg-type]  # never reloaded
    return Services(commands=COMMANDS, knowledge=library, store=store)


def texts(chance: Random) -> Iterator[str]:
    """Likely words and any characters at all, halves of surrogate pairs too."""
    alphabets = (range(0x20, 0x7F), range(0xAC00, 0xD7A4), range(0x110000), b"-=,;&[]#\n\0'\"/0")
    while True:
        length = chance.choice((0, 1, 3, 30, 300, LONGEST))
        letters = chance.choices(chance.choice(alphabets), k=length)
        yield chance.choice((*LIKELY, "".join(map(chr, letters))))


async def test_any_input_has_a_reply(services: Services) -> None:
    chance = Random(2016)  # noqa: S311  # inputs, not secrets
    typed = texts(chance)
    drafts = [""]
    names = [name for name in COMMANDS if name != "reload"]
    for name in islice(cycle(names), INPUTS):
        parameters = [p.name for p in COMMANDS[name].parameters if chance.random() < 0.6]
        arguments = {p: chance.choice(drafts) if p == "draft" else next(typed) for p in parameters}
        files = {"file": next(typed).encode("utf-8", "replace")} if name == "import" else {}
        caller = Caller(chance.choice(["u1", "u2"]), chance.choice(["s1", None]), "c1", GRANTS)
        reply = await perform(Request(Action(name, arguments), caller, files), services)
        assert reply.outcome is not Outcome.FAILED, (name, arguments)
        for choice in reply.choices[:2]:
            drafts = [*drafts, choice.action.arguments.get("draft", "")][-10:]
            pressed = await perform(Request(choice.action, caller), services)
            assert pressed.outcome is not Outcome.FAILED, choice.action
