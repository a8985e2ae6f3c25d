"""How well records are found: the figures that `make bench-parse` leaves in figures.toml, for the help page.

measured_on = 2031-05-06          # the day
parser_version = "1.0"
articles = 6                      # annotated by hand, and not used to write the rules

[[row]]
kind = "quotes"                   # actors, quotes, demands, outcomes
gold = 120                        # records that people marked
parsed = 110                      # records that the parser found
found = 100                       # of these, how many people marked too
right = 95                        # of these, how many say the right who (speaker; holder and kind; status and actor)
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FIGURES = Path(__file__).with_name("figures.toml")


@dataclass(frozen=True, slots=True)
class Row:
    """The counts of one kind of record."""

    kind: str
    gold: int
    parsed: int
    found: int
    right: int

    @property
    def found_of_hundred(self) -> int:
        """Of 100 records in the articles, how many are found."""
        return round(100 * self.found / self.gold) if self.gold else 0

    @property
    def true_of_hundred(self) -> int:
        """Of 100 records shown, how many people marked too."""
        return round(100 * self.found / self.parsed) if self.parsed else 0

    @property
    def right_of_hundred(self) -> int:
        """Of 100 records that were found, how many say the right who."""
        return round(100 * self.right / self.found) if self.found else 0


@dataclass(frozen=True, slots=True)
class Figures:
    measured_on: date
    parser_version: str
    articles: int
    rows: tuple[Row, ...]


def read_figures(path: Path = FIGURES) -> Figures | None:
    """The figures, or None where nothing was measured yet. KeyError or TypeError for a file of another form."""
    if not path.exists():
        return None
    read = tomllib.loads(path.read_text("utf-8"))
    rows = tuple(Row(**row) for row in read["row"])
    return Figures(read["measured_on"], read["parser_version"], read["articles"], rows)
