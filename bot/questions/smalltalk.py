"""Interjections ("lol ok", "why", "그래"): said to the bot, but asking nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.lexicon import LANGUAGES, joint
from bot.questions.units import Unit, joined

_LONGEST = 4  # units of a phrase that is smalltalk


def is_smalltalk(parts: Sequence[Unit]) -> bool:
    """Whether the whole message is made of interjections; a quoted word is a title."""
    if any(unit.quote for unit in parts):
        return False
    phrases = joint(LANGUAGES).words("smalltalk")
    reached = {0}
    for at in range(len(parts)):
        if at in reached:
            ends = range(at + 1, min(at + _LONGEST, len(parts)) + 1)
            reached |= {end for end in ends if joined(list(parts[at:end])) in phrases}
    return len(parts) in reached
