"""How the time loop is compiled (see ``kernel.py``)."""

import numba

compiled = numba.njit(cache=True, nogil=True)
