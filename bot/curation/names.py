"""Names as ids and as equals."""

from __future__ import annotations

import unicodedata

LONGEST_SLUG = 40  # an id must fit in a Discord button beside a command and a draft


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def slug(text: str) -> str:
    """``You Are My Everything!`` -> ``you-are-my-everything``; letters of any script are kept."""
    words = "".join(c if c.isalnum() else " " for c in _folded(text)).split()
    return "-".join(words)[:LONGEST_SLUG].strip("-") or "untitled"


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in case, spaces and punctuation at most."""
    return bare(one) == bare(other)


def bare(text: str) -> str:
    """The name without case, spaces and punctuation; as it is where nothing else is in it."""
    return "".join(c for c in _folded(text) if c.isalnum()) or text
