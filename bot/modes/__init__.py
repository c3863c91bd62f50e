"""What the command line can run, by the work it is for: talking, editing, keeping."""

from __future__ import annotations

from bot.modes import edit, keep, talk
from bot.modes.mode import Mode

MODES: tuple[Mode, ...] = (*talk.MODES, *edit.MODES, *keep.MODES)
