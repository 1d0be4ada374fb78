"""A body from the front, drawn by hand: the left half in parts of the height, mirrored for the right."""

from __future__ import annotations

import numpy as np

from ..outline import Points, smooth


def _mirrored(line: np.ndarray) -> np.ndarray:
    return line * (-1, 1)


def _both(line: Points, steps: int = 8) -> tuple[np.ndarray, np.ndarray]:
    right = smooth(line, steps=steps)
    return right, _mirrored(right)


_HALF: Points = (
    (0.0, 0.0), (0.024, 0.004), (0.041, 0.022), (0.046, 0.050), (0.041, 0.084), (0.028, 0.110), (0.024, 0.128),
    (0.028, 0.146), (0.060, 0.158), (0.096, 0.168), (0.118, 0.185), (0.128, 0.215), (0.134, 0.260), (0.142, 0.305),
    (0.152, 0.345), (0.164, 0.390), (0.174, 0.435), (0.182, 0.458), (0.193, 0.480), (0.198, 0.510), (0.194, 0.535),
    (0.184, 0.544), (0.176, 0.536), (0.170, 0.516), (0.163, 0.507), (0.159, 0.485), (0.157, 0.455), (0.146, 0.415),
    (0.132, 0.365), (0.121, 0.325), (0.111, 0.275), (0.101, 0.232), (0.096, 0.224), (0.093, 0.245), (0.087, 0.300),
    (0.080, 0.350), (0.079, 0.385), (0.087, 0.430), (0.095, 0.475), (0.098, 0.520), (0.096, 0.580), (0.087, 0.650),
    (0.075, 0.705), (0.071, 0.735), (0.074, 0.775), (0.074, 0.815), (0.065, 0.865), (0.053, 0.915), (0.050, 0.940),
    (0.058, 0.965), (0.069, 0.985), (0.066, 0.997), (0.048, 1.0), (0.030, 0.997), (0.025, 0.975), (0.028, 0.945),
    (0.026, 0.910), (0.020, 0.860), (0.016, 0.800), (0.020, 0.750), (0.019, 0.720), (0.013, 0.660), (0.007, 0.580),
    (0.002, 0.525), (0.0, 0.520),
)  # fmt: skip
_right = smooth(_HALF, steps=6)
#: The whole outline, closed.
BODY = np.vstack([_right, _mirrored(_right)[::-1]])
#: Closed outlines of both arms from the armpit and of both legs from the hip, to be coloured from the far end.
ARM = _both([*_HALF[11:33], _HALF[11]])
LEG = _both([*_HALF[37:], (0.0, 0.47), _HALF[37]])
#: Routes from the spine: down an arm to the middle finger, down a leg to the big toe. They fall steadily.
ARM_ROUTES = _both(
    ((0.0, 0.150), (0.055, 0.175), (0.096, 0.200), (0.116, 0.250), (0.128, 0.310), (0.146, 0.375), (0.164, 0.440),
     (0.177, 0.480), (0.186, 0.536)), 16,
)  # fmt: skip
LEG_ROUTES = _both(
    ((0.0, 0.385), (0.022, 0.435), (0.048, 0.500), (0.054, 0.580), (0.048, 0.660), (0.045, 0.735), (0.046, 0.810),
     (0.042, 0.880), (0.038, 0.940), (0.044, 0.990)), 16,
)  # fmt: skip
SPINE = np.array([(0.0, 0.115), (0.0, 0.44)])
KNEE_Y = 0.735


def along(route: np.ndarray, share: float) -> int:
    """Index of the point of a route at which a share of its length is left to the far end."""
    steps = np.hypot(*np.diff(route, axis=0).T)
    run = np.concatenate([[0], np.cumsum(steps)])
    return int(np.searchsorted(run, run[-1] * (1 - share)))
