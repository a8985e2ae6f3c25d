"""The pictures in the README, taken of the pages over the real seed: `make pictures` writes them into docs/pictures/."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.conftest import ROOT, told_address

FOLDER = ROOT / "docs" / "pictures"
PICTURES = {
    "compare": ("/compare?actor=donald-trump&actor=vladimir-putin", 1280, 1040),
    "outcomes": ("/outcomes", 1280, 720),
    "document": ("/documents/000-86219e909b20c783", 1280, 760),
}


def main() -> int:
    program = find_chromium()
    if program is None:
        print("No Chromium here: `make browser` installs one.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        settings = os.environ | {"DEMARCHE_STORE": f"{folder}/demarche.db", "DEMARCHE_SEEDS": str(ROOT / "seeds")}
        command = [sys.executable, "-m", "app"]
        subprocess.run([*command, "ingest"], cwd=ROOT, env=settings, check=True)
        log = Path(folder) / "log.txt"
        with log.open("w") as output:
            server = subprocess.Popen([*command, "serve", "--port", "0"], cwd=ROOT, env=settings, stderr=output)
        try:
            take_pictures(program, told_address(server, log))
        finally:
            server.terminate()
            server.wait(timeout=20)
    return 0


def take_pictures(program: Path, address: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=arguments)
        for name, (path, width, height) in PICTURES.items():
            page = chromium.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
            page.goto(address + path)
            page.screenshot(path=FOLDER / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())
