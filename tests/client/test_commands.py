from __future__ import annotations

from typing import Any

import pytest

from bot.client.client import Client
from bot.client.forms import FIELDS, shown_in
from bot.handlers.command import Access, Command, Type
from bot.handlers.registry import COMMANDS

TYPES = {
    Type.TEXT: 3,
    Type.INTEGER: 4,
    Type.YES_NO: 5,
    Type.FILE: 11,
    Type.USER: 6,
    Type.ROLE: 8,
    Type.CHANNEL: 7,
}
MANAGE_SERVER = 1 << 5


def declared(client: Client, name: str) -> dict[str, Any]:
    command = client.tree.get_command(name)
    assert command is not None
    return command.to_dict(client.tree)


@pytest.fixture(params=list(COMMANDS.values()), ids=list(COMMANDS))
def command(request: pytest.FixtureRequest) -> Command:
    found = request.param
    assert isinstance(found, Command)
    return found


def test_discord_is_told_of_every_command_and_no_other(client: Client) -> None:
    assert {c.name for c in client.tree.get_commands() if c.name in COMMANDS} == set(COMMANDS)


async def test_options_are_the_parameters(client: Client, command: Command) -> None:
    options = {o["name"]: o for o in declared(client, command.name)["options"]}
    assert set(options) == {p.name for p in command.parameters if not p.hidden}
    for name, option in options.items():
        parameter = command.parameter(name)
        assert parameter is not None
        assert option["description"] == parameter.description
        assert option["type"] == TYPES[parameter.type]
        assert option.get("required", False) == (parameter.required and name not in command.form)
        assert option.get("autocomplete", False) == (parameter.complete is not None)
        assert [c["value"] for c in option.get("choices", ())] == list(parameter.options)


async def test_permissions_are_declared(client: Client, command: Command) -> None:
    payload = declared(client, command.name)
    restricted = command.access in (Access.CURATOR, Access.ADMIN)
    assert payload["default_member_permissions"] == (MANAGE_SERVER if restricted else None)
    assert payload["contexts"] == ([0] if command.server_only else [0, 1])
    assert payload["integration_types"] == [0]


def test_a_command_fits_into_discord(command: Command) -> None:
    assert command.name == command.name.lower()
    assert len(command.name) <= 32
    assert len(command.description) <= 100
    assert len(shown_in(command)) <= FIELDS
    assert set(command.form) <= {p.name for p in command.parameters}
    for parameter in command.parameters:
        assert len(parameter.name) <= 32
        assert len(parameter.description) <= 100
        assert len(parameter.options) <= 25


def test_no_privileged_intent_is_asked_for(client: Client) -> None:
    intents = client.intents
    assert not (intents.message_content or intents.members or intents.presences)
    assert {name for name, on in intents if on} == {
        "guilds",
        "messages",
        "guild_messages",
        "dm_messages",
    } - {"messages"}
