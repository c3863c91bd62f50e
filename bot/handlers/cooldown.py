"""How often one user may ask: a sliding window per user, bounded in memory."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

MOST_USERS = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """``uses`` within ``seconds``. Written ``8/10``; zero uses switch the cooldown off."""

    uses: int
    seconds: float

    @classmethod
    def parse(cls, text: str) -> Rate:
        """``8/10`` -> eight uses in ten seconds.

        Raises:
            ValueError: The text isn't two positive numbers with a slash between.
        """
        uses, slash, seconds = text.partition("/")
        rate = cls(int(uses), float(seconds) if slash else 0.0)
        if rate.uses < 0 or (rate.uses and not rate.seconds > 0):
            raise ValueError(text)
        return rate


UNLIMITED = Rate(0, 0.0)


class Cooldowns:
    """Remembers the latest uses of each user. A seam: other processes can share another one."""

    def __init__(self, rate: Rate = UNLIMITED, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._uses: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, user: str) -> float:
        """Count one use. Returns 0 if it is allowed, else the seconds to wait (and counts none)."""
        if not self._rate.uses:
            return 0.0
        now = self._clock()
        uses = self._uses.setdefault(user, deque())
        self._uses.move_to_end(user)
        while uses and now - uses[0] >= self._rate.seconds:
            uses.popleft()
        if len(uses) >= self._rate.uses:
            return self._rate.seconds - (now - uses[0])
        uses.append(now)
        while len(self._uses) > MOST_USERS:
            self._uses.popitem(last=False)
        return 0.0
