"""settings and curators: what a server decides about the bot."""

from __future__ import annotations

from dataclasses import replace

from bot.curation.changes import Change, Deed, Edit
from bot.curation.settings import ServerSettings
from bot.handlers.drafting import yes
from bot.handlers.past import number
from bot.handlers.refusals import overtaken
from bot.handlers.reply import Choice, Field, Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.services import Services

MOST_CHANNELS = 100
OFF = {"off", "none", "-", "all"}
MOST_EPISODES = 999


async def settings(request: Request, services: Services) -> Reply:
    """Show the server's settings, or change those that are named."""
    now = await _now(request, services)
    wanted = _wanted(request, now)
    if isinstance(wanted, Reply):
        return wanted
    return _shown(now) if wanted == now else await _set(request, now, wanted, services)


async def curators(request: Request, services: Services) -> Reply:
    """Let a role curate beside those with Manage Server, or take that back."""
    now = await _now(request, services)
    role = request.text("role").strip("<@&>")
    if yes(request.text("remove")):
        return await _set(request, now, replace(now, curator_role=None), services)
    if not role:
        return _who(now)
    if role in {"@everyone", "everyone", request.caller.server}:
        body = "@everyone can't be the curators' role: choose one that you give to people."
        return Reply(Outcome.INVALID, body=body, private=True)
    reply = await _set(request, now, replace(now, curator_role=role), services)
    hint = (
        "If its members don't see the commands, allow the role in Discord, too: Server Settings, "
        "Integrations, this bot."
    )
    return replace(reply, body=hint)


async def _now(request: Request, services: Services) -> ServerSettings:
    arrival = await services.store.notices.arrive(request.caller.server, request.caller.user)
    return arrival.settings


def _wanted(request: Request, now: ServerSettings) -> ServerSettings | Reply:
    wanted = now
    quiet, loud = (request.text(n).strip("<#>") for n in ("quiet", "loud"))
    if quiet:
        wanted = replace(wanted, quiet=tuple(dict.fromkeys((*wanted.quiet, quiet))))
    if loud:
        wanted = replace(wanted, quiet=tuple(c for c in wanted.quiet if c != loud))
    if request.text("suggestions"):
        wanted = replace(wanted, suggestions=yes(request.text("suggestions")))
    if len(wanted.quiet) > MOST_CHANNELS:
        body = f"{MOST_CHANNELS} quiet channels are the most I can keep."
        return Reply(Outcome.INVALID, body=body, private=True)
    return _with_spoilers(request.text("spoilers"), wanted)


def _with_spoilers(text: str, wanted: ServerSettings) -> ServerSettings | Reply:
    if not text:
        return wanted
    episode = None if text.casefold() in OFF else number(text)
    if text.casefold() not in OFF and (episode is None or episode > MOST_EPISODES):
        body = "“spoilers” takes an episode, such as 4, or “all” to hide every scene."
        return Reply(Outcome.INVALID, body=body, private=True)
    return replace(wanted, spoilers_above=episode or None)


async def _set(
    request: Request, now: ServerSettings, wanted: ServerSettings, services: Services
) -> Reply:
    if now == wanted:
        return _shown(now)
    before = None if now == ServerSettings() else now
    after = None if wanted == ServerSettings() else wanted
    caller = request.caller
    kind = Edit.replace(now, wanted).kind
    done = await services.store.tracks.apply(
        caller.server or "", caller.user, Deed.SET, [Edit(kind, now.id, before, after)]
    )
    if not isinstance(done, Change):
        return overtaken()
    undo = Choice("Undo", Action("undo", {"change": str(done.id)}), f"undo {done.id}")
    return replace(_shown(wanted), outcome=Outcome.DONE, title="Saved", choices=(undo,))


def _shown(now: ServerSettings) -> Reply:
    above = now.spoilers_above
    scenes = f"hidden above episode {above}" if above else "all hidden until asked for"
    return Reply(
        Outcome.FOUND,
        title="Settings of this server",
        fields=(
            Field("Curators", _curating(now)),
            Field(
                "Quiet channels",
                ", ".join(f"channel {c}" for c in now.quiet) or "none: answers are for all to see",
            ),
            Field("Members may suggest", "yes" if now.suggestions else "no"),
            Field("Spoilers", scenes),
        ),
        private=True,
    )


def _curating(now: ServerSettings) -> str:
    role = f", and the role {now.curator_role}" if now.curator_role else ""
    return f"everybody with Manage Server{role}"


def _who(now: ServerSettings) -> Reply:
    return Reply(
        Outcome.FOUND,
        title="Who may curate here",
        body=f"Now: {_curating(now)}. /curators role:… lets a role curate as well.",
        private=True,
    )
