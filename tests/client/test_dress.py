"""Whatever the product answers can be shown."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.client.dress import asking_more, dressed, redressed
from bot.client.press import Presses
from bot.handlers.perform import perform
from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Attachment, Outcome, Reply
from bot.handlers.request import MANAGE_GUILD, Action, Caller, Request
from bot.handlers.services import Services
from tests.client.limits import check_card, check_components

CALLER = Caller("300000000000000001", "s1", "c1", frozenset({MANAGE_GUILD}))
TEXT = st.text(max_size=40) | st.text(st.sampled_from("every 거미*_|<@[](sun"), max_size=6000)


@pytest.mark.parametrize("name", sorted(COMMANDS))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_any_answer_keeps_every_limit(
    services: Services, name: str, data: st.DataObject
) -> None:
    names = [p.name for p in COMMANDS[name].parameters]
    drawn = data.draw(st.dictionaries(st.sampled_from(names), TEXT)) if names else {}
    reply = asking_more(await perform(Request(Action(name, drawn), CALLER), services))
    message = dressed(reply, CALLER.user, Presses())
    check_card(message["embed"])
    if "view" in message:
        check_components(message["view"].to_components())
    assert 0 < len(dressed(reply, CALLER.user, Presses(), embeds=False)["content"]) <= 2000


def test_a_changed_message_loses_what_the_reply_lacks() -> None:
    bare = redressed(Reply(Outcome.DONE, body="Saved."), "7", Presses())
    assert (bare["content"], bare["view"], bare["attachments"]) == (None, None, [])
    reply = Reply(Outcome.DONE, attachments=(Attachment("a.csv", b"a"),))
    text = redressed(reply, "7", Presses(), embeds=False)
    assert text["embed"] is None
    assert [file.filename for file in text["attachments"]] == ["a.csv"]
