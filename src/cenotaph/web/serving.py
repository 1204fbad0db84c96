"""Starting the server, or saying in a sentence why it cannot be started."""

import socket
import webbrowser
from ipaddress import ip_address
from threading import Timer

from cenotaph.problems import CenotaphError
from cenotaph.web.settings import Settings

_SECONDS_TO_START = 0.6


def serve(settings: Settings, *, browse: bool) -> None:
    """Serve the workbench until it is stopped; with `browse`, open it in the browser. CenotaphError where the address
    cannot be used."""
    check(settings)
    import uvicorn

    from cenotaph.web.app import workbench

    app = workbench(settings)
    if browse:
        Timer(_SECONDS_TO_START, webbrowser.open, (address(settings),)).start()
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
    )


def address(settings: Settings) -> str:
    """Where the workbench is found."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"


def check(settings: Settings) -> None:
    """CenotaphError if others could reach the workbench without an account, or if the address is taken."""
    if settings.accounts is None and not is_loopback(settings.host):
        raise CenotaphError(
            f"{settings.host} can be reached from other machines, and nobody has to log in; make accounts with "
            "`cenotaph accounts NAME --role editor` and serve with --accounts FILE, or leave --host out."
        )
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise CenotaphError(
                f"{address(settings)} cannot be used ({(error.strerror or str(error)).lower()}); "
                "choose another port with --port."
            ) from error


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
