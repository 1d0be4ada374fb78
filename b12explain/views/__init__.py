"""Figures: a class per picture with ``update(result)``; :mod:`.style` is the only home of a colour or a size."""
