"""What Discord sends, as small as the client takes it.

Shapes: https://discord.com/developers/docs (gateway events, interactions, message objects).
"""

from __future__ import annotations

import time
from itertools import count
from typing import Any

Payload = dict[str, Any]

APPLICATION, BOT, OWNER = "100000000000000001", "100000000000000001", "100000000000000002"
GUILD, CHANNEL, CURATORS = "200000000000000001", "200000000000000002", "200000000000000003"
EPOCH = 1420070400000  # Discord's, in milliseconds

_counter = count(1)


def snowflake() -> str:
    """A new id that carries the present time, as Discord's do."""
    return str(((int(time.time() * 1000) - EPOCH) << 22) + next(_counter))


def user(id: str, name: str, *, bot: bool = False) -> Payload:
    return {"id": id, "username": name, "discriminator": "0", "avatar": None, "bot": bot}


def member(id: str, name: str, permissions: int) -> Payload:
    return {
        "user": user(id, name),
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": str(permissions),
    }


def application() -> Payload:
    return {
        "id": APPLICATION,
        "name": "Ostinato",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": 0,
        "owner": user(OWNER, "owner"),
        "team": None,
    }


def role(id: str, name: str) -> Payload:
    return {
        "id": id,
        "name": name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": str(1 << 10 | 1 << 11 | 1 << 14),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def channel(id: str = CHANNEL, name: str = "general") -> Payload:
    return {
        "id": id,
        "type": 0,
        "guild_id": GUILD,
        "name": name,
        "position": 0,
        "permission_overwrites": [],
        "parent_id": None,
        "nsfw": False,
        "topic": None,
    }


def direct_channel(recipient: str) -> Payload:
    """The channel of direct messages with somebody; it has that person's id plus one million."""
    return {
        "id": str(int(recipient) + 1_000_000),
        "type": 1,
        "last_message_id": None,
        "recipients": [user(recipient, "somebody")],
    }


def guild() -> Payload:
    nothing: dict[str, list[Payload]] = {
        key: []
        for key in (
            "emojis", "features", "stickers", "voice_states", "threads", "presences",
            "stage_instances", "guild_scheduled_events", "soundboard_sounds",
        )
    }  # fmt: skip
    return {
        "id": GUILD,
        "name": "The simulated server",
        "owner_id": OWNER,
        "icon": None,
        "roles": [role(GUILD, "@everyone"), role(CURATORS, "curators")],
        "channels": [channel()],
        "members": [{**member(BOT, "ostinato", 0), "user": user(BOT, "ostinato", bot=True)}],
        "member_count": 1,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "system_channel_flags": 0,
        "premium_tier": 0,
        "nsfw_level": 0,
        "preferred_locale": "en-US",
        "joined_at": "2026-01-01T00:00:00+00:00",
        "large": False,
        **nothing,
    }


def message(author: Payload, content: str = "", **more: Any) -> Payload:
    return {
        "id": snowflake(),
        "channel_id": CHANNEL,
        "author": author,
        "content": content,
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        **more,
    }


def bot_message(data: Payload) -> Payload:
    """The message that Discord makes of what the bot sent."""
    keep = ("content", "embeds", "components", "flags")
    return message(user(BOT, "ostinato", bot=True), **{k: data[k] for k in keep if data.get(k)})


def interaction(kind: int, who: Payload, data: Payload, **more: Any) -> Payload:
    return {
        "id": snowflake(),
        "application_id": APPLICATION,
        "type": kind,
        "token": f"token-{snowflake()}",
        "version": 1,
        "data": data,
        "guild_id": GUILD,
        "channel_id": CHANNEL,
        "channel": channel(),
        "member": who,
        "locale": "en-US",
        "guild_locale": "en-US",
        "app_permissions": str(1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16),
        "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD},
        "context": 0,
        "attachment_size_limit": 10485760,
        **more,
    }
