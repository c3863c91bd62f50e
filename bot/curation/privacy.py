"""What is kept about a person, and what it takes to forget them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is stored about one person, in plain values, by what it is."""

    changes: tuple[Mapping[str, object], ...] = ()
    drafts: tuple[Mapping[str, object], ...] = ()
    suggestions: tuple[Mapping[str, object], ...] = ()
    reviews: tuple[Mapping[str, object], ...] = ()
    notices: tuple[Mapping[str, object], ...] = field(default=())

    @property
    def total(self) -> int:
        """How many entries there are in all."""
        lists = (self.changes, self.drafts, self.suggestions, self.reviews, self.notices)
        return sum(map(len, lists))
