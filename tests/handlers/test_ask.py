"""Questions through the handler: the reply's parts, and what is remembered for whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.handlers.perform import perform
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services
from bot.questions.recent import RecentContexts


async def ask(
    services: Services,
    question: str,
    user: str = "ann",
    server: str | None = None,
    channel: str | None = "c",
) -> Reply:
    caller = Caller(user, server, channel)
    return await perform(Request(Action("ask", {"question": question}), caller), services)


async def test_answers_first_then_names_its_source(services: Services) -> None:
    reply = await ask(services, "who sings You Are My Everything?")
    assert reply.outcome is Outcome.ANSWERED
    assert "Gummy" in reply.body.splitlines()[0]
    assert [c.label for c in reply.sources] == ["The Press"]
    assert not reply.footer


@pytest.mark.parametrize("number", ["⓶", "²", "２", "٣", "四"])
async def test_figures_of_every_kind_are_only_text_where_they_are_no_number(
    services: Services, number: str
) -> None:
    reply = await ask(services, f"part {number} of Descendants of the Sun")
    assert reply.outcome is not Outcome.FAILED


async def test_says_where_nothing_was_written_down(services: Services) -> None:
    reply = await ask(services, "who sings Puddles?")
    assert reply.outcome is Outcome.ANSWERED
    assert reply.footer == "unverified"


async def test_offers_songs_of_one_title(services: Services) -> None:
    reply = await ask(services, "who sings Everytime?")
    assert reply.outcome is Outcome.AMBIGUOUS
    assert [c.value for c in reply.choices] == ["rain/everytime", "sun/everytime"]


async def test_choices_and_related_questions_can_be_pressed(services: Services) -> None:
    first = await ask(services, "who sings Everytime?")
    second = await ask(services, "who sings You Are My Everything?")
    assert 1 <= len(second.choices) <= 3
    for choice in (*first.choices, *second.choices):
        assert all(len(text) <= 60 for text in choice.action.arguments.values())
        reply = await perform(Request(choice.action, Caller("ann")), services)
        assert reply.outcome in (Outcome.ANSWERED, Outcome.FOUND)


async def test_scenes_are_spoilers(services: Services) -> None:
    reply = await ask(services, "in which scene is Everytime from DOTS heard?")
    hidden = [f for f in reply.fields if f.spoiler]
    assert [f.value for f in hidden] == ["Heard in episode 1."]
    assert hidden[0].episode == 1
    assert "Heard in episode 1" not in reply.body


async def test_an_unknown_name_is_unknown(services: Services) -> None:
    reply = await ask(services, "who sings Yesterday?")
    assert reply.outcome is Outcome.UNKNOWN
    assert "Gummy" not in reply.body


async def test_an_empty_question_is_explained(services: Services) -> None:
    assert (await ask(services, "")).outcome is Outcome.INVALID


async def test_follow_ups_belong_to_one_person_in_one_channel(services: Services) -> None:
    await ask(services, "who sings You Are My Everything?")
    same = await ask(services, "when did it come out?")
    assert "10 March 2016" in same.body
    for other in ({"user": "bob"}, {"channel": "d"}, {"server": "s"}):
        reply = await ask(services, "when did it come out?", **other)
        assert reply.outcome is Outcome.UNKNOWN


async def test_a_question_that_stands_alone_inherits_nothing(services: Services) -> None:
    await ask(services, "who sings You Are My Everything?")
    reply = await ask(services, "which songs are in Rainy Season?")
    assert "Puddles" in reply.body
    assert "You Are My Everything" not in reply.body


@pytest.mark.parametrize(("minutes", "outcome"), [(9, Outcome.ANSWERED), (11, Outcome.UNKNOWN)])
async def test_contexts_fade(services: Services, minutes: int, outcome: Outcome) -> None:
    now = [0.0]
    services = replace(services, contexts=RecentContexts(lambda: now[0]))
    await ask(services, "who sings You Are My Everything?")
    now[0] = minutes * 60
    assert (await ask(services, "when did it come out?")).outcome is outcome


async def test_contexts_are_bounded(services: Services) -> None:
    services = replace(services, contexts=RecentContexts(most=2))
    for user in ("ann", "bob", "cem"):
        await ask(services, "who sings You Are My Everything?", user=user)
    assert (await ask(services, "when did it come out?", user="ann")).outcome is Outcome.UNKNOWN
    assert (await ask(services, "when did it come out?", user="cem")).outcome is Outcome.ANSWERED
