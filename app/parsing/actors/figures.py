"""The actors that an article names: one `Figure` each, with the places where it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.parsing.actors.clues import is_definite, is_located
from app.parsing.actors.countries import learn_countries
from app.parsing.actors.kinds import find_kinds
from app.parsing.actors.names import find_names
from app.parsing.actors.owners import owned_by_several, owned_name
from app.parsing.actors.people import People
from app.parsing.actors.places import Gazetteer, bare, known_places
from app.parsing.actors.titles import Name
from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.records import Actor, ActorKind, slug


@dataclass(slots=True)
class Figure:
    """An actor in the making. `side` is the name of the country or organisation for which it acts; `gender` is "male",
    "female" or "" where unknown; `named` is false for the unnamed ("U.S. officials"), which count only once a record
    needs them (`used`)."""

    key: str
    name: str
    kind: ActorKind
    forms: dict[str, None] = field(default_factory=dict)
    role: str = ""
    side: str = ""
    gender: str = ""
    wikidata: str | None = None
    named: bool = True
    used: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention by name: tokens `start` to `end` (with its title from `title_start` on) and the figure's key."""

    start: int
    end: int
    title_start: int
    key: str
    titled: bool = False


def find_figures(
    article: Article, directory: tuple[Actor, ...] = ()
) -> tuple[dict[str, Figure], list[Naming], Gazetteer]:
    """The actors that the article names, their mentions in text order, and the countries as this article shows them.

    `directory` are actors that a newsroom knows, with names by which an article may call them.
    """
    gazetteer = known_places(directory).copy()
    names = find_names(article, gazetteer)
    learn_countries(article, names, gazetteer)
    words = {name.text for name in names} | {token.text for token in article.doc if token.text[0].isupper()}
    gazetteer.add_shared(frozenset(country for word in words if (country := gazetteer.country_of(word))))
    gazetteer.add_halves(frozenset(country for name in names if (country := gazetteer.country_of(name.text))))
    kinds = find_kinds(article, names, gazetteer)
    figures: dict[str, Figure] = {}
    people = People(article, names, kinds, gazetteer)
    bodies = [text for text, kind in kinds.items() if kind in (ActorKind.ORGANIZATION, ActorKind.GROUP)]
    organisations = _find_short_forms(article, bodies, names, gazetteer)
    shared = owned_by_several(article, names, kinds, gazetteer)
    namings = []
    for name in names:
        if name.text in shared:
            organisations[name.text] = owned_name(article, name, gazetteer) or organisations.get(name.text, name.text)
        figure = _find_figure(article, name, kinds, gazetteer, people, organisations, figures)
        if figure is None:
            continue
        figure.forms.setdefault(name.text)
        titled = article.doc[name.title_start : name.end].text
        if titled.startswith(f"{name.title} ") and figure.kind is ActorKind.PERSON:
            figure.forms.setdefault(titled)
        namings.append(Naming(name.start, name.end, name.title_start, figure.key, name.titled))
    return figures, namings, gazetteer


def _find_figure(
    article: Article,
    name: Name,
    kinds: dict[str, ActorKind],
    gazetteer: Gazetteer,
    people: People,
    organisations: dict[str, str],
    figures: dict[str, Figure],
) -> Figure | None:
    kind = kinds.get(name.text)
    if kind is not ActorKind.PERSON and (country := _nation(article, name, gazetteer)):
        return _add(figures, gazetteer, country, ActorKind.COUNTRY)
    if kind is ActorKind.COUNTRY:
        return _add(figures, gazetteer, gazetteer.country(name.text) or bare(name.text), ActorKind.COUNTRY)
    if kind is ActorKind.PERSON or (kind is None and people.knows(name.text)):
        full = people.full_name(name)
        return _add(figures, gazetteer, full, ActorKind.PERSON, people.gender_at(name, full)) if full else None
    if kind is None and name.text in organisations:
        kind = ActorKind.ORGANIZATION
    if kind in (ActorKind.ORGANIZATION, ActorKind.GROUP):
        return _add(figures, gazetteer, organisations.get(name.text, bare(name.text)), kind)
    seat = gazetteer.seat(name.text)
    if seat and _acts(article, name):
        return _add(figures, gazetteer, seat, ActorKind.COUNTRY if gazetteer.country(seat) else ActorKind.ORGANIZATION)
    return None


def _nation(article: Article, name: Name, gazetteer: Gazetteer) -> str | None:
    """The country for which a people stands that does something: "the Germans", "the Chinese", not "most Germans"."""
    doc = article.doc
    nation = gazetteer.demonym(name.text) if is_definite(doc, name) else None
    plural = name.text.endswith(PEOPLES) and not gazetteer.country(name.text)
    return nation if plural and doc[name.end - 1].dep_ in ("nsubj", "poss", "agent") else None


def _add(figures: dict[str, Figure], gazetteer: Gazetteer, name: str, kind: ActorKind, gender: str = "") -> Figure:
    """The figure of that name, made if it is new; a directory of well-known actors completes what it knows."""
    entry = gazetteer.known.get(bare(name), {})
    name = entry.get("name", bare(name))
    key = slug(name) or "actor"
    if key not in figures:
        kind = ActorKind(entry["kind"]) if entry else kind
        figures[key] = Figure(
            key,
            name,
            kind,
            side=entry.get("side", ""),
            gender=entry.get("gender", gender),
            wikidata=entry.get("wikidata"),
        )
    return figures[key]


def _acts(article: Article, name: Name) -> bool:
    """Whether a seat of government stands for the government ("Moscow rejected"), not for the place ("talks in Moscow")."""
    token = article.doc[name.end - 1]
    if token.dep_ == "poss":
        return True
    if token.dep_ == "npadvmod" and token.is_sent_start and article.doc[name.end : name.end + 3].text == ", for its":
        return True
    if token.dep_ in ("compound", "npadvmod", "appos", "ROOT"):
        return False
    if token.dep_ in ("pobj", "conj"):
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        if token.dep_ == "poss" or token.dep_ == "nsubj":
            return True
        before = article.doc[name.start - 1].lemma_.casefold() if name.start else ""
        preposition = token.head.text.casefold() if token.dep_ == "pobj" else before
        if preposition in read_words("names", "locating"):
            return False
        if preposition == "of" and token.head.head.lower_ in read_words("names", "parts_of_places"):
            return False
        return not (preposition == "to" and token.head.head.lemma_.casefold() in read_words("names", "going"))
    following = article.doc[name.end : name.end + 1].text
    return not (following == "," and article.doc[name.end + 1 : name.end + 6].text.find("capital") >= 0)


PEOPLES = ("s", "ese", "ch", "sh", "ss")  # how the names of whole peoples end: "Germans", "Chinese", "French", "Swiss"


def _find_short_forms(article: Article, full: list[str], names: Sequence[Name], gazetteer: Gazetteer) -> dict[str, str]:
    """For each name of an organisation the fullest form that it is short for: "Courier" -> "The Halden Courier", and an
    acronym in brackets for the name before it. Where two could be meant it stands for itself, and so does one that comes
    first: "the Foreign Ministry" is not the "Chinese Foreign Ministry" named after it."""
    longest = sorted(full, key=len, reverse=True)
    found: dict[str, str] = {}
    texts = {name.text for name in names} | set(full)
    doc = article.doc
    first: dict[str, int] = {}
    for name in names:
        first.setdefault(name.text, name.start)
    placed = {name.text for name in names if is_located(doc, name)}
    definite = {name.text for name in names if name.start and doc[name.start - 1].lower_ == "the"}
    for text in texts:
        words = bare(text).split()
        fuller = {other for other in longest if len(other) > len(text) and _shortens(words, bare(other).split())}
        short = len(words) > 1 or text in full or text in definite
        later = {other for other in fuller if first.get(other, 0) > first.get(text, 0)}
        fuller -= {other for other in later if gazetteer.demonym(bare(other).split()[0])}
        if bare(text) in gazetteer.known or (text in placed - definite and text not in full):
            continue  # the United Nations are not their Security Council, nor is "in Las Vegas" a hotel there
        if len(fuller) == 1 and (short or words[0].casefold() in read_words("names", "organisations")):
            found[text] = next(iter(fuller))
    return {text: found.get(other, other) for text, other in found.items()}


def _shortens(words: list[str], longer: list[str]) -> bool:
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        capitals = "".join(word[0] for word in longer if word[0].isupper())
        return words[0].replace(".", "") == capitals and len(capitals) > 1
    if len(words) >= len(longer):
        return False
    ends = longer[-len(words) :] == words and longer[-len(words) - 1] not in ("of", "in")
    return ends or (longer[: len(words)] == words and len(words) > 1)
