"""What a server has decided about the bot. Sensible without ever being set."""

from __future__ import annotations

from dataclasses import dataclass

SETTINGS_ID = "settings"  # a server has one record of them


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server's settings.

    ``curator_role`` may curate beside those with Manage Server. In ``quiet`` channels only the
    asker sees the answer. Scenes of episodes up to ``spoilers_above`` are told openly, later ones
    stay hidden until the reader asks; None hides them all.
    """

    curator_role: str | None = None
    quiet: tuple[str, ...] = ()
    suggestions: bool = True
    spoilers_above: int | None = None
    id: str = SETTINGS_ID
