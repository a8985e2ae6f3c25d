"""What the documentation tells people to type exists: targets, commands, options, settings and files."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from app.cli import cli
from app.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md")), ROOT / "seeds" / "README.md"]
TEXT = {str(page.relative_to(ROOT)): page.read_text() for page in PAGES if page.exists()}
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
GROUP = get_command(cli)
COMMANDS: dict[str, set[str]] = {
    name: {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
    for name, command in getattr(GROUP, "commands").items()  # noqa: B009
}


def found(pattern: str) -> list[tuple[str, str]]:
    """Each thing that the pattern's group finds in the documentation, with its page."""
    matches = {(page, match) for page, text in TEXT.items() for match in re.findall(pattern, text)}
    assert matches, f"the documentation has nothing like {pattern}: mend the pattern"
    return sorted(matches)


@pytest.mark.parametrize(("page", "target"), found(r"(?m)(?:`|^ {4})make ([a-z][a-z-]*)"))
def test_targets_exist(page: str, target: str) -> None:
    assert target in TARGETS


@pytest.mark.parametrize(("page", "line"), found(r"(?:python -m app|(?:`|^ {4}|bin/)demarche) +([a-z-][^`\n|>]*)"))
def test_commands_and_their_options_exist(page: str, line: str) -> None:
    name, *rest = line.split()
    if name in ("-h", "--help"):
        return
    assert name in COMMANDS
    assert {word.split("=")[0] for word in rest if word.startswith("--")} <= COMMANDS[name]


@pytest.mark.parametrize(("page", "name"), found(r"DEMARCHE_([A-Z_]+)"))
def test_settings_exist(page: str, name: str) -> None:
    assert name.lower() in Settings.model_fields


@pytest.mark.parametrize(("page", "link"), found(r"\]\((?!https?:|#)([^)#]+)"))
def test_linked_files_exist(page: str, link: str) -> None:
    assert ((ROOT / page).parent / link).exists()


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/*.md")), ids=lambda page: page.name)
def test_the_readme_names_every_page_of_the_documentation(page: Path) -> None:
    assert f"docs/{page.name}" in TEXT["README.md"]


def test_help_lists_every_target_that_a_person_uses() -> None:
    makefile = (ROOT / "Makefile").read_text()
    described = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert {"help", "setup", "run", "ingest", "test", "check", "format", "lock", "clean"} <= described
