from __future__ import annotations

import pytest

from bot.handlers.perform import perform
from bot.handlers.reply import Outcome, Reply
from bot.handlers.request import Action, Caller, Request
from bot.handlers.services import Services

CALLER = Caller("u1", "s1")


async def ask(services: Services, command: str, **arguments: str) -> Reply:
    return await perform(Request(Action(command, arguments), CALLER), services)


def text(reply: Reply) -> str:
    return "\n".join((reply.title, reply.body, *(f"{f.name}: {f.value}" for f in reply.fields)))


async def test_song_found_by_title(services: Services) -> None:
    reply = await ask(services, "song", song="you are my everything")
    assert reply.outcome is Outcome.FOUND
    assert reply.title == "You Are My Everything"
    assert "Gummy (거미)" in text(reply)
    assert "10 March 2016" in text(reply)
    assert [c.label for c in reply.sources] == ["[1] The Press"]


async def test_two_songs_of_one_title_are_offered(services: Services) -> None:
    reply = await ask(services, "song", song="Everytime")
    assert reply.outcome is Outcome.AMBIGUOUS
    assert {c.value for c in reply.choices} == {"sun/everytime", "rain/everytime"}
    pressed = await perform(Request(reply.choices[0].action, CALLER), services)
    assert pressed.outcome is Outcome.FOUND


@pytest.mark.parametrize(
    ("narrow", "id"),
    [({"artist": "Chen"}, "sun"), ({"drama": "Rainy Season"}, "rain"), ({"drama": "DOTS"}, "sun")],
)
async def test_artist_and_drama_narrow_a_song(
    services: Services, narrow: dict[str, str], id: str
) -> None:
    reply = await ask(services, "song", song="Everytime", **narrow)
    assert reply.outcome is Outcome.FOUND
    assert any(c.action.arguments == {"drama": id} for c in reply.choices)


async def test_narrowing_to_nothing_is_not_found(services: Services) -> None:
    reply = await ask(services, "song", song="Puddles", artist="Chen")
    assert reply.outcome is Outcome.NOT_FOUND


async def test_nothing_near_is_not_answered(services: Services) -> None:
    reply = await ask(services, "song", song="Smells Like Teen Spirit")
    assert reply.outcome is Outcome.NOT_FOUND
    assert not reply.fields
    assert "Smells Like Teen Spirit" in reply.body


async def test_artist_lists_tracks_newest_first(services: Services) -> None:
    reply = await ask(services, "artist", artist="거미")
    listed = next(f.value for f in reply.fields if f.name.startswith("Tracks"))
    assert listed.startswith("• You Are My Everything")
    assert listed.count("•") == 3


async def test_drama_lists_its_soundtrack_in_order(services: Services) -> None:
    reply = await ask(services, "drama", drama="DOTS")
    listed = next(f.value for f in reply.fields if f.name.startswith("Soundtrack"))
    assert [line.split(":")[0] for line in listed.splitlines()] == ["Part 2", "Part 4"]


async def test_a_scene_is_a_spoiler(services: Services) -> None:
    reply = await ask(services, "song", song="sun/everytime")
    assert [f.value for f in reply.fields if f.spoiler] == ["• Heard in episode 1. [1]"]


async def test_an_unverified_title_is_marked(services: Services) -> None:
    reply = await ask(services, "song", song="Puddles")
    assert reply.footer == "Unverified: English title"


async def test_source_says_who(services: Services) -> None:
    reply = await ask(services, "source", song="sun/everytime")
    assert "Mid-tempo pop. [1]" in text(reply)
    assert reply.sources[0].url == "https://example.org/press"


async def test_search_links_encode_the_query(services: Services) -> None:
    reply = await ask(services, "song", song="rain/everytime")
    assert reply.links[0].url == "https://open.spotify.com/search/Everytime%20Gummy"
    assert reply.links[1].url.endswith("?search_query=Everytime+Gummy")


async def test_random_stays_within_the_drama(services: Services) -> None:
    for _ in range(20):
        reply = await ask(services, "random", drama="Rainy Season")
        assert any(c.action.arguments == {"drama": "rain"} for c in reply.choices)


async def test_a_name_of_another_kind_is_pointed_at(services: Services) -> None:
    reply = await ask(services, "song", song="dots")
    assert reply.outcome is Outcome.NOT_FOUND
    assert reply.choices[0].label == "The drama Descendants of the Sun (태양의 후예)"
    pressed = await perform(Request(reply.choices[0].action, CALLER), services)
    assert pressed.title.startswith("Descendants of the Sun")


async def test_confirm_is_taken_by_commands_that_never_ask(services: Services) -> None:
    reply = await ask(services, "song", song="you are my everything", confirm="yes")
    assert reply.outcome is Outcome.FOUND


async def test_explain_shows_the_candidates_and_why(services: Services) -> None:
    reply = await ask(services, "song", song="you are my everythin", explain="yes")
    assert reply.outcome is Outcome.FOUND
    assert "sun/you-are-my-everything" in reply.fields[0].value
    assert "confidence" in reply.body


async def test_a_card_is_what_the_next_question_is_about(services: Services) -> None:
    await ask(services, "song", song="you are my everything")
    reply = await ask(services, "ask", question="when did it come out?")
    assert "10 March 2016" in reply.body
    await ask(services, "drama", drama="Rainy Season")
    reply = await ask(services, "ask", question="how many songs are on it?")
    assert "2" in reply.body
