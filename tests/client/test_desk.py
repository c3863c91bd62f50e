"""What a person sees who uses commands, buttons and forms, and who else may."""

from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord

from bot.client.client import Client
from bot.client.given import LARGEST
from tests.client.conftest import Scene

Result = simcord.InteractionResult


def embed(result: Result) -> discord.Embed:
    assert result.response is not None
    (found,) = result.response.embeds
    return found


def body(result: Result) -> str:
    return embed(result).description or ""


def text(result: Result) -> str:
    assert result.response is not None
    return result.response.content


def parts(result: Result) -> list[dict[str, Any]]:
    assert result.response is not None
    return [part for row in result.response.components for part in row["components"]]


def announced(scene: Scene) -> Any:
    callbacks = [r for r in scene.env.http_requests if r.path.endswith("/callback")]
    return callbacks[-1].json


async def press(actor: simcord.MemberActor, result: Result, label: str) -> Result:
    assert result.response is not None
    return await actor.click(result.response, label=label)


async def test_a_song_is_found_by_everyone_to_see(scene: Scene) -> None:
    result = await scene.ann.slash(scene.channel, "song", song="puddles")
    assert not result.ephemeral
    assert "Puddles" in (embed(result).title or "")


async def test_an_unclear_name_is_settled_in_place(scene: Scene) -> None:
    asked = await scene.ann.slash(scene.channel, "song", song="Everytime")
    assert embed(asked).title == "Which song?"
    settled = await press(scene.ann, asked, "Everytime (언제나) — Gummy · Rainy Season")
    assert embed(settled).title == "Everytime (언제나)"
    assert settled.response and asked.response
    assert settled.response.id == asked.response.id


async def test_nobody_else_may_press(scene: Scene) -> None:
    asked = await scene.ann.slash(scene.channel, "song", song="Everytime")
    refused = await press(scene.ben, asked, "Everytime (언제나) — Gummy · Rainy Season")
    assert refused.ephemeral
    assert "belongs to the person who asked" in text(refused)
    assert embed(asked).title == "Which song?"


async def test_buttons_survive_a_restart(scene: Scene, restarted: Client) -> None:
    asked = await scene.ann.slash(scene.channel, "song", song="Everytime")
    await scene.env.restart_bot(restarted)
    settled = await press(scene.ann, asked, "Everytime (언제나) — Gummy · Rainy Season")
    assert embed(settled).title == "Everytime (언제나)"


async def test_a_button_that_can_not_be_read_has_expired(scene: Scene, restarted: Client) -> None:
    long = {"title": "x" * 100, "note": "y" * 500}
    asked = await scene.admin.slash(scene.channel, "keep", **long)
    await scene.env.restart_bot(restarted)
    expired = await press(scene.admin, asked, "Save")
    assert expired.ephemeral
    assert "expired" in text(expired)


async def test_many_choices_are_a_menu(scene: Scene) -> None:
    asked = await scene.ann.slash(scene.channel, "pick", count="9")
    assert asked.response is not None
    (menu,) = parts(asked)
    chosen = await scene.ann.select(asked.response, [menu["options"][4]["value"]])
    assert "'n': '4'" in body(chosen)


async def test_autocomplete_offers_names_and_fills_in_ids(scene: Scene) -> None:
    offered = await scene.ann.autocomplete(scene.channel, "song", "song", "every")
    first = {"name": "Everytime — Chen, Punch · Descendants of the Sun", "value": "sun/everytime"}
    assert first.items() <= next(o for o in offered if o["value"] == "sun/everytime").items()
    narrowed = await scene.ann.autocomplete(
        scene.channel, "song", "song", "every", drama="Rainy Season"
    )
    assert "sun/everytime" not in [o["value"] for o in narrowed]


async def test_a_failing_autocomplete_offers_nothing(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("probe")

    monkeypatch.setattr("bot.client.desk.complete", fail)
    assert await scene.ann.autocomplete(scene.channel, "song", "song", "every") == []


async def test_options_arrive_as_text(scene: Scene) -> None:
    role = scene.guild.create_role("Singers")
    result = await scene.ann.slash(
        scene.channel, "echo", text="hi", n=3, yes=True, who=scene.ben, role=role,
        where=scene.channel, kind="two",
    )  # fmt: skip
    for shown in (
        "'text': 'hi'", "'n': '3'", "'yes': 'yes'", "'kind': 'two'", f"'who': '{scene.ben.id}'",
        f"'role': '{role.id}'", f"'where': '{scene.channel.id}'", str(scene.guild.id),
    ):  # fmt: skip
        assert shown in body(result)


async def test_a_private_reply_is_seen_by_the_caller_alone(scene: Scene) -> None:
    assert (await scene.ann.slash(scene.channel, "echo", private="yes")).ephemeral
    assert (await scene.ann.slash(scene.channel, "help")).ephemeral


async def test_a_bug_is_answered_with_a_reference(scene: Scene) -> None:
    result = await scene.ann.slash(scene.channel, "broken")
    assert result.ephemeral
    assert "reference" in body(result)


async def test_an_answer_that_can_not_be_shown_is_admitted(scene: Scene) -> None:
    scene.env.inject_error("POST", "/interactions/*/callback", status=400)
    result = await scene.ann.slash(scene.channel, "about")
    assert "could not show it" in text(result)


async def test_a_slow_answer_is_announced(scene: Scene) -> None:
    result = await scene.ann.slash(scene.channel, "slow")
    await scene.env.advance_time(5)
    assert announced(scene) == {"type": 5}
    assert body(result) == "At last."


async def test_a_slow_private_answer_stays_private(scene: Scene) -> None:
    result = await scene.ann.slash(scene.channel, "slow", private="yes")
    await scene.env.advance_time(5)
    assert announced(scene) == {"type": 5}
    assert result.response is None
    (follow_up,) = result.followups
    assert follow_up.ephemeral


async def test_a_file_is_handed_over(scene: Scene) -> None:
    result = await scene.ann.slash(scene.channel, "file")
    assert result.response is not None
    assert [a.filename for a in result.response.attachments] == ["list.csv"]


async def test_text_stands_in_where_the_bot_may_not_embed(scene: Scene) -> None:
    me = scene.guild.me
    assert me is not None
    quiet = scene.guild.create_text_channel(
        "quiet", overwrites={me: discord.PermissionOverwrite(embed_links=False)}
    )
    result = await scene.ann.slash(quiet, "song", song="puddles")
    assert result.response is not None
    assert not result.response.embeds
    assert text(result).startswith("**Puddles")


async def test_ask_more_opens_a_form_and_answers_below(scene: Scene) -> None:
    card = await scene.ann.slash(scene.channel, "song", song="puddles")
    form = await press(scene.ann, card, "Ask more")
    assert form.modal is not None
    answer = await scene.ann.submit_modal(form, {"question": "who else?"})
    assert body(answer) == "You ask: who else?"
    assert answer.response and card.response
    assert answer.response.id != card.response.id


async def test_a_message_can_be_asked_about(scene: Scene) -> None:
    message = await scene.ben.send(scene.channel, "do you know Everytime?")
    result = await scene.ann.context_menu(scene.channel, "Find the song here", message)
    assert body(result) == "You ask: do you know Everytime?"


async def test_a_card_is_asked_about_by_its_title(scene: Scene) -> None:
    card = await scene.ben.slash(scene.channel, "song", song="puddles")
    assert card.response is not None
    result = await scene.ann.context_menu(scene.channel, "Find the song here", card.response)
    assert body(result) == "You ask: Puddles"


async def test_an_address_is_not_asked_about(scene: Scene) -> None:
    message = await scene.ben.send(scene.channel, "listen https://video.example/x?v=1 now")
    result = await scene.ann.context_menu(scene.channel, "Find the song here", message)
    assert body(result) == "You ask: listen now"


async def test_a_message_without_text_has_no_song(scene: Scene) -> None:
    message = await scene.ben.send(scene.channel, attachments=[("a.png", b"x")])
    result = await scene.ann.context_menu(scene.channel, "Find the song here", message)
    assert result.ephemeral
    assert "no text" in text(result)


# Forms


async def test_a_command_without_options_opens_its_form(scene: Scene) -> None:
    form = await scene.admin.slash(scene.channel, "keep")
    assert form.modal is not None
    labels = [c["label"] for c in form.modal["components"]]
    assert labels == ["Title", "Note"]
    preview = await scene.admin.submit_modal(form, {"title": "Rain", "note": "soft"})
    assert embed(preview).title == "Save this?"
    saved = await press(scene.admin, preview, "Save")
    assert body(saved) == "Kept Rain."
    assert parts(saved) == []


async def test_with_options_it_works_directly(scene: Scene) -> None:
    assert embed(await scene.admin.slash(scene.channel, "keep", title="Rain")).title


async def test_a_form_opened_again_keeps_what_was_typed(scene: Scene) -> None:
    preview = await scene.admin.slash(scene.channel, "keep", title="Rain", note="soft")
    form = await press(scene.admin, preview, "Change")
    assert form.modal is not None
    filled = [c["component"]["value"] for c in form.modal["components"]]
    assert filled == ["Rain", "soft"]
    changed = await scene.admin.submit_modal(form, {"title": "Storm", "note": "loud"})
    assert "Storm" in body(changed)
    assert changed.response and preview.response
    assert changed.response.id == preview.response.id


async def test_bad_input_can_be_mended(scene: Scene) -> None:
    refused = await scene.admin.slash(scene.channel, "keep", note="soft")
    assert refused.ephemeral
    form = await press(scene.admin, refused, "Open the form")
    assert form.modal is not None
    assert form.modal["components"][1]["component"]["value"] == "soft"


async def test_a_form_that_makes_no_sense_is_an_answer_instead(scene: Scene) -> None:
    result = await scene.admin.slash(scene.channel, "keep", draft="gone")
    assert result.modal is None
    assert "missing" in body(result)


async def test_a_curator_is_let_in_by_role(scene: Scene, client: Client) -> None:
    singers = scene.guild.create_role("Singers")
    await scene.admin.slash(scene.channel, "curators", role=singers)
    (keep,) = [c for c in await client.tree.fetch_commands() if c.name == "keep"]
    scene.guild.set_command_permissions(keep, {singers: True})
    cat = scene.guild.add_member(scene.env.create_user("cat"), roles=[singers])
    assert (await cat.slash(scene.channel, "keep")).modal is not None
    assert embed(await cat.slash(scene.channel, "keep", title="Rain")).title == "Save this?"


async def test_members_do_not_see_what_only_curators_may(scene: Scene) -> None:
    assert "keep" in scene.admin.available_commands(scene.channel)
    assert "keep" not in scene.ann.available_commands(scene.channel)


async def test_a_member_whom_discord_lets_through_is_refused(scene: Scene, client: Client) -> None:
    everyone = scene.guild.default_role
    (keep,) = [c for c in await client.tree.fetch_commands() if c.name == "keep"]
    scene.guild.set_command_permissions(keep, {everyone: True})
    refused = await scene.ann.slash(scene.channel, "keep")
    assert refused.ephemeral
    assert "Manage Server" in body(refused)


async def test_a_permission_lost_before_sending_is_missed(scene: Scene) -> None:
    form = await scene.admin.slash(scene.channel, "keep")
    for role in scene.guild.roles.values():
        if role.name == "Admins":
            scene.env.backend.edit_role(scene.guild.id, role.id, {"permissions": 0})
    refused = await scene.admin.submit_modal(form, {"title": "Rain"})
    assert "Manage Server" in body(refused)


async def test_a_large_file_is_refused_before_it_is_fetched(scene: Scene) -> None:
    result = await scene.ann.slash(scene.channel, "echo", file=("big.csv", b"x" * (LARGEST + 1)))
    assert result.ephemeral
    assert "5.0 MB" in body(result)


async def test_an_uploaded_file_arrives(scene: Scene) -> None:
    result = await scene.ann.slash(scene.channel, "echo", file=("a.csv", b"a,b\n"))
    assert "{'file': 4}" in body(result)


async def test_direct_messages_take_commands(scene: Scene) -> None:
    result = await scene.ann.user.slash("song", song="puddles")
    assert "Puddles" in (embed(result).title or "")
    assert "keep" not in scene.ann.user.available_commands()
