from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chat.conversation import MOST_CALLERS, Conversation
from bot.handlers.command import Command, Parameter
from bot.handlers.reply import Choice, Outcome, Reply, Style
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services

ME = Caller("me", "s1")


@pytest.fixture
def conversation(services: Services) -> Conversation:
    async def forget(request: Request, services: Services) -> Reply:
        if request.confirmed:
            return Reply(Outcome.DONE, body=f"{request.text('song')} is forgotten.")
        again = Action("forget", {**request.action.arguments, "confirm": "yes"})
        edit = Action("forget", {"song": "something else"})
        choices = (Choice("Edit", edit, style=Style.FORM), Choice("Forget it", again))
        return Reply(Outcome.CONFIRM, body="Sure?", choices=choices)

    parameters = (Parameter("song", "Which", True), Parameter("confirm", "Sure?", hidden=True))
    command = Command("forget", "Forgets", forget, parameters)
    return Conversation(replace(services, commands={**services.commands, "forget": command}))


async def test_a_number_picks_what_the_last_reply_offered(conversation: Conversation) -> None:
    which = await conversation.answer("/song Everytime", ME)
    assert which.outcome is Outcome.AMBIGUOUS
    labels = [c.label for c in which.choices]
    assert len(labels) == 2
    found = await conversation.answer("2", ME)
    assert found.outcome is Outcome.FOUND
    assert found.title.split()[0] in labels[1]


async def test_numbers_belong_to_one_caller_in_one_place(conversation: Conversation) -> None:
    await conversation.answer("/song Everytime", ME)
    for other in (replace(ME, user="you"), replace(ME, server="s2"), replace(ME, channel="c")):
        assert conversation.picked("1", other) is None
    assert conversation.picked("1", ME)


@pytest.mark.parametrize("number", ["0", "3", "99"])
async def test_a_number_that_was_not_offered(conversation: Conversation, number: str) -> None:
    await conversation.answer("/song Everytime", ME)
    reply = await conversation.answer(number, ME)
    assert reply.outcome is Outcome.INVALID
    assert "1 to 2" in reply.body
    assert (await conversation.answer("1", ME)).outcome is Outcome.FOUND


async def test_a_number_when_nothing_was_offered(conversation: Conversation) -> None:
    reply = await conversation.answer("1", ME)
    assert reply.outcome is Outcome.INVALID
    assert "/help" in reply.body


async def test_a_typing_slip_keeps_the_choices(conversation: Conversation) -> None:
    await conversation.answer("/song Everytime", ME)
    assert (await conversation.answer("/sogn", ME)).outcome is Outcome.INVALID
    assert (await conversation.answer("1", ME)).outcome is Outcome.FOUND


@pytest.mark.parametrize("word", ["yes", "Y", "네", "2"])
async def test_yes_confirms(conversation: Conversation, word: str) -> None:
    assert (await conversation.answer("/forget Rain", ME)).outcome is Outcome.CONFIRM
    reply = await conversation.answer(word, ME)
    assert reply.body == "Rain is forgotten."


async def test_no_leaves_everything_and_takes_the_question_away(conversation: Conversation) -> None:
    await conversation.answer("/forget Rain", ME)
    assert (await conversation.answer("no", ME)).outcome is Outcome.DONE
    assert conversation.picked("yes", ME) is None


async def test_yes_out_of_the_blue_confirms_nothing(conversation: Conversation) -> None:
    await conversation.answer("/forget Rain", ME)
    await conversation.answer("/help", ME)
    assert conversation.picked("yes", ME) is None


async def test_a_form_is_handed_over_to_fill_in(conversation: Conversation) -> None:
    await conversation.answer("/forget Rain", ME)
    reply = await conversation.answer("1", ME)
    assert reply.outcome is Outcome.INVALID
    assert "/forget something else" in reply.body


async def test_a_form_begins_with_what_its_command_fills_in(services: Services) -> None:
    async def fill(request: Request, services: Services) -> dict[str, str]:
        return {"title": f"title of {request.text('draft')}", "note": "part: two"}

    names = ("title", "artists", "note", "draft")
    parameters = tuple(Parameter(name, name) for name in names)
    add = Command("add", "Adds", refuse, parameters, form=("title", "artists"), fill=fill)
    conversation = Conversation(replace(services, commands={"add": add}))
    line = await conversation.form(Action("add", {"draft": "d1"}), ME)
    assert line == "/add title of d1 artists: note:part: two draft:d1"
    assert await conversation.form(Action("gone", {"x": "y"}), ME) == "/gone"


async def refuse(request: Request, services: Services) -> Reply:
    return Reply(Outcome.INVALID)


async def test_old_callers_are_forgotten(conversation: Conversation) -> None:
    await conversation.answer("/song Everytime", ME)
    for number in range(MOST_CALLERS):
        await conversation.answer("/song Everytime", replace(ME, user=f"u{number}"))
    assert conversation.picked("1", ME) is None
    assert conversation.picked("1", replace(ME, user=f"u{MOST_CALLERS - 1}"))


async def test_every_choice_can_be_sent_as_a_line(conversation: Conversation) -> None:
    for line in ("/song Everytime", "/song rain/puddles", "/artist gummy", "/drama rain"):
        reply = await conversation.answer(line, ME)
        assert reply.choices
        for choice in reply.choices:
            again = await conversation.answer(conversation.line(choice.action), ME)
            assert again == await conversation.do(choice.action, ME)
