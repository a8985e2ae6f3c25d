"""The help page: every rule is on it, and the figures are those of the file, or are said to be missing."""

from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape
from starlette.testclient import TestClient

from app.pages import help
from app.pages.figures import FIGURES, Figures, Row, read_figures
from app.parsing.rules import RULES

WRITTEN = """
measured_on = 2031-05-06
parser_version = "1.0"
articles = 6

[[row]]
kind = "quotes"
gold = 120
parsed = 110
found = 99
right = 96
"""


def test_every_rule_is_explained_under_its_record(client: TestClient) -> None:
    page = client.get("/help").text

    assert [rule.name for rule in RULES.values() if str(escape(rule.title)) not in page] == []
    assert sum(
        len(group.rules) for titles in help.KINDS.values() for group in help.group_rules(titles, RULES.values())
    ) == len(RULES)


def test_missing_figures_are_said_to_be_missing(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(help, "read_figures", lambda: None)

    assert "No figures have been measured" in client.get("/help").text


def test_figures_are_shown_as_so_many_of_a_hundred(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "figures.toml"
    path.write_text(WRITTEN)
    figures = read_figures(path)

    assert figures == Figures(date(2031, 5, 6), "1.0", 6, (Row("quotes", 120, 110, 99, 96),))
    monkeypatch.setattr(help, "read_figures", lambda: figures)
    page = client.get("/help").text
    assert "6 May 2031" in page
    for column, number in (("found", 82), ("there", 90), ("right", 97)):
        assert f'data-column="{column}">{number}<' in page


def test_no_file_no_figures(tmp_path: Path) -> None:
    assert read_figures(tmp_path / "figures.toml") is None


def test_the_file_that_is_here_can_be_read() -> None:
    assert (read_figures() is not None) == FIGURES.exists()


def test_every_page_leads_to_it(client: TestClient) -> None:
    assert 'href="/help"' in client.get("/quotes").text
