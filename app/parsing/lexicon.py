"""The lexicons: word lists as data, one TOML file each in the folder `lexicon/`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from app.records import DemarcheError


class LexiconError(DemarcheError):
    """A lexicon is missing or is not TOML."""


@cache
def read_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicon/NAME.toml`. Raises LexiconError that names the file and, where TOML knows it, the line."""
    path = files("app.parsing") / "lexicon" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"lexicon/{name}.toml is missing: restore it from the repository") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon/{name}.toml: {error}") from None


@cache
def read_words(name: str, key: str) -> frozenset[str]:
    """The words listed under `key` of a lexicon, as a set."""
    return frozenset(read_lexicon(name)[key])
