"""What has been seen of the actors so far: where they are named, and what leans on those places."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.parsing.actors.figures import Figure, Naming
from app.parsing.actors.places import Gazetteer
from app.parsing.article import Article
from app.parsing.tokens import Token
from app.records import ActorKind, slug

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
SUPPOSING = frozenset({"if", "unless", "once", "when", "should", "although", "though", "while"})
FARTHEST_SENTENCES = 14
FARTHEST_PARAGRAPHS = 4


@dataclass(frozen=True, slots=True)
class Sighting:
    """An actor seen at a token, by name or by a pronoun resolved before; `subject` where its clause is about it."""

    token: int
    key: str
    subject: bool
    quoted: bool


@dataclass(slots=True)
class Sightings:
    """The figures of an article and where they are seen, in text order.

    `speakers` gives the speaker of a quotation by its index in `article.marked`, once the quotes are known.
    """

    article: Article
    figures: dict[str, Figure]
    namings: list[Naming]
    gazetteer: Gazetteer
    sightings: list[Sighting] = field(default_factory=list)
    sighted: list[int] = field(default_factory=list)
    naming_of: dict[int, Naming] = field(default_factory=dict)
    resolved: dict[int, tuple[str, ...]] = field(default_factory=dict)
    speakers: dict[int, str] = field(default_factory=dict)
    times_named: Counter[str] = field(init=False)  # by key, who is named first first

    def __post_init__(self) -> None:
        self.times_named = Counter(naming.key for naming in self.namings)

    def resolve(self, token: Token) -> tuple[str, ...]:
        """The actors for whom the noun phrase headed by `token` stands (`Cast` knows how)."""
        raise NotImplementedError

    def see(self, sighting: Sighting) -> None:
        """Remember an actor seen at a token; what was seen there before stays."""
        at = bisect_left(self.sighted, sighting.token)
        if at == len(self.sighted) or self.sighted[at] != sighting.token:
            self.sightings.insert(at, sighting)
            self.sighted.insert(at, sighting.token)

    def sightings_back(self, token: Token) -> Iterable[list[Sighting]]:
        """What was seen before the token, by sentence, the nearest first, two paragraphs back at most."""
        article = self.article
        here = article.sentence_of[token.i]
        paragraph = article.paragraph_of(token.idx)
        at = bisect_left(self.sighted, token.i)
        for nth in range(here, max(-1, here - FARTHEST_SENTENCES), -1):
            sentence = article.sentences[nth]
            if article.paragraph_of(sentence.start_char) < paragraph - FARTHEST_PARAGRAPHS:
                return
            left = bisect_left(self.sighted, sentence.start)
            yield self.sightings[left:at]
            at = left

    def sightings_in(self, start: int, end: int) -> list[Sighting]:
        """What was seen from the token `start` on, before the token `end`."""
        return self.sightings[bisect_left(self.sighted, start) : bisect_left(self.sighted, end)]

    def namings_before(self, token: Token) -> int:
        """How many namings begin before the token."""
        return bisect_left(self.namings, token.i, key=lambda naming: naming.start)

    def side_of(self, key: str) -> str | None:
        """The key of the country or organisation for which the actor acts; a country acts for itself."""
        figure = self.figures[key]
        if figure.kind is ActorKind.COUNTRY:
            return key
        return slug(figure.side) if figure.side and slug(figure.side) in self.figures else None

    def country_of(self, token: Token) -> str | None:
        """The country that an adjective, a possessor or an "of" phrase of the noun names."""
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod") and (country := self.gazetteer.nation(child)):
                return self.country_key(country)
            seat = self.gazetteer.seat(token.doc[child.left_edge.i : child.i + 1].text)
            if child.dep_ in ("poss", "compound", "nmod") and seat and child.i not in self.naming_of:
                return self.country_key(seat)
            if child.dep_ in ("poss", "compound", "nmod"):
                for key in self.resolve(child)[:1]:
                    body = self.figures[key].kind is ActorKind.ORGANIZATION
                    return self.side_of(key) or self.country_key(self.figures[key].side) or (key if body else None)
            if child.dep_ == "prep" and child.lower_ in ("of", "from"):
                for grandchild in child.children:
                    for key in self.resolve(grandchild)[:1] if grandchild.dep_ == "pobj" else ():
                        if self.figures[key].kind is ActorKind.COUNTRY:
                            return key
        return None

    def scene_of(self, index: int) -> str:
        """The country in which the sentence says first of all that it plays, no town where others meet: "In Tehran, the [army]"."""
        first = self.article.sentence(index).start
        opens = self.article.doc[first].lower_ in ("in", "at") and first + 1 < index
        return self.gazetteer.home_at(self.article.doc, first + 1) if opens else ""

    def country_key(self, name: str) -> str | None:
        """The key of the country of that name; one that only its adjective names is an actor once a record needs it."""
        key = slug(name)
        if key not in self.figures and self.gazetteer.country(name):
            self.figures[key] = Figure(key, name, ActorKind.COUNTRY, named=False)
        return key if key in self.figures else None


def is_subject(token: Token) -> bool:
    """Whether the noun is the subject of its clause, itself or as one of several that are."""
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    return token.dep_ in SUBJECTS


def is_supposed(subject: Token) -> bool:
    """Whether the subject stands in a clause that only supposes or concedes: "if Kaldova pulls back"."""
    verb = subject.head
    while verb.dep_ in ("conj", "ccomp", "xcomp") and verb.head is not verb:
        verb = verb.head
    return verb.dep_ == "advcl" and any(child.lower_ in SUPPOSING for child in verb.children)
