"""The one drawing surface of a kernel: draws sheets, keeps what does not move, and encodes the picture.

Building a renderer and drawing axes and labels is what makes a matplotlib picture slow. Here the pixels of the
still layers are kept and put back (blitted) before the moving layer is drawn. All sheets share the surface, so
that a notebook of twenty pictures needs the memory of one.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from matplotlib.backends.backend_agg import RendererAgg
from PIL import Image

from .sheet import Sheet


@dataclass
class _Slot:
    """Pixels at one density: the renderer, whose still layers it holds, and a copy of them."""

    size: tuple[int, int]
    renderer: RendererAgg
    still_of: tuple | None = None
    still: object = None


class Surface:
    """Draws sheets into shared pixels, one set for drafts and one for sharp pictures."""

    def __init__(self):
        self._slots: dict[bool, _Slot] = {}

    def draw(
        self, sheet: Sheet, density: float = 1.0, *, revealed: bool = True, draft: bool = False
    ) -> Image.Image:
        """Draw a sheet and return its pixels, valid until the next call.

        Parameters
        ----------
        sheet : Sheet
        density : float
            Device pixels per CSS pixel (1 to 3).
        revealed : bool
            Whether the answer may be seen; if not, only the sheet's frame is drawn.
        draft : bool
            Which of the two sets of pixels to use, so that drafts and sharp pictures do not evict each other.
        """
        sheet.figure.dpi = 72 * density
        slot = self._slot(draft, (round(sheet.width * density), round(sheet.height * density)), density)
        key = (sheet, density, revealed)
        if slot.still_of != key:
            slot.renderer.clear()
            sheet.figure.patch.draw(slot.renderer)
            _draw(sheet.frame + (sheet.fixed if revealed else []), slot.renderer)
            slot.still_of, slot.still = key, slot.renderer.copy_from_bbox(sheet.figure.bbox)
        else:
            slot.renderer.restore_region(slot.still)
        if revealed:
            _draw(sheet.moving + sheet.over, slot.renderer)
        return Image.frombuffer("RGBX", slot.size, slot.renderer.buffer_rgba(), "raw", "RGBX", 0, 1)

    def _slot(self, draft: bool, size: tuple[int, int], density: float) -> _Slot:
        slot = self._slots.get(draft)
        if slot is None or slot.size != size or slot.renderer.dpi != 72 * density:
            slot = self._slots[draft] = _Slot(size, RendererAgg(*size, 72 * density))
        return slot


def _draw(artists, renderer) -> None:
    for artist in artists:
        if artist.get_visible():
            artist.draw(renderer)


def encode(pixels: Image.Image, mime: str = "image/jpeg") -> bytes:
    """Picture bytes: JPEG where speed counts (a twentieth of the time), PNG where every byte must be the same."""
    out = BytesIO()
    if mime == "image/jpeg":
        pixels.save(out, "JPEG", quality=92, subsampling=0)
    else:
        few = pixels.convert("RGB").quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(out, "PNG")  # flat colours: a quarter of the bytes, and no difference to see
    return out.getvalue()


def _give_back_large_buffers() -> None:
    """Let freed pixels go back to the machine at once.

    Having once freed a large buffer, glibc by itself keeps the next ones for later use, which costs each kernel some
    60 MiB. Setting the size from which a buffer is mapped on its own, in bytes, turns that off. Others have no mallopt.
    """
    mmap_threshold, one_mib = -3, 2**20
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(mmap_threshold, one_mib)


_give_back_large_buffers()

#: The surface that every explorable of this kernel draws on.
shared = Surface()
