from __future__ import annotations

from dataclasses import replace

import pytest

from bot.handlers.reply import Outcome
from bot.handlers.request import Caller
from bot.handlers.services import Services
from tests.handlers.curation import ADMIN, MEMBER, RAIN, done, press, send

CURATOR = Caller("u5", "s1", roles=frozenset({"r1"}))


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def test_sensible_without_being_set(services: Services) -> None:
    shown = await send(services, "settings")
    assert shown.outcome is Outcome.FOUND
    assert [f.value for f in shown.fields] == [
        "everybody with Manage Server",
        "none: answers are for all to see",
        "yes",
        "all hidden until asked for",
    ]


async def test_a_role_may_curate_and_loses_it(services: Services) -> None:
    refused = await send(services, "addtrack", CURATOR, RAIN)
    assert refused.outcome is Outcome.NOT_ALLOWED
    saved = await send(services, "curators", ADMIN, {"role": "<@&r1>"})
    assert saved.outcome is Outcome.DONE
    assert (await send(services, "addtrack", CURATOR, RAIN)).outcome is Outcome.CONFIRM
    other = await send(services, "addtrack", MEMBER, RAIN)
    assert other.outcome is Outcome.NOT_ALLOWED
    assert "the role" in other.body
    elsewhere = await send(services, "addtrack", replace(CURATOR, server="s2"), RAIN)
    assert elsewhere.outcome is Outcome.NOT_ALLOWED
    await send(services, "curators", ADMIN, {"remove": "yes"})
    assert (await send(services, "addtrack", CURATOR, RAIN)).outcome is Outcome.NOT_ALLOWED


async def test_curators_can_t_appoint_curators(services: Services) -> None:
    await send(services, "curators", ADMIN, {"role": "r1"})
    for command in ("curators", "settings"):
        reply = await send(services, command, CURATOR, {})
        assert reply.outcome is Outcome.NOT_ALLOWED


async def test_everyone_is_no_role(services: Services) -> None:
    for role in ("@everyone", "s1", "<@&s1>"):
        reply = await send(services, "curators", ADMIN, {"role": role})
        assert reply.outcome is Outcome.INVALID


async def test_a_quiet_channel_answers_the_asker_alone(services: Services) -> None:
    here, there = replace(MEMBER, channel="c1"), replace(MEMBER, channel="c2")
    await send(services, "settings", ADMIN, {"quiet": "<#c1>"})
    assert (await send(services, "song", here, {"song": "puddles"})).private
    assert not (await send(services, "song", there, {"song": "puddles"})).private
    await send(services, "settings", ADMIN, {"loud": "c1"})
    assert not (await send(services, "song", here, {"song": "puddles"})).private


@pytest.mark.parametrize(("above", "hidden"), [("1", False), ("16", False), ("all", True)])
async def test_known_episodes_are_told_openly(services: Services, above: str, hidden: bool) -> None:
    await send(services, "settings", ADMIN, {"spoilers": above})
    card = await send(services, "song", MEMBER, {"song": "sun/everytime"})
    assert [f.spoiler for f in card.fields if f.name == "Where it is heard"] == [hidden]


@pytest.mark.parametrize("text", ["soon", "1000", "-4", "٣"])
async def test_a_bad_episode_is_explained(services: Services, text: str) -> None:
    assert (await send(services, "settings", ADMIN, {"spoilers": text})).outcome is Outcome.INVALID


async def test_settings_are_in_the_history_and_undone(services: Services) -> None:
    saved = await send(services, "settings", ADMIN, {"suggestions": "no"})
    history = await send(services, "history")
    assert "members may suggest yes → no" in history.body
    await press(services, saved.choices[0])
    assert (await send(services, "settings")).fields[2].value == "yes"
    assert (await done(services, "undo", change="2")).outcome is Outcome.DONE


async def test_a_role_that_can_be_none_is_refused(services: Services) -> None:
    reply = await send(services, "curators", ADMIN, {"role": "everybody with a hat"})
    assert reply.outcome is Outcome.INVALID
    assert "id of a role" in reply.body


async def test_curators_can_t_undo_what_admins_decided(services: Services) -> None:
    await send(services, "curators", ADMIN, {"role": "r1"})
    await send(services, "curators", ADMIN, {"role": "r2"})
    second = replace(CURATOR, roles=frozenset({"r2"}))
    for arguments in ({"change": "2"}, {"change": "1"}, {}):
        refused = await send(services, "undo", second, arguments)
        assert refused.outcome is Outcome.NOT_ALLOWED
        assert "Manage Server" in refused.body
    assert (await send(services, "undo", ADMIN, {"change": "2"})).outcome is Outcome.DONE
