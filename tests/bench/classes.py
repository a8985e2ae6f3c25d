"""The errors of a parse, put into classes that say what went wrong; counted, they show where most is to be gained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.gold.score import Json, Miss


def count_classes(misses: Iterable[Miss]) -> Counter[tuple[str, str]]:
    """How many errors of each kind of record are of which class."""
    misses = list(misses)
    return Counter((miss.kind, classify(miss, misses)) for miss in misses)


def classify(miss: Miss, misses: Iterable[Miss]) -> str:
    """A record both missed and found too much in the same place is found with the wrong words."""
    one = miss.gold or miss.parsed or {}
    name = one.get("status") or one["kind"]
    if miss.what == "wrong":
        return "; ".join(wrong_parts(miss)) or "another actor"
    if miss.kind != "actors" and any(is_counterpart(miss, other) for other in misses):
        return "found with the wrong words" if miss.what == "missed" else "its wrong words, counted a second time"
    return f"{name}, {'missed' if miss.what == 'missed' else 'where there is none'}"


def wrong_parts(miss: Miss) -> list[str]:
    gold, parsed = miss.gold or {}, miss.parsed or {}
    parts = [
        f"{name} {gold[name]} taken for {parsed[name]}"
        for name in ("kind", "status")
        if gold.get(name) != parsed.get(name)
    ]
    if miss.kind == "quotes":
        return ["another speaker"]
    if miss.kind == "outcomes" and not parts:
        return ["no actor found" if not parsed["actors"] else "another actor"]
    if miss.kind == "demands" and not parts:
        return ["another holder"]
    return parts


def is_counterpart(miss: Miss, other: Miss) -> bool:
    """Whether the other is missed where this one is too many, or the other way round, and they share a character."""
    if {miss.what, other.what} != {"missed", "extra"} or (miss.article, miss.kind) != (other.article, other.kind):
        return False
    return overlap(miss.gold or miss.parsed or {}, other.gold or other.parsed or {})


def overlap(one: Json, other: Json) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])
