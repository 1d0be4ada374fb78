"""A Jupyter server extension that sends a kernel's replies at once.

Jupyter leaves Nagle's algorithm on for kernel websockets: the second and later messages of a reply then wait
for the browser's delayed acknowledgement, some 40 ms at every step of a drag. Setting TCP_NODELAY more than
doubles the number of pictures a second. Only processes that serve notebooks import this module.
"""

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

_SETTING = "kernel_websocket_connection_class"


class _Undelayed:
    """Mixed into a kernel's websocket connection class: sets TCP_NODELAY when the websocket has opened."""

    websocket_handler: Any
    log: Any

    def connect(self) -> Any:
        """Connect to the kernel as before, over a socket that does not wait to fill its packets.

        Jupyter calls this once the websocket is open; anything set earlier is undone by tornado.
        """
        try:
            self.websocket_handler.set_nodelay(True)
        except Exception as error:  # slower pictures are better than no kernel
            self.log.warning("b12explain could not set TCP_NODELAY, so drags will be slower: %r", error)
        return super().connect()  # type: ignore[misc]


class UndelayedConnection(_Undelayed, ZMQChannelsWebsocketConnection):
    """Jupyter's own kernel websocket connection, without the delay; Voila is configured with this name."""


def undelayed(connection_class: type) -> type:
    """Return a subclass of `connection_class` that sets TCP_NODELAY; the class itself if it does so already.

    Raises
    ------
    TypeError
        If the class has no ``connect``, where the socket would be set.
    """
    if not callable(getattr(connection_class, "connect", None)):
        raise TypeError(f"{connection_class!r} has no method connect(), so TCP_NODELAY cannot be set there")
    if issubclass(connection_class, _Undelayed):
        return connection_class
    if connection_class is ZMQChannelsWebsocketConnection:
        return UndelayedConnection
    return type(f"Undelayed{connection_class.__name__}", (_Undelayed, connection_class), {})


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "b12explain.server"}]


def _load_jupyter_server_extension(server_app: Any) -> None:
    settings = server_app.web_app.settings
    try:
        settings[_SETTING] = undelayed(settings[_SETTING])
    except (KeyError, TypeError) as error:
        server_app.log.warning("b12explain could not set TCP_NODELAY, so drags will be slower: %r", error)
    else:
        server_app.log.info("b12explain: kernel websockets answer without delay")
