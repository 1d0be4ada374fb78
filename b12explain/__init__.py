"""Can vitamin B12 repair nerve damage? Sourced numbers, models, figures and explorables.

>>> import b12explain
>>> float(b12explain.quantity("intakes.us_rda_adults_19_30"))
2.4
"""

from importlib import import_module

#: Public name → the module that holds it. Modules are imported when first asked for, so that this import is quick.
_HOMES = {
    "cite": "bibliography",
    "quantity": "quantities",
    "reference_list": "bibliography",
    "table": "tables",
    "explore": "",
}

__all__ = ["cite", "explore", "quantity", "reference_list", "table"]
__version__ = "0.1.0"


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOMES[name]
    if not home:
        return import_module(f"{__name__}.{name}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__():
    return sorted(__all__)
