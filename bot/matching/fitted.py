"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``
    "sure": (
        -13.0508, 14.966, -6.6604, -0.8687, -4.304, 13.6086, -2.8029, -7.1629, 10.2617,
        3.9449, 3.3307, -0.507, -0.5723, 5.7235, -0.9548,
    ),
    "known": (
        -14.5441, 17.0261, 0.3984, -0.2544, -2.4131, 9.9478, -3.6453, -7.4932, 11.2856,
        2.7021, 3.1079, -0.2404, 0.3539, 4.8962, -0.0658,
    ),
}  # fmt: skip
