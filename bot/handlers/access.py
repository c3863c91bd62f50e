"""Who may do what. Checked here on every action, buttons and forms included."""

from __future__ import annotations

from bot.handlers.command import Access, Command
from bot.handlers.request import MANAGE_GUILD, OWNER, Caller


def missing(command: Command, caller: Caller, curators: str | None = None) -> str | None:
    """What the caller lacks to use the command, as the end of "You need …"; None if nothing.

    ``curators`` is the id of the role that the server lets curate.
    """
    if command.server_only and caller.server is None:
        return "to be in a server: this command works on a server's own list"
    if OWNER in caller.grants or command.access is Access.ANYONE:
        return None
    if command.access is Access.OWNER:
        return "to be the owner of this bot"
    if MANAGE_GUILD in caller.grants:
        return None
    if command.access is Access.CURATOR and curators:
        role = "the role that may curate here"
        return None if curators in caller.roles else f"the permission Manage Server, or {role}"
    return "the permission Manage Server"
