"""What was last talked about, remembered for some minutes, in the memory of this process."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.questions.answer import Context

MINUTES = 10
MOST = 10_000  # conversations; the one that was silent longest is forgotten first

Talk = tuple[str, str, str]
"""Who asked, in which server, in which channel. One person's talk is never another's."""


class RecentContexts:
    """Contexts by conversation. ``clock`` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST) -> None:
        self._clock = clock
        self._most = most
        self._kept: OrderedDict[Talk, tuple[float, Context]] = OrderedDict()

    async def recall(self, talk: Talk) -> Context | None:
        """What the last answer in that conversation was about, unless too long ago."""
        kept = self._kept.get(talk)
        if kept is None:
            return None
        if self._clock() - kept[0] > MINUTES * 60:
            del self._kept[talk]
            return None
        return kept[1]

    async def remember(self, talk: Talk, context: Context) -> None:
        """Keep what an answer was about in place of what was kept before."""
        self._kept[talk] = (self._clock(), context)
        self._kept.move_to_end(talk)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
