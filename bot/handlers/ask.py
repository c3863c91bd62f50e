"""The command that answers a question in plain language."""

from __future__ import annotations

import asyncio

from bot.handlers.reply import Choice, Citation, Field, Outcome, Reply
from bot.handlers.request import Action, Request
from bot.handlers.services import Services
from bot.handlers.talk import talk_of
from bot.knowledge.catalog import Catalog
from bot.questions.answer import Answer, Option
from bot.questions.engine import answer, prepare
from bot.questions.index import is_prepared
from bot.questions.phrases import Phrases

_LONGEST_QUESTION = 60  # of a choice: front ends carry it in a button
_EXAMPLE = "Ask me something, such as: /ask who sings Always?"


async def ask(request: Request, services: Services) -> Reply:
    """Answer the question from the catalog, or say that the catalog doesn't hold it."""
    question = request.text("question")
    if not question:
        return Reply(Outcome.INVALID, body=_EXAMPLE, private=True)
    view = await services.knowledge.view(request.caller.server)
    if not is_prepared(view.catalog):
        await asyncio.to_thread(prepare, view.catalog)
    talk = talk_of(request.caller)
    answered = answer(question, view, await services.contexts.recall(talk))
    if answered.context is not None:
        await services.contexts.remember(talk, answered.context)
    return reply_to(answered, view.catalog)


def reply_to(answered: Answer, catalog: Catalog) -> Reply:
    """The answer as a reply: the sentence first, its sources, and what to ask next."""
    return Reply(
        Outcome(answered.outcome),
        body="\n".join(answered.sentences),
        fields=_spoilers(answered),
        choices=(*_options(answered), *map(_asking, answered.related)),
        sources=_citations(answered, catalog),
        footer=_footer(answered),
    )


def _spoilers(answered: Answer) -> tuple[Field, ...]:
    name = Phrases(answered.language).word("scene")
    return tuple(
        Field(name, fact.text, spoiler=True, episode=fact.episode) for fact in answered.spoilers
    )


def _options(answered: Answer) -> tuple[Choice, ...]:
    return tuple(_option(option) for option in answered.options)


def _option(option: Option) -> Choice:
    if len(option.question) <= _LONGEST_QUESTION or not option.track:
        return Choice(option.label, _action(option.question), option.track or option.question)
    return Choice(option.label, Action("song", {"song": option.track}), option.track)


def _asking(question: str) -> Choice:
    return Choice(question, _action(question), question)


def _action(question: str) -> Action:
    return Action("ask", {"question": question[:_LONGEST_QUESTION]})


def _citations(answered: Answer, catalog: Catalog) -> tuple[Citation, ...]:
    known = [catalog.sources[key] for key in answered.sources if key in catalog.sources]
    return tuple(Citation(source.title, source.address) for source in known)


def _footer(answered: Answer) -> str:
    tells = answered.context is not None and not answered.verified
    return Phrases(answered.language).word("unverified") if tells else ""
