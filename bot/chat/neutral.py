"""Makes text from anywhere safe to print: it can't drive the terminal or turn its order around."""

from __future__ import annotations

import re

# Escape sequences and other controls, and halves of a surrogate pair, which no encoding takes.
REFUSED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Marks and overrides that reorder the text around them, so that it reads as something else.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
REPLACEMENT = "\ufffd"


def neutral(text: str) -> str:
    """The text with its lines kept, tabs as spaces and nothing in it that acts on a terminal."""
    if text.isascii() and text.isprintable():
        return text
    lines = "\n".join(text.replace("\t", "    ").splitlines())
    return REFUSED.sub(REPLACEMENT, BIDI.sub("", lines))


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(neutral(text).split())
