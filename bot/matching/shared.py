"""How many letters names share with a query, in their order: a measure for thousands at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from bot.matching.packed import Array
from bot.matching.query import Asked


def in_common(asked: Asked, keys: Sequence[bytes], lengths: Array) -> tuple[Array, Array]:
    """How far each key and the query share letters in their order: in part, and at the very most.

    Args:
        asked: What was typed.
        keys: Letters of names.
        lengths: Of the keys; at least 1.
    """
    typed = asked.letters.encode()
    common = process.cdist(keys, [typed], scorer=LCSseq.similarity, dtype=np.float32)[:, 0]
    size = max(len(typed), 1)
    shorter, longer = np.minimum(lengths, size), np.maximum(lengths, size)
    part = common / shorter - 0.15 - 0.35 * (1 - shorter / longer)
    return part, np.maximum(part, common / np.where(lengths >= size, size, longer) - 0.04)
