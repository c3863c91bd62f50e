r"""``python -m bot chat --pipe``: one JSON object a line in, one a line out, in order.

In::

    {"id": 1, "text": "/song Everytime", "user": "u1", "server": "s1", "channel": "c1",
     "grants": ["manage_guild"], "roles": [], "locale": "en-US"}
    {"id": 2, "complete": "/song ev"}

Either ``text`` or ``complete`` is needed; whatever else is left out keeps the value that the
command line gave it. ``"server": null`` speaks in a direct message. A line that isn't JSON is
taken as text, so that ``printf '/song Everytime\n'`` will do; a line that begins with ``{`` is
taken as JSON, and is ``invalid`` if it is broken.

Out::

    {"id": 1, "outcome": "found", "title": "…", "text": "…", "choices": [{"label": "…",
     "value": "…", "send": "/…"}], "sources": [{"label": "…", "url": "…"}], "private": false}

``text`` is the whole answer as a person would read it. A choice's ``value`` is a stable id, or
the line that performs it where it stands for no entity; its ``send`` is always the line that
performs it. ``attachments`` (name and text) is there where a reply brings files. The outcomes:

- ``found``: a look-up found what was meant; so did autocomplete
- ``answered``: a question was answered
- ``ambiguous``: several things fit about as well: ``choices`` holds them, best first
- ``not_found``: nothing of that name is known; ``choices`` may hold the nearest names
- ``unknown``: the question can't be answered from what is known
- ``confirm``: a preview: send the line again with ``confirm:yes`` to do it
- ``done``: it was done
- ``not_allowed``: the caller lacks a permission
- ``invalid``: the line, an argument or the JSON can't be used; the text says what to type instead
- ``cooldown``: the caller asks too quickly
- ``failed``: a fault on our side; the text has a reference to look up in the log
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import AsyncIterable, Callable

from bot.chat.completion import Suggestion, suggest
from bot.chat.conversation import Conversation
from bot.chat.neutral import neutral, one_line
from bot.chat.protocol import Ask, LineError, read
from bot.chat.render import as_text
from bot.handlers.reply import Attachment, Choice, Outcome, Reply
from bot.handlers.request import Caller
from bot.handlers.services import Services

log = logging.getLogger(__name__)

Answer = dict[str, object]


async def pipe(
    services: Services,
    caller: Caller,
    lines: AsyncIterable[bytes],
    write: Callable[[bytes], None],
) -> None:
    """Answer line after line until the input ends or nobody reads the output any more.

    Args:
        services: What the commands run on.
        caller: Who asks where a line doesn't say.
        lines: The input, a line at a time.
        write: Takes one line of output, newline included, and passes it on at once.
    """
    conversation = Conversation(services)
    async for line in lines:
        answer = await respond(line, caller, conversation)
        try:
            write(encode(answer))
        except OSError:  # the reader has gone: on Windows this is not a BrokenPipeError
            return


async def respond(line: bytes, caller: Caller, conversation: Conversation) -> Answer:
    """The answer to one line. Never raises, but for cancellation: one line in, one line out."""
    try:
        asked = read(line, caller)
    except LineError as error:
        return _answer(error.id, Reply(Outcome.INVALID, body=str(error)), conversation)
    try:
        return await _respond(asked, conversation)
    except Exception:  # perform() catches its own; this keeps the count of lines right
        reference = secrets.token_hex(4)
        log.exception("bug", extra={"reference": reference})
        body = f"Something went wrong on my side. The log has it under {reference}."
        return _answer(asked.id, Reply(Outcome.FAILED, body=body), conversation)


async def _respond(asked: Ask, conversation: Conversation) -> Answer:
    if asked.complete:
        found = await suggest(asked.text, asked.caller, conversation.services)
        return _completed(asked, found)
    reply = await conversation.answer(asked.text, asked.caller)
    return _answer(asked.id, reply, conversation)


def _answer(id: object, reply: Reply, conversation: Conversation) -> Answer:
    answer: Answer = {
        "id": id,
        "outcome": reply.outcome.value,
        "title": one_line(reply.title),
        "text": as_text(reply),
        "choices": [_choice(c, conversation) for c in reply.choices],
        "sources": [
            {"label": one_line(s.label), "url": one_line(s.url) if s.url else None}
            for s in reply.sources
        ],
        "private": reply.private,
    }
    if reply.attachments:
        answer["attachments"] = [_attachment(a) for a in reply.attachments]
    return answer


def _choice(choice: Choice, conversation: Conversation) -> Answer:
    line = conversation.line(choice.action)
    return {"label": one_line(choice.label), "value": choice.value or line, "send": line}


def _attachment(attachment: Attachment) -> Answer:
    return {"name": attachment.name, "text": attachment.data.decode("utf-8", "replace")}


def _completed(asked: Ask, found: list[Suggestion]) -> Answer:
    outcome = Outcome.FOUND if found else Outcome.NOT_FOUND
    return {
        "id": asked.id,
        "outcome": outcome.value,
        "title": "",
        "text": neutral("\n".join(s.label for s in found)),
        "choices": [
            {"label": s.label, "value": s.value, "send": asked.text[: s.start] + s.text}
            for s in found
        ],
        "sources": [],
        "private": True,
    }


def encode(answer: Answer) -> bytes:
    """One line of UTF-8. What no encoding takes (half a surrogate pair) becomes ``?``."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
