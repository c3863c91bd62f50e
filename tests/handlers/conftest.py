from __future__ import annotations

import pytest

from bot.handlers.registry import COMMANDS
from bot.handlers.services import Services
from bot.knowledge.catalog import Catalog
from bot.store.store import Store
from tests.fixed import LaidOver


@pytest.fixture
def curating(catalog: Catalog, store: Store) -> Services:
    """Services over the shared catalog, with each server's list laid over it."""
    return Services(commands=COMMANDS, knowledge=LaidOver(catalog, store.tracks), store=store)
