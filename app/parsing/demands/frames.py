"""The frames of `lexicon/demanding.toml`: for each word of wanting, what it takes and what record it makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from app.parsing.lexicon import LexiconError, read_lexicon
from app.parsing.tokens import Token
from app.records import DemandKind

PLACES = frozenset({"WHOM", "DO", "WHAT", "GONE", "DOING", "THAT", "SHOULD"})
KEYS = frozenset({"kind", "verbs", "nouns", "adjectives", "takes", "objects", "never", "negated", "only"})
WOULD = "would "
OWN = "own"  # what stands in `never` where an order to one's own people is none


@dataclass(frozen=True, slots=True)
class Frame:
    """One word in one frame. `particles` follow it at once; `would` where the word wants "would" before it."""

    kind: DemandKind
    takes: tuple[tuple[str, ...], ...]
    particles: tuple[str, ...] = ()
    would: bool = False
    objects: str = ""
    never: str = ""
    negated: DemandKind | None = None
    only: str = ""


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames by the base form of the word's first part."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    adjectives: dict[str, tuple[Frame, ...]]
    forms: dict[str, str]  # inflected form -> base form, where the analysis might not know it ("hopes")

    def base(self, token: Token) -> str:
        """The base form of a word, as the lexicon writes it."""
        return self.base_of(token.lower_, token.lemma_)

    def base_of(self, word: str, lemma: str) -> str:
        return self.forms.get(word) or lemma.lower()


@cache
def read_frames() -> Frames:
    """The frames of the lexicon. Raises LexiconError where one has an unknown key, kind or place."""
    by_class: dict[str, dict[str, list[Frame]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for table in read_lexicon("demanding")["frame"]:
        check_frame(table)
        for words, found in by_class.items():
            for word in table.get(words, ()):
                would = word.startswith(WOULD)
                head, *particles = word.removeprefix(WOULD).split()
                found.setdefault(head, []).append(make_frame(table, tuple(particles), would))
    for found in by_class.values():
        for frames in found.values():  # "rule out" before "rule", "would like" before "like"
            frames.sort(key=lambda frame: (-len(frame.particles), not frame.would))
    verbs, nouns, adjectives = ({head: tuple(frames) for head, frames in found.items()} for found in by_class.values())
    return Frames(verbs, nouns, adjectives, {form: verb for verb in verbs for form in inflect(verb)})


def inflect(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb: `inflect("hope") == ("hopes", "hoped", "hoping")`."""
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    hissing = verb.endswith(("s", "sh", "ch", "x", "z"))
    return (f"{verb}es" if hissing else f"{verb}s", f"{stem}ed", f"{stem}ing")


def make_frame(table: dict[str, Any], particles: tuple[str, ...], would: bool) -> Frame:
    return Frame(
        DemandKind(table["kind"]),
        tuple(tuple(take.split()) for take in table["takes"]),
        particles,
        would,
        table.get("objects", ""),
        table.get("never", ""),
        DemandKind(table["negated"]) if "negated" in table else None,
        table.get("only", ""),
    )


def check_frame(table: dict[str, Any]) -> None:
    named = [*table.get("verbs", ()), *table.get("nouns", ()), *table.get("adjectives", ())]
    where = f"lexicon/demanding.toml: the frame of {', '.join(named[:3]) or 'nothing'}"
    if unknown := table.keys() - KEYS:
        raise LexiconError(f"{where}: unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(KEYS))}")
    if not named or not table.get("takes") or table.get("kind") not in set(DemandKind):
        raise LexiconError(f"{where}: needs words, takes, and a kind of {', '.join(DemandKind)}")
    for key in ("objects", "never"):
        if table.get(key, OWN) not in (OWN, *read_lexicon("demanding")["lists"]):
            raise LexiconError(f"{where}: {key} = {table[key]!r} names no list at the end of the file")
    for take in table["takes"]:
        for word in take.split():
            if word.isupper() and word not in PLACES:
                raise LexiconError(f"{where}: {word} in {take!r} is none of {', '.join(sorted(PLACES))}")


@cache
def read_list(name: str) -> frozenset[str]:
    """One of the lists at the end of the lexicon, as a set."""
    return frozenset(read_lexicon("demanding")["lists"][name])
