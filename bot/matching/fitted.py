"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``
    "sure": (
        -14.2492, 15.777, -6.7343, -1.1799, -3.7185, 15.2331, -2.0786, -7.372, 13.8318,
        5.1464, 4.3558, -0.4217, -0.0269, 4.1921, -0.1824,
    ),
    "known": (
        -15.6589, 17.7086, 0.1326, -0.5736, -1.2492, 11.9915, -3.0161, -7.3758, 14.5219,
        4.4881, 4.0022, -0.2737, 0.4446, 3.1531, 0.1792,
    ),
}  # fmt: skip
