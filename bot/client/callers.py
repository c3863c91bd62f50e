"""Who asks, as Discord vouches for them."""

from __future__ import annotations

from collections.abc import Container

import discord

from bot.handlers.request import MANAGE_GUILD, OWNER, Caller


def of_interaction(interaction: discord.Interaction, owners: Container[int]) -> Caller:
    """The caller of a command, a button or a form, with their permissions at this moment."""
    return Caller(
        user=str(interaction.user.id),
        server=_text(interaction.guild_id),
        channel=_text(interaction.channel_id),
        grants=_grants(interaction.permissions, interaction.user.id in owners),
        roles=_roles(interaction.user),
        locale=str(interaction.locale),
    )


def of_message(message: discord.Message, owners: Container[int]) -> Caller:
    """The author of a message."""
    author, guild = message.author, message.guild
    held = discord.Permissions.none()
    if isinstance(author, discord.Member):
        held = author.guild_permissions
    return Caller(
        user=str(author.id),
        server=_text(guild.id if guild else None),
        channel=_text(message.channel.id),
        grants=_grants(held, author.id in owners),
        roles=_roles(author),
        locale=str(guild.preferred_locale) if guild else "en-US",
    )


def _text(id: int | None) -> str | None:
    return None if id is None else str(id)


def _grants(held: discord.Permissions, owner: bool) -> frozenset[str]:
    names = {name for name, granted in held if granted}
    if held.administrator:
        names.add(MANAGE_GUILD)
    if owner:
        names.add(OWNER)
    return frozenset(names)


def _roles(user: discord.User | discord.Member) -> frozenset[str]:
    return (
        frozenset(str(r.id) for r in user.roles)
        if isinstance(user, discord.Member)
        else frozenset()
    )
