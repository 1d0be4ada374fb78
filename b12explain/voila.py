"""What Voila needs to show the notebooks: pictures that lie beside their folder.

``jupyter-data/etc/voila.json`` names it.
"""

from __future__ import annotations

from voila.exporter import VoilaMarkdownRenderer


class PictureRenderer(VoilaMarkdownRenderer):
    """Puts ``../assets/…`` into the page, from the top folder that Voila serves.

    Voila's own renderer takes such an address to lead out of what it serves, and shows no page at all.
    """

    def image(self, text: str, url: str, title: str | None = None):
        """Render ``![text](url)``."""
        return super().image(text, url.removeprefix("../"), title)
