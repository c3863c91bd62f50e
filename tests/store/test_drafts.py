from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.store.drafts import LIFE, MOST
from bot.store.store import Store


async def test_a_draft_lives_a_day(tmp_path: Path) -> None:
    moment = [datetime(2026, 1, 1, tzinfo=UTC)]
    async with Store.open(tmp_path / "x.db", clock=lambda: moment[0]) as store:
        token = await store.drafts.keep("s1", "u1", "addtrack", {"title": "Rain"})
        moment[0] += LIFE - timedelta(seconds=1)
        found = await store.drafts.find(token, "s1", "u1")
        assert found and found.arguments == {"title": "Rain"}
        moment[0] += timedelta(seconds=1)
        assert await store.drafts.find(token, "s1", "u1") is None


async def test_it_is_one_person_s_in_one_server(store: Store) -> None:
    token = await store.drafts.keep("s1", "u1", "addtrack", {"title": "Rain"})
    assert await store.drafts.find(token, "s1", "u2") is None
    assert await store.drafts.find(token, "s2", "u1") is None
    await store.drafts.keep("s1", "u2", "addtrack", {"title": "Theirs"}, token)
    await store.drafts.drop(token, "s1", "u2")
    found = await store.drafts.find(token, "s1", "u1")
    assert found and found.arguments == {"title": "Rain"}


async def test_the_oldest_make_room(store: Store) -> None:
    tokens = [await store.drafts.keep("s1", "u1", "x", {"n": str(n)}) for n in range(MOST + 2)]
    found = [await store.drafts.find(token, "s1", "u1") for token in tokens]
    assert [draft is None for draft in found] == [True] * 2 + [False] * MOST


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(arguments=st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=4))
async def test_whatever_was_typed_comes_back(store: Store, arguments: dict[str, str]) -> None:
    token = await store.drafts.keep("s1", "u1", "x", arguments)
    found = await store.drafts.find(token, "s1", "u1")
    assert found and found.arguments == arguments
