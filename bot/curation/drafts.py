"""What somebody has typed for a command and not yet saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """Arguments by parameter. ``token`` names them in a button; only ``member`` may use it."""

    token: str
    server: str
    member: str
    command: str
    arguments: Mapping[str, str]
