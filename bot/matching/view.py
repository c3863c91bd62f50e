"""A catalog together with the resolver over its names."""

from __future__ import annotations

from dataclasses import dataclass

from bot.knowledge.catalog import Catalog
from bot.matching.resolver import Resolver


@dataclass(frozen=True, slots=True)
class View:
    """What one caller can see and find. The two are built from the same entities."""

    catalog: Catalog
    resolver: Resolver
