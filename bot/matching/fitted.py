"""Written by ``python -m benchmarks.fit --write``: do not edit by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

COEFFICIENTS: Final[Mapping[str, Sequence[float]]] = {  # in the order of ``FEATURES``
    "sure": (
        -13.0482, 14.9623, -6.6832, -0.874, -4.311, 13.6233, -2.8022, -7.164, 10.2528,
        3.9318, 3.3169, -0.5035, -0.5654, 5.7235, -0.9461,
    ),
    "known": (
        -14.5547, 17.0365, 0.3632, -0.3583, -2.4278, 9.9249, -3.6417, -7.492, 11.3029, 2.7,
        3.1038, -0.2386, 0.3438, 4.9211, -0.0402,
    ),
}  # fmt: skip
