"""Curators at work over real sockets: every change can be seen, taken back and decided upon."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.end_to_end import payloads
from tests.end_to_end.conftest import Running
from tests.end_to_end.people import Mentioned

pytestmark = pytest.mark.asyncio(loop_scope="module")

RAIN = {"title": "Wet Streets", "artists": "Gummy", "drama": "Rainy Season", "part": "3"}
ID = "own/wet-streets"


async def part(bot: Running) -> str:
    """The part that the song's card gives."""
    card = await bot.member.slash("song", song="Wet Streets")
    fields = card.data["embeds"][0].get("fields", [])
    return next((f["value"] for f in fields if f["name"] == "Part"), card.title)


async def test_a_song_is_added_with_options(bot: Running) -> None:
    preview = await bot.admin.slash("addtrack", **RAIN)
    assert preview.private
    added = await bot.admin.press(preview, preview.labels[0])
    assert "Wet Streets" in added.text
    assert await part(bot) == "3"


async def test_it_is_edited_in_a_form_that_shows_it_as_it_is(bot: Running) -> None:
    form = await bot.admin.slash("edittrack", song="Wet Streets")
    assert "Wet Streets" in form.text
    preview = await bot.admin.submit(form, part="4")
    assert "3 → 4" in preview.text
    await bot.admin.press(preview, preview.labels[0])
    assert await part(bot) == "4"


async def test_the_history_names_who_did_it(bot: Running) -> None:
    history = await bot.admin.slash("history")
    assert history.private
    assert f"<@{bot.admin.id}>" in history.text


async def test_an_edit_is_taken_back(bot: Running) -> None:
    undone = await bot.admin.slash("undo")
    assert undone.text
    assert await part(bot) == "3"


async def test_a_song_is_removed_and_brought_back(bot: Running) -> None:
    sure = await bot.admin.slash("removetrack", song="Wet Streets")
    removed = await bot.admin.press(sure, "Remove it")
    assert (await bot.member.slash("song", song=ID)).title != "Wet Streets"
    await bot.admin.press(removed, "Undo")
    assert await part(bot) == "3"


async def test_a_suggestion_is_approved_and_its_maker_told(bot: Running) -> None:
    preview = await bot.member.slash("suggest", **{**RAIN, "title": "Grey Sky"})
    await bot.member.press(preview, preview.labels[0])
    queue = await bot.admin.slash("queue")
    look = await bot.admin.press(queue, queue.labels[0])
    before = len(bot.discord.calls)
    await bot.admin.press(look, "Approve")
    direct = payloads.direct_channel(bot.member.id)["id"]
    news = await bot.discord.call(lambda c: c.path == f"channels/{direct}/messages", before)
    assert "Grey Sky" in news.body["content"]
    assert (await bot.member.slash("song", song="Grey Sky")).title == "Grey Sky"


async def test_a_suggestion_is_turned_down_with_a_reason(bot: Running) -> None:
    preview = await bot.member.slash("suggest", **{**RAIN, "title": "Blue Sky"})
    await bot.member.press(preview, preview.labels[0])
    queue = await bot.admin.slash("queue")
    look = await bot.admin.press(queue, queue.labels[0])
    form = await bot.admin.press(look, "Reject")
    before = len(bot.discord.calls)
    await bot.admin.submit(form, reason="It was never released.")
    news = await bot.discord.call(
        lambda c: c.path.startswith("channels/") and "never released" in str(c.body), before
    )
    assert "Blue Sky" in news.body["content"]


async def test_a_role_may_curate_once_it_is_named(bot: Running) -> None:
    curator = replace(bot.member, roles=(payloads.CURATORS,))
    assert "Manage Server" in (await curator.slash("undo")).text
    named = await bot.admin.slash("curators", role=Mentioned.role(payloads.CURATORS))
    assert f"<@&{payloads.CURATORS}>" in named.text
    assert "Manage Server" not in (await curator.slash("history")).text
    assert "Manage Server" in (await bot.member.slash("history")).text


async def test_a_quiet_channel_keeps_answers_to_the_asker(bot: Running) -> None:
    assert not (await bot.member.slash("song", song="Wet Streets")).private
    await bot.admin.slash("settings", quiet=Mentioned.channel(payloads.CHANNEL))
    assert (await bot.member.slash("song", song="Wet Streets")).private
    await bot.admin.slash("settings", loud=Mentioned.channel(payloads.CHANNEL))
    assert not (await bot.member.slash("song", song="Wet Streets")).private


async def test_the_list_is_carried_out_and_in(bot: Running) -> None:
    exported = await bot.admin.slash("export", format="csv")
    (content,) = exported.files.values()
    changed = content.replace(b",3,", b",7,")
    assert changed != content
    file = Mentioned.file(bot.discord, "list.csv", changed)
    preview = await bot.admin.slash("import", file=file)
    assert "Wet Streets" in preview.text
    await bot.admin.press(preview, preview.labels[0])
    assert await part(bot) == "7"


async def test_a_member_curates_nothing(bot: Running) -> None:
    for command in ("addtrack", "edittrack", "removetrack", "history", "undo", "queue", "purge"):
        options = {"song": ID} if command in ("edittrack", "removetrack") else {}
        refused = await bot.member.slash(command, **options)
        assert refused.private
        assert "Manage Server" in refused.text, command


async def test_what_is_kept_about_a_person_is_theirs(bot: Running) -> None:
    mine = await bot.member.slash("mydata")
    assert mine.private
    assert b"Blue Sky" in next(iter(mine.files.values()))
    sure = await bot.member.slash("forgetme")
    assert sure.private
