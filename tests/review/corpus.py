"""A made-up corpus, two parsers for it that differ in every way that parsers do, and people who decide at random.

Everything follows from a seed, so a failure can be had again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from app.decisions.placing import find_places
from app.records import Actor, Demand, Document, Mention, Outcome, Parse, Passage, Quote, hash_text
from app.review.changes import (
    Accept,
    Add,
    Change,
    ChangeError,
    Correct,
    EditActor,
    MergeActors,
    Reject,
    SplitActor,
)
from app.review.deciding import decide, undo
from app.store.database import Store
from tests.factories import make_actor, make_demand, make_document, make_outcome, make_parse, make_quote
from tests.store.rows import rows

PEOPLE = ("Ada Lund", "Ben Okoro", "Cara Diaz", "Dov Levin", "Minister Lund")
COUNTRIES = ("Norrland", "Sundia", "Askar", "Tolmia")
THINGS = ("the bridge back", "a dam on the Tolm", "an end to the raids", "the old border", "free passage", "the ferry")
DEEDS = ("recall its envoy", "close the port", "open the gates", "send grain", "leave the league")
TOPICS = ("territory", "trade", "sanctions", "negotiations")
QUOTE = re.compile(r"“([^”]+),” ([A-Z]\w+ [A-Z]\w+) said\.")
DEMAND = re.compile(r"([A-Z]\w+) wants ([a-zT ]+?)(?: and ([a-zT ]+))?\.")
OUTCOME = re.compile(r"(If [^,]+), ([A-Z]\w+) will ([a-z ]+)\.")


def write_text(random: Random, sentences: int) -> str:
    made = []
    for _ in range(sentences):
        match random.randrange(4):
            case 0:
                made.append(f"“We want {random.choice(THINGS)} now,” {random.choice(PEOPLE)} said.")
            case 1:
                made.append(f"{random.choice(COUNTRIES)} wants {random.choice(THINGS)}.")
            case 2:
                made.append(f"{random.choice(COUNTRIES)} wants {random.choice(THINGS)} and {random.choice(THINGS)}.")
            case 3:
                where, doer = random.choice(THINGS), random.choice(COUNTRIES)
                made.append(f"If {where} is lost, {doer} will {random.choice(DEEDS)}.")
    return " ".join(made)


def change_text(random: Random, text: str) -> str:
    """The text as an editor of the newspaper would mend it: a sentence more, a sentence less, words changed."""
    sentences = re.findall(r"[^.]+\.[”]?\s?", text)
    del sentences[random.randrange(len(sentences))]
    sentences.insert(random.randrange(len(sentences)), "Rain fell on the Tolm all night. ")
    return "".join(sentences).replace("free passage", "safe passage")


def parse(document: Document, version: int) -> Parse:
    """What a parser of this version finds: 1 finds all; 2 and up move, miss, add and confuse things, each its own way."""
    return Reader(document, version, Random(f"{version} {document.text}")).read()


@dataclass
class Reader:
    """One parser at work on one document."""

    document: Document
    version: int
    random: Random
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def errs(self, chance: float) -> bool:
        return self.version > 1 and self.random.random() < chance

    def name(self, found: re.Match[str], group: int) -> str:
        """The key of the actor named there; a newer parser gives one of them another key, and takes some for others."""
        name = found[group]
        actor = self.actor(self.random.choice(PEOPLE) if name in PEOPLE and self.errs(0.1) else name)
        self.mentions.append(Mention(Passage.cut(self.document.text, *found.span(group)), actor))
        return actor

    def actor(self, name: str) -> str:
        kind, side = ("country", None) if name in COUNTRIES else ("person", "norrland")
        key = f"v{self.version}" if self.version > 1 and name == "Dov Levin" else None
        made = make_actor(name, kind, key=key, side=side)
        self.actors[made.key] = made
        return made.key

    def place(self, start: int, end: int) -> dict[str, str | int]:
        """The words there, or, in a newer parser, some more or fewer, as the factories want them."""
        text = self.document.text
        if self.errs(0.25):
            end = min(end + self.random.choice((-3, 1, 4)), len(text) - 1)
            start = max(start + self.random.choice((-2, 0, 2)), 0)
        passage = Passage.cut(text, start, max(end, start + 2))
        return {"words": passage.text, "nth": find_places(text, passage.text).index(passage)}

    def topics(self) -> list[str]:
        return [self.random.choice(TOPICS)]

    def read(self) -> Parse:
        self.actor("Norrland")
        found = {"quotes": [*self.quotes()], "demands": [*self.demands()], "outcomes": [*self.outcomes()]}
        actors, version = list(self.actors.values()), f"test-{self.version}"
        return make_parse(self.document, actors=actors, mentions=self.mentions, parser_version=version, **found)

    def quotes(self) -> Iterator[Quote]:
        for one in QUOTE.finditer(self.document.text):
            speaker = self.name(one, 2)
            if not self.errs(0.15):
                place = self.place(*one.span(1))
                yield make_quote(self.document, **place, speaker=speaker, source=one[2], topics=self.topics())

    def demands(self) -> Iterator[Demand]:
        for one in DEMAND.finditer(self.document.text):
            holder = self.name(one, 1)
            for group in (2, 3):
                if one[group] and not self.errs(0.15):
                    place = self.place(*one.span(group))
                    second = [self.actor("Askar")] if self.random.random() < 0.2 else []
                    for each in dict.fromkeys((holder, *second)):
                        yield make_demand(self.document, **place, holder=each, topics=self.topics())

    def outcomes(self) -> Iterator[Outcome]:
        for one in OUTCOME.finditer(self.document.text):
            doer = self.name(one, 2)
            if not self.errs(0.15):
                place = self.place(*one.span(3))
                yield make_outcome(
                    self.document, **place, status="threatened", actors=[doer], condition=one[1], topics=["trade"]
                )


def make_corpus(seed: int, documents: int, sentences: int = 12) -> list[Document]:
    random = Random(seed)
    made = [
        make_document(write_text(random, sentences), f"article-{nth}", published_on=f"2031-05-{1 + nth % 28:02}")
        for nth in range(documents)
    ]
    assert len({hash_text(one.text) for one in made}) == documents
    return made


def propose(store: Store, random: Random) -> Change:
    """Something that a person may ask for, sensible or not."""
    record = random.choice(("quote", "demand", "outcome"))
    keys = [key for (key,) in rows(store, f"SELECT key FROM {record} ORDER BY key")]
    keys += [key for (key,) in rows(store, "SELECT key FROM set_aside ORDER BY key")]
    actors = [key for (key,) in rows(store, "SELECT key FROM actor ORDER BY key")]
    slugs = rows(store, "SELECT slug, text FROM document ORDER BY slug")
    key, slug, text = random.choice(keys or ["none"]), *random.choice(slugs)
    match random.randrange(10):
        case 0 | 1:
            return Accept(record, key)
        case 2 | 3:
            return Reject(record, key)
        case 4 | 5 | 6:
            return Correct(record, key, propose_values(random, record, text, actors))
        case 7:
            start = random.randrange(len(text) - 20)
            who = {"quote": "speaker", "demand": "holder", "outcome": "actors"}[record]
            values = {who: random.choice((*actors, "Governor Ek")), "status": "occurred"}
            values = values if record == "outcome" else {who: values[who]}
            return Add(slug, record, start, start + random.randrange(3, 20), values)
        case 8:
            return MergeActors(random.choice(actors), random.choice(actors))
        case _:
            actor = random.choice(actors)
            names = [name for (name,) in rows(store, "SELECT DISTINCT name FROM alias ORDER BY name")]
            return random.choice(
                [
                    EditActor(actor, {"name": random.choice((*PEOPLE, "Eva Ro"))}),
                    EditActor(actor, {"kind": "group", "role": "envoy", "side": random.choice(actors)}),
                    SplitActor(actor, (random.choice(names),), "Ida Lund"),
                    SplitActor(actor, (), random.choice(("Ida Lund", "Cara Diaz")), (slug,)),
                ]
            )


def propose_values(
    random: Random, record: str, text: str, actors: list[str]
) -> dict[str, str | tuple[str, ...] | None]:
    start = random.randrange(len(text) - 20)
    span = {"start": str(start), "end": str(start + random.randrange(3, 20))}
    topics = {"topics": tuple(random.sample(TOPICS, 2))}
    whom = (random.choice(actors),)
    return {
        "quote": random.choice(
            [span, topics, {"speaker": whom[0]}, {"kind": "mixed", "addressees": whom}, {"said_on": "2031-04-01"}]
        ),
        "demand": random.choice([span, topics, {"holder": whom[0]}, {"kind": "refusal", "addressees": whom}]),
        "outcome": random.choice(
            [span, topics, {"actors": whom}, {"status": "lapsed"}, {"condition": None}, {"affected": whom}]
        ),
    }[record]


def decide_much(store: Store, random: Random, times: int) -> Iterator[object]:
    """Decisions and undos, as they come; what is refused with a reason is passed over."""
    for _ in range(times):
        try:
            if random.random() < 0.2 and (events := rows(store, "SELECT id FROM event")):
                yield undo(store, "ben", random.choice(events)[0])
            else:
                yield decide(store, "ada", propose(store, random))
        except ChangeError:
            pass
