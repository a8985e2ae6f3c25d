"""Taking an address: what is printed where it cannot be had, and the URL that a person should open."""

import gc
import platform
import socket

import pytest
from starlette.types import Receive, Scope, Send

from app.serving import ServingError, address_of, configure, listen, serve_app, share_memory


def test_a_free_port_is_taken_and_its_address_told() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}/"


def test_an_address_for_all_interfaces_is_told_as_this_machine() -> None:
    with listen("0.0.0.0", 0) as listener:
        assert address_of(listener).startswith("http://127.0.0.1:")


def test_a_port_in_use_is_named_with_another_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServingError, match=f"port {port} is in use by another program; choose another: --port"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["no such host", "192.0.2.1", "x" * 300])
def test_an_address_that_is_not_ours_is_named(host: str) -> None:
    with pytest.raises(ServingError, match=f"{host}: no address of this machine"):
        listen(host, 0)


def test_what_is_there_at_the_start_is_looked_at_by_the_collector_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None: ...

    found = []
    monkeypatch.setattr(
        "uvicorn.Server.run", lambda *_, **__: found.append((gc.isenabled(), gc.get_freeze_count() > 0))
    )
    gc.disable()
    try:
        serve_app(app, "127.0.0.1", 0)
    finally:
        gc.enable()
        gc.unfreeze()

    assert found == [(True, True)]


def test_threads_share_memory_where_the_c_library_is_glibc() -> None:
    assert share_memory() == (platform.libc_ver()[0] == "glibc")


def test_uvicorn_takes_the_quick_loop_and_parser() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None: ...

    config = configure(app)
    config.load()

    assert config.http_protocol_class.__module__.endswith("httptools_impl")
    loop = config.get_loop_factory()
    assert loop is not None
    assert loop.__module__.startswith("uvloop")
