"""The registry as Discord's command tree.

The commands are made from the registry, not written a second time: a command that is added,
renamed or restricted there can't be forgotten here. Each does one thing: turn what Discord sends
into an ``Action`` and hand it to the client.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import discord
from discord import app_commands

from bot.client.given import Given
from bot.client.safe import cut
from bot.handlers.command import Access, Command, Parameter, Type

Run = Callable[[discord.Interaction, Command, Given], Awaitable[None]]
Complete = Callable[[discord.Interaction, str, str, str], Awaitable[list[app_commands.Choice[str]]]]


class Channel(app_commands.Transformer):
    """Any channel that people write in, as Discord names it: it need not be one the bot sees."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """What Discord shows: a list of channels."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Channels with messages."""
        types = discord.ChannelType
        return [types.text, types.news, types.voice, types.public_thread, types.private_thread]

    async def transform(self, _: discord.Interaction, value: Any, /) -> Any:
        """The channel as it came; only its id is used."""
        return value


LONGEST = 6000  # characters in a text option, Discord's limit
OPTIONS = 25  # choices of an option
INSTALLS = app_commands.AppInstallationType(guild=True, user=False)
TYPES: Mapping[Type, Any] = {
    Type.INTEGER: app_commands.Range[int, 0],
    Type.YES_NO: bool,
    Type.FILE: discord.Attachment,
    Type.USER: discord.User,
    Type.ROLE: discord.Role,
    Type.CHANNEL: Channel(),
}


def slash_command(
    command: Command, run: Run, complete: Complete
) -> app_commands.Command[Any, ..., None]:
    """The command as Discord knows it; ``run`` performs it, ``complete`` offers names."""
    built: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=command.name,
        description=cut(command.description, 100),
        callback=_callback(command, run),
        allowed_contexts=contexts(server_only=command.server_only),
        allowed_installs=INSTALLS,
    )
    built.default_permissions = _declared(command.access)
    for parameter in _declarable(command):
        if parameter.complete or len(parameter.options) > OPTIONS:
            built.autocomplete(parameter.name)(_completer(command, parameter, complete))
    return built


def contexts(*, server_only: bool = False) -> app_commands.AppCommandContext:
    """Where a command shows: in servers and, unless it works on a server's list, to the bot."""
    return app_commands.AppCommandContext(
        guild=True, dm_channel=not server_only, private_channel=False
    )


def _declared(access: Access) -> discord.Permissions | None:
    """What Discord asks of a member before it shows the command.

    Curators' commands ask for Manage Server as well: nobody sees them by surprise. A server that
    names a curator role shows them to it under Server Settings > Integrations, where alone Discord
    lets an admin do so; our own check admits the role at once.
    """
    if access in (Access.CURATOR, Access.ADMIN):
        return discord.Permissions(manage_guild=True)
    return None


def _declarable(command: Command) -> list[Parameter]:
    return [p for p in command.parameters if not p.hidden]


def _callback(command: Command, run: Run) -> Any:
    async def callback(interaction: discord.Interaction, **given: Any) -> None:
        values = {name: value for name, value in given.items() if value is not None}
        await run(interaction, command, values)

    declared = _declarable(command)
    # discord.py reads a command's options from its callback's signature.
    parameters = [_signed("interaction", discord.Interaction)]
    parameters += [_signed(p.name, *_annotation(p, command)) for p in declared]
    callback.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # functions take it
    described = {p.name: cut(p.description, 100) for p in declared}
    choices = {
        p.name: [app_commands.Choice(name=o, value=o) for o in p.options]
        for p in declared
        if 0 < len(p.options) <= OPTIONS
    }
    return app_commands.describe(**described)(app_commands.choices(**choices)(callback))


def _signed(
    name: str, annotation: Any, default: Any = inspect.Parameter.empty
) -> inspect.Parameter:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(name, kind, annotation=annotation, default=default)


def _annotation(parameter: Parameter, command: Command) -> tuple[Any, ...]:
    """The option's type and, where it may be left out, its default.

    What a form asks for is never demanded as an option: without it the form opens.
    """
    longest = min(parameter.max_length, LONGEST)
    text: Any = str if parameter.options else app_commands.Range[str, 1, longest]
    kind = TYPES.get(parameter.type, text)
    demanded = parameter.required and parameter.name not in command.form
    return (kind,) if demanded else (kind | None, None)


def _completer(command: Command, parameter: Parameter, complete: Complete) -> Any:
    async def offer(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return await complete(interaction, command.name, parameter.name, current)

    return offer
