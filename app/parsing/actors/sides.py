"""For whom an actor acts: the country or organisation that its role, its name or its passage names."""

from __future__ import annotations

import re
from collections import Counter

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Figure, Naming
from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.offices import home_country, possible_countries
from app.parsing.actors.roles import Role
from app.parsing.lexicon import read_words
from app.parsing.tokens import Doc, Token
from app.records import ActorKind, slug

PLACING = frozenset({"in", "near", "inside", "outside", "across", "via", "through"})
NATIONAL = frozenset({"party", "league", "union", "front", "bloc", "movement", "coalition"})
POLITICS = frozenset({"party", "coalition", "government", "opposition", "seats", "parliament", "lawmakers", "cabinet"})
STUDY = frozenset({"fellow", "professor", "teach", "scholar", "researcher"})


def find_sides(cast: Cast, roles: dict[str, Role]) -> None:
    """Set the side of every figure that the article names and that no directory knows the side of."""
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if figure.side or figure.kind is not ActorKind.PERSON:
            continue
        role = roles.get(naming.key)
        figure.side = (_side_in(cast, role, naming) if role else "") or _side_behind(cast, naming)
    prominent = _prominent(cast)
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if not figure.side and figure.kind is ActorKind.ORGANIZATION:
            figure.side = _side_of_body(cast, naming, figure, prominent)
    home = home_country(cast)
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        if not figure.side and figure.kind is ActorKind.PERSON and _is_office(figure.role):
            figure.side = _side_of_office(cast, naming, figure, roles[naming.key], prominent, home)


def _side_of_office(
    cast: Cast, naming: Naming, figure: Figure, role: Role, prominent: frozenset[str], home: str
) -> str:
    """The country of an office holder whose role names none: an owner's, now that owners have theirs; the dateline's where
    the paragraph has named no other; else the one that the passage is about."""
    if _foreign_owner(cast, role):
        return ""
    if owner := _side_in(cast, role, naming):
        return owner
    possible = possible_countries(cast, figure, prominent)
    if naming.titled and home in possible and not _names_country(cast, naming, possible):
        return home
    return _side_from_passage(cast, naming.title_start, naming.key, possible)


def _names_country(cast: Cast, naming: Naming, countries: frozenset[str]) -> bool:
    """Whether the paragraph names one of the countries before the name."""
    doc = cast.article.doc
    start = cast.article.paragraph_starts[cast.article.paragraph_of(doc[naming.start].idx)]
    for index in range(naming.title_start - 1, -1, -1):
        if doc[index].idx < start:
            break
        owner = cast.naming_of.get(index)
        if owner is not None and cast.figures[owner.key].name in countries:
            return True
    return False


def complete_unnamed(cast: Cast) -> None:
    """Give the unnamed sources that a record needs a side: the country that their words name, or an owner in them."""
    prominent = _prominent(cast)
    for figure in cast.figures.values():
        if figure.used and not figure.named and not figure.side:
            words = re.findall(r"[\w.]+", figure.name)
            known = (cast.gazetteer.demonym(word) or cast.gazetteer.country(word) for word in words)
            figure.side = next((country for country in known if country), "")
            if not figure.side and figure.head in read_words("names", "national"):
                at = next(one.token for one in cast.sightings if one.key == figure.key)
                figure.side = _side_from_passage(cast, at, figure.key, prominent)


def _is_office(role: str) -> bool:
    words = set(re.findall(r"[a-z-]+", role.casefold()))
    return bool(words & read_words("names", "offices"))


def _foreign_owner(cast: Cast, role: Role) -> bool:
    """Whether somebody or something that is no actor owns the role ("Quebec's premier"): then no country is guessed."""
    doc = cast.article.doc
    return any(
        doc[index + 1].text in POSSESSIVES and doc[index].text[0].isupper() and index not in cast.naming_of
        for index in range(role.start, role.end - 1)
    )


def _side_in(cast: Cast, role: Role, naming: Naming) -> str:
    """The country or organisation that the words of a role name; a person's owner lends his own side."""
    doc = cast.article.doc
    fallback = ""
    for index in range(role.start, role.end):  # before a pronoun's owner: "his Orvan counterpart"
        if country := cast.gazetteer.demonym(doc[index].text):
            return country
    for index in range(role.start, role.end):
        owner = cast.naming_of.get(index)
        if owner is not None and owner.key != naming.key:
            found, sure = _side_of_owner(cast, owner, role)
            if found and sure:
                return found
            fallback = fallback or found
        elif found := _side_of_reference(cast, doc[index]):
            return found
    return fallback


def _side_of_owner(cast: Cast, owner: Naming, role: Role) -> tuple[str, bool]:
    """The side that a name within a role lends, and whether the name owns the role ("Norway's envoy", "chief of the bank")."""
    doc = cast.article.doc
    figure = cast.figures[owner.key]
    if figure.kind is ActorKind.ORGANIZATION and not _serves(doc, role):
        return "", False
    absent = slug(figure.side) not in cast.figures and not cast.gazetteer.country(figure.side)
    own = figure.kind is ActorKind.COUNTRY or (figure.kind is ActorKind.ORGANIZATION and (not figure.side or absent))
    before = (
        doc[owner.title_start - 1 - (doc[owner.title_start - 1].lower_ == "the")].lower_
        if owner.title_start > 1
        else ""
    )
    sure = doc[owner.end : owner.end + 1].text in POSSESSIVES or before in ("of", "for")
    return figure.name if own else figure.side, sure or figure.kind is ActorKind.PERSON


def _serves(doc: Doc, role: Role) -> bool:
    """Whether the role is an office held for a body, rather than a place of work or study."""
    words = {token.lemma_.casefold() for token in doc[role.start : role.end]}
    serves = words & read_words("names", "offices") or words & {"lead", "head", "chair", "represent", "run"}
    return bool(serves or doc[role.start].lower_ == "of") and not words & STUDY


def _side_of_reference(cast: Cast, token: Token) -> str:
    """ "its water minister", "a spokeswoman for the bloc": the side of what the pronoun or the noun stands for."""
    owns = token.tag_ == "PRP$" or (token.dep_ == "pobj" and token.head.lower_ in ("for", "of"))
    owns = owns or (token.dep_ == "poss" and token.pos_ == "NOUN")
    for key in cast.resolve(token)[:1] if owns else ():
        side = cast.side_of(key) or key
        if cast.figures[side].kind is not ActorKind.PERSON:
            return cast.figures[side].name
    return ""


def _side_behind(cast: Cast, naming: Naming) -> str:
    """ "President Yusuf Brandt of Sarenia": the country that follows the name."""
    doc = cast.article.doc
    if naming.end + 1 < len(doc) and doc[naming.end].lower_ == "of":
        at = naming.end + 1 + (doc[naming.end + 1].lower_ == "the")
        owner = cast.naming_of.get(at)
        if owner and cast.figures[owner.key].kind is ActorKind.COUNTRY:
            return cast.figures[owner.key].name
    return ""


def _side_of_body(cast: Cast, naming: Naming, figure: Figure, prominent: frozenset[str]) -> str:
    """The country of an organisation: its adjective, its possessor, or for a party the country of the passage."""
    doc = cast.article.doc
    for word in figure.name.split():
        if country := cast.gazetteer.demonym(word):
            return country
    if naming.start >= 2 and doc[naming.start - 1].text in POSSESSIVES:
        owner = cast.naming_of.get(naming.start - 2)
        if owner and (side := cast.side_of(owner.key)):
            return cast.figures[side].name
    for token in doc[max(0, naming.start - 2) : naming.start]:
        if country := cast.gazetteer.demonym(token.text):
            return country
    national = NATIONAL & {word.casefold() for word in figure.name.split()}
    if national and POLITICS & {token.lower_ for token in cast.article.sentence(naming.start)}:
        return _side_from_passage(cast, naming.start, naming.key, prominent)
    return ""


def _side_from_passage(cast: Cast, at: int, key: str, prominent: frozenset[str]) -> str:
    """The country that the passage is about: the nearest one before the name, of those that the article is about. Where
    one is named behind it alone, and the article is about two, the name's is the other: "Brandt expelled Norway's envoy".
    """
    article = cast.article
    paragraph = article.paragraph_of(article.doc[at].idx)
    floor = article.paragraph_starts[max(0, paragraph - 4)]
    end = article.sentence(at).end
    for index in [*range(at - 1, -1, -1), *range(at, end)]:
        if index < at and article.doc[index].idx < floor:
            continue
        owner = cast.naming_of.get(index)
        country = cast.gazetteer.demonym(article.doc[index].text)
        if owner and owner.key != key and owner.end == index + 1:
            figure = cast.figures[owner.key]
            country = figure.name if figure.name in prominent else figure.side or country
        if country and country in prominent:
            others = prominent - {country}
            return next(iter(others)) if index > at and len(others) == 1 else country
    return ""


def _prominent(cast: Cast) -> frozenset[str]:
    """The names of the countries and blocs that the article is about: those it names, or calls by adjective, most."""
    counts: Counter[str] = Counter()
    for naming in cast.namings:
        figure = cast.figures[naming.key]
        bloc = read_words("names", "blocs") & {word.casefold() for word in figure.name.split()}
        if figure.kind is ActorKind.COUNTRY or (figure.kind is ActorKind.ORGANIZATION and bloc and not figure.side):
            counts[figure.name] += 1
    for token in cast.article.doc:
        if token.text[0].isupper() and (country := cast.gazetteer.demonym(token.text)):
            counts[country] += 1
    most = counts.most_common(2)
    return frozenset(name for name, count in counts.items() if most and count >= max(2, most[-1][1] // 2))


def complete_sides(cast: Cast) -> None:
    """Keep every side that a kept actor has among the actors; a person's country is added, another unknown side dropped."""
    for figure in list(cast.figures.values()):
        key = slug(figure.side)
        if not figure.side or not (figure.named or figure.used):
            continue
        if figure.kind is ActorKind.COUNTRY or key == figure.key:
            figure.side = ""
        elif key in cast.figures:
            cast.figures[key].used = True
        elif figure.kind is ActorKind.PERSON and cast.gazetteer.country(figure.side):
            cast.figures[key] = Figure(key, figure.side, ActorKind.COUNTRY)
        else:
            figure.side = ""


def drop_bystanders(cast: Cast) -> None:
    """Leave out countries that the article only names as places, and the paper itself, unless a record needs them."""
    needed = {slug(figure.side) for figure in cast.figures.values() if figure.named or figure.used}
    doc = cast.article.doc
    acting = {
        naming.key
        for naming in cast.namings
        if naming.start == 0
        or doc[naming.start - 1].lower_ not in PLACING
        or doc[naming.end : naming.end + 1].text in POSSESSIVES
    }
    publisher = slug(cast.article.document.publisher or "")
    for figure in cast.figures.values():
        bystander = figure.kind is ActorKind.COUNTRY and figure.key not in acting and figure.key not in needed
        if (bystander or figure.key == publisher) and not figure.used:
            figure.named = False
