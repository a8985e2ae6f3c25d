"""How near a parse comes to an article's hand-made records.

Spans are paired one to one, the most alike first: two match when the words that they share are at least half (quotes) or
two fifths (demands, outcomes) of all the words that either has. A record is found when its span has a match, and right
when what matters most is right too: a quote's speaker; a demand's holder and kind; an outcome's status and one of its
actors. Actors are paired by name, then by the surface forms that they share. F1 is the harmonic mean of precision (how
much of the parse is gold) and recall (how much of the gold is in the parse); the other figures are shares of the
matches, counted where the gold has something to compare.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]
KINDS = ("actors", "quotes", "demands", "outcomes")
LEAST = {"quotes": 0.5, "demands": 0.4, "outcomes": 0.4, "condition": 0.5}
ROLE_LEAST = 0.5
WORD = re.compile(r"\w+")
TITLE = re.compile(
    r"(?:the|president|prime minister|minister|secretary of state|secretary|chancellor|king|queen|prince|general"
    r"|mr|mrs|ms|dr|sir)\.?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article: its text, as written, and its records."""

    path: Path
    text: str
    records: Json


@dataclass(frozen=True, slots=True)
class Miss:
    """One record that the parse lacks ("missed"), has too many ("extra") or has wrong."""

    article: str
    kind: str
    what: str
    gold: Json | None
    parsed: Json | None

    def __str__(self) -> str:
        words = next(one.get("text") or one["name"] for one in (self.gold, self.parsed) if one)
        sides = (f"{name}: {brief(one)}" for name, one in (("gold", self.gold), ("parse", self.parsed)) if one)
        return f"{self.article} {self.kind} {self.what}: {words!r} [{'; '.join(sides)}]"


@dataclass(slots=True)
class Tally:
    """Counts of one kind of record over any number of articles."""

    gold: int = 0
    parsed: int = 0
    found: int = 0
    right: int = 0
    good: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        self.gold += other.gold
        self.parsed += other.parsed
        self.found += other.found
        self.right += other.right
        self.good.update(other.good)
        self.compared.update(other.compared)

    def count(self, judged: dict[str, bool], *, right: bool) -> None:
        self.found += 1
        self.right += right
        for name, good in judged.items():
            self.good[name] += good
            self.compared[name] += 1

    def figures(self) -> dict[str, float]:
        """`precision`, `recall`, `f1`, `right_f1` and the share of each attribute that was compared at all."""
        shares = {name: self.good[name] / total for name, total in self.compared.items() if total}
        precision, recall = ratio(self.found, self.parsed), ratio(self.found, self.gold)
        f1 = ratio(2 * self.found, self.parsed + self.gold)
        return {"precision": precision, "recall": recall, "f1": f1} | (
            {"right_f1": ratio(2 * self.right, self.parsed + self.gold)} | shares
        )


Scores = dict[str, Tally]
Judge = Callable[[Json, Json], tuple[bool, dict[str, bool]]]


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def read_gold(folder: Path, beginning: str = "") -> list[Gold]:
    """The annotated articles of a folder whose names begin so, in order. Line ends are kept: they count as offsets."""
    paths = sorted(folder.glob(f"{beginning}*.json"))
    return [
        Gold(path, path.with_suffix(".txt").read_bytes().decode(), json.loads(path.read_text("utf-8")))
        for path in paths
    ]


def add_scores(articles: Iterable[Scores]) -> Scores:
    total = {kind: Tally() for kind in KINDS}
    for scores in articles:
        for kind, tally in scores.items():
            total[kind].add(tally)
    return total


def score_article(gold: Gold, parse: Json) -> tuple[Scores, list[Miss]]:
    """The counts of one article, and every record that is missing, too many or wrong."""
    cast = Cast(gold.records["actors"], parse["actors"])
    scores, misses = {}, []
    judges: dict[str, Judge] = {"quotes": cast.judge_quote, "demands": cast.judge_demand}
    judges["outcomes"] = lambda one, other: cast.judge_outcome(gold.text, one, other)
    for kind in KINDS:
        ours, theirs = gold.records[kind], parse[kind]
        judge = judges.get(kind, cast.judge_actor)
        pairs = cast.pairs if kind == "actors" else pair_spans(gold.text, ours, theirs, LEAST[kind], judge)
        tally = scores[kind] = Tally(len(ours), len(theirs))
        for one, other in pairs:
            right, judged = judge(one, other)
            tally.count(judged, right=right)
            if not right:
                misses.append(Miss(gold.path.stem, kind, "wrong", one, other))
        paired = {id(one) for pair in pairs for one in pair}
        misses += [Miss(gold.path.stem, kind, "missed", one, None) for one in ours if id(one) not in paired]
        misses += [Miss(gold.path.stem, kind, "extra", None, one) for one in theirs if id(one) not in paired]
    return scores, misses


def pair_spans(
    text: str, gold: Sequence[Json], parsed: Sequence[Json], least: float, judge: Judge | None = None
) -> list[tuple[Json, Json]]:
    """One to one, the most alike first; of pairs alike, as where two want one thing, first what the judge finds right."""
    likeness = {
        (g, p): overlap
        for g, one in enumerate(gold)
        for p, other in enumerate(parsed)
        if (overlap := share(words_of(text, one), words_of(text, other))) >= least
    }

    def rank(pair: tuple[int, int]) -> tuple[float, bool, tuple[int, int]]:
        right = judge is not None and judge(gold[pair[0]], parsed[pair[1]])[0]
        return -likeness[pair], not right, pair

    return [(gold[g], parsed[p]) for g, p in take_one_to_one(sorted(likeness, key=rank))]


def take_one_to_one(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    lefts: set[int] = set()
    rights: set[int] = set()
    taken = []
    for left, right in ranked:
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            taken.append((left, right))
    return taken


def words_of(text: str, span: Json) -> set[int]:
    return {word.start() for word in WORD.finditer(text, span["start"], span["end"])}


def share(some: set[Any], others: set[Any]) -> float:
    return ratio(len(some & others), len(some | others))


class Cast:
    """Who of the gold is who of the parse, and the judgements that rest on it."""

    def __init__(self, gold: Sequence[Json], parsed: Sequence[Json]) -> None:
        ours, theirs = [surface_forms(one) for one in gold], [surface_forms(one) for one in parsed]
        shared = {(g, p): len(a & b) for g, a in enumerate(ours) for p, b in enumerate(theirs) if a & b}

        def rank(pair: tuple[int, int]) -> tuple[bool, int, str, str]:
            one, other = gold[pair[0]], parsed[pair[1]]
            return fold(one["name"]) != fold(other["name"]), -shared[pair], one["id"], other["key"]

        taken = take_one_to_one(sorted(shared, key=rank))
        self.pairs = [(gold[g], parsed[p]) for g, p in taken]
        self.key_of = {one["id"]: other["key"] for one, other in self.pairs}
        self.known: dict[str, str] = {form: one["id"] for one, forms in zip(gold, ours, strict=True) for form in forms}
        self.known |= {form: gold[g]["id"] for g, p in taken for form in theirs[p]}

    def is_same(self, ids: Sequence[str], keys: Sequence[str]) -> bool:
        """Whether they have one actor in common; nobody is nobody."""
        return bool({self.key_of.get(one) for one in ids} & set(keys)) if ids else not keys

    def side(self, name: str | None) -> str:
        """A country is one, whether it is written "U.S." or "United States"."""
        form = fold(name or "")
        return self.known.get(form, form)

    def judge_actor(self, one: Json, other: Json) -> tuple[bool, dict[str, bool]]:
        judged = {"kind": one["kind"] == other["kind"]}
        if one["role"]:
            roles = [set(WORD.findall((actor["role"] or "").casefold())) for actor in (one, other)]
            judged["role"] = share(*roles) >= ROLE_LEAST
        if one["side"]:
            judged["side"] = self.side(one["side"]) == self.side(other["side"])
        return judged["kind"], judged

    def judge_quote(self, one: Json, other: Json) -> tuple[bool, dict[str, bool]]:
        judged = {"speaker": self.is_same([one["speaker"]], [other["speaker"]]), "kind": one["kind"] == other["kind"]}
        if one["said_on"]:
            judged["said_on"] = one["said_on"] == other["said_on"]
        return judged["speaker"], judged | self.judge_addressees(one, other)

    def judge_demand(self, one: Json, other: Json) -> tuple[bool, dict[str, bool]]:
        judged = {"holder": self.is_same([one["holder"]], [other["holder"]]), "kind": one["kind"] == other["kind"]}
        right = all(judged.values())
        return right, judged | self.judge_addressees(one, other) | {"topic": one["topic"] in other["topics"]}

    def judge_outcome(self, text: str, one: Json, other: Json) -> tuple[bool, dict[str, bool]]:
        judged = {"status": one["status"] == other["status"], "actor": self.is_same(one["actors"], other["actors"])}
        right = all(judged.values())
        if one["condition"]:
            parsed = [other["condition"]] if other["condition"] else []
            judged["condition"] = bool(pair_spans(text, [one["condition"]], parsed, LEAST["condition"]))
        return right, judged | {"topic": one["topic"] in other["topics"]}

    def judge_addressees(self, one: Json, other: Json) -> dict[str, bool]:
        return {"addressee": self.is_same(one["addressees"], other["addressees"])} if one["addressees"] else {}


def surface_forms(actor: Json) -> set[str]:
    return {fold(form) for form in [actor["name"], *actor["names"]]}


def fold(name: str) -> str:
    """A name as it is compared: without title, possessive and case."""
    plain = unicodedata.normalize("NFKC", name).replace("’", "'").strip().removesuffix("'s")
    while (title := TITLE.match(plain)) and plain[title.end() :]:
        plain = plain[title.end() :]
    return plain.casefold()


def brief(record: Json) -> str:
    names = ("kind", "status", "speaker", "holder", "actors", "topic", "topics")
    return ", ".join(f"{name} {record[name]}" for name in names if record.get(name))
