"""The two locks: they agree, hold no addresses, and leave Django out."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(lock: str) -> dict[str, list[str]]:
    """For each package its versions with their markers; a package may have several for different systems."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / lock).read_text().splitlines():
        if match := re.match(r"([a-z0-9.-]+)==(.+?) \\$", line):
            found.setdefault(match[1], []).append(match[2])
    return found


def test_what_runs_is_what_was_tested() -> None:
    run, develop = map(pins, LOCKS)
    assert "spacy" in run
    assert {name: develop.get(name) for name in run} == run


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "index-url" not in text
    assert text.count("--hash=sha256:") > len(pins(lock)) > 0


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("package", ["django", "asgiref"])
def test_django_is_never_installed(lock: str, package: str) -> None:
    assert all("sys_platform == 'never'" in version for version in pins(lock).get(package, []))
