"""Resolutions: what a typed name turned out to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A named part of a score: a bonus (positive) or a penalty (negative)."""

    name: str
    value: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a query may mean. ``name`` is the stored name that matched.

    ``typed`` and ``meant`` are the words that were compared, Hangul as keystrokes: those of one
    reading of the query, and those of one form of the name.
    """

    id: str
    name: str
    score: float
    reasons: tuple[Reason, ...] = ()
    typed: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One entity, certain enough to answer for it."""

    match: Match


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several entities that fit about as well, best first."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nothing fits. ``nearest`` may be offered as suggestions, never answered for."""

    nearest: tuple[Match, ...] = ()


Resolution = Found | Ambiguous | NotFound
