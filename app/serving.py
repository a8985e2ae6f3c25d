"""Listening on an address, with a plain message where that cannot be done, and serving an application there."""

import ctypes
import errno
import gc
import os
import socket
import sys
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from app.records import DemarcheError

ARENAS, M_ARENA_MAX = 2, -8  # the latter is glibc's number for the setting
# How long open connections may finish after Ctrl+C.
GRACE_SECONDS = 5


class ServingError(DemarcheError):
    """The address cannot be listened on; the message says why and what to do."""


def serve_app(app: ASGIApp, host: str, port: int) -> None:
    """Serve until interrupted; prints the address on standard error once it is taken. Raises ServingError."""
    with listen(host, port) as listener:
        config = configure(app)
        # All that is there now stays as long as the process: whoever looks for cycles need not look at it again.
        gc.freeze()
        gc.enable()
        share_memory()
        tell(listener)
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)


def serve_workers(factory: str, host: str, port: int, workers: int) -> None:
    """The same by several processes, which all listen to one address; `factory` is where each finds the function that
    makes its application (`"app.main:create_app"`).

    One that dies is started anew; Ctrl+C stops all. Raises ServingError, also where one cannot even start.
    """
    with listen(host, port) as listener:
        config = configure(factory, factory=True, workers=workers)
        os.environ.setdefault("MALLOC_ARENA_MAX", str(ARENAS))  # for the workers
        tell(listener)
        supervisor = Multiprocess(config, [listener])
        supervisor.run()
    if any(process.exitcode == STARTUP_FAILURE for process in supervisor.processes):
        raise ServingError("a worker could not start, so all were stopped; what stands above says why")
    print("Stopped.", file=sys.stderr)


def share_memory() -> bool:
    """Let threads use what others have given back; False where the system's C library is another than glibc.

    It would keep an arena for each thread, most of it idle: with eight files being sent, a fifth of all memory.
    """
    try:
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS))
    except (OSError, AttributeError, TypeError):
        return False


def configure(app: ASGIApp | str, **more: Any) -> uvicorn.Config:
    """uvicorn's own choices besides: uvloop and httptools, where they are installed."""
    return uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=GRACE_SECONDS, **more
    )


def tell(listener: socket.socket) -> None:
    print(f"Demarche is at {address_of(listener)} (Ctrl+C stops it)", file=sys.stderr, flush=True)


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address. Bound here rather than by uvicorn, which tells of a failure in its log alone."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (OSError, UnicodeError) as error:
        raise ServingError(f"{host}: no address of this machine; try --host 127.0.0.1") from error
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise ServingError(why_not(error, host, port)) from error
    return listener


def why_not(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return (
                f"port {port} is in use by another program; choose another: --port {port + 1 if port < 65535 else 8000}"
            )
        case errno.EACCES | errno.EPERM:
            return f"port {port} may not be used by this user; choose one above 1023: --port 8000"
        case errno.EADDRNOTAVAIL:
            return f"{host}: no address of this machine; try --host 127.0.0.1"
    return f"cannot listen on {host}, port {port}: {error.strerror}"


def address_of(listener: socket.socket) -> str:
    """The URL under which a browser on this machine finds it: a wildcard address is no place to go to."""
    host, port = listener.getsockname()[:2]
    if host in ("0.0.0.0", "::"):
        host = "127.0.0.1" if host == "0.0.0.0" else "::1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
