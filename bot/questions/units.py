"""A question cut into units: one Latin word or number, or one Hangul, Kana or Han character.

Scripts that are written without spaces (or, as Korean in chat, with careless ones) are looked at
character by character, so that "거미노래" and "거미 노래" are read alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 500  # characters of a question that are read; the rest is ignored
MOST = 120  # units that are read: the bound of the work

_EAST = r"\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff々ー"
_UNIT = re.compile(rf"[{_EAST}]|[^\W_{_EAST}]+")
_HANGUL = re.compile(r"[가-힣]+$")
_EASTERN = re.compile(rf"[{_EAST}]")
_QUOTES = {
    "'": "'",
    '"': '"',
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "«": "»",
}
_NOISE = re.compile(r"<[@#:a][^>\s]{0,80}>|https?://\S+|\|\||[*_~`]+|[\u200b-\u200f\u2060\ufeff]")
_COUNTED = re.compile(r"\b(ep|eps|epi|episode|part|pt|season|s|e|vol)\.?(\d{1,3})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``glued``: nothing stands between it and the unit before; ``quote``: its pair."""

    text: str
    word: str
    start: int
    end: int
    eastern: bool
    glued: bool
    quote: int
    stop: bool  # punctuation that separates stands before it

    @property
    def hangul(self) -> bool:
        """Whether it is a syllable of Hangul."""
        return "가" <= self.word[0] <= "힣"


def clean(text: str) -> str:
    """The text that is read: normalised, without mentions, addresses and markup, and bounded."""
    plain = _NOISE.sub(" ", unicodedata.normalize("NFKC", text[: 2 * LONGEST]))
    return _COUNTED.sub(r"\1 \2", " ".join(plain.split()))[:LONGEST]


def _quoted(text: str) -> list[int]:
    """For every character the number of the quotation it stands in, 0 for none."""
    marks, number, at = [0] * len(text), 0, 0
    if _QUOTES.keys().isdisjoint(text):
        return marks
    while at < len(text):
        close = text.find(_QUOTES[text[at]], at + 1) if _opens(text, at) else -1
        if 0 < close - at <= 80 and _closes(text, close):
            number += 1
            marks[at : close + 1] = [number] * (close + 1 - at)
            at = close
        at += 1
    return marks


def _opens(text: str, at: int) -> bool:
    return text[at] in _QUOTES and (at == 0 or not text[at - 1].isalnum() or text[at] not in "'")


def _closes(text: str, at: int) -> bool:
    """An apostrophe inside a word closes nothing; Korean particles may follow a quotation."""
    after = text[at + 1 : at + 2]
    return not after.isalnum() or bool(_EASTERN.match(after)) or text[at] != "'"


def bare(word: str) -> str:
    """The word without case and without accents; Hangul stays composed."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.casefold())
    kept = "".join(c for c in apart if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", kept)


def units(text: str) -> list[Unit]:
    """The units of a cleaned text."""
    marks, found, before = _quoted(text), [], 0
    for match in list(_UNIT.finditer(text))[:MOST]:
        start, end = match.span()
        gap = text[before:start]
        word = bare(match.group())
        eastern = bool(_EASTERN.match(word))
        stop = any(c in ",;:.!?…·/|&+()[]—-、。，" for c in gap.strip() or ()) and start > 0
        found.append(
            Unit(
                match.group(), word, start, end, eastern, not gap and start > 0, marks[start], stop
            )
        )
        before = end
    return found


def joined(parts: list[Unit]) -> str:
    """The units as one key: Latin words apart, eastern characters together."""
    key = ""
    for i, unit in enumerate(parts):
        apart = i > 0 and not (unit.eastern or parts[i - 1].eastern)
        key += (" " if apart else "") + unit.word
    return key


def key(phrase: str) -> str:
    """The key of a phrase of the language data, and of a name."""
    if phrase.isalpha() and _HANGUL.match(phrase):
        return phrase
    return joined(units(unicodedata.normalize("NFKC", phrase)))
