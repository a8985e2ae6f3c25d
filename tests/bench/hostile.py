"""How the time of a parse grows with its text: each text of texts.py in two sizes, the larger four times the smaller.

make bench-hostile                     some minutes; exit status 1 where time grows faster than the text
python -m tests.bench.hostile --size 1250000 "one line"      up to five million characters in one line
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from time import process_time

from app.contract import format_line
from app.parsing.pipeline import parse_document
from app.records import Document, hash_text
from tests.bench.texts import HOSTILE

TIMES = 4
MOST = 1.6  # seconds for each character of the larger text, over those of the smaller: 1 is linear, 4 would be square
NEGLIGIBLE = 0.3  # seconds in which nothing can be told


def main() -> None:
    options = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("names", nargs="*", metavar="TEXT", help=f"of: {', '.join(HOSTILE)}; all where none is given")
    options.add_argument("--size", type=int, default=20_000, help="characters of the smaller text")
    chosen = options.parse_args()
    time_parse("He said no.")  # loads the model
    print(f"CPU seconds for {chosen.size:,} and {TIMES * chosen.size:,} characters, and their growth beside the text's")
    steep = [name for name in chosen.names or HOSTILE if measure(name, chosen.size) > MOST]
    if steep:
        sys.exit(f"grows faster than the text: {', '.join(steep)}")


def measure(name: str, size: int) -> float:
    small, large = (time_parse(HOSTILE[name](length)) for length in (size, TIMES * size))
    growth = large / TIMES / max(small, NEGLIGIBLE)
    print(f"{name:28} {small:8.2f} {large:8.2f}  {growth:5.2f}", flush=True)
    return growth


def time_parse(text: str) -> float:
    before = process_time()
    format_line(parse_document(Document("hostile", text, hash_text(text))))
    return process_time() - before


if __name__ == "__main__":
    main()
