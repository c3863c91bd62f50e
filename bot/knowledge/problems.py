"""What can be wrong with the knowledge files, told to whoever edits them."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

Path = tuple[str | int, ...]  # from the top of a document: ("soundtrack", 0, "title")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a path within one file, before its line is looked up."""

    path: Path
    text: str
    remedy: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, where it is, and what to do about it. ``line`` counts from 1."""

    file: str
    line: int | None
    key: str
    text: str
    remedy: str

    def __str__(self) -> str:
        """One line, in the form that editors and terminals make clickable."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        key = f" {self.key}:" if self.key else ""
        return f"{place}:{key} {self.text}. {self.remedy}"


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that a mistyped one most likely means, or None when nothing is close."""
    hit = process.extractOne(
        word, known, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=70
    )
    return hit[0] if hit else None


def did_you_mean(word: str, known: list[str]) -> str:
    """``Did you mean x? `` with a trailing space, or nothing at all."""
    guess = nearest(word, known)
    return f'Did you mean "{guess}"? ' if guess else ""
