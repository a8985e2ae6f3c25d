"""The parser's figures: how right it is on annotated articles, how fast it is, and how it does on other people's corpus.

make bench-parse                       the sets of tests/gold, and ../shared/gold where it is there
make bench-parse GOLD=folder           another folder of annotated articles beside the sets
make bench-parse ERRORS=1              each error too, but for the sets that judge
make bench-parse FIGURES=1             and leave what sets i and j say in app/pages/figures.toml, for the help page
make bench-parse POLNEAR_RUN=run.sh    and quotes by the run.sh that scores them on PolNeAR
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median

from app.contract import format_parse
from app.pages.figures import FIGURES as SHOWN
from app.parsing.pipeline import parse_document
from app.parsing.version import PARSER_VERSION
from app.reading import read_document
from tests.bench.classes import count_classes
from tests.bench.speed import print_speed
from tests.gold.score import Gold, Miss, Scores, add_scores, read_gold, score_article

HOME = Path(__file__).parents[1] / "gold"
SETS = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
JUDGING = ("set i", "set j")
FIGURES = {
    "actors": ("f1", "kind", "side", "role"),
    "quotes": ("f1", "right_f1", "precision", "kind", "addressee", "said_on"),
    "demands": ("f1", "right_f1", "precision", "addressee", "topic"),
    "outcomes": ("f1", "right_f1", "precision", "condition", "topic"),
}


def main() -> None:
    options = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--gold", type=Path, help="a folder of annotated articles, each scored by itself too")
    options.add_argument("--errors", action="store_true", help="list the errors, but for the sets that judge")
    options.add_argument("--figures", action="store_true", help="leave what the judging sets say for the help page")
    options.add_argument("--no-speed", action="store_true", help="leave out time and memory")
    options.add_argument("--polnear", type=Path, help="the run.sh that scores quotes on PolNeAR")
    chosen = options.parse_args()
    gold = {f"set {name}": read_gold(HOME, f"{name}-") for name in SETS}
    if chosen.gold:
        gold[str(chosen.gold)] = read_gold(chosen.gold)
        if not gold[str(chosen.gold)]:
            sys.exit(f"{chosen.gold}: no annotated articles there (NAME.txt with NAME.json)")
    judged: list[Scores] = []
    for name, articles in gold.items():
        scored, misses = score_all(articles)
        print_totals(name, scored)
        judged += scored if name in JUDGING else []
        if name == str(chosen.gold):
            print_spread(scored)
        if chosen.errors and name not in JUDGING:
            print(
                *(f"  {count:4} {kind}: {what}" for (kind, what), count in count_classes(misses).most_common()),
                sep="\n",
            )
            print(*(f"  {miss}" for miss in misses), sep="\n")
    if chosen.figures:
        SHOWN.write_text(format_figures(judged), "utf-8")
    if not chosen.no_speed:
        print_speed([one.path.with_suffix(".txt") for articles in gold.values() for one in articles])
    if chosen.polnear:
        run_polnear(chosen.polnear)


def score_all(articles: Sequence[Gold]) -> tuple[list[Scores], list[Miss]]:
    scored, misses = [], []
    for gold in articles:
        parse = format_parse(parse_document(read_document(gold.path.with_suffix(".txt"))))
        scores, missed = score_article(gold, parse)
        scored.append(scores)
        misses += missed
    return scored, misses


def print_totals(name: str, scored: Sequence[Scores]) -> None:
    print(f"\n{name}, {len(scored)} articles")
    for kind, tally in add_scores(scored).items():
        figures = tally.figures()
        shown = (f"{figure} {figures[figure]:.3f}" for figure in FIGURES[kind] if figure in figures)
        print(f"  {kind:9} {tally.gold:4} in the gold, {tally.parsed:4} parsed  ", "  ".join(shown))


def format_figures(scored: Sequence[Scores]) -> str:
    """The counts in the form that app/pages/figures.py reads."""
    rows = (
        f'[[row]]\nkind = "{kind}"\ngold = {tally.gold}\nparsed = {tally.parsed}\n'
        f"found = {tally.found}\nright = {tally.right}\n"
        for kind, tally in add_scores(scored).items()
    )
    today = datetime.now(UTC).date()
    head = f'measured_on = {today}\nparser_version = "{PARSER_VERSION}"\narticles = {len(scored)}\n'
    return "\n".join((head, *rows))


def print_spread(scored: Sequence[Scores]) -> None:
    """A reader should see how much one article differs from the next."""
    print("  One article at a time: rules are not trained, so an article left out is an article scored alone,")
    print("  and these figures do not show what whoever wrote the rules has learnt from the others by heart.")
    for kind, names in FIGURES.items():
        for name in names:
            alone = sorted(figures[name] for scores in scored if name in (figures := scores[kind].figures()))
            if alone:
                middle = f"median {median(alone):.3f}  mean {mean(alone):.3f}  highest {alone[-1]:.3f}"
                print(f"    {kind:9} {name:9} lowest {alone[0]:.3f}  {middle}  ({len(alone)} articles)")


def run_polnear(script: Path) -> None:
    """The corpus stays where it is: the script reads it, this prints its figures."""
    convert = shlex.quote(str(script.resolve().parent / "predictions.py"))
    python = shlex.quote(sys.executable)
    command = f"{python} -m app parse - | {python} {convert}"
    print("\nQuotes on PolNeAR", flush=True)
    subprocess.run([script.resolve(), "sh", "-c", command], check=True)


if __name__ == "__main__":
    main()
