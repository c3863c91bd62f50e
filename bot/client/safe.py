"""Plain text made safe for Discord: nothing in it formats, links, pings or grows too long.

discord.py's ``escape_markdown`` leaves the second of two masked links on a line alive, so a song's
title could carry a link that says one address and opens another; hence an own rule.
"""

from __future__ import annotations

import re
from urllib.parse import quote

CONTENT = 2000  # characters of a message
ELLIPSIS = "…"
BLANK = "\u200b"  # where Discord demands some text and there is none

_ADDRESS = re.compile(r"(https?://[^\s<>()\[\]|*`~\\]+)")
_INLINE = re.compile(r"[\\*_~`|<@]|\](?=\()")
_LINE_START = re.compile(r"(?m)^([ \t]*)([#>-])")
_TOLD = re.compile(r"\b(member|role|channel) (\d{15,20}(?:, \d{15,20})*)")
_SIGNS = {"member": "@", "role": "@&", "channel": "#"}
_NUMBERED = re.compile(r"(\[\d+\] )?(.*)", re.DOTALL)
_RESERVED = "/:?&=#%+,;@!$'*-._~"


def escaped(text: str) -> str:
    """The text with a backslash before whatever Discord would read as more than text.

    Web addresses stay as they are, for a backslash would become part of the link.
    """
    parts = _ADDRESS.split(text.replace("\x00", ""))
    return "".join(part if place % 2 else _escape(part) for place, part in enumerate(parts))


def _escape(text: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _INLINE.sub(r"\\\g<0>", text))


def cut(text: str, limit: int) -> str:
    """The text, at most ``limit`` characters of it, cut at a word and marked with an ellipsis."""
    if len(text) <= limit:
        return text
    kept = text[: max(limit - 1, 0)]
    word = max(kept.rfind(" "), kept.rfind("\n"))
    if word > limit // 2:
        kept = kept[:word]
    return kept.rstrip().rstrip("\\") + ELLIPSIS if limit > 0 else ""


def shown(text: str, limit: int) -> str:
    """The text escaped and cut."""
    return cut(escaped(text), limit)


def lively(text: str, limit: int) -> str:
    """The same, where members, roles and channels that are told by id show by name.

    Nobody is notified: messages are sent without permission to mention.
    """
    return cut(_TOLD.sub(_mentions, escaped(text)), limit)


def _mentions(told: re.Match[str]) -> str:
    kind, ids = told.groups()
    return ", ".join(f"<{_SIGNS[kind]}{one}>" for one in ids.split(", "))


def hidden(text: str, limit: int) -> str:
    """The text behind a spoiler bar that the reader has to press."""
    return f"||{shown(text, limit - 4)}||"


def linked(label: str, url: str | None) -> str:
    """The label as a masked link, a number ahead of it left out; plain without a web address."""
    if url is None or not url.startswith(("https://", "http://")):
        return escaped(label)
    number, name = _NUMBERED.fullmatch(label).groups("")  # type: ignore[union-attr] # matches all
    text = escaped(name).replace("[", r"\[").replace("]", r"\]")
    return f"{number}[{text}]({quote(url, safe=_RESERVED)})"
