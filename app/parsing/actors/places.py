"""Countries: their names, adjectives and seats, from the lexicon and from what the article itself gives away.

An article about a country that no list knows still says that it is one: it has an adjective ("Dravonia", "Dravonian"), a
capital ("Marnesk, the Dravonian capital"), a president.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from app.parsing.lexicon import read_lexicon, read_words
from app.parsing.tokens import Doc, Token
from app.records import Actor, slug

DEMONYM_ENDINGS = (
    "n",
    "an",
    "ian",
    "i",
    "ese",
    "ish",
    "ic",
    "er",
    "ean",
    "nian",
    "ite",
    "ar",
    "se",
    "nese",
    "lese",
    "ani",
    "ch",
    "sh",
)
ARTICLE = re.compile(r"^(the|The)\s+")


@dataclass(slots=True)
class Gazetteer:
    """Names of countries (`names`), adjectives (`demonyms`), seats of government (`seats`) and titles that one country alone has
    (`offices`), each to the country's name."""

    names: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    ambiguous: frozenset[str] = frozenset()
    known: dict[str, Mapping[str, Any]] = field(default_factory=dict)  # names of the directory, to their entries
    shared: dict[str, Mapping[str, Any]] = field(default_factory=dict)  # those that mean it only beside its country
    things: frozenset[str] = frozenset()  # names that hold a country's name and mean another thing
    long: frozenset[str] = frozenset()  # names with small words in them: "Gulf of Mexico"
    long_beginnings: frozenset[str] = frozenset()  # the first words of those

    def country(self, name: str) -> str | None:
        """The country that the name or one of its other names stands for, in capitals, too: "SOUTH KOREA"."""
        found = self.names.get(bare(name))
        return self.names.get(bare(name.title())) if found is None and len(name) > 3 and name.isupper() else found

    def demonym(self, word: str) -> str | None:
        """The country whose adjective, or people's name, the word is ("Russian", "Danes")."""
        word = bare(word)
        return self.demonyms.get(word) or self.people.get(word)

    def nation(self, token: Token) -> str | None:
        """The country whose adjective stands at the token, alone or with the word before it: "Korean" of "South Korean"."""
        word = token.text
        if not word[0].isupper():
            return None
        before = token.doc[token.i - 1].text if token.i else ""
        both = f"{before} {word}" if before[:1].isupper() else ""
        return None if both in self.things else self.demonym(both) or self.demonym(word)  # no "Latin American"

    def seat(self, name: str) -> str | None:
        """The country, or the organisation, whose seat of government the name is."""
        return self.seats.get(bare(name))

    def place_at(self, doc: Doc, index: int) -> str:
        """The country named at the token, or whose seat of government is; "" where neither stands there."""
        names = (doc[index : index + length].text for length in (3, 2, 1))
        return next((found for name in names if (found := self.country(name) or self.seat(name))), "")

    def home_at(self, doc: Doc, index: int) -> str:
        """As `place_at`, and "" for a town where others meet."""
        names = (doc[index : index + length].text for length in (3, 2, 1))
        return "" if any(name in read_words("countries", "venues") for name in names) else self.place_at(doc, index)

    def knows(self, name: str) -> bool:
        name = bare(name)
        return (
            name in self.names
            or name in self.demonyms
            or name in self.people
            or name in self.seats
            or name in self.known
        )

    def knows_long(self, name: str) -> bool:
        return bare(name) in self.long

    def begins(self, words: str) -> bool:
        """Whether a name that the lexicons know begins with these words."""
        return any(name.startswith(words) for name in self.known) or any(name.startswith(words) for name in self.names)

    def copy(self) -> Gazetteer:
        """One that an article may add its own countries to."""
        return Gazetteer(
            dict(self.names),
            dict(self.demonyms),
            dict(self.people),
            dict(self.seats),
            self.offices,
            self.ambiguous,
            self.known,
            self.shared,
            self.things,
            self.long,
            self.long_beginnings,
        )

    def country_of(self, name: str) -> str | None:
        """The country that a name, an adjective or a seat of government tells of, or for which a known actor acts."""
        side = self.known.get(bare(name), {}).get("side")
        return self.country(name) or self.demonym(name) or self.seat(name) or side

    def add_shared(self, countries: frozenset[str]) -> None:
        """Know by their shared names ("Senate") the bodies of these countries."""
        self.known = {
            **self.known,
            **{name: entry for name, entry in self.shared.items() if entry["side"] in countries},
        }

    def add_halves(self, countries: frozenset[str]) -> None:
        """Know "the North" and "the South" where the article is about one of the two: North Korea and South Korea."""
        for country in countries:
            half, _, whole = country.partition(" ")
            pair = {one: f"{one} {whole}" for one in ("North", "South")}
            if half in pair and all(self.country(name) for name in pair.values()):
                self.names = {**self.names, **pair}

    def add_country(self, name: str, also: tuple[str, ...] = (), adjectives: tuple[str, ...] = ()) -> None:
        for form in (name, *also):
            self.names.setdefault(form, name)
        for adjective in adjectives:
            self.demonyms.setdefault(adjective, name)
            self.people.setdefault(f"{adjective}s", name)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """The name without its article and with straight apostrophes."""
    return ARTICLE.sub("", name).replace("’", "'")


@lru_cache(maxsize=4)
def known_places(directory: tuple[Actor, ...] = ()) -> Gazetteer:
    """The gazetteer of the lexicons and of a newsroom's own directory of actors, to be copied for each article."""
    found = Gazetteer()
    ambiguous = set()
    for country in read_lexicon("countries")["country"]:
        name = country["name"]
        for form in (name, *country.get("also", ())):
            found.names[bare(form)] = name
        for form in country.get("demonyms", ()):
            found.demonyms[bare(form)] = name
        for form in country.get("people", ()):
            found.people[bare(form)] = name
        for form in country.get("seats", ()):
            found.seats[bare(form)] = name
        found.offices.update(dict.fromkeys(country.get("offices", ()), name))
        if country.get("ambiguous"):
            ambiguous.add(name)
    found.ambiguous = frozenset(ambiguous)
    found.things = frozenset(bare(name) for name in read_lexicon("countries")["not_countries"])
    by_key = {}
    for entry in read_lexicon("known_actors")["actor"]:
        by_key[slug(entry["name"])] = entry
        for form in (entry["name"], *entry.get("names", ())):
            found.known.setdefault(bare(form), entry)
        for form in entry.get("shared", ()):
            found.shared[bare(form)] = entry
        for form in entry.get("seats", ()):
            found.seats.setdefault(bare(form), entry["name"])
    for actor in directory:  # what an editor has said goes before what the lexicon says
        entry = {**by_key.get(actor.key, {}), "name": actor.name, "kind": actor.kind.value}
        for form in (*entry.get("names", ()), actor.name, *actor.names):
            found.known[bare(form)] = entry
    known = (*found.names, *found.known, *found.things)
    found.long = frozenset(name for name in known if any(word[0].islower() for word in name.split()))
    found.long_beginnings = frozenset(name.split()[0] for name in found.long)
    return found


def is_demonym(word: str, name: str) -> bool:
    """Whether `word` looks like the adjective of `name`: `is_demonym("Castrovan", "Castrova")`, `("Ashkari", "Ashkar")`."""
    if word == name or len(name) < 3:
        return False
    if word == f"{name}e" or (name.endswith("y") and word == name[:-1] and word.endswith("n")):
        return True  # "Slovene" of "Sloven", "Orvan" of "Orvany" as "German" of "Germany"
    stem = name.rstrip("aeiouy") if name[-1] in "aeiouy" else name
    for base in (
        name,
        stem,
        name.removesuffix("ia"),
        name.removesuffix("land"),
        name.removesuffix("stan"),
        name.removesuffix("es"),
    ):
        if len(base) >= 3 and word.startswith(base) and word[len(base) :] in DEMONYM_ENDINGS:
            return True
    ending = next((end for end in ("ish", "ian", "ese", "an", "i") if word.endswith(end)), "")
    root = word.removesuffix(ending)
    return bool(ending) and len(root) >= 4 and name.startswith(root) and len(name) - len(root) <= 4


@cache
def regions() -> dict[str, str]:
    """The country of each province and town, by its name."""
    tables = (read_lexicon("countries")["regions"], read_lexicon("countries")["towns"])
    return {region: country for table in tables for country, regions in table.items() for region in regions}


def country_of_town(doc: Doc, index: int) -> str:
    """The country of the province or town named at the token; "" where none is known."""
    names = (doc[index : index + length].text for length in (3, 2, 1))
    return next((found for name in names if (found := regions().get(name))), "")
