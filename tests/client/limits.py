"""Discord's limits, of which it refuses the whole message for breaking one."""

from __future__ import annotations

from typing import Any

import discord


def check_card(embed: discord.Embed) -> None:
    assert 0 < len(embed) <= 6000
    assert len(embed.title or "") <= 256
    assert len(embed.description or "") <= 4096
    assert len(embed.footer.text or "") <= 2048
    assert len(embed.fields) <= 25
    for field in embed.fields:
        assert 0 < len(field.name or "") <= 256
        assert 0 < len(field.value or "") <= 1024


def check_components(rows: list[dict[str, Any]]) -> None:
    assert len(rows) <= 5
    parts = [part for row in rows for part in row["components"]]
    assert all(len(row["components"]) <= 5 for row in rows)
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids))
    assert all(0 < len(one) <= 100 for one in ids)
    for part in parts:
        if "options" in part:
            _check_options(part["options"])
        else:
            assert 0 < len(part["label"]) <= 80
            assert len(part.get("url") or "") <= 512


def _check_options(options: list[dict[str, Any]]) -> None:
    assert 0 < len(options) <= 25
    values = [option["value"] for option in options]
    assert len(values) == len(set(values))
    for option in options:
        assert 0 < len(option["label"]) <= 100
        assert 0 < len(option["value"]) <= 100
