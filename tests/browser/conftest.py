"""A real Chromium and a real server: the store migrated, the seeds parsed, the pages served on a free port."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, expect, sync_playwright

from app.store.database import migrate
from tests.browser.chromium import find_chromium

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WIDTHS = {1280: 800, 390: 844}

OpenPage = Callable[..., Page]

expect.set_options(timeout=15_000)  # a machine that does other things besides may take longer than the usual 5 s


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for test in items:
        if test.path.is_relative_to(HERE):
            test.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        pytest.fail("no Chromium here: `make test` installs one, or name one in CHROMIUM", pytrace=False)
    # Chromium's sandbox does not start as root, which is who runs tests in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(one_document: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the seeds, without a slash at its end."""
    with served(one_document, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def forty_address(forty_documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over forty documents."""
    with served(forty_documents, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def empty_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a store with nothing in it."""
    folder = tmp_path_factory.mktemp("server")
    migrate(folder / "store.db")
    with served(folder / "store.db", folder) as address:
        yield address


@pytest.fixture(scope="module")
def own_folder(one_document: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store over the seeds (`store.db`) that the tests of one file have for themselves."""
    folder = tmp_path_factory.mktemp("own")
    shutil.copy(one_document, folder / "store.db")
    return folder


@pytest.fixture(scope="module")
def own_address(own_folder: Path) -> Iterator[str]:
    """The address of a server over that store, to write to."""
    with served(own_folder / "store.db", own_folder) as address:
        yield address


@contextmanager
def served(store: Path, folder: Path) -> Iterator[str]:
    settings, log = os.environ | {"DEMARCHE_STORE": str(store)}, folder / "log.txt"
    command = [sys.executable, "-m", "app", "serve", "--port", "0"]
    with log.open("w") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=settings, stderr=output)
    try:
        yield told_address(server, log)
    finally:
        server.terminate()
        server.wait(timeout=20)


def told_address(server: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        if match := re.search(r"http://\S+(?=/)", log.read_text()):
            return match[0]
        time.sleep(0.05)
    pytest.fail(f"the server told no address: {log.read_text()}", pytrace=False)


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """`open_page("/quotes", width=390, javascript=False, dark=True)`: a page in a browser that knows nothing yet.

    After the test no page may have had an error in its console (a breach of the content policy is one), nor a script,
    style or picture that did not arrive.
    """
    with opener(browser, address) as open_at:
        yield open_at


@pytest.fixture
def open_forty(browser: Browser, forty_address: str) -> Iterator[OpenPage]:
    """As `open_page`, over forty documents."""
    with opener(browser, forty_address) as open_at:
        yield open_at


@pytest.fixture
def open_empty(browser: Browser, empty_address: str) -> Iterator[OpenPage]:
    """As `open_page`, over an empty store."""
    with opener(browser, empty_address) as open_at:
        yield open_at


@contextmanager
def opener(browser: Browser, address: str) -> Iterator[OpenPage]:
    faults: list[str] = []
    contexts = []

    def open_at(path: str, *, width: int = 1280, javascript: bool = True, dark: bool = False, zoom: int = 1) -> Page:
        # A browser zoomed to 200 % lays out for half the width and draws every pixel twice as large.
        context = browser.new_context(
            base_url=address,
            viewport={"width": width // zoom, "height": WIDTHS.get(width, 800) // zoom},
            device_scale_factor=zoom,
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        watch(page, faults)
        page.goto(path)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert faults == []


def watch(page: Page, faults: list[str]) -> None:
    def console(message: ConsoleMessage) -> None:
        # What failed to load is seen as a response, which tells a missing script from a page meant to be missing.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            faults.append(f"{page.url}: {message.text}")

    def response(answer: Response) -> None:
        if answer.status >= 400 and answer.request.resource_type != "document":
            faults.append(f"{page.url}: {answer.status} for {answer.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("response", response)
