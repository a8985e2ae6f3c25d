"""Templates: each says what it is for, stays short, and is used."""

import re
from pathlib import Path

import pytest

from app.pages.render import TEMPLATES, environment

FILES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
NAMED = re.compile(r'"([\w/]+\.html)"')
SOURCES = [*TEMPLATES.rglob("*.html"), *(Path(__file__).parents[2] / "app" / "pages").glob("*.py")]


@pytest.mark.parametrize("name", FILES)
def test_template(name: str) -> None:
    source = (TEMPLATES / name).read_text()

    environment().get_template(name)
    assert source.startswith("{#"), "begin with a comment that says what it is for"
    assert len(source.splitlines()) <= 120
    assert "|safe" not in source.replace(" ", "")


def test_every_template_that_is_named_exists_and_every_one_is_named() -> None:
    named = {name for path in SOURCES for name in NAMED.findall(path.read_text())}
    views = {
        f"{folder}/{part}.html"
        for folder in ("quotes", "demands", "outcomes", "actors", "documents", "network", "timeline", "history")
        for part in ("index", "_list")
    }
    records = {f"records/{record}.html" for record in ("quote", "demand", "outcome")}

    assert named - set(FILES) == set()
    assert set(FILES) - named - views - records == set()
