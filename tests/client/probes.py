"""Commands that tests make up, so that what the front end does is seen apart from the product's."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from bot.handlers.command import Access, Command, Parameter, Type
from bot.handlers.reply import Attachment, Choice, Outcome, Reply, Style
from bot.handlers.request import Action, Request
from bot.handlers.services import Services


async def echo(request: Request, services: Services) -> Reply:
    """Show what arrived."""
    caller, files = request.caller, {k: len(v) for k, v in request.files.items()}
    body = f"{dict(request.action.arguments)} {files} {caller.server} {sorted(caller.roles)}"
    return Reply(Outcome.ANSWERED, title="Echo", body=body, private=request.given("private"))


async def keep(request: Request, services: Services) -> Reply:
    """Keep something after a preview; what is missing is asked for again."""
    arguments = dict(request.action.arguments)
    if not request.text("title"):
        again = Choice("Try again", Action("keep", arguments), style=Style.FORM)
        return Reply(Outcome.INVALID, body="A title is missing.", choices=(again,), private=True)
    if not request.confirmed:
        yes = Action("keep", {**arguments, "confirm": "yes"})
        choices = (
            Choice("Save", yes, style=Style.PRIMARY),
            Choice("Change", Action("keep", arguments), style=Style.FORM),
        )
        return Reply(Outcome.CONFIRM, title="Save this?", body=str(arguments), choices=choices)
    return Reply(Outcome.DONE, body=f"Kept {request.text('title')}.")


async def slow(request: Request, services: Services) -> Reply:
    """Take longer than Discord likes."""
    await asyncio.sleep(5)
    return Reply(Outcome.DONE, body="At last.", private=request.given("private"))


async def pick(request: Request, services: Services) -> Reply:
    """Offer as many choices as asked for."""
    count = int(request.text("count"))
    choices = tuple(Choice(f"Number {n}", Action("echo", {"n": str(n)})) for n in range(count))
    return Reply(Outcome.AMBIGUOUS, title="Which one?", choices=choices)


async def file(request: Request, services: Services) -> Reply:
    """Hand over a file."""
    return Reply(Outcome.DONE, body="Here.", attachments=(Attachment("list.csv", b"a,b\n"),))


async def ask(request: Request, services: Services) -> Reply:
    """Repeat the question, to nobody else where it says so."""
    question = request.text("question")
    return Reply(Outcome.ANSWERED, body=f"You ask: {question}", private="hush" in question)


async def broken(request: Request, services: Services) -> Reply:
    """Fail."""
    raise RuntimeError("probe")


async def begun(request: Request, services: Services) -> Mapping[str, str] | None:
    """The form begins with what was typed; not where a draft is asked for that is gone."""
    return None if request.given("draft") else request.action.arguments


PROBES = (
    Command(
        "echo",
        "Show what arrived",
        echo,
        (
            Parameter("text", "Any text"),
            Parameter("n", "A number", type=Type.INTEGER),
            Parameter("yes", "Yes or no", type=Type.YES_NO),
            Parameter("file", "A file", type=Type.FILE),
            Parameter("who", "Somebody", type=Type.USER),
            Parameter("role", "A role", type=Type.ROLE),
            Parameter("where", "A channel", type=Type.CHANNEL),
            Parameter("kind", "One of two", options=("one", "two")),
            Parameter("private", "Whether nobody else sees it"),
        ),
    ),
    Command(
        "keep",
        "Keep something",
        keep,
        (
            Parameter("title", "What to keep", required=True, max_length=100),
            Parameter("note", "Anything else", max_length=1000),
            Parameter("confirm", "Yes", type=Type.YES_NO, hidden=True),
            Parameter("draft", "A draft"),
        ),
        access=Access.CURATOR,
        server_only=True,
        form=("title", "note"),
        fill=begun,
    ),
    Command("slow", "Take long", slow, (Parameter("private", "Hide it"),)),
    Command("pick", "Offer choices", pick, (Parameter("count", "How many", True),)),
    Command("file", "Hand over a file", file),
    Command("broken", "Fail", broken),
    Command(
        "ask",
        "Ask",
        ask,
        (Parameter("question", "Your question", True, max_length=1000),),
        form=("question",),
    ),
)
