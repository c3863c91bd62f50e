"""The commands about the bot itself: help, about, reload."""

from __future__ import annotations

import time

from bot import __version__
from bot.handlers.command import Access, Command
from bot.handlers.reply import Field, Outcome, Reply
from bot.handlers.request import Request
from bot.handlers.services import Services

WHO = {
    Access.ANYONE: "",
    Access.CURATOR: " (curators)",
    Access.ADMIN: " (Manage Server)",
    Access.OWNER: " (the bot's owner)",
}


async def help_(request: Request, services: Services) -> Reply:
    """List every command, or explain one."""
    asked = request.text("command").removeprefix("/").casefold()
    command = services.commands.get(asked)
    if command:
        return _explained(command)
    lines = [f"/{c.name}: {c.description}{WHO[c.access]}" for c in services.commands.values()]
    unknown = f"There is no command /{asked[:40]}. " if asked else ""
    return Reply(
        Outcome.NOT_FOUND if asked else Outcome.ANSWERED,
        title="What you can ask me",
        body=f"{unknown}Ask in plain words, or use a command:\n" + "\n".join(lines),
        private=True,
    )


def _explained(command: Command) -> Reply:
    fields = tuple(
        Field(f"{p.name} (required)" if p.required else p.name, p.description)
        for p in command.parameters
        if not p.hidden
    )
    body = f"{command.description}{WHO[command.access]}\nType: {command.usage}"
    return Reply(Outcome.ANSWERED, title=f"/{command.name}", body=body, fields=fields, private=True)


async def about(request: Request, services: Services) -> Reply:
    """Say which version runs, what it knows and how fast it is."""
    started = time.perf_counter()
    catalog = (await services.knowledge.view(request.caller.server)).catalog
    spent = (time.perf_counter() - started) * 1000
    latency = services.latency()
    counts = (
        f"{len(catalog.tracks):,} songs, {len(catalog.artists):,} artists, "
        f"{len(catalog.dramas):,} dramas, {len(catalog.sources):,} sources"
    )
    speed = f"{spent:.1f} ms to open the knowledge"
    if latency is not None:
        speed += f", {latency * 1000:.0f} ms to Discord and back"
    return Reply(
        Outcome.ANSWERED,
        title=f"Ostinato {__version__}",
        body="I answer questions about the songs of Korean dramas. Every fact names its source.",
        fields=(Field("Knows", counts), Field("Latency", speed)),
    )


async def reload(request: Request, services: Services) -> Reply:
    """Read the knowledge files again; broken ones leave the last good knowledge in service."""
    problems = await services.knowledge.reload()
    if problems:
        shown = "\n".join(problems[:10])
        body = f"I kept the knowledge I had, because {len(problems)} problem(s) came up:\n{shown}"
        return Reply(Outcome.INVALID, title="Not reloaded", body=body, private=True)
    catalog = (await services.knowledge.view(request.caller.server)).catalog
    body = f"Reloaded: {len(catalog.tracks):,} songs of {len(catalog.dramas):,} dramas."
    return Reply(Outcome.DONE, body=body, private=True)
