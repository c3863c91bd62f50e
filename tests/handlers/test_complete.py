from __future__ import annotations

from bot.handlers.complete import LABEL, MOST, complete
from bot.handlers.registry import COMMANDS
from bot.handlers.request import Caller
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.knowledge.model import Artist, Drama, Track
from bot.store.store import Store
from tests.fixed import FixedKnowledge, view_of
from tests.handlers.curation import ADMIN, RAIN, done

CALLER = Caller("u1")


async def values(services: Services, command: str, parameter: str, /, **typed: str) -> list[str]:
    choices = await complete(command, parameter, typed, CALLER, services)
    return [c.value for c in choices]


async def test_a_label_tells_songs_of_one_title_apart(services: Services) -> None:
    choices = await complete("song", "song", {"song": "every"}, CALLER, services)
    labels = [c.label for c in choices]
    assert "Everytime — Chen, Punch · Descendants of the Sun" in labels
    assert "Everytime (언제나) — Gummy · Rainy Season" in labels


async def test_the_drama_already_typed_narrows_the_songs(services: Services) -> None:
    found = await values(services, "song", "song", song="every", drama="Rainy Season")
    assert found[0] == "rain/everytime"
    assert "sun/everytime" not in found


async def test_empty_input_offers_something(services: Services) -> None:
    assert set(await values(services, "drama", "drama")) == {"sun", "rain"}
    assert (await values(services, "artist", "artist"))[0] == "gummy"
    assert await values(services, "song", "song")


async def test_parameters_without_names_offer_nothing(services: Services) -> None:
    assert await values(services, "drama", "page", page="1") == []
    assert await values(services, "nonsense", "song") == []


async def test_never_more_than_discord_takes(store: Store) -> None:
    tracks = [Track(f"d/t{i}", "d", f"Rain {'x' * 200} {i}", artists=("a",)) for i in range(60)]
    catalog = Catalog.of([Drama("d", "D")], [Artist("a", "A")], tracks)
    view = view_of(catalog)
    many = Services(commands=COMMANDS, knowledge=FixedKnowledge(view), store=store)
    choices = await complete("song", "song", {"song": "rain"}, CALLER, many)
    assert 0 < len(choices) <= MOST
    assert all(len(c.label) <= LABEL for c in choices)


async def test_the_last_name_of_a_list_is_completed(services: Services) -> None:
    found = await complete("addtrack", "artists", {"artists": "Chen, pun"}, CALLER, services)
    assert (found[0].value, found[0].label) == ("Chen, punch", "Chen, Punch (펀치)")


async def test_a_removal_offers_the_server_s_own_songs(curating: Services) -> None:
    await done(curating, "addtrack", **RAIN)
    for typed in ("", "rai", "everytime"):
        found = await complete("removetrack", "song", {"song": typed}, ADMIN, curating)
        assert [c.value for c in found] == ([] if typed == "everytime" else ["own/rain"])
    elsewhere = await complete("removetrack", "song", {"song": ""}, Caller("u1", "s2"), curating)
    assert elsewhere == ()


async def test_the_drama_that_a_song_shall_have_narrows_nothing(curating: Services) -> None:
    typed = {"song": "everytime", "drama": "rain"}
    found = await complete("edittrack", "song", typed, ADMIN, curating)
    assert {c.value for c in found} >= {"sun/everytime", "rain/everytime"}
