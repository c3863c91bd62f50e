"""Makes text from anywhere safe to print: it can't drive the terminal or turn its order around."""

from __future__ import annotations

import unicodedata

# Cc: escape sequences and other controls. Cs: halves of a surrogate pair, which no encoding takes.
REFUSED = {"Cc", "Cs"}
# Marks and overrides that reorder the text around them, so that it reads as something else.
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
REPLACEMENT = "\ufffd"


def neutral(text: str) -> str:
    """The text with its lines kept, tabs as spaces and nothing in it that acts on a terminal."""
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\t", "    ").splitlines()
    return "\n".join("".join(map(_neutral, line)) for line in lines)


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(neutral(text).split())


def _neutral(character: str) -> str:
    if character in BIDI:
        return ""
    return REPLACEMENT if unicodedata.category(character) in REFUSED else character
