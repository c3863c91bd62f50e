"""What to do to get the bot onto a server, told where it can't start."""

from __future__ import annotations

import discord

PORTAL = "https://discord.com/developers/applications"

# Nothing that isn't used: history, because a reply needs to read what it replies to.
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
)


def invitation(application: int | str) -> str:
    """The address that adds the bot to a server with the least it needs."""
    scopes = ("bot", "applications.commands")
    return discord.utils.oauth_url(int(application), permissions=PERMISSIONS, scopes=scopes)


def no_token(application: str) -> str:
    """What to do where no token is set."""
    link = "the link is printed here once DISCORD_APPLICATION_ID is set as well"
    if application:
        link = invitation(application)
    return (
        "I need a token to talk to Discord, and DISCORD_TOKEN is not set.\n"
        f"1. Open {PORTAL}, press New Application, then Bot > Reset Token, and copy the token.\n"
        "2. Copy .env.example to .env beside it, and write the token there: DISCORD_TOKEN=...\n"
        "   No privileged intent is needed: leave those switches off.\n"
        f"3. Invite the bot to your server: {link}\n"
        "4. Start again: make discord\n"
        "To try it without Discord: make chat\n"
    )


REFUSED = (
    "Discord refused the token in DISCORD_TOKEN. It may have been reset, or cut while copying.\n"
    f"Open {PORTAL}, choose the application, then Bot > Reset Token; write the new one into .env\n"
    "as DISCORD_TOKEN=... (the token of the Bot page, not the client secret), and start again.\n"
)

UNREACHABLE = (
    "I can't reach Discord. Check the network connection (and https://discordstatus.com), then\n"
    "start again. What went wrong: {error}\n"
)
