"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``
    "sure": (
        -13.2401, 16.2675, -2.1909, -1.7122, -8.1555, -5.3681, -8.1236, 2.6706, -10.312,
        0.9416, 10.9392, -1.1757, 0.6941, -2.2585, -0.3595, 1.27, -5.6198, -0.8238, 0.2396,
        -3.2566, -3.0927, 0.8059, 2.4515, 1.3403, -6.6445, -1.6412, -0.0366, -4.7537,
    ),
    "known": (
        -13.0977, 16.7978, -3.2761, -2.1056, -6.7459, -6.3829, -8.3407, 1.069, -9.6687,
        0.6652, 8.0537, -0.7561, 0.4081, -1.7558, -0.3631, 0.9895, -5.1444, -0.7499,
        -0.2048, -4.0164, -2.7412, 0.3635, 1.7533, 1.7338, -7.043, -2.2065, -0.0282,
        -4.3509,
    ),
}  # fmt: skip
