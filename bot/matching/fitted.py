"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``
    "sure": (
        -12.8584, 15.5691, -1.8697, -1.6488, -7.4508, -4.9359, -7.9254, 3.9668, -10.8524,
        1.048, 10.8288, -1.0217, 0.5585, -2.1149, -0.3583, 1.4474, -6.0129, -0.8408, 0.9104,
        -1.9794, -2.449, 0.7308, 1.6798, 1.4519, -6.6189, -1.5454, -0.0404, -5.0048,
    ),
    "known": (
        -12.3257, 15.6055, -3.1002, -1.8931, -5.9893, -5.8945, -8.1574, 2.3446, -9.5125,
        0.8168, 8.233, -0.5674, 0.2195, -1.6, -0.3608, 1.1553, -5.487, -0.7421, 0.4663,
        -2.5976, -2.0629, 0.2518, 0.9439, 1.7085, -6.9892, -2.0673, -0.0357, -4.6142,
    ),
}  # fmt: skip
