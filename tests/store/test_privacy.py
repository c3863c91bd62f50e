from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.handlers.registry import COMMANDS
from bot.handlers.reply import Outcome
from bot.handlers.request import Caller
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.store.privacy import PERSONAL
from bot.store.store import Store
from tests.fixed import LaidOver
from tests.handlers.curation import MEMBER, OTHER, RAIN, offered, press, send

PERSON = "person-7f3a9"
SHE = Caller(PERSON, "s1", grants=frozenset({"manage_guild"}))
# Every column that never holds who somebody is. A new column must be added here, or to PERSONAL
# together with what forgets it.
IMPERSONAL = {
    "server": {"id", "revision", "left_at"},
    "record": {"server", "kind", "id", "body"},
    "change": {"server", "id", "at", "deed", "undoes"},
    "edit": {"server", "change", "place", "kind", "id", "before", "after"},
    "draft": {"token", "server", "command", "arguments", "expires_at"},
    "suggestion": {
        *{"server", "id", "command", "arguments", "identity", "title", "state", "reason"},
        *{"made_at", "claimed_until", "decided_at", "change"},
    },
    "suggester": {"server", "suggestion", "joined_at"},
    "notice": {"id", "server", "text", "made_at", "sending_until", "refused"},
    "migration": {"version", "name", "applied_at"},
}


def columns(path: Path) -> set[tuple[str, str]]:
    sql = (
        "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
        "WHERE t.type = 'table'"
    )
    with closing(sqlite3.connect(path)) as database:
        return set(database.execute(sql))


def holding(path: Path, text: str) -> set[tuple[str, str]]:
    """The columns in which the text occurs."""
    with closing(sqlite3.connect(path)) as database:
        return {
            (table, column)
            for table, column in columns(path)
            if database.execute(
                f'SELECT 1 FROM "{table}" WHERE instr("{column}", ?)',  # noqa: S608  # the schema's
                (text,),
            ).fetchone()
        }


@pytest.fixture
def services(curating: Services) -> Services:
    return curating


async def leave_traces(services: Services) -> None:
    """Fill every column that can name a person with hers, and every table with others' rows."""
    await send(services, "addtrack", SHE, {**RAIN, "confirm": "yes"})
    await send(services, "addtrack", OTHER, {**RAIN, "title": "Storm", "confirm": "yes"})
    await send(services, "addtrack", SHE, {**RAIN, "title": "Unsaved"})
    await send(services, "suggest", SHE, {**RAIN, "title": "Hers", "confirm": "yes"})
    await send(services, "suggest", SHE, {**RAIN, "title": "Hers alone", "confirm": "yes"})
    await send(services, "suggest", MEMBER, {**RAIN, "title": "Both", "confirm": "yes"})
    await send(services, "suggest", SHE, {**RAIN, "title": "Both", "confirm": "yes"})
    await send(services, "queue", SHE, {"suggestion": "3"})
    await send(services, "queue", OTHER, {"reject": "1", "reason": "no"})


async def test_every_column_is_covered(store: Store) -> None:
    listed = {(t, c) for t, names in IMPERSONAL.items() for c in names}
    assert columns(store.database.path) == listed | PERSONAL


async def test_forgetting_reaches_every_table_and_the_file(
    catalog: Catalog, tmp_path: Path
) -> None:
    path = tmp_path / "x.db"
    async with Store.open(path) as store:
        services = Services(
            commands=COMMANDS, knowledge=LaidOver(catalog, store.tracks), store=store
        )
        await leave_traces(services)
        assert holding(path, PERSON) == PERSONAL
        asked = await send(services, "forgetme", SHE)
        assert asked.outcome is Outcome.CONFIRM
        done = await press(services, offered(asked, "confirm:yes"), SHE)
        assert done.outcome is Outcome.DONE
        assert holding(path, PERSON) == set()
        history = await send(services, "history", OTHER)
        assert "somebody added “Rain”" in history.body
        assert "member u2 added “Storm”" in history.body
        waiting = await send(services, "queue", OTHER)
        assert "Both" in waiting.body and "Hers" not in waiting.body
    content = await asyncio.to_thread(path.read_bytes)
    assert PERSON.encode() not in content


async def test_mydata_shows_what_is_in_every_column(services: Services) -> None:
    await leave_traces(services)
    reply = await send(services, "mydata", SHE)
    assert reply.private
    data = json.loads(reply.attachments[0].data)
    assert {name: len(entries) for name, entries in data.items()} == {
        "changes": 1,
        "drafts": 2,
        "suggestions": 3,
        "reviews": 1,
        "notices": 1,
    }
    assert "Storm" not in reply.attachments[0].data.decode()
    nothing = await send(services, "mydata", Caller("stranger"))
    assert nothing.title == "Nothing is stored about you"


async def test_notices_are_her_data_too(store: Store, services: Services) -> None:
    await leave_traces(services)
    kept = await store.privacy.about(PERSON)
    assert [n["text"] for n in kept.notices] == ["Your suggestion “Hers” was not taken: no"]
