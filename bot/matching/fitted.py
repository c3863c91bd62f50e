"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``
    "sure": (
        -13.0494, 14.9308, -6.6031, -0.8648, -4.3665, 13.6147, -2.8313, -7.1421, 10.3204,
        4.0888, 3.3146, -0.4927, -0.5577, 5.8405, -0.9216,
    ),
    "known": (
        -14.5419, 17.0003, 0.3499, -0.2601, -2.3713, 9.925, -3.6624, -7.5136, 11.3681,
        2.898, 3.0678, -0.2002, 0.4068, 4.8128, -0.0349,
    ),
}  # fmt: skip
