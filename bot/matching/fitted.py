"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``
    "sure": (
        -12.5582, 15.6783, -2.0696, -2.0246, -8.6422, -6.5374, -9.1774, 2.5798, -7.057,
        0.9563, 10.8485, -1.4103, 0.7033, -2.7737, -0.4141, 1.3196, -7.1806, -1.6828,
        2.1198, 0.3782, -1.7642, 1.4143, 1.9529, 1.3876, -6.9495, -1.9628, -0.0322, -4.8102,
    ),
    "known": (
        -12.2621, 16.0222, -3.1319, -2.4698, -7.2116, -7.5403, -9.3982, 1.2947, -5.8121,
        0.7461, 7.9561, -0.9573, 0.2947, -1.9528, -0.5546, 0.874, -6.0305, -1.3716, 1.1766,
        -1.7524, -1.6508, 0.6347, 0.413, 1.714, -6.699, -2.5998, -0.0351, -4.1789,
    ),
}  # fmt: skip
