"""The Chromium that the browser tests drive. As a command: install one where there is none, or fail and say so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path | None:
    """A Chromium that starts: the one named by CHROMIUM, one on the path, or Playwright's own; or None."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [shutil.which(name) for name in NAMES] + [playwright_chromium()]
    return next((Path(program) for program in candidates if program and starts(program)), None)


def starts(program: str) -> bool:
    """Whether it tells its version. Some systems put a `chromium-browser` on the path that only asks for a package."""
    try:
        return subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwright_chromium() -> str:
    """Where Playwright keeps its own Chromium, whether it is there or not."""
    # In a process of its own: Playwright starts a driver to answer this, and pytest-side loops must not meet it.
    script = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    return answer.stdout.strip()


def install_chromium() -> None:
    """Debian's package where we may install one, else Playwright's download. Either may fail; look again."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        update = subprocess.run(["apt-get", "update", "-q"], env=environment, check=False)
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
        if update.returncode == 0 and subprocess.run(install, env=environment, check=False).returncode == 0:
            return
    command = [sys.executable, "-m", "playwright", "install", *(["--with-deps"] if root else []), "chromium"]
    subprocess.run(command, check=False)


def main() -> int:
    if find_chromium():
        return 0
    print("No Chromium here: installing one for the browser tests …", file=sys.stderr)
    install_chromium()
    if find_chromium():
        return 0
    print(
        "The browser tests need a Chromium and none could be installed. Install one (Debian: apt-get install chromium) "
        "or name one in CHROMIUM. `make check` runs the tests that need none.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
