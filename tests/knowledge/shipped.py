"""The knowledge base that ships, loaded once for the tests about it."""

from __future__ import annotations

import asyncio
from functools import cache

from bot.knowledge.catalog import Catalog
from bot.knowledge.load import load
from bot.settings import ROOT

SHIPPED = ROOT / "knowledge"


@cache
def shipped() -> Catalog:
    """The catalog of ``knowledge/``. Problems in its files fail the test that asks first."""
    loaded = asyncio.run(load(SHIPPED))
    assert loaded.problems == ()
    assert loaded.catalog is not None
    return loaded.catalog
